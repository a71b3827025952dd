"""The network that is fitted and the token model that the program runs are one and the same, and fitting learns."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from components.matching.token_model import TokenModel
from components.training.token_network import LINK_SCHEDULE, TokenNetwork, make_example, train_token_model
from tests.matching.factories import FLOOD, RIVER
from tests.matching.test_token_model import article_pair

NAMES = ["meaning_more", "words_less", "numbers_shared", "place_apart"]
LINKED = np.eye(len(FLOOD), len(RIVER), dtype=int)
LEFT, RIGHT = np.nonzero(LINKED >= 0)
COUNTED = np.ones_like(LINKED, bool)


@pytest.mark.model
def test_network_and_token_model_agree() -> None:
    articles = article_pair(FLOOD, RIVER)
    item = make_example(articles, (LEFT, RIGHT), NAMES, LINKED, COUNTED)
    torch.manual_seed(3)
    directions = np.random.default_rng(0).standard_normal((384, 384), dtype=np.float32) / np.float32(20)
    network = TokenNetwork(directions, len(NAMES)).eval()
    token_model = TokenModel(network.to_parameters(), dict.fromkeys(NAMES, (0.0, 1.0)))
    with torch.no_grad():
        expected = network(item.left, item.right, torch.tensor(item.features)).numpy()
    actual = np.concatenate([scores.log_odds() for scores in token_model.score(articles, (LEFT, RIGHT))])
    np.testing.assert_allclose(actual, expected, atol=2e-2)  # parameters are stored in half precision


@pytest.mark.model
def test_a_token_model_learns_what_it_is_shown_the_same_each_time() -> None:
    articles = article_pair(FLOOD, RIVER)
    data = [make_example(articles, (LEFT, RIGHT), NAMES, LINKED, COUNTED)] * 25
    first, again = train_token_model(data, NAMES, LINK_SCHEDULE), train_token_model(data, NAMES, LINK_SCHEDULE)
    (scores,), (again_scores,) = first.score(articles, (LEFT, RIGHT)), again.score(articles, (LEFT, RIGHT))
    assert np.array_equal(scores.log_odds(), again_scores.log_odds())
    linked = LINKED[LEFT, RIGHT] > 0
    assert scores.log_odds()[linked].min() > scores.log_odds()[~linked].max()
