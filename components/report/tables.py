"""The long tables as CSV files that a spreadsheet opens safely, each with the settings and the model it was made with."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..story import SCHEMA, Comparison
from . import wording
from .atomic_write import staged
from .corrections import log_rows
from .provenance import provenance
from .selection import WHOLE, Selection, describe, selected

if TYPE_CHECKING:
    from .atomic_write import Staging

BOM = "\ufeff"
_UNSEEN = r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff]*"
_FORMULA = re.compile(rf"'*{_UNSEEN}[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]")
"""What a spreadsheet may run as a formula, also in full width or small form, after apostrophes, space or unseen characters."""
_LEADING = re.compile(r"'*[\t\r\n]")
PROVENANCE = ("settings", "encoder", "encoder_digest", "calibrated", "shown")
_YEARLESS = re.compile(r"(?<![^/])--(?=\d\d-\d\d)")
_DATES = {"published", "a_value", "b_value", "value"}
"""Columns that may hold a date without its year."""
DATES = "a date without its year is written XXXX-01-09, as in ISO 8601-2; two hyphens at its head would run as a formula"
TEXTS = "a text that a spreadsheet could run has one apostrophe before it"


def neutral(cell: str) -> str:
    """A text that no spreadsheet runs: one apostrophe before whatever could be taken for a formula. `plain` takes it away."""
    return f"'{cell}" if _FORMULA.match(cell) or _LEADING.match(cell) else cell


def plain(cell: str) -> str:
    """A cell as it was before `neutral`."""
    return cell[1:] if cell.startswith("'") and (_FORMULA.match(cell) or _LEADING.match(cell)) else cell


def csv_files(comparison: Comparison, *, made: str | None = None, selection: Selection = WHOLE) -> dict[str, str]:
    """Every table as (file name, content), UTF-8 with a byte order mark, and `about.csv`, which says how they were made.

    Of facts, presence, mentions and differences there are those of the selection; of articles, sentences and links all.
    """
    stamp = _provenance(comparison, selection)
    found = {"about.csv": _csv(("name", "value"), _about(comparison, stamp, made))}
    for name, frame in selected(comparison, selection).to_frames().items():
        columns = [str(column) for column in frame.columns]
        rows = [_row(columns, values) for values in frame.itertuples(index=False, name=None)]
        if name == "corrections":
            columns += ["told", "standing"]
            rows = [[*row, one.what, one.standing] for row, one in zip(rows, log_rows(comparison), strict=True)]
        found[f"{name}.csv"] = _csv([*columns, *PROVENANCE], [[*row, *stamp.values()] for row in rows])
    return found


def log_csv(comparison: Comparison) -> str:
    """The log of corrections alone: the table `corrections.csv`."""
    return csv_files(comparison)["corrections.csv"]


def write_csv(
    comparison: Comparison, folder: Path, *, made: str | None = None, staging: Staging | None = None
) -> tuple[Path, ...]:
    """Write the tables into a folder, which is made if it is not there. Raises OutputError and leaves nothing half-written."""
    if staging is None:
        with staged() as own:
            return write_csv(comparison, folder, made=made, staging=own)
    staging.folder(folder)
    written = []
    for name, content in csv_files(comparison, made=made).items():
        staging.add(folder / name, content)
        written.append(folder / name)
    return tuple(written)


def _provenance(comparison: Comparison, selection: Selection) -> dict[str, str]:
    values = (
        json.dumps(dict(comparison.settings), ensure_ascii=False, sort_keys=True, default=str),
        comparison.encoder_name,
        comparison.encoder_digest,
        "yes" if comparison.calibrated else "no",
        describe(comparison, selection),
    )
    return dict(zip(PROVENANCE, values, strict=True))


def _about(comparison: Comparison, stamp: Mapping[str, str], made: str | None) -> list[tuple[str, str]]:
    rows = [("schema", SCHEMA), ("title", comparison.title), ("counts", wording.summary(comparison)), *stamp.items()]
    rows += [row for row in provenance(comparison, made=made) if row[1] not in stamp.values()]
    rows += [("article", article.title) for article in comparison.articles]
    rows += [("note", note) for note in comparison.notes]
    rows += [("file set aside", f"{setback.file}: {setback.cause}") for setback in comparison.errors]
    return [*rows, ("dates", DATES), ("texts", TEXTS), ("limits", wording.MACHINE_MADE)]


def _row(columns: Sequence[str], values: Sequence[object]) -> list[object]:
    return [_cell(column, value) for column, value in zip(columns, values, strict=True)]


def _cell(column: str, value: object) -> object:
    """A missing value is empty; a sentence index that a table holds as 5.0 is 5; a date without its year begins with XXXX."""
    if value is None or value != value:  # noqa: PLR0124  (only NaN differs from itself)
        return ""
    if isinstance(value, float) and value.is_integer() and column.endswith(("sentence", "sentence_number")):
        return int(value)
    if column in _DATES and isinstance(value, str):
        return _YEARLESS.sub("XXXX-", value)
    return value


def _csv(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([neutral(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return BOM + out.getvalue()
