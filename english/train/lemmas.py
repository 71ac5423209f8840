"""Lemmas as exact look-ups plus suffix rules, learned from the treebank."""

from collections import Counter, defaultdict

from features import lower, plain_marks

LONGEST_SUFFIX = 6  # runes


def edit(base, lemma):
    """(runes to strip, text to append) that turns base into lemma."""
    same = 0
    while same < min(len(base), len(lemma)) and base[same] == lemma[same]:
        same += 1
    return len(base) - same, lemma[same:]


class Lemmas:
    def __init__(self, sentences):
        counts = defaultdict(Counter)
        capitalised = defaultdict(set)
        for s in sentences:
            for form, xpos, lemma in zip(s.forms, s.xpos, s.lemmas):
                counts[lower(form), xpos][lemma] += 1
                if form != form.lower():
                    capitalised[xpos].add((form, lemma[:1] != lemma[:1].lower()))
        self.keepcase = sorted(x for x, types in capitalised.items() if 2 * sum(kept for _, kept in types) > len(types))
        self._written = defaultdict(Counter)
        for s in sentences:
            for form, xpos, lemma in zip(s.forms, s.xpos, s.lemmas):
                self._written[lower(form), xpos][form, lemma] += 1
        best = {key: c.most_common(1)[0][0] for key, c in counts.items()}
        self.seen = defaultdict(set)
        for form, xpos in counts:
            self.seen[xpos].add(form)
        self.rules = self._learn_rules(best)
        self.forms = self._exceptions(sentences, best)

    def base(self, form, xpos):
        """What the rules start from: names are capitalised, numbers lose their commas."""
        if xpos == "CD":
            return lower(form).replace(",", "")
        if xpos not in self.keepcase:
            return lower(form)
        written = plain_marks(form)
        if xpos in ("NNP", "NNPS") and written == lower(form):
            return written[:1].upper() + written[1:]
        return written

    def _learn_rules(self, best):
        """The shortest suffixes that decide: a longer one is kept only where it differs from what is already said."""
        seen = defaultdict(Counter)
        for (low, xpos), lemma in best.items():
            if xpos in self.keepcase:
                lemma = lemma.lower()
            operation = edit(low, lemma)
            if operation[0] > len(low) - 1:
                continue
            for n in range(min(LONGEST_SUFFIX, len(low) - operation[0]) + 1):
                if n >= operation[0] or operation == (0, ""):
                    seen[xpos, low[len(low) - n :] if n else ""][operation] += 1
        rules = {}
        for xpos, suffix in sorted(seen, key=lambda k: (k[0], len(k[1]), k[1])):
            votes = seen[xpos, suffix]
            (operation, n), total = votes.most_common(1)[0], sum(votes.values())
            if suffix and (n < 2 or n < 0.6 * total):
                continue
            shorter = next((rules[xpos, suffix[i:]] for i in range(1, len(suffix) + 1) if (xpos, suffix[i:]) in rules), (0, ""))
            if operation != shorter and operation[0] <= len(suffix):
                rules[xpos, suffix] = operation
        return rules

    def by_rule(self, form, xpos):
        base, low = self.base(form, xpos), lower(form)
        for n in range(min(LONGEST_SUFFIX, len(low)), -1, -1):
            if rule := self.rules.get((xpos, low[len(low) - n :] if n else "")):
                strip, append = rule
                return base[: len(base) - strip] + append
        return base

    def _exceptions(self, sentences, best):
        """Forms that the rules get wrong most of the time, one lemma for all spellings in capitals or not."""
        wrong = defaultdict(Counter)
        for s in sentences:
            for form, xpos, lemma in zip(s.forms, s.xpos, s.lemmas):
                wrong[lower(form), xpos][self.by_rule(form, xpos) == lemma] += 1
        return {key: best[key] for key, c in wrong.items() if c[False] > c[True] and self._useful(key, best[key])}

    def _useful(self, key, lemma):
        """Spelling errors put right in the treebank teach nothing about other texts when seen once."""
        return sum(self._written[key].values()) > 1 or key[0][:1] == lemma[:1].lower()

    def of(self, form, xpos):
        return self.forms.get((lower(form), xpos)) or self.by_rule(form, xpos)
