"""The command line: what goes where, and with which exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest

from components.__main__ import main
from components.matching import Progress
from components.settings import Settings
from components.story import Article, Comparison, InputError, Presence, SkippedFile
from tests.report.factories import hostile, state

verbs = import_module("components.compare")  # `components.compare` itself is the verb
ROOT = Path(__file__).parent.parent
STORY = (
    "Bridge over the Elver closes\n\nThe bridge over the Elver was closed on Friday.\n\n"
    "Engineers found forty broken bolts. Repairs will take three weeks.\n"
)
HEAVY = ("torch", "spacy", "pandas", "streamlit", "plotly", "sentence_transformers", "jinja2", "trafilatura", "pypdf", "docx")


class CompareCall:
    """What the command line passed to `compare`."""

    articles: Sequence[Article] = ()
    settings: Settings | None = None


@pytest.fixture
def compare_call(monkeypatch: pytest.MonkeyPatch) -> CompareCall:
    """Stands in for the comparison itself: what it was given, and a small answer."""
    call = CompareCall()

    def compare(
        articles: Sequence[Article], *, settings: Settings | None = None, errors: Sequence[SkippedFile] = (), **_: object
    ) -> Comparison:
        call.articles, call.settings = articles, settings
        answer = hostile(["One \x1b[31mstory.", "Two <b>facts</b>."], articles=2)
        return replace(answer, errors=tuple(errors), notes=("A note to read.",))

    def trace(statement: str, articles: Sequence[Article], *, settings: Settings | None = None) -> dict[str, Presence]:
        call.articles, call.settings = articles, settings
        return {key: state("stated", 0.97, 0) for key, _ in zip("ABCDEFGHIJKL", articles, strict=False)}

    monkeypatch.setattr(verbs, "compare", compare)
    monkeypatch.setattr(verbs, "trace", trace)
    return call


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Two usable files and one that is empty, the last."""
    for name, text in (("a.txt", STORY), ("b.txt", STORY.replace("forty", "14")), ("empty.txt", "")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in ("a.txt", "b.txt", "empty.txt")]


def run(*arguments: str, python: Sequence[str] = ("-m", "components"), **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *python, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def test_without_output_options_a_summary_is_printed(
    compare_call: CompareCall, files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *files[:2]]) == 0
    out, err = capsys.readouterr()
    assert "Note: A note to read." in out
    assert "machine-made, 0 of 2 facts checked" in " ".join(out.split())
    assert "\x1b" not in out
    assert err == ""
    assert compare_call.settings == Settings()


def test_bad_files_are_named_and_the_others_compared(
    compare_call: CompareCall, files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *files, "--json", "-"]) == 0
    out, err = capsys.readouterr()
    errors = json.loads(out)["errors"]
    assert [error["file"] for error in errors] == [files[2]]
    assert f"samestory: {files[2]}: {errors[0]['cause']}\n" in err
    assert len(compare_call.articles) == 2


def test_json_to_standard_output_is_all_that_stands_there(
    compare_call: CompareCall, files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *files[:2], "--json", "-"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out)["schema"] == "samestory/1"
    assert err == "samestory: A note to read.\n"


def test_every_output_at_once(
    compare_call: CompareCall, files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = [tmp_path / "out.json", tmp_path / "report.html", tmp_path / "tables", tmp_path / "report.docx"]
    options = [str(part) for pair in zip(("--json", "--html", "--csv", "--docx"), paths, strict=True) for part in pair]
    assert main(["compare", *files[:2], *options]) == 0
    assert capsys.readouterr().out == ""
    assert json.loads(paths[0].read_text(encoding="utf-8"))["schema"] == "samestory/1"
    assert paths[1].read_text(encoding="utf-8").startswith("<!doctype html>")
    assert (paths[2] / "about.csv").is_file()
    assert paths[3].read_bytes().startswith(b"PK")
    assert not list(tmp_path.rglob(".*"))


@pytest.mark.parametrize("usable", [0, 1])
def test_fewer_than_two_usable_files_is_not_done(
    usable: int, compare_call: CompareCall, files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    missing = str(tmp_path / "missing.txt")
    assert main(["compare", *files[:usable], files[2], missing, "--json", str(tmp_path / "out.json")]) == 2
    out, err = capsys.readouterr()
    lines = err.splitlines()
    assert out == ""
    assert [line.split(": ")[1] for line in lines[:2]] == [files[2], missing]
    assert lines[2] == (
        "samestory: Nothing was compared: only one file can be used; give two articles or more."
        if usable
        else "samestory: Nothing was compared: no file can be used; give two articles or more."
    )
    assert not (tmp_path / "out.json").exists()


@pytest.mark.parametrize("option", ["--json", "--html", "--csv", "--docx"])
def test_a_place_that_cannot_be_written_is_one_sentence(
    option: str, compare_call: CompareCall, files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(tmp_path.rglob("*"))
    assert main(["compare", *files[:2], option, str(Path(files[0]) / "out")]) == 2
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 1
    assert err.startswith("samestory: ")
    assert compare_call.articles == (), "the place is tried before the long work"
    assert sorted(tmp_path.rglob("*")) == before


def test_one_bad_place_leaves_no_other_file(compare_call: CompareCall, files: list[str], tmp_path: Path) -> None:
    assert main(["compare", *files[:2], "--json", str(tmp_path / "out.json"), "--csv", str(Path(files[0]) / "x")]) == 2
    assert not (tmp_path / "out.json").exists()


def test_what_cannot_be_compared_is_one_sentence(
    files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*_: object, **__: object) -> Comparison:
        raise InputError("13 articles are more than 12; take some away.")

    monkeypatch.setattr(verbs, "compare", refuse)
    assert main(["compare", *files[:2], "--csv", str(tmp_path / "new")]) == 2
    assert capsys.readouterr().err == "samestory: 13 articles are more than 12; take some away.\n"
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize(
    ("options", "settings"),
    [
        (["--strictness", "fewer, surer"], Settings.of("fewer, surer", encoder="some/folder")),
        (["--strictness", "more"], Settings.of("more, less sure", encoder="some/folder")),
        (["--strictness", "Balanced"], Settings(encoder="some/folder")),
        (["--link-probability", "0.55"], Settings(link_probability=0.55, encoder="some/folder")),
    ],
)
def test_strictness_in_words_or_as_a_probability(
    options: list[str], settings: Settings, compare_call: CompareCall, files: list[str]
) -> None:
    assert main(["compare", *files[:2], *options, "--encoder", "some/folder"]) == 0
    assert compare_call.settings == settings


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--strictness", "harsh"], "none of"),
        (["--link-probability", "1.5"], "not a probability from 0 to 1"),
        (["--link-probability", "nan"], "not a probability from 0 to 1"),
        (["--link-probability", "0.5", "--strictness", "more"], "not allowed with"),
        (["--nonsense"], "unrecognized"),
    ],
)
def test_options_that_make_no_sense(
    options: list[str], message: str, files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["compare", *files[:2], *options])
    assert stop.value.code == 2
    assert message in capsys.readouterr().err


def test_outlets_can_be_named(compare_call: CompareCall, files: list[str]) -> None:
    assert main(["compare", *files[:2], "--outlet", f"{files[1]}=Elver = Live"]) == 2
    assert main(["compare", *files[:2], "--outlet", f"{files[1]}=Elver Live"]) == 0
    assert compare_call.articles[1].outlet == "Elver Live"


@pytest.mark.parametrize("option", ["Herald", "other.txt=Herald", "="])
def test_an_outlet_for_no_file_is_refused(
    option: str, compare_call: CompareCall, files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", *files[:2], "--outlet", option]) == 2
    assert "write it as FILE=NAME" in capsys.readouterr().err


def test_a_statement_is_traced(compare_call: CompareCall, files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", "The bridge was closed.", files[0], files[2]]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("“The bridge was closed.”\n\n● A · ")
    assert "stated (very likely, 0.97)" in out
    assert files[2] in err
    assert main(["trace", "The bridge was closed.", files[2]]) == 2


def test_the_cache_is_cleared(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SAMESTORY_CACHE", str(tmp_path))
    assert main(["clear-cache"]) == 0
    assert capsys.readouterr().out == "The cache of vectors is empty; 0.0 MB were freed.\n"


@pytest.mark.parametrize("name", ["batch", "app"])
def test_reserved_names_say_so(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([name]) == 2
    assert "reserved" in capsys.readouterr().err


def test_a_name_with_escape_codes_cannot_move_the_cursor(
    compare_call: CompareCall, files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(["compare", *files[:2], "no\x1b[2Jsuch.txt"])
    assert "\x1b" not in capsys.readouterr().err


def test_interrupting_is_quiet(files: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(*_: object, **__: object) -> Comparison:
        raise KeyboardInterrupt

    monkeypatch.setattr(verbs, "compare", interrupt)
    assert main(["compare", *files[:2]]) == 130
    assert capsys.readouterr().out == ""


def test_progress_is_shown_to_people_only(
    files: list[str], compare_call: CompareCall, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def compare(*_: object, progress: Progress | None = None, **__: object) -> Comparison:
        if progress:
            progress("reading sentences", 0.5)
            progress("reading sentences", 1)
        return hostile(["One."])

    monkeypatch.setattr(verbs, "compare", compare)
    main(["compare", *files[:2]])
    assert "reading sentences" not in capsys.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    main(["compare", *files[:2]])
    assert "reading sentences, 50%" in capsys.readouterr().err


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys; from components.__main__ import main\n"
        "try: main(['--help'])\n"
        f"finally: print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = run(python=("-c", script))
    assert done.stdout.splitlines()[-1] == "[]", done.stderr
    assert "clear-cache" in done.stdout


def test_any_locale_gets_through() -> None:
    script = (
        "import sys; from components.__main__ import main; main(['batch']); sys.stdout.write('● é \\ud800'); sys.stdout.flush()"
    )
    done = run(python=("-c", script), PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.stdout == "● é \\ud800", done.stderr


def test_a_reader_that_stops_reading_is_no_error(files: list[str]) -> None:
    script = (
        "import sys; from components.__main__ import main; from components.compare import compare\n"
        "from tests.report.factories import hostile\n"
        "sys.modules['components.compare'].compare = lambda *a, **k: hostile(['x' * 99] * 99)\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", script, "compare", *files[:2], "--json", "-"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.read(1) == b"{"
        process.stdout.close()
        assert b"Error" not in process.stderr.read()
        assert process.wait() == 0


@pytest.mark.model
def test_a_sample_goes_all_the_way_through() -> None:
    story = ROOT / "data" / "narrows-talks"
    names = [article["file"] for article in json.loads((story / "truth.json").read_text(encoding="utf-8"))["articles"].values()]
    done = run("compare", *(str(story / name) for name in names[:2]), "--json", "-")
    assert done.returncode == 0, done.stderr
    comparison = json.loads(done.stdout)
    assert [article["key"] for article in comparison["articles"]] == ["A", "B"]
    assert comparison["links"]
    for article in comparison["articles"]:
        assert all(article["text"][s["start"] : s["end"]] == s["text"] for s in article["sentences"])
    texts = {article["key"]: article["text"] for article in comparison["articles"]}
    for mention in (mention for fact in comparison["facts"] for mention in fact["mentions"]):
        assert " … ".join(texts[mention["article"]][slice(*span)] for span in mention["spans"]) == mention["text"]
    ids = {fact["id"] for fact in comparison["facts"]}
    assert {difference["fact"] for difference in comparison["differences"]} <= ids
    assert {attribution["article"] for attribution in comparison["attributions"]} == {"A", "B"}
