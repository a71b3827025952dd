"""Furniture and masthead on pages as people paste them. The pages say themselves what must become of each line."""

from __future__ import annotations

from pathlib import Path

import pytest

from components.intake import read_text

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def load(path: Path) -> tuple[str, list[str], list[tuple[str, str]], dict[str, str]]:
    """A page: its raw text, the lines that stay, (rule, line) that go, and the masthead."""
    raw, kept, removed, fields = [], [], [], {}
    for row in path.read_text(encoding="utf-8").splitlines():
        if row.startswith("# "):
            field, value = row[2:].split(": ", 1)
            fields[field] = value
            continue
        rule, _, text = row.partition("| ")
        raw.append(text)
        if rule.strip():
            removed.append((rule.strip(), text))
        elif text:
            kept.append(text)
    return "\n".join(raw), kept, removed, fields


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_each_line_stays_or_goes_as_the_page_says(path: Path) -> None:
    raw, kept, removed, _ = load(path)
    article = read_text(raw)
    assert [line for line in article.text.split("\n") if line] == kept
    labelled = [(stretch.rule, line) for stretch in article.removed for line in stretch.text.split("\n") if line.strip()]
    assert labelled == removed


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_masthead_is_read(path: Path) -> None:
    raw, _, _, fields = load(path)
    article = read_text(raw)
    for field, value in fields.items():
        actual = getattr(article.masthead, field) if field in ("dateline", "byline") else getattr(article, field)
        assert actual == value, field
    if "outlet" not in fields:
        assert article.outlet is None
    if "published" in fields:
        assert article.masthead.date == fields["published"]
