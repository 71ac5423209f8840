"""Which words have a row of their own, and fixed vectors of them out of MiniLM."""

from collections import Counter

import torch

from batches import Vocabulary
from features import LONGEST_WORD, norm
from teacher import Pieces, minilm_folder

SEEN_IN_TREEBANK = 1
SEEN_IN_TEXT = 12
WIDTH = 128


def choose(annotated, text):
    """annotated: sentences; text: token lists. Words of the treebank, common words of the text, whole words of MiniLM, by count."""
    cache, near, far = {}, Counter(), Counter()
    counts = Counter(form for forms in text for form in forms)
    for form, n in counts.items():
        far[cache.setdefault(form, norm(form))] += n
    for s in annotated:
        near.update(cache.setdefault(f, norm(f)) for f in s.forms)
    words = {w for w, n in near.items() if n >= SEEN_IN_TREEBANK} | {w for w, n in far.items() if n >= SEEN_IN_TEXT}
    with open(minilm_folder() / "vocab.txt", encoding="utf-8") as file:
        words |= {w for line in file if len(w := line.strip()) > 2 and w.isascii() and w.isalpha()}
    words = [w for w in words if w and len(w.encode()) <= LONGEST_WORD and not any(c.isspace() for c in w)]
    return Vocabulary(sorted(words, key=lambda w: (-(near[w] + far[w] / 50), w)))


@torch.no_grad()
def vectors(words):
    """[words + 1, WIDTH], row 0 zero: layers 0, 2 and 6 of MiniLM on each word by itself, main components, unit variance over all."""
    from transformers import BertModel

    bert = BertModel.from_pretrained(minilm_folder(), add_pooling_layer=False).eval()
    pieces = Pieces()
    order = sorted(range(len(words)), key=lambda i: len(pieces.of(words[i])))
    found = torch.zeros(len(words), 3 * 384)
    for start in range(0, len(order), 512):
        group = order[start : start + 512]
        ids, mask, index = pieces([[words[i]] for i in group])
        with torch.autocast("cpu", torch.bfloat16):
            hidden = bert(ids, attention_mask=mask, output_hidden_states=True).hidden_states
        inside = (index == 0).float().unsqueeze(-1)
        means = [(hidden[k].float() * inside).sum(1) / inside.sum(1) for k in (0, 2, 6)]
        found[group] = torch.cat([m / m.norm(dim=1, keepdim=True) for m in means], 1)
    found -= found.mean(0)
    _, vectors = torch.linalg.eigh(found.T @ found)
    reduced = found @ vectors[:, -WIDTH:]
    return torch.cat([torch.zeros(1, WIDTH), reduced / reduced.std()])
