"""The network that is fitted and the reader that the program runs are one and the same, and fitting learns."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from components.matching.token_model import TokenModel
from components.training.token_network import LINKS, Network, example, train
from tests.matching.factories import FLOOD, RIVER
from tests.matching.test_token_model import beside

NAMES = ["meaning_more", "words_less", "numbers_shared", "place_apart"]
LINKED = np.eye(len(FLOOD), len(RIVER), dtype=int)
LEFT, RIGHT = np.nonzero(LINKED >= 0)
COUNTED = np.ones_like(LINKED, bool)


@pytest.mark.model
def test_network_and_reader_agree() -> None:
    articles = beside(FLOOD, RIVER)
    item = example(articles, (LEFT, RIGHT), NAMES, LINKED, COUNTED)
    torch.manual_seed(3)
    directions = np.random.default_rng(0).standard_normal((384, 384), dtype=np.float32) / np.float32(20)
    network = Network(directions, len(NAMES)).eval()
    reader = TokenModel(network.parameters_found(), dict.fromkeys(NAMES, (0.0, 1.0)))
    with torch.no_grad():
        expected = network(item.left, item.right, torch.tensor(item.table)).numpy()
    found = np.concatenate([read.log_odds() for read in reader.score(articles, (LEFT, RIGHT))])
    np.testing.assert_allclose(found, expected, atol=2e-2)  # parameters are stored in half precision


@pytest.mark.model
def test_a_reader_learns_what_it_is_shown_the_same_each_time() -> None:
    articles = beside(FLOOD, RIVER)
    data = [example(articles, (LEFT, RIGHT), NAMES, LINKED, COUNTED)] * 25
    first, again = train(data, NAMES, LINKS), train(data, NAMES, LINKS)
    (read,), (same,) = first.score(articles, (LEFT, RIGHT)), again.score(articles, (LEFT, RIGHT))
    assert np.array_equal(read.log_odds(), same.log_odds())
    linked = LINKED[LEFT, RIGHT] > 0
    assert read.log_odds()[linked].min() > read.log_odds()[~linked].max()
