"""The terminal door: `compare`, `trace`, `clear-cache`. Results go to standard output, everything else to standard error.

Exit status 0: done, perhaps with files set aside, which are named on standard error; 2: not done, one line a file with cause and
remedy; 130: interrupted. Nothing heavy is imported before there is work for it.
"""

from __future__ import annotations

import argparse
import io
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from .settings import MAX_ARTICLES, THRESHOLDS, Settings, Strictness

if TYPE_CHECKING:
    from .matching import Progress
    from .report.atomic_write import Staging
    from .story import Article, Comparison, SkippedFile

DONE, NOT_DONE, INTERRUPTED = 0, 2, 130
FEWEST = 2
"""Articles that a comparison needs."""
RESERVED = ("app", "batch")
STRICTNESS: dict[str, Strictness] = {word.partition(",")[0]: word for word in THRESHOLDS}


class RefusalError(Exception):
    """Work that cannot be done; its text is one sentence with cause and remedy."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit status."""
    _forgiving(sys.stdout)
    _forgiving(sys.stderr)
    try:
        arguments = _parser().parse_args(argv)
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except RefusalError as refusal:
        _say(str(refusal))
        return NOT_DONE
    except BrokenPipeError:
        # Whoever read our output has closed it. Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="samestory", description="Compare how several outlets told the same story: which facts each article states."
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="{compare,trace,clear-cache}")
    comparing = commands.add_parser("compare", help="compare articles; without an output option, print a summary")
    comparing.add_argument("files", nargs="+", metavar="FILE", help=f"txt, md, html, pdf or docx; two to {MAX_ARTICLES}")
    comparing.add_argument("--json", metavar="PATH", help="write the comparison as JSON; - writes to standard output")
    comparing.add_argument("--html", metavar="PATH", help="write a report as one HTML file")
    comparing.add_argument("--docx", metavar="PATH", help="write a report as a Word document")
    comparing.add_argument("--csv", metavar="FOLDER", help="write tables into a folder")
    comparing.set_defaults(run=_compare)
    tracing = commands.add_parser("trace", help="show which articles state one statement, and where")
    tracing.add_argument("statement", help="the statement, in quotation marks")
    tracing.add_argument("files", nargs="+", metavar="FILE")
    tracing.set_defaults(run=_trace)
    for command in (comparing, tracing):
        strict = command.add_mutually_exclusive_group()
        strict.add_argument(
            "--strictness", type=_strictness, metavar="WORD", help='"fewer, surer", "balanced" (default) or "more, less sure"'
        )
        strict.add_argument("--link-probability", type=_probability, metavar="P", help="the same as a probability from 0 to 1")
        command.add_argument("--encoder", metavar="FOLDER", help="a local sentence-transformers folder, not the bundled model")
        command.add_argument(
            "--outlet", action="append", default=[], metavar="FILE=NAME", help="who published a file; may be given several times"
        )
    clearing = commands.add_parser("clear-cache", help="delete the vectors kept from earlier comparisons")
    clearing.set_defaults(run=_clear_cache)
    for name in RESERVED:
        commands.add_parser(name, add_help=False).set_defaults(run=_reserved(name))
    return parser


def _compare(arguments: argparse.Namespace) -> int:
    from .compare import compare
    from .report import summary
    from .report.atomic_write import OutputError, probe, staged
    from .story import InputError

    articles, errors = _read(arguments)
    if len(articles) < FEWEST:
        usable = "no file can be used" if not articles else "only one file can be used"
        raise RefusalError(f"Nothing was compared: {usable}; give two articles or more.")
    try:
        for place in (arguments.json if arguments.json != "-" else None, arguments.html, arguments.docx):
            if place:
                probe(Path(place))
        with staged() as staging:
            if arguments.csv:
                staging.folder(Path(arguments.csv))
            comparison = compare(articles, settings=_settings(arguments), progress=_progress(), errors=errors)
            _stage(arguments, comparison, staging)
    except (InputError, OutputError) as error:
        raise RefusalError(str(error)) from error
    files = arguments.html or arguments.docx or arguments.csv
    for note in comparison.notes if arguments.json or files else ():
        _say(note)
    if arguments.json == "-":
        sys.stdout.write(_json(comparison))
    elif not (files or arguments.json):
        sys.stdout.write(summary(comparison, columns=shutil.get_terminal_size((100, 24)).columns))
    return DONE


def _stage(arguments: argparse.Namespace, comparison: Comparison, staging: Staging) -> None:
    from .report import report_docx, report_html, write_csv

    if arguments.json and arguments.json != "-":
        staging.add(Path(arguments.json), _json(comparison))
    for place, make in ((arguments.html, report_html), (arguments.docx, report_docx)):
        if place:
            staging.add(Path(place), make(comparison, made=date.today().isoformat()))
    if arguments.csv:
        write_csv(comparison, Path(arguments.csv), made=date.today().isoformat(), staging=staging)


def _trace(arguments: argparse.Namespace) -> int:
    from .compare import trace
    from .report import trace_summary
    from .story import InputError

    articles, _ = _read(arguments)
    if not articles:
        raise RefusalError("Nothing was traced: no file can be used.")
    try:
        found = trace(arguments.statement, articles, settings=_settings(arguments))
    except InputError as error:
        raise RefusalError(str(error)) from error
    sys.stdout.write(trace_summary(arguments.statement, articles, found, columns=shutil.get_terminal_size((100, 24)).columns))
    return DONE


def _clear_cache(arguments: argparse.Namespace) -> int:
    from .embeddings import clear_cache

    sys.stdout.write(f"The cache of vectors is empty; {clear_cache() / 1e6:.1f} MB were freed.\n")
    return DONE


def _reserved(name: str) -> Callable[[argparse.Namespace], NoReturn]:
    def refuse(arguments: argparse.Namespace) -> NoReturn:
        remedy = "use compare" if name == "batch" else "start the dashboard with: make app"
        raise RefusalError(f"The command {name} is reserved for a later version; {remedy}.")

    return refuse


def _read(arguments: argparse.Namespace) -> tuple[list[Article], tuple[SkippedFile, ...]]:
    """The articles that can be used and the files that cannot, which are named on standard error at once."""
    from .intake import read_file
    from .story import InputError, SkippedFile

    outlets = _outlets(arguments)
    articles, errors = [], []
    for name in arguments.files:
        try:
            articles.append(read_file(name, outlet=outlets.get(name)))
        except InputError as error:
            errors.append(SkippedFile(name, str(error)))
    for setback in errors:
        _say(f"{setback.file}: {setback.cause}")
    return articles, tuple(errors)


def _outlets(arguments: argparse.Namespace) -> dict[str, str]:
    found = {}
    for given in arguments.outlet:
        name, parted, outlet = given.rpartition("=")
        if not parted or not outlet or name not in arguments.files:
            raise RefusalError(f"--outlet {given} names no file of this comparison; write it as FILE=NAME, the file as given.")
        found[name] = outlet
    return found


def _settings(arguments: argparse.Namespace) -> Settings:
    if arguments.strictness:
        return Settings.of(arguments.strictness, encoder=arguments.encoder)
    if arguments.link_probability is not None:
        return Settings(link_probability=arguments.link_probability, encoder=arguments.encoder)
    return Settings(encoder=arguments.encoder)


def _strictness(word: str) -> Strictness:
    """A word of the strictness control, or the part before its comma."""
    found = STRICTNESS.get(word.partition(",")[0].strip().lower())
    if found is None:
        choices = ", ".join(f'"{choice}"' for choice in THRESHOLDS)
        raise argparse.ArgumentTypeError(f"{word!r} is none of {choices}")
    return found


def _probability(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a probability from 0 to 1")
    return value


def _json(comparison: Comparison) -> str:
    import json

    return json.dumps(comparison.to_dict(), ensure_ascii=False, indent=1) + "\n"


def _progress() -> Progress | None:
    """Stages on one line of standard error, if a person is looking at it."""
    if not sys.stderr.isatty():
        return None

    def show(stage: str, done: float) -> None:
        print(f"\r\x1b[K{stage}, {done:.0%}", end="\n" if done >= 1 else "", file=sys.stderr, flush=True)

    return show


def _say(line: str) -> None:
    from .report.terminal import safe

    sys.stderr.write(f"samestory: {safe(line)}\n")


def _forgiving(stream: object) -> None:
    """UTF-8 on standard output and error, whatever the locale, with anything that cannot be written as an escape."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
