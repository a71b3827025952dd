"""`make bench`: what a comparison costs beside the encoding and parsing it stands on, side by side in one run; never asserted.

Five articles of forty sentences, drawn by a fixed seed from the sample stories so that all differ; caches empty.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from components import Settings, read_file, read_sentences
from components.analysis import analyze, decide
from components.compare import compare
from components.embeddings import load_encoder
from components.language import parse
from components.story import Article

ARTICLES, SENTENCES, ROUNDS = 5, 40, 5
DATA = Path(__file__).parent.parent / "data"


def story() -> list[Article]:
    """The articles to compare: real sentences, each numbered so that no two are the same text."""
    files = sorted(path for path in DATA.glob("*/*") if path.suffix in {".txt", ".html", ".md"})
    sentences = [sent.text for path in files for sent in read_file(path).sentences]
    drawn = random.Random(0).choices(sentences, k=ARTICLES * SENTENCES)  # noqa: S311
    numbered = [f"{text} ({at})" for at, text in enumerate(drawn)]
    return [read_sentences(numbered[at : at + SENTENCES], outlet=f"Outlet {at}") for at in range(0, len(numbered), SENTENCES)]


def seconds(task: Callable[[], object]) -> float:
    """The best of some rounds: what is in the way of the others is not the program."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        task()
        best = min(best, time.perf_counter() - start)
    return best


def cold(*arguments: str) -> float:
    """A whole process, from nothing to its end."""
    command = [sys.executable, "-m", "components", *arguments]
    return seconds(lambda: subprocess.run(command, check=True, capture_output=True))


def main() -> None:
    """Measure and print."""
    articles, encoder = story(), load_encoder()
    texts = [sent.text for article in articles for sent in article.sentences]
    encoding = seconds(lambda: encoder.encode(texts))
    parsing = seconds(lambda: parse(texts))
    comparing = seconds(lambda: compare(articles, encoder=encoder))
    analysis = analyze(articles, encoder=encoder)
    deciding = seconds(lambda: decide(analysis, Settings.of("fewer, surer")))
    print(f"encoding {len(texts)} sentences          {encoding:7.3f} s")
    print(f"parsing them                     {parsing:7.3f} s")
    times = comparing / (encoding + parsing)
    print(f"comparing {ARTICLES} articles of {SENTENCES}        {comparing:7.3f} s   {times:.2f} x both")
    print(f"deciding at a new strictness     {deciding:7.3f} s   {deciding / comparing:.3f} x comparing")
    pair = sorted(str(path) for path in DATA.glob("*/*.txt"))[:2]
    print(f"cold start of --help             {cold('--help'):7.3f} s")
    print(f"cold start of a comparison       {cold('compare', *pair):7.3f} s")


if __name__ == "__main__":
    main()
