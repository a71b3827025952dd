"""The sample stories that come with Samestory: what they are, and their articles read like any other file."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..intake import edit, read_file
from ..story import Article, InputError

PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Sample:
    """One sample story: its folder, title, one sentence about it, and (outlet, path) of each article in order."""

    slug: str
    title: str
    about: str
    articles: tuple[tuple[str, Path], ...]


def samples(folder: Path | None = None) -> tuple[Sample, ...]:
    """Return the samples in `folder` (by default those that come along) by name; one without articles is left out."""
    home = folder or _samples_folder()
    if home is None:
        return ()
    found = (_read_truth(path) for path in sorted(home.glob("*/truth.json")))
    return tuple(sample for sample in found if sample.articles)


def read_sample(sample: Sample, progress: Callable[[str, float], None]) -> Iterator[tuple[Path, Article | InputError]]:
    """Read the articles of a sample and report progress. An outlet that the file does not name is taken from the sample."""
    for number, (outlet, path) in enumerate(sample.articles):
        progress(f"Reading {path.name}", number / len(sample.articles))
        try:
            article = read_file(path)
            yield path, article if article.outlet else edit(article, outlet=outlet)
        except InputError as error:
            yield path, error


def _samples_folder() -> Path | None:
    """Return the folder of the samples: beside this package in a clone, inside it in an installed copy."""
    places = (PACKAGE / "data", PACKAGE.parent / "data")
    return next((place for place in places if any(place.glob("*/truth.json"))), None)


def _read_truth(truth: Path) -> Sample:
    values: dict[str, Any] = json.loads(truth.read_text(encoding="utf-8"))
    articles = tuple(
        (str(entry.get("outlet", key)), truth.parent / str(entry["file"])) for key, entry in sorted(values["articles"].items())
    )
    return Sample(truth.parent.name, str(values["title"]), str(values["about"]), articles)
