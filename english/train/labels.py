"""The classes of the heads, and features by table."""

from collections import Counter, defaultdict

from features import lower

RARE = 5  # a tag class seen less often goes to the commonest class of its UPOS and XPOS


def _contextual(upos, feats):
    """The features that the form and XPOS leave open and the tag head must therefore decide."""
    kept = []
    for feat in feats.split("|"):
        name = feat.partition("=")[0]
        if name in ("VerbForm", "Voice") or feat in ("Mood=Imp", "Mood=Sub") or (name == "Case" and upos == "PRON"):
            kept.append(feat)
    return "|".join(kept)


class Tags:
    """Tag classes: UPOS, XPOS and the contextual features together."""

    def __init__(self, sentences):
        counts, feats, forms = Counter(), defaultdict(Counter), defaultdict(Counter)
        for s in sentences:
            for form, upos, xpos, feat in zip(s.forms, s.upos, s.xpos, s.feats):
                key = (upos, xpos, _contextual(upos, feat))
                counts[key] += 1
                feats[key][feat] += 1
                forms[lower(form), key][feat] += 1
        keys = [k for k, n in counts.most_common() if n >= RARE]
        self.index = {k: i for i, k in enumerate(keys)}
        self.rare = {}
        for i, (upos, xpos, _) in reversed(list(enumerate(keys))):
            self.rare[upos, xpos] = i
        self.upos = [k[0] for k in keys]
        self.xpos = [k[1] for k in keys]
        self.feats = [feats[k].most_common(1)[0][0] for k in keys]
        self.by_form = {}
        for (form, key), seen in forms.items():
            i = self.index.get(key)
            best = seen.most_common(1)[0][0]
            if i is not None and best != self.feats[i]:
                self.by_form[form, i] = best

    def __len__(self):
        return len(self.upos)

    def of(self, upos, xpos, feats):
        return self.index.get((upos, xpos, _contextual(upos, feats)), self.rare.get((upos, xpos), -100))

    def features(self, form, i):
        return self.by_form.get((lower(form), i), self.feats[i])


class Relations:
    def __init__(self, sentences, rare=10):
        counts = Counter(r for s in sentences for r in s.deprels)
        self.names = [r for r, n in counts.most_common() if n >= rare]
        self.index = {r: i for i, r in enumerate(self.names)}

    def __len__(self):
        return len(self.names)

    def of(self, relation):
        return self.index.get(relation, self.index.get(relation.partition(":")[0], -100))
