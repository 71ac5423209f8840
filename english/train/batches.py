"""Sentences as tensors."""

from dataclasses import dataclass

import numpy as np
import torch

from features import hashed_rows, lower, norm, places, LONGEST_WORD
from student import Batch
from treebank import NAME_LABELS

NAME_INDEX = {label: i for i, label in enumerate(NAME_LABELS)}


class Vocabulary:
    """Normalised words; row 0 is the unknown word."""

    def __init__(self, words, classes=None):
        self.words = list(words)
        self.classes = classes or [0] * len(self.words)
        self.index = {w: i + 1 for i, w in enumerate(self.words)}
        self._rows = {}

    def __len__(self):
        return len(self.words)

    def rows(self, form):
        """Word, class and hashed rows of a form."""
        rows = self._rows.get(form)
        if rows is None:
            key = norm(form)
            word = self.index.get(key, 0) if len(key.encode()) <= LONGEST_WORD else 0
            rows = self._rows[form] = (word, self.classes[word - 1] if word else 0, *hashed_rows(form))
        return rows

    def sentence(self, forms):
        return [(word, kind, place, *hashed) for (word, kind, *hashed), place in zip(map(self.rows, forms), places(forms))]


@dataclass
class Item:
    """One sentence in numbers: rows [time, columns] and gold [time, 4] of tags, heads, relations and names, -100 where not annotated."""

    forms: list
    rows: np.ndarray
    gold: np.ndarray
    weight: float

    def __len__(self):
        return len(self.forms)


class Encoder:
    def __init__(self, vocabulary, tags, relations, pieces=None):
        self.vocabulary, self.tags, self.relations, self.pieces = vocabulary, tags, relations, pieces
        self._gold = {}

    def __call__(self, s, recase=None):
        forms = recase(s.forms) if recase else s.forms
        return Item(forms, np.array(self.vocabulary.sentence(forms), np.int64), self._numbers(s), s.weight)

    def _numbers(self, s):
        _, gold = self._gold.get(id(s), (None, None))
        if gold is None:
            gold = np.full((len(s.forms), 4), -100, np.int64)
            if s.upos:
                gold[:, 0] = [self.tags.of(*t) for t in zip(s.upos, s.xpos, s.feats)]
            if s.heads:
                gold[:, 1] = [h + 1 for h in s.heads]
                gold[:, 2] = [self.relations.of(r) for r in s.deprels]
            if s.names:
                gold[:, 3] = [NAME_INDEX.get(label, -100) for label in s.names]
            self._gold[id(s)] = s, gold  # the sentence too, lest its id be given to another
        return gold


def collate(items, pieces=None):
    lengths = [len(item) for item in items]
    rows = np.zeros((len(items), max(lengths), items[0].rows.shape[1]), np.int64)
    gold = np.full((4, len(items), max(lengths)), -100, np.int64)
    for i, (item, n) in enumerate(zip(items, lengths)):
        rows[i, :n] = item.rows
        gold[:, i, :n] = item.gold.T
    weights = torch.tensor([float(item.weight) for item in items])
    words = pieces([item.forms for item in items]) if pieces else None
    return Batch(torch.from_numpy(rows), torch.tensor(lengths), *torch.from_numpy(gold), weights, words)


def batches(items, tokens, rng=None, pieces=None):
    """Sentences of like length together; order and company change from one epoch to the next."""
    jitter = (lambda n: n + rng.uniform(0, 4)) if rng else (lambda n: n)
    order = sorted(range(len(items)), key=lambda i: jitter(len(items[i])))
    groups, group = [], []
    for i in order:
        if group and (len(group) + 1) * len(items[i]) > tokens:
            groups.append(group)
            group = []
        group.append(i)
    if group:
        groups.append(group)
    if rng:
        rng.shuffle(groups)
    for group in groups:
        yield group, collate([items[i] for i in group], pieces)


def upper_case(forms):
    return [f.upper() for f in forms]


def lower_case(forms):
    return [f.lower() for f in forms]


SMALL = {"a", "an", "the", "of", "in", "on", "for", "and", "to", "at", "by", "or", "with", "from", "as", "'s", "n't", "is"}


def title_case(forms):
    return [f if lower(f) in SMALL and i else f[:1].upper() + f[1:] for i, f in enumerate(forms)]


def some_recasing(rng):
    """Headlines and shouting: a twelfth of the sentences is seen in another case."""
    chance = rng.random()
    if chance < 0.03:
        return title_case
    if chance < 0.055:
        return upper_case
    if chance < 0.08:
        return lower_case
    return None
