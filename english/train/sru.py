"""The recurrence c[t] = f[t] c[t-1] + (1 - f[t]) z[t] with f[t] = sigmoid(a[t] + v c[t-1]), its gradient written out (an autograd graph a step is far slower)."""

import torch
from torch import nn


class Recurrence(torch.autograd.Function):
    """z and a are [time, batch, channels], v is [channels]."""

    @staticmethod
    def forward(ctx, z, a, v):
        forget, cells = torch.empty_like(z), torch.empty_like(z)
        cell = torch.zeros_like(z[0])
        for t in range(len(z)):
            torch.addcmul(a[t], v, cell, out=forget[t])
            torch.sigmoid_(forget[t])
            torch.lerp(z[t], cell, forget[t], out=cells[t])
            cell = cells[t]
        ctx.save_for_backward(z, forget, cells, v)
        return cells

    @staticmethod
    def backward(ctx, grad):
        z, forget, cells, v = ctx.saved_tensors
        before = torch.cat([torch.zeros_like(cells[:1]), cells[:-1]])
        slope = (before - z) * forget * (1 - forget)
        carry = forget + slope * v
        total = grad.clone()
        for t in range(len(z) - 2, -1, -1):
            total[t].addcmul_(carry[t + 1], total[t + 1])
        grad_a = total * slope
        return total * (1 - forget), grad_a, (grad_a * before).sum((0, 1))


class BiSRU(nn.Module):
    """One bidirectional layer with a highway: input and output are [time, batch, 2 h]."""

    def __init__(self, h):
        super().__init__()
        self.h = h
        self.weight = nn.Parameter(torch.randn(2 * h, 6 * h) * (1 / (2 * h)) ** 0.5)
        self.v = nn.Parameter(torch.zeros(2 * h))
        self.forget_bias = nn.Parameter(torch.full((2 * h,), 0.5))
        self.highway_bias = nn.Parameter(torch.zeros(2 * h))

    def forward(self, x, backwards):
        """backwards: index [time, batch] that turns every sentence round in place; its own inverse."""
        h = self.h
        u = x @ self.weight
        z, f, r = u[..., :h], u[..., h : 2 * h], u[..., 2 * h : 3 * h]
        turned = turn(u[..., 3 * h : 5 * h], backwards)
        cells = Recurrence.apply(
            torch.cat([z, turned[..., :h]], -1), torch.cat([f, turned[..., h:]], -1) + self.forget_bias, self.v
        )
        cells = torch.cat([cells[..., :h], turn(cells[..., h:], backwards)], -1)
        gate = torch.sigmoid(torch.cat([r, u[..., 5 * h :]], -1) + self.highway_bias)
        return torch.lerp(x, cells, gate)


def turn(x, index):
    return x.gather(0, index.unsqueeze(-1).expand(-1, -1, x.shape[-1]))


def turning_index(lengths, longest):
    t = torch.arange(longest).unsqueeze(1)
    lengths = lengths.unsqueeze(0)
    return torch.where(t < lengths, lengths - 1 - t, t)

