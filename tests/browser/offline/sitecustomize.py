"""Cuts a Python process off from the network: only this machine is reached, and what else was tried is written down.

Python imports it by itself when this folder is on PYTHONPATH; SAMESTORY_TRIED names the file for what was tried, empty at first.
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

TRIED = Path(os.environ["SAMESTORY_TRIED"])
HERE = {"127.0.0.1", "::1", "localhost", "", None}


def _refused(host: object) -> bool:
    """Whether a host is another machine; then it is written down."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in HERE:
        return False
    with TRIED.open("a", encoding="utf-8") as log:
        log.write(f"{name}\n")
    return True


def _looked_up(asked: Callable[..., Any]) -> Callable[..., Any]:
    def only_here(host: object, *rest: Any, **more: Any) -> Any:  # noqa: ANN401 - passed through
        if _refused(host):
            raise socket.gaierror(f"no network: {host!r}")
        return asked(host, *rest, **more)

    return only_here


def _sent(to: Callable[..., Any]) -> Callable[..., Any]:
    def only_here(sock: socket.socket, *rest: Any) -> Any:  # noqa: ANN401 - passed through
        if sock.family in (socket.AF_INET, socket.AF_INET6) and _refused(rest[-1][0]):
            raise OSError(f"no network: {rest[-1]!r}")
        return to(sock, *rest)

    return only_here


TRIED.touch()
for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex"):
    setattr(socket, name, _looked_up(getattr(socket, name)))
for name in ("connect", "connect_ex", "sendto"):
    setattr(socket.socket, name, _sent(getattr(socket.socket, name)))
