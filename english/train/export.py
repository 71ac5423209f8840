"""Writes the model file that package english embeds."""

import json
import struct

import numpy as np
import torch

from batches import collate
from features import CLASSES, HASHED, PLACES
from treebank import NAME_LABELS

ALIGN = 64


class Sections:
    def __init__(self):
        self.entries, self.blobs, self.end = [], [], 0

    def add(self, name, kind, data, shape=None):
        self.end += -self.end % ALIGN
        self.entries.append({"name": name, "type": kind, "shape": shape, "offset": self.end, "bytes": len(data)})
        self.blobs.append((self.end, data))
        self.end += len(data)

    def floats(self, name, tensor):
        array = tensor.detach().numpy().astype("<f4")
        self.add(name, "f32", array.tobytes(), list(array.shape))

    def text(self, name, lines):
        self.add(name, "text", "".join(line + "\n" for line in lines).encode())


def quantise(rows):
    """Eight bits a value, one scale a row."""
    scale = rows.abs().amax(1).clamp(min=1e-8) / 127
    return torch.round(rows / scale.unsqueeze(1)).to(torch.int8), scale


def tables(model):
    """Name and rows of every feature table, the fixed vectors folded into the words."""
    weight = model.rows.weight.detach()
    words = model.sizes.words
    starts = model.offsets.tolist() + [len(weight)]
    parts = [weight[a:b] for a, b in zip(starts, starts[1:])]
    word = parts[0][: words + 1]
    if model.static is not None:
        word = word + model.project(model.static.weight[: words + 1])
    names = ["word", "class", "place"] + [name for name, _ in HASHED]
    return list(zip(names, [word.detach()] + parts[1:]))


def rounded(model):
    """Puts the values that the file holds into the model itself, so that its scores are those of the file."""
    with torch.no_grad():
        start = 0
        for name, rows in tables(model):
            whole, scale = quantise(rows)
            model.rows.weight[start : start + len(rows)] = whole * scale.unsqueeze(1)
            start += len(rows) + (name == "word")
        model.static = None


def write(path, model, vocabulary, tags, relations, lemmas, about):
    """model must have been rounded."""
    sections = Sections()
    for name, rows in tables(model):
        whole, scale = quantise(rows)
        sections.add(name + ".rows", "i8", whole.numpy().tobytes(), list(whole.shape))
        sections.floats(name + ".scale", scale)
    sections.text("word.text", vocabulary.words)
    sections.add("word.class", "u8", bytes(vocabulary.classes), [len(vocabulary)])
    for i, layer in enumerate(model.layers):
        sections.floats(f"sru{i}.w", layer.weight)
        sections.floats(f"sru{i}.v", layer.v)
        sections.floats(f"sru{i}.bf", layer.forget_bias)
        sections.floats(f"sru{i}.br", layer.highway_bias)
    sections.floats("heads.w", model.heads.weight.T.contiguous())
    sections.floats("heads.b", model.heads.bias)
    sections.floats("arc.u", model.arc_u)
    sections.floats("arc.b", model.arc_b)
    sections.floats("arc.root", model.arc_root)
    sections.floats("arc.dist", model.arc_dist)
    sections.floats("rel.root", model.rel_root)
    sections.floats("rel.w", model.rel_out.weight.T.contiguous())
    sections.floats("rel.b", model.rel_out.bias)
    sections.text("feats.text", (f"{form}\t{i}\t{feats}" for (form, i), feats in sorted(tags.by_form.items())))
    sections.text("lemma.forms", (f"{form}\t{xpos}\t{lemma}" for (form, xpos), lemma in sorted(lemmas.forms.items())))
    sections.text("lemma.rules", (f"{x}\t{suffix}\t{n}\t{end}" for (x, suffix), (n, end) in sorted(lemmas.rules.items())))
    s = model.sizes
    header = about | {
        "format": 1,
        "dims": {"d": s.d, "h": s.h, "layers": s.layers, "arc": s.arc, "rel": s.rel, "dist": s.dist},
        "tags": [{"upos": u, "xpos": x, "feats": f} for u, x, f in zip(tags.upos, tags.xpos, tags.feats)],
        "deprels": relations.names,
        "names": NAME_LABELS,
        "keepcase": lemmas.keepcase,
        "sections": sections.entries,
    }
    _write_file(path, header, sections)


def _write_file(path, header, sections):
    """Offsets of sections count from the start of the file: the header is padded to a length fixed beforehand."""
    room = len(json.dumps(header)) + 16 * len(sections.entries)
    start = 16 + room
    start += -start % ALIGN
    for entry in header["sections"]:
        entry["offset"] += start
    text = json.dumps(header).encode()
    with open(path, "wb") as file:
        file.write(b"PARLEYEN" + struct.pack("<II", 1, len(text)) + text)
        for offset, data in sections.blobs:
            file.seek(start + offset)
            file.write(data)


@torch.no_grad()
def check(path, model, encode, sentences, predictions):
    """Forms and outputs of some sentences, for another implementation to be held against."""
    model.eval()
    out = []
    for s, (tags, heads, relations, labels) in zip(sentences, predictions):
        batch = collate([encode(s)])
        x = model.token_vectors(batch)[:, 0]
        tag_logits, name_logits, arcs, _ = model(batch)
        short = lambda t: np.round(t.numpy().astype(float), 4).tolist()
        out.append(
            {"forms": s.forms, "rows": batch.rows[0].tolist(), "x0": short(x), "tag_logits": short(tag_logits[0])}
            | {"name_logits": short(name_logits[0]), "arc_scores_root_first": short(arcs[0]), "tags": tags, "names": labels}
            | {"heads": heads, "deprels": [encode.relations.names[r] for r in relations]}
        )
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"columns": ["word", "class", "place"] + [n for n, _ in HASHED], "sentences": out}, file)
