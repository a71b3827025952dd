"""The network that is fitted and the reader that the program runs are one and the same, and fitting learns."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from components.evidence.pairs import RULED_OUT
from components.evidence.reader import Reader
from tests.evidence.making import FLOOD, RIVER
from tests.evidence.test_reader import beside
from tests.quality.training import Network, example, train

NAMES = ["meaning_more", "words_less", "numbers_shared", "place_apart"]
CHOSEN = np.where(np.eye(len(FLOOD), len(RIVER)) > 0, 1.0, RULED_OUT * 2)
LINKED = np.eye(len(FLOOD), len(RIVER))


@pytest.mark.model
def test_network_and_reader_agree() -> None:
    articles = beside(FLOOD, RIVER)
    item = example(articles, CHOSEN, NAMES, LINKED, np.ones_like(LINKED, bool))
    torch.manual_seed(3)
    directions = np.random.default_rng(0).standard_normal((384, 384), dtype=np.float32) / np.float32(20)
    network = Network(directions, len(NAMES)).eval()
    reader = Reader(network.parameters_found(), dict.fromkeys(NAMES, (0.0, 1.0)))
    with torch.no_grad():
        expected = network(item.left, item.right, torch.tensor(item.table)).numpy()
    left, right = np.nonzero(CHOSEN > RULED_OUT)
    found = np.concatenate([read.log_odds() for read in reader.read(articles, (left, right))])
    np.testing.assert_allclose(found, expected, atol=2e-2)  # parameters are stored in half precision


@pytest.mark.model
def test_a_reader_learns_what_it_is_shown_the_same_each_time() -> None:
    articles = beside(FLOOD, RIVER)
    data = [example(articles, CHOSEN, NAMES, LINKED, np.ones_like(LINKED, bool))] * 25
    first, again = train(data, NAMES), train(data, NAMES)
    left, right = np.nonzero(CHOSEN > RULED_OUT)
    (read,), (same,) = first.read(articles, (left, right)), again.read(articles, (left, right))
    assert np.array_equal(read.log_odds(), same.log_odds())
    linked = LINKED[left, right] > 0
    assert read.log_odds()[linked].min() > read.log_odds()[~linked].max()
