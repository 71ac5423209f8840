"""Readers for CoNLL-U treebanks and for column files of names."""

from dataclasses import dataclass, field


@dataclass
class Sentence:
    """Parallel lists, one entry a token. A list left None is not annotated. Heads count from 0; the root's head is -1."""

    forms: list
    upos: list = None
    xpos: list = None
    feats: list = None
    lemmas: list = None
    heads: list = None
    deprels: list = None
    names: list = None  # BILOU labels
    weight: float = field(default=1.0)


def read_conllu(path):
    with open(path, encoding="utf-8") as file:
        rows = []
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("#"):
                continue
            if line:
                columns = line.split("\t")
                if columns[0].isdigit():
                    rows.append(columns)
            elif rows:
                yield _sentence(rows)
                rows = []
        if rows:
            yield _sentence(rows)


def _sentence(rows):
    form, lemma, upos, xpos, feats, head, deprel = zip(*(r[1:8] for r in rows))
    return Sentence(list(form), list(upos), list(xpos), list(feats), list(lemma), [int(h) - 1 for h in head], list(deprel))


NAME_KINDS = ("PER", "ORG", "LOC", "MISC")
NAME_LABELS = ["O"] + [f"{p}-{k}" for k in NAME_KINDS for p in "BILU"]


def read_names(path, tag_column=-1, form_column=0):
    """Column file in IOB1 or IOB2, blank lines between sentences, # for comments."""
    with open(path, encoding="utf-8") as file:
        forms, tags = [], []
        for line in file:
            columns = line.split()
            if columns and (line.startswith("#") and form_column > 0 or columns[0] == "-DOCSTART-"):
                continue
            if columns:
                forms.append(columns[form_column])
                tags.append(columns[tag_column])
            elif forms:
                yield Sentence(forms, names=bilou(spans_of_iob(tags), len(forms)))
                forms, tags = [], []
        if forms:
            yield Sentence(forms, names=bilou(spans_of_iob(tags), len(forms)))


def spans_of_iob(tags):
    """(first, end, kind) of IOB1 or IOB2 tags; OTH counts as MISC."""
    spans, start, kind = [], None, None
    for i, tag in enumerate([*tags, "O"]):
        prefix, _, new = tag.partition("-")
        new = {"OTH": "MISC"}.get(new, new)
        if start is not None and (prefix != "I" or new != kind):
            spans.append((start, i, kind))
            start = None
        if prefix in "BI" and start is None and prefix != "O":
            start, kind = i, new
    return spans


def bilou(spans, length):
    labels = ["O"] * length
    for start, end, kind in spans:
        if kind not in NAME_KINDS:
            continue
        if end - start == 1:
            labels[start] = "U-" + kind
            continue
        labels[start], labels[end - 1] = "B-" + kind, "L-" + kind
        for i in range(start + 1, end - 1):
            labels[i] = "I-" + kind
    return labels


def spans_of_bilou(labels):
    spans, start = [], None
    for i, label in enumerate(labels):
        prefix, _, kind = label.partition("-")
        if prefix == "U":
            spans.append((i, i + 1, kind))
        elif prefix == "B":
            start = i
        elif prefix == "L" and start is not None:
            spans.append((start, i + 1, kind))
            start = None
    return spans


def wikigold_parts(path):
    """Training four fifths and held-out fifth: sentences whose number, counted from 0, leaves 4 when divided by 5 are held out."""
    sentences = list(read_names(path))
    return ([s for i, s in enumerate(sentences) if i % 5 != 4], [s for i, s in enumerate(sentences) if i % 5 == 4])
