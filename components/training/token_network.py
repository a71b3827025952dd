"""Fits the token model of matching/: the same network as matching/token_model.py, in torch, where gradients come for free."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from ..matching.token_features import GATED, TOKEN_FEATURES, ArticlePair, Pairs, TokenRows, token_rows
from ..matching.token_model import CLIP, LEAST_LENGTH, LEAST_MASS, Parameters, TokenModel

WIDTH, SORTS, INNER, OUTER, HIDDEN = 128, 12, 48, 24, 48
DECAY, DROPOUT = 0.01, 0.1
"""Chosen, with the pace of links, on three of the six folds; half or twice of any width gives the same figures to .005."""
ANCHOR = 0.02
"""How strongly the projection is held near where it starts, the main directions of the token vectors."""


@dataclass(frozen=True)
class Pace:
    """How fast to learn: passes over the data, the highest rate, and what the summed loss of one example is divided by."""

    epochs: int
    rate: float
    portion: float


LINKS = Pace(epochs=4, rate=2e-3, portion=60.0)
PASSAGES = Pace(epochs=3, rate=1e-3, portion=4.0)


@dataclass(frozen=True)
class TextBatch:
    """One article of an example: its tokens (t, d), the first token of each sentence, and the rows of the chosen pairs."""

    tokens: Tensor
    starts: list[int]
    rows: dict[str, Tensor]


@dataclass(frozen=True)
class Example:
    """Two articles, or a statement and an article: c chosen pairs of sentences, and which of them are links."""

    left: TextBatch
    right: TextBatch
    table: NDArray[np.float32]
    labels: Tensor
    counted: Tensor


def example(beside: ArticlePair, pairs: Pairs, names: Sequence[str], linked: NDArray[Any], counted: NDArray[Any]) -> Example:
    """From two articles, the chosen pairs of their sentences, and the truth about all of them, (n, m) each."""
    left, right = pairs
    ours, theirs = beside.contexts()
    return Example(
        _side(beside, 0, token_rows(ours, left, right)),
        _side(beside, 1, token_rows(theirs, right, left)),
        beside.table(names, (left, right)).astype(np.float32),
        torch.tensor(linked[left, right], dtype=torch.float32),
        torch.tensor(counted[left, right]),
    )


def _side(beside: ArticlePair, at: int, found: TokenRows) -> TextBatch:
    lengths = np.diff(np.append(found.starts, len(found.token)))
    cell = np.repeat(np.arange(len(found.starts)), lengths)
    given = {"cell": cell, "token": found.token, "other": found.other, "values": found.values, "weight": found.weight}
    tokens = torch.from_numpy(beside.sides[at].tokens)  # shared: a statement's article is there once, not once a statement
    return TextBatch(tokens, beside.sides[at].starts.tolist(), {name: torch.tensor(values) for name, values in given.items()})


class Network(nn.Module):  # type: ignore[misc]  # torch is not checked here: it would take a minute
    """The network, with dropout while it is fitted."""

    def __init__(self, directions: NDArray[np.float32], features: int) -> None:
        super().__init__()
        width, values = len(directions), len(TOKEN_FEATURES) + 3 + SORTS
        self.projection = nn.Parameter(torch.tensor(directions.T[:, :WIDTH].copy()))
        self.slope, self.centre = nn.Parameter(torch.tensor(12.0)), nn.Parameter(torch.tensor(0.6))
        self.sort, self.inner, self.outer = nn.Linear(width, SORTS), nn.Linear(values, INNER), nn.Linear(INNER, OUTER)
        self.gate, self.hidden = nn.Linear(len(GATED) + SORTS, 1), nn.Linear(OUTER * 6 + features, HIDDEN)
        self.last, self.direct = nn.Linear(HIDDEN, 1), nn.Linear(features, 1, bias=False)
        nn.init.constant_(self.last.bias, -2.5)
        nn.init.constant_(self.gate.bias, 0.54)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, left: TextBatch, right: TextBatch, table: Tensor) -> Tensor:
        """The log-odds of the chosen pairs, (c,)."""
        ours, theirs = (functional.normalize(side.tokens @ self.projection, dim=1, eps=LEAST_LENGTH) for side in (left, right))
        cosines = ours @ theirs.T
        a = self._side(left, _best(cosines, right.starts), len(table))
        b = self._side(right, _best(cosines.T, left.starts), len(table))
        found = torch.cat([a + b, (a - b).abs(), table], 1)
        bent = functional.relu(self.hidden(self.dropout(found)))
        return (self.last(self.dropout(bent)) + self.direct(table))[:, 0]

    def _side(self, side: TextBatch, best: Tensor, pairs: int) -> Tensor:
        own = [TOKEN_FEATURES.index(name) for name in GATED]
        given, token = side.rows, side.rows["token"]
        top = best.topk(min(2, best.shape[1]), 1).values
        rival = torch.where(best >= top[:, :1], top[:, 1:] if top.shape[1] > 1 else torch.zeros_like(top), top[:, :1])
        again = torch.stack([best * 2, torch.sigmoid(self.slope * (best - self.centre)), (best - rival) * 3], 2)
        sort = self.dropout(torch.tanh(self.sort(side.tokens * 2))[token])
        values = torch.cat([given["values"], again[token, given["other"]], sort], 1)
        judged = functional.relu(self.outer(functional.relu(self.inner(values))))
        gate = given["weight"] * functional.softplus(self.gate(torch.cat([given["values"][:, own], sort], 1))[:, 0])
        mass = torch.zeros(pairs).index_add(0, given["cell"], gate)[:, None].clamp_min(LEAST_MASS)
        total = torch.zeros(pairs, OUTER).index_add(0, given["cell"], judged * gate[:, None])
        most = torch.zeros(pairs, OUTER).scatter_reduce(0, given["cell"][:, None].expand(-1, OUTER), judged, "amax")
        return torch.cat([total / mass, torch.log1p(total), most], 1)

    def parameters_found(self) -> Parameters:
        """As arrays, rounded to half precision, in which they are stored."""
        found: dict[str, Tensor] = {"projection": self.projection, "slope": self.slope, "centre": self.centre}
        for name in ("sort", "inner", "outer", "gate", "hidden"):
            layer: nn.Linear = getattr(self, name)
            found |= {name: layer.weight.T, f"{name}_bias": layer.bias}
        found |= {name: found[name][..., 0] for name in ("gate", "gate_bias")}
        found |= {"last": self.last.weight[0], "bias": self.last.bias[0], "direct": self.direct.weight[0]}
        halves = {name: tensor.detach().numpy().astype(np.float16).astype(np.float32) for name, tensor in found.items()}
        return Parameters(**{field.name: halves[field.name] for field in fields(Parameters)})


def _best(cosines: Tensor, starts: Sequence[int]) -> Tensor:
    """The best match of each token in each sentence, (t, m)."""
    ends = [*starts[1:], cosines.shape[1]]
    return torch.stack([cosines[:, start:end].amax(1) for start, end in zip(starts, ends, strict=True)], 1)


def train(data: Sequence[Example], names: Sequence[str], pace: Pace) -> TokenModel:
    """Fit a reader: binary cross-entropy over the counted pairs, Adam with decoupled weight decay, one example a step.

    One thread, so that how many cores are free changes nothing.
    """
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        return _train(data, names, pace)
    finally:
        torch.set_num_threads(threads)


def _train(data: Sequence[Example], names: Sequence[str], pace: Pace) -> TokenModel:
    every = np.concatenate([item.table for item in data])
    means, scales = every.mean(0), every.std(0) + 1e-6
    torch.manual_seed(0)
    network = Network(_directions(data), len(names)).train()
    start = network.projection.detach().clone()
    shape = [network.slope, network.centre]
    rest = [value for value in network.parameters() if all(value is not other for other in (network.projection, *shape))]
    groups = [(rest, pace.rate, DECAY), ([network.projection], 1.5e-3, 0.0), (shape, 2e-2, 0.0)]
    optimizer = torch.optim.AdamW([{"params": params, "lr": rate, "weight_decay": decay} for params, rate, decay in groups])
    tables = [torch.tensor(np.clip((item.table - means) / scales, -CLIP, CLIP)) for item in data]
    for at, speed in _schedule(len(data), pace.epochs):
        item = data[at]
        if not item.counted.any():
            continue
        for group, (_, rate, _) in zip(optimizer.param_groups, groups, strict=True):
            group["lr"] = rate * speed
        found = network(item.left, item.right, tables[at])
        wrong = functional.binary_cross_entropy_with_logits(found, item.labels, reduction="none")
        loss = wrong[item.counted].sum() / pace.portion + ANCHOR * ((network.projection - start) ** 2).sum()
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
    scale = zip(means.astype(float).tolist(), scales.astype(float).tolist(), strict=True)
    return TokenModel(network.parameters_found(), dict(zip(names, scale, strict=True)))


def _schedule(items: int, epochs: int) -> Iterator[tuple[int, float]]:
    """Which example comes next, and how fast to learn from it: a short rise, then evenly down."""
    chance, total = np.random.default_rng(0), epochs * items
    order = [at for _ in range(epochs) for at in chance.permutation(items).tolist()]
    for step, at in enumerate(order):
        yield at, min(1.0, (step + 1) / (0.05 * total)) * max(0.02, 1 - step / total)


def _directions(data: Sequence[Example]) -> NDArray[np.float32]:
    """The main directions of the left token vectors, strongest first, (d, d)."""
    tokens = np.concatenate([item.left.tokens.numpy()[::8] for item in data])
    _, vectors = np.linalg.eigh(tokens.T @ tokens)
    found: NDArray[np.float32] = np.ascontiguousarray(vectors[:, ::-1].T)
    return found
