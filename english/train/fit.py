"""Training loop and scores of a student."""

import math
import random
import time

import numpy as np
import torch

import decode
from batches import NAME_INDEX, batches, some_recasing
from student import loss
from treebank import NAME_LABELS


def fit(model, encode, sentences, *, epochs, tokens=1000, rate=3e-3, seed=1, name_weight=1.0, tuned_rate=3e-4, report=None):
    """sentences: function from an epoch's number to the sentences of that epoch."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    sparse = [model.rows.weight] if model.rows.sparse else []
    tuned = [p for name, p in model.named_parameters() if name.startswith("bert.") and p.requires_grad]
    dense = [p for p in model.parameters() if p.requires_grad and not any(p is q for q in sparse + tuned)]
    optimisers = [(rate, torch.optim.AdamW(dense, betas=(0.9, 0.98), weight_decay=1e-4))]
    if sparse:
        optimisers.append((rate, torch.optim.SparseAdam(sparse, betas=(0.9, 0.98))))
    if tuned:
        optimisers.append((tuned_rate, torch.optim.AdamW(tuned, betas=(0.9, 0.98), weight_decay=1e-2)))
    step, started = 0, time.time()
    for epoch in range(epochs):
        model.train()
        items = [encode(s, some_recasing(rng)) for s in sentences(epoch)]
        groups = list(batches(items, tokens, rng, encode.pieces))
        total, seen = 0.0, 0
        for i, (_, batch) in enumerate(groups):
            progress = (epoch + i / len(groups)) / epochs
            scale = min(1, (step + 1) / 100) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * progress)))
            model.zero_grad(set_to_none=True)
            value = loss(model, batch, name_weight)
            value.backward()
            torch.nn.utils.clip_grad_norm_(dense + tuned, 5.0)
            for peak, optimiser in optimisers:
                optimiser.param_groups[0]["lr"] = peak * scale
                optimiser.step()
            step += 1
            seen += int(batch.lengths.sum())
            total += value.item()
        print(f"epoch {epoch} loss {total / len(groups):.3f} words {seen} {time.time() - started:.0f}s", flush=True)
        if report and (epoch % report[0] == report[0] - 1 or epoch == epochs - 1):
            report[1](model)


@torch.no_grad()
def predict(model, encode, sentences, tokens=4000):
    """(tag classes, heads, relation classes, BILOU labels) of every sentence; heads count from 0, the root's is -1."""
    model.eval()
    items = [encode(s) for s in sentences]
    out = [None] * len(items)
    for group, batch in batches(items, tokens, pieces=encode.pieces):
        tags, names, arcs, parts = model(batch)
        trees = torch.zeros(batch.rows.shape[:2], dtype=torch.long)
        scores = arcs.numpy()
        for i, n in enumerate(batch.lengths.tolist()):
            trees[i, :n] = torch.from_numpy(decode.tree(scores[i, :n, : n + 1]))
        relations = model.relations(parts, trees).clone()
        root = encode.relations.index["root"]
        relations[..., root] = torch.where(trees == 0, 1e9, -1e9)
        relations, best = relations.argmax(-1), tags.argmax(-1)
        for i, (place, n) in enumerate(zip(group, batch.lengths.tolist())):
            labels = decode.names(names[i, :n].numpy())
            out[place] = (best[i, :n].tolist(), (trees[i, :n] - 1).tolist(), relations[i, :n].tolist(), labels)
    return out


def syntax_scores(encode, sentences, predictions):
    """UPOS, XPOS, features, UAS, LAS (universal part of the relation) on gold tokens."""
    hits, n = np.zeros(5), 0
    universal = [r.partition(":")[0] for r in encode.relations.names]
    for s, (tags, heads, relations, _) in zip(sentences, predictions):
        for i, form in enumerate(s.forms):
            attached = heads[i] == s.heads[i]
            hits += (
                encode.tags.upos[tags[i]] == s.upos[i],
                encode.tags.xpos[tags[i]] == s.xpos[i],
                encode.tags.features(form, tags[i]) == s.feats[i],
                attached,
                attached and universal[relations[i]] == s.deprels[i].partition(":")[0],
            )
            n += 1
    return dict(zip(("upos", "xpos", "feats", "uas", "las"), (100 * hits / n).round(2).tolist()))


def name_score(sentences, predictions):
    return round(decode.f1([s.names for s in sentences], [p[3] for p in predictions]), 4)
