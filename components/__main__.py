"""The command line: `compare`, `trace`, `model`, `clear-cache`. Results go to standard output, everything else to standard error.

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
from .story import SamestoryError

if TYPE_CHECKING:
    from .matching import Progress
    from .report.atomic_write import Staging
    from .story import Article, Comparison, SkippedFile

DONE, NOT_DONE, INTERRUPTED = 0, 2, 130
"""Exit statuses."""
MIN_ARTICLES = 2
"""Articles that a comparison needs."""
RESERVED = ("app", "batch")
"""Names of commands that later versions may have."""
STRICTNESS: dict[str, Strictness] = {word.partition(",")[0]: word for word in THRESHOLDS}
"""The part of a strictness before its comma -> the strictness."""


class RefusalError(SamestoryError):
    """Work that cannot be done; its text is one sentence with cause and remedy."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status.

    Args:
        argv: the words of the command line after the program's name; those of this process if not given.
    """
    _accept_any_text(sys.stdout)
    _accept_any_text(sys.stderr)
    try:
        arguments = _parser().parse_args(argv)
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except RefusalError as refusal:
        _print_error(str(refusal))
        return NOT_DONE
    except BrokenPipeError:
        # Whoever read our output has closed it. Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _parser() -> argparse.ArgumentParser:
    """Return the parser of the command line; each command sets `run`, the function that carries it out."""
    parser = argparse.ArgumentParser(
        prog="samestory", description="Compare how several outlets told the same story: which facts each article states."
    )
    commands = parser.add_subparsers(title="commands", required=True, metavar="{compare,trace,model,clear-cache}")
    compare = commands.add_parser("compare", help="compare articles; without an output option, print a summary")
    compare.add_argument("files", nargs="+", metavar="FILE", help=f"txt, md, html, pdf or docx; two to {MAX_ARTICLES}")
    compare.add_argument("--json", metavar="PATH", help="write the comparison as JSON; - writes to standard output")
    compare.add_argument("--html", metavar="PATH", help="write a report as one HTML file")
    compare.add_argument("--docx", metavar="PATH", help="write a report as a Word document")
    compare.add_argument("--csv", metavar="FOLDER", help="write tables into a folder")
    compare.set_defaults(run=_compare)
    trace = commands.add_parser("trace", help="show which articles state one statement, and where")
    trace.add_argument("statement", help="the statement, in quotation marks")
    trace.add_argument("files", nargs="+", metavar="FILE")
    trace.set_defaults(run=_trace)
    for command in (compare, trace):
        _add_common_options(command)
    model = commands.add_parser(
        "model", help="get a model by name, the only command that uses the network; without one, list them"
    )
    model.add_argument("name", nargs="?", metavar="NAME", help="a model of the list")
    model.set_defaults(run=_model)
    clear_cache = commands.add_parser("clear-cache", help="delete the vectors kept from earlier comparisons")
    clear_cache.set_defaults(run=_clear_cache)
    for name in RESERVED:
        commands.add_parser(name, add_help=False).set_defaults(run=_refuse_reserved(name))
    return parser


def _add_common_options(command: argparse.ArgumentParser) -> None:
    """Add the options that `compare` and `trace` share: strictness, encoder, second reader, outlets."""
    strictness = command.add_mutually_exclusive_group()
    strictness.add_argument(
        "--strictness", type=_strictness, metavar="WORD", help='"fewer, surer", "balanced" (default) or "more, less sure"'
    )
    strictness.add_argument("--link-probability", type=_probability, metavar="P", help="the same as a probability from 0 to 1")
    command.add_argument(
        "--encoder",
        metavar="MODEL",
        help="not the bundled model: one that `model` lists, or a sentence-transformers folder",
    )
    command.add_argument("--second-reader", metavar="FOLDER", help="a local cross-encoder, asked where a fact is unclear")
    command.add_argument(
        "--outlet", action="append", default=[], metavar="FILE=NAME", help="who published a file; may be given several times"
    )


def _compare(arguments: argparse.Namespace) -> int:
    """Compare articles, then write the files that were asked for, or print a summary."""
    from .compare import compare
    from .report import summary
    from .report.atomic_write import OutputError, check_writable, staged
    from .story import InputError

    articles, skipped = _read_articles(arguments)
    if len(articles) < MIN_ARTICLES:
        usable = "no file can be used" if not articles else "only one file can be used"
        raise RefusalError(f"Nothing was compared: {usable}; give two articles or more.")
    try:
        for path in (arguments.json if arguments.json != "-" else None, arguments.html, arguments.docx):
            if path:
                check_writable(Path(path))
        with staged() as staging:
            if arguments.csv:
                staging.folder(Path(arguments.csv))
            comparison = compare(articles, settings=_settings(arguments), progress=_progress(), errors=skipped)
            _stage_files(arguments, comparison, staging)
    except (InputError, OutputError) as error:
        raise RefusalError(str(error)) from error
    has_files = arguments.html or arguments.docx or arguments.csv
    for note in comparison.notes if arguments.json or has_files else ():
        _print_error(note)
    if arguments.json == "-":
        sys.stdout.write(_to_json(comparison))
    elif not (has_files or arguments.json):
        sys.stdout.write(summary(comparison, columns=_columns()))
    return DONE


def _stage_files(arguments: argparse.Namespace, comparison: Comparison, staging: Staging) -> None:
    """Prepare the files that were asked for; they appear together when the staging ends, or not at all."""
    from .report import report_docx, report_html, write_csv

    if arguments.json and arguments.json != "-":
        staging.add(Path(arguments.json), _to_json(comparison))
    today = date.today().isoformat()
    for path, report in ((arguments.html, report_html), (arguments.docx, report_docx)):
        if path:
            staging.add(Path(path), report(comparison, made=today))
    if arguments.csv:
        write_csv(comparison, Path(arguments.csv), made=today, staging=staging)


def _trace(arguments: argparse.Namespace) -> int:
    """Print which articles state a statement, and where."""
    from .compare import trace
    from .report import trace_summary
    from .story import InputError

    articles, _ = _read_articles(arguments)
    if not articles:
        raise RefusalError("Nothing was traced: no file can be used.")
    try:
        presence = trace(arguments.statement, articles, settings=_settings(arguments))
    except InputError as error:
        raise RefusalError(str(error)) from error
    sys.stdout.write(trace_summary(arguments.statement, articles, presence, columns=_columns()))
    return DONE


def _model(arguments: argparse.Namespace) -> int:
    """Fetch and check the model that is named, or list those there are."""
    from .embeddings import CATALOGUE, InstallError, find_model, install_model

    if arguments.name is None:
        sys.stdout.write(_list_models())
        return DONE
    known = find_model(arguments.name)
    if known is None:
        raise RefusalError(f"No model is called {arguments.name}; these can be fetched: {', '.join(CATALOGUE)}.")
    try:
        is_new = install_model(known, _progress() or _print_stage)
    except InstallError as error:
        raise RefusalError(str(error)) from error
    done = "is now in" if is_new else "is there already, as published, in"
    sys.stdout.write(
        f"{known.title} {done} {known.folder} ({known.file_bytes / 1e6:.0f} MB).\n"
        f'Use it with --encoder {known.name}, Settings(encoder="{known.name}") or make app MODEL={known.name}.\n'
    )
    return DONE


def _list_models() -> str:
    """Return the bundled model and those that can be fetched, one a line, with where they are or how they are had."""
    from .embeddings import BUNDLED_NAME, CATALOGUE

    lines = [f"{'(bundled)':10}{BUNDLED_NAME:20}used unless another is named"]
    for known in CATALOGUE.values():
        place = f"installed in {known.folder}" if known.is_installed else f"not installed; get it with: {known.command}"
        lines.append(f"{known.name:10}{known.title:20}{known.file_bytes / 1e6:.0f} MB, {place}")
    return "\n".join(lines) + "\n"


def _clear_cache(arguments: argparse.Namespace) -> int:
    """Delete the vectors kept from earlier comparisons."""
    from .embeddings import clear_cache

    sys.stdout.write(f"The cache of vectors is empty; {clear_cache() / 1e6:.1f} MB were freed.\n")
    return DONE


def _refuse_reserved(name: str) -> Callable[[argparse.Namespace], NoReturn]:
    """Return the function that refuses a reserved command and says what to use instead."""

    def refuse(arguments: argparse.Namespace) -> NoReturn:
        remedy = "use compare" if name == "batch" else "start the dashboard with: make app"
        raise RefusalError(f"The command {name} is reserved for a later version; {remedy}.")

    return refuse


def _read_articles(arguments: argparse.Namespace) -> tuple[list[Article], tuple[SkippedFile, ...]]:
    """Return the articles that can be used and the files that cannot, which are named on standard error at once."""
    from .intake import read_file
    from .story import InputError, SkippedFile

    outlets = _outlets(arguments)
    articles, skipped = [], []
    for name in arguments.files:
        try:
            articles.append(read_file(name, outlet=outlets.get(name)))
        except InputError as error:
            skipped.append(SkippedFile(name, str(error)))
    for skip in skipped:
        _print_error(f"{skip.file}: {skip.cause}")
    return articles, tuple(skipped)


def _outlets(arguments: argparse.Namespace) -> dict[str, str]:
    """Return the outlet of each file that `--outlet FILE=NAME` names."""
    outlets = {}
    for option in arguments.outlet:
        file, equals, outlet = option.rpartition("=")
        if not equals or not outlet or file not in arguments.files:
            raise RefusalError(f"--outlet {option} names no file of this comparison; write it as FILE=NAME, the file as given.")
        outlets[file] = outlet
    return outlets


def _settings(arguments: argparse.Namespace) -> Settings:
    """Return the settings that the options ask for."""
    models = {"encoder": arguments.encoder, "second_reader": arguments.second_reader}
    if arguments.strictness:
        return Settings.of(arguments.strictness, **models)
    if arguments.link_probability is not None:
        return Settings(link_probability=arguments.link_probability, **models)
    return Settings(**models)


def _strictness(word: str) -> Strictness:
    """Return the strictness that a word of the strictness control, or the part before its comma, stands for."""
    strictness = STRICTNESS.get(word.partition(",")[0].strip().lower())
    if strictness is None:
        choices = ", ".join(f'"{choice}"' for choice in THRESHOLDS)
        raise argparse.ArgumentTypeError(f"{word!r} is none of {choices}")
    return strictness


def _probability(text: str) -> float:
    """Return the probability that an option gives; argparse prints the message of the error."""
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a probability from 0 to 1")
    return value


def _to_json(comparison: Comparison) -> str:
    """Return the comparison as JSON, as it stands in files and on standard output."""
    import json

    return json.dumps(comparison.to_dict(), ensure_ascii=False, indent=1) + "\n"


def _progress() -> Progress | None:
    """Return a progress that shows stages on one line of standard error; None if no person is looking at it."""
    if not sys.stderr.isatty():
        return None

    def show(stage: str, share: float) -> None:
        print(f"\r\x1b[K{stage}, {share:.0%}", end="\n" if share >= 1 else "", file=sys.stderr, flush=True)

    return show


def _print_stage(stage: str, share: float) -> None:
    """Say on standard error what is being done, one line a stage."""
    if share < 1:
        print(stage, file=sys.stderr, flush=True)


def _columns() -> int:
    """Return the width of the terminal, or a usual one if there is none."""
    return shutil.get_terminal_size((100, 24)).columns


def _print_error(line: str) -> None:
    """Write one line to standard error, without anything that could move the cursor."""
    from .report.terminal import printable

    after_progress = "\r\x1b[K" if sys.stderr.isatty() else ""
    sys.stderr.write(f"{after_progress}samestory: {printable(line)}\n")


def _accept_any_text(stream: object) -> None:
    """Write UTF-8 to a standard stream, whatever the locale; what cannot be written becomes an escape."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    sys.exit(main())
