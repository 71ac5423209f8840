"""The shipped model: summed table rows, bidirectional SRU layers, heads for tags, names, arcs and relations."""

from dataclasses import dataclass

import torch
from torch import nn

from features import CLASSES, HASHED, PLACES
from sru import BiSRU, turning_index


@dataclass
class Sizes:
    words: int
    tags: int
    relations: int
    names: int
    h: int = 96
    layers: int = 2
    arc: int = 64
    rel: int = 96
    dist: int = 16

    @property
    def d(self):
        return 2 * self.h


@dataclass
class Batch:
    """Sentences side by side, padded: [batch, time] each, -100 where nothing is annotated."""

    rows: torch.Tensor  # [batch, time, columns]: word, class, place, hashed tables, each in its own numbering
    lengths: torch.Tensor
    tags: torch.Tensor = None
    heads: torch.Tensor = None  # 0 is the root, token i is i + 1
    relations: torch.Tensor = None
    names: torch.Tensor = None
    weight: torch.Tensor = None  # [batch]
    pieces: tuple = None  # word pieces, for a teacher


class Student(nn.Module):
    def __init__(self, sizes, static=None, dropout=0.3, sparse=True):
        """static: fixed vectors [words + 1, width] of the vocabulary, brought to size by a learned matrix that the export folds in."""
        super().__init__()
        s = self.sizes = sizes
        d = s.d
        counts = [s.words + 2, CLASSES, PLACES] + [rows for _, rows in HASHED]  # the last word row is "no row of its own"
        self.register_buffer("offsets", torch.tensor([0, *torch.tensor(counts).cumsum(0)[:-1].tolist()]))
        self.rows = nn.EmbeddingBag(sum(counts), d, mode="sum", sparse=sparse)
        nn.init.normal_(self.rows.weight, std=0.1)
        self.static = nn.Embedding.from_pretrained(static, freeze=True) if static is not None else None
        if static is not None:
            self.rows.weight.data[: s.words + 2] = 0
            self.project = nn.Linear(static.shape[1], d, bias=False)
        self.layers = nn.ModuleList(BiSRU(s.h) for _ in range(s.layers))
        self.heads = nn.Linear(d, 2 * s.arc + 2 * s.rel + s.tags + s.names)
        self.arc_u = nn.Parameter(torch.randn(s.arc, s.arc) / s.arc)
        self.arc_b = nn.Parameter(torch.zeros(s.arc))
        self.arc_root = nn.Parameter(torch.randn(s.arc) * 0.1)
        self.arc_dist = nn.Parameter(torch.zeros(2 * s.dist + 1))
        self.rel_root = nn.Parameter(torch.randn(s.rel) * 0.1)
        self.rel_out = nn.Linear(s.rel, s.relations)
        self.dropout = dropout

    def _drop(self, x, p):
        """The same channels of a sentence at every token of it."""
        if not self.training or p == 0:
            return x
        mask = torch.empty(1, x.shape[1], x.shape[2]).bernoulli_(1 - p) / (1 - p)
        return x * mask

    def token_vectors(self, batch):
        """[time, batch, d]. In training some words lose their identity, some only their own row."""
        rows = batch.rows
        size, time, columns = rows.shape
        words = rows[..., 0]
        if self.training:
            chance = torch.rand(words.shape)
            known = words.masked_fill(chance < 0.08, 0)
            own = known.masked_fill((chance > 0.85) & (known > 0), self.sizes.words + 1)
            rows = torch.cat([own.unsqueeze(-1), rows[..., 1:]], -1)
            words = known
        x = self.rows((rows + self.offsets).reshape(-1, columns)).view(size, time, -1)
        if self.static is not None:
            x = x + self.project(self.static(words))
        return x.transpose(0, 1)

    def encode(self, batch):
        backwards = turning_index(batch.lengths, batch.rows.shape[1])
        x = self._drop(self.token_vectors(batch), self.dropout * 0.8)
        for layer in self.layers:
            x = self._drop(layer(x, backwards), self.dropout)
        return x.transpose(0, 1)

    def forward(self, batch):
        """Logits: tags, names, arcs [batch, dependent, head with the root first], and what relations() needs."""
        s = self.sizes
        dep, head, rel_dep, rel_head, tags, names = self.heads(self.encode(batch)).split(
            [s.arc, s.arc, s.rel, s.rel, s.tags, s.names], -1
        )
        dep, head = torch.relu(dep), torch.relu(head)
        query = dep @ self.arc_u + self.arc_b
        time = dep.shape[1]
        distance = (torch.arange(time).unsqueeze(0) - torch.arange(time).unsqueeze(1)).clamp(-s.dist, s.dist) + s.dist
        arcs = query @ head.transpose(1, 2) + self.arc_dist[distance]
        arcs = torch.cat([(query @ self.arc_root).unsqueeze(-1), arcs], -1)
        padding = torch.arange(time).unsqueeze(0) >= batch.lengths.unsqueeze(1)
        arcs[..., 1:].masked_fill_(padding.unsqueeze(1), -1e4)
        rel_head = torch.cat([self.rel_root.expand(len(rel_head), 1, -1), rel_head], 1)
        return tags, names, arcs, (rel_dep, rel_head)

    def relations(self, parts, heads):
        """Relation logits of every token under the given heads [batch, time]."""
        dep, head = parts
        chosen = head.gather(1, heads.clamp(min=0).unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        return self.rel_out(torch.relu(dep + chosen))


def loss(model, batch, name_weight=1.0):
    tags, names, arcs, parts = model(batch)
    total = _cross_entropy(tags, batch.tags, batch.weight)
    total = total + _cross_entropy(arcs, batch.heads, batch.weight)
    total = total + _cross_entropy(model.relations(parts, batch.heads), batch.relations, batch.weight)
    return total + name_weight * _cross_entropy(names, batch.names, batch.weight)


def _cross_entropy(logits, gold, weight):
    each = nn.functional.cross_entropy(logits.flatten(0, 1), gold.flatten(), reduction="none", ignore_index=-100)
    each = each * weight.unsqueeze(1).expand_as(gold).flatten()
    return each.sum() / (gold != -100).sum().clamp(min=1)
