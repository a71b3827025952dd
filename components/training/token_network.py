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

from ..matching.token_features import GATE_FEATURES, TOKEN_FEATURES, ArticlePair, SentencePairs, TokenRows, token_rows
from ..matching.token_model import CLIP, MIN_LENGTH, MIN_MASS, Parameters, TokenModel

PROJECTION_WIDTH, TOKEN_TYPES, INNER_WIDTH, OUTER_WIDTH, HIDDEN_WIDTH = 128, 12, 48, 24, 48
"""Widths of the layers, chosen, with the schedule of links, on three of the six folds; half or twice of any gives the same to
.005."""
WEIGHT_DECAY, DROPOUT = 0.01, 0.1
"""Chosen in the same way."""
PROJECTION_RATE, SIGMOID_RATE = 1.5e-3, 2e-2
"""Learning rates of the projection, and of the slope and the centre of the sigmoid after it; without weight decay."""
PROJECTION_PENALTY = 0.02
"""How strongly the projection is held near where it starts, the main directions of the token vectors."""
GRADIENT_NORM = 5.0
"""Gradients of a larger norm are scaled down to it."""
WARM_UP, RATE_FLOOR = 0.05, 0.02
"""Share of the steps in which the learning rate rises, and the share of the highest rate that it keeps to the end."""
DIRECTION_STEP = 8
"""Every eighth token vector is enough to find the main directions."""


@dataclass(frozen=True)
class Schedule:
    """How fast to learn.

    Attributes:
        epochs: Passes over the data.
        learning_rate: The highest of most parameters.
        loss_scale: What the summed loss of one example is divided by: about the number of its pairs.
    """

    epochs: int
    learning_rate: float
    loss_scale: float


LINK_SCHEDULE = Schedule(epochs=4, learning_rate=2e-3, loss_scale=60.0)
PASSAGE_SCHEDULE = Schedule(epochs=3, learning_rate=1e-3, loss_scale=4.0)


@dataclass(frozen=True)
class TextBatch:
    """One article of an example.

    Attributes:
        tokens: Its token vectors, (t, d).
        starts: The first token of each sentence.
        rows: The columns of `TokenRows` for the chosen pairs, and `cell`, the pair of each row, (r,) each but for `values`.
    """

    tokens: Tensor
    starts: list[int]
    rows: dict[str, Tensor]


@dataclass(frozen=True)
class Example:
    """Two articles, or a statement and an article, with c chosen pairs of sentences.

    Attributes:
        left: The left article.
        right: The right article.
        features: Those of the pairs, (c, f).
        labels: 1.0 for a link, 0.0 for none, (c,).
        counted: Which pairs count in the loss, (c,).
    """

    left: TextBatch
    right: TextBatch
    features: NDArray[np.float32]
    labels: Tensor
    counted: Tensor


def make_example(
    articles: ArticlePair, pairs: SentencePairs, names: Sequence[str], linked: NDArray[Any], counted: NDArray[Any]
) -> Example:
    """Return an example for fitting.

    Args:
        articles: Two articles of n and m sentences.
        pairs: The chosen pairs of their sentences.
        names: The features of pairs that the model takes.
        linked: Which pairs are links, (n, m).
        counted: Which pairs count, (n, m).
    """
    left, right = pairs
    left_context, right_context = articles.contexts()
    return Example(
        _text_batch(articles, 0, token_rows(left_context, left, right)),
        _text_batch(articles, 1, token_rows(right_context, right, left)),
        articles.feature_table(names, (left, right)).astype(np.float32),
        torch.tensor(linked[left, right], dtype=torch.float32),
        torch.tensor(counted[left, right]),
    )


def _text_batch(articles: ArticlePair, side: int, rows: TokenRows) -> TextBatch:
    lengths = np.diff(np.append(rows.starts, len(rows.token)))
    cell = np.repeat(np.arange(len(rows.starts)), lengths)
    columns = {"cell": cell, "token": rows.token, "other": rows.other, "values": rows.values, "weights": rows.weights}
    text = articles.texts[side]
    tokens = torch.from_numpy(text.tokens)  # shared: a statement's article is there once, not once a statement
    return TextBatch(tokens, text.starts.tolist(), {name: torch.tensor(values) for name, values in columns.items()})


class TokenNetwork(nn.Module):  # type: ignore[misc]  # torch is not checked here: it would take a minute
    """The network of the token model, with dropout while it is fitted.

    Args:
        directions: Where the projection starts, rows strongest first, (d, d).
        features: How many features of a pair it takes.
    """

    def __init__(self, directions: NDArray[np.float32], features: int) -> None:
        super().__init__()
        width, values = len(directions), len(TOKEN_FEATURES) + 3 + TOKEN_TYPES
        self.projection = nn.Parameter(torch.tensor(directions.T[:, :PROJECTION_WIDTH].copy()))
        self.slope, self.centre = nn.Parameter(torch.tensor(12.0)), nn.Parameter(torch.tensor(0.6))
        self.sort, self.inner = nn.Linear(width, TOKEN_TYPES), nn.Linear(values, INNER_WIDTH)
        self.outer, self.gate = nn.Linear(INNER_WIDTH, OUTER_WIDTH), nn.Linear(len(GATE_FEATURES) + TOKEN_TYPES, 1)
        self.hidden = nn.Linear(OUTER_WIDTH * 6 + features, HIDDEN_WIDTH)
        self.last, self.direct = nn.Linear(HIDDEN_WIDTH, 1), nn.Linear(features, 1, bias=False)
        nn.init.constant_(self.last.bias, -2.5)
        nn.init.constant_(self.gate.bias, 0.54)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, left: TextBatch, right: TextBatch, features: Tensor) -> Tensor:
        """Return the log-odds of the chosen pairs, (c,); their features are standardised, (c, f)."""
        left_tokens, right_tokens = (
            functional.normalize(text.tokens @ self.projection, dim=1, eps=MIN_LENGTH) for text in (left, right)
        )
        cosines = left_tokens @ right_tokens.T
        of_left = self._pool(left, _max_similarity(cosines, right.starts), len(features))
        of_right = self._pool(right, _max_similarity(cosines.T, left.starts), len(features))
        values = torch.cat([of_left + of_right, (of_left - of_right).abs(), features], 1)
        hidden = functional.relu(self.hidden(self.dropout(values)))
        return (self.last(self.dropout(hidden)) + self.direct(features))[:, 0]

    def _pool(self, text: TextBatch, similarity: Tensor, pairs: int) -> Tensor:
        """Return mean, sum and maximum of the token scores of each pair, (c, 3 k).

        Args:
            text: One article.
            similarity: Of its tokens to the m sentences of the other, (t, m).
            pairs: How many there are, c.
        """
        gate_columns = [TOKEN_FEATURES.index(name) for name in GATE_FEATURES]
        rows, token, cell = text.rows, text.rows["token"], text.rows["cell"]
        top = similarity.topk(min(2, similarity.shape[1]), 1).values
        second = top[:, 1:] if top.shape[1] > 1 else torch.zeros_like(top)
        rival = torch.where(similarity >= top[:, :1], second, top[:, :1])
        close = torch.sigmoid(self.slope * (similarity - self.centre))
        projected = torch.stack([similarity * 2, close, (similarity - rival) * 3], 2)
        types = self.dropout(torch.tanh(self.sort(text.tokens * 2))[token])
        values = torch.cat([rows["values"], projected[token, rows["other"]], types], 1)
        scores = functional.relu(self.outer(functional.relu(self.inner(values))))
        gate_values = torch.cat([rows["values"][:, gate_columns], types], 1)
        gates = rows["weights"] * functional.softplus(self.gate(gate_values)[:, 0])
        mass = torch.zeros(pairs).index_add(0, cell, gates)[:, None].clamp_min(MIN_MASS)
        total = torch.zeros(pairs, OUTER_WIDTH).index_add(0, cell, scores * gates[:, None])
        most = torch.zeros(pairs, OUTER_WIDTH).scatter_reduce(0, cell[:, None].expand(-1, OUTER_WIDTH), scores, "amax")
        return torch.cat([total / mass, torch.log1p(total), most], 1)

    def to_parameters(self) -> Parameters:
        """Return the fitted numbers as arrays, rounded to half precision, in which they are stored."""
        tensors: dict[str, Tensor] = {"projection": self.projection, "slope": self.slope, "centre": self.centre}
        for name in ("sort", "inner", "outer", "gate", "hidden"):
            layer: nn.Linear = getattr(self, name)
            tensors |= {name: layer.weight.T, f"{name}_bias": layer.bias}
        tensors |= {name: tensors[name][..., 0] for name in ("gate", "gate_bias")}
        tensors |= {"last": self.last.weight[0], "bias": self.last.bias[0], "direct": self.direct.weight[0]}
        rounded = {name: tensor.detach().numpy().astype(np.float16).astype(np.float32) for name, tensor in tensors.items()}
        return Parameters(**{field.name: rounded[field.name] for field in fields(Parameters)})


def _max_similarity(cosines: Tensor, starts: Sequence[int]) -> Tensor:
    """Return the cosine of each token with its best match in each sentence, (t, m)."""
    ends = [*starts[1:], cosines.shape[1]]
    return torch.stack([cosines[:, start:end].amax(1) for start, end in zip(starts, ends, strict=True)], 1)


def train_token_model(data: Sequence[Example], names: Sequence[str], schedule: Schedule) -> TokenModel:
    """Fit a token model: binary cross-entropy over the counted pairs, Adam with decoupled weight decay, one example a step.

    One thread, so that how many cores are free changes nothing.

    Args:
        data: The examples.
        names: The features of pairs that they have, in order.
        schedule: How fast to learn.
    """
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        return _train(data, names, schedule)
    finally:
        torch.set_num_threads(threads)


def _train(data: Sequence[Example], names: Sequence[str], schedule: Schedule) -> TokenModel:
    features = np.concatenate([item.features for item in data])
    means, scales = features.mean(0), features.std(0) + 1e-6
    torch.manual_seed(0)
    network = TokenNetwork(_directions(data), len(names)).train()
    start = network.projection.detach().clone()
    sigmoid = [network.slope, network.centre]
    rest = [value for value in network.parameters() if all(value is not other for other in (network.projection, *sigmoid))]
    groups = [
        (rest, schedule.learning_rate, WEIGHT_DECAY),
        ([network.projection], PROJECTION_RATE, 0.0),
        (sigmoid, SIGMOID_RATE, 0.0),
    ]
    optimizer = torch.optim.AdamW([{"params": params, "lr": rate, "weight_decay": decay} for params, rate, decay in groups])
    standardized = [torch.tensor(np.clip((item.features - means) / scales, -CLIP, CLIP)) for item in data]
    for index, rate_share in _steps(len(data), schedule.epochs):
        item = data[index]
        if not item.counted.any():
            continue
        for group, (_, rate, _) in zip(optimizer.param_groups, groups, strict=True):
            group["lr"] = rate * rate_share
        log_odds = network(item.left, item.right, standardized[index])
        losses = functional.binary_cross_entropy_with_logits(log_odds, item.labels, reduction="none")
        penalty = PROJECTION_PENALTY * ((network.projection - start) ** 2).sum()
        loss = losses[item.counted].sum() / schedule.loss_scale + penalty
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), GRADIENT_NORM)
        optimizer.step()
    scale = zip(means.astype(float).tolist(), scales.astype(float).tolist(), strict=True)
    return TokenModel(network.to_parameters(), dict(zip(names, scale, strict=True)))


def _steps(items: int, epochs: int) -> Iterator[tuple[int, float]]:
    """Yield which example comes next, and the share of the highest learning rate: a short rise, then evenly down."""
    random, total = np.random.default_rng(0), epochs * items
    order = [index for _ in range(epochs) for index in random.permutation(items).tolist()]
    for step, index in enumerate(order):
        yield index, min(1.0, (step + 1) / (WARM_UP * total)) * max(RATE_FLOOR, 1 - step / total)


def _directions(data: Sequence[Example]) -> NDArray[np.float32]:
    """Return the main directions of the left token vectors as rows, strongest first, (d, d)."""
    tokens = np.concatenate([item.left.tokens.numpy()[::DIRECTION_STEP] for item in data])
    _, vectors = np.linalg.eigh(tokens.T @ tokens)
    directions: NDArray[np.float32] = np.ascontiguousarray(vectors[:, ::-1].T)
    return directions
