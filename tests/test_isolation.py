"""The tests themselves: they reach this machine only, keep off the user's cache, and fail in CI instead of being skipped."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from pytest_socket import SocketConnectBlockedError

from components.embeddings.caching import cache_folder
from tests import conftest

ELSEWHERE = "192.0.2.1"  # an address that RFC 5737 keeps for examples


@pytest.mark.filterwarnings("ignore:A test tried to use socket:UserWarning")
def test_no_address_but_this_machine_is_reached() -> None:
    with socket.socket() as outward, pytest.raises(SocketConnectBlockedError):
        outward.connect((ELSEWHERE, 80))


def test_this_machine_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as client:
        assert client.getpeername() == server.getsockname()


def test_vectors_of_a_test_run_stay_out_of_the_users_cache(_own_cache: Path) -> None:
    assert cache_folder() == _own_cache
    assert Path(os.environ["SAMESTORY_CACHE"]) == _own_cache


@pytest.mark.parametrize(("in_ci", "outcome"), [(False, pytest.skip.Exception), (True, pytest.fail.Exception)])
def test_what_is_missing_skips_here_and_fails_in_ci(
    monkeypatch: pytest.MonkeyPatch, in_ci: bool, outcome: type[BaseException]
) -> None:
    monkeypatch.setattr(conftest, "IN_CI", in_ci)
    with pytest.raises(outcome, match="no gold"):
        conftest.missing("no gold")
