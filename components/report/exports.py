"""A comparison as files of data: CSV tables that a spreadsheet opens safely, all of them in one archive, JSON.

Each table carries the settings and the model it was made with.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ..story import SCHEMA, Comparison
from . import wording
from .atomic_write import staged
from .model import ReportModel
from .selection import EVERYTHING, Selection

if TYPE_CHECKING:
    from .atomic_write import Staging

BOM = "\ufeff"
_UNSEEN = r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff]*"
_FORMULA = re.compile(rf"'*{_UNSEEN}[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]")
"""What a spreadsheet may run as a formula, also in full width or small form, after apostrophes, space or unseen characters."""
_LEADING = re.compile(r"'*[\t\r\n]")
PROVENANCE = (
    "settings",
    "encoder",
    "encoder_digest",
    "calibrated",
    "second_reader",
    "second_reader_digest",
    "second_reader_calibrated",
    "shown",
)
_YEARLESS = re.compile(r"(?<![^/])--(?=\d\d-\d\d)")
_DATES = {"published", "a_value", "b_value", "value"}
"""Columns that may hold a date without its year."""
DATES = "a date without its year is written XXXX-01-09, as in ISO 8601-2; two hyphens at its head would run as a formula"
TEXTS = "a text that a spreadsheet could run has one apostrophe before it"
LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""The date of every file in an archive: the first that the format knows, so that the same files give the same bytes."""


def escape_formula(cell: str) -> str:
    """Return a cell that no spreadsheet runs, with an apostrophe before whatever could be a formula."""
    return f"'{cell}" if _FORMULA.match(cell) or _LEADING.match(cell) else cell


def unescape_formula(cell: str) -> str:
    """Return a cell as it was before `escape_formula`."""
    return cell[1:] if cell.startswith("'") and (_FORMULA.match(cell) or _LEADING.match(cell)) else cell


def csv_files(comparison: Comparison, *, made: str | None = None, selection: Selection = EVERYTHING) -> dict[str, str]:
    """Return every table as (file name, content), UTF-8 with a byte order mark, and `about.csv`, which says how they were made.

    Of facts, presence, mentions and differences there are those of the selection; of articles, sentences and links all.
    """
    model = ReportModel(comparison, selection, made)
    provenance = _provenance_columns(model)
    files = {"about.csv": _csv(("name", "value"), _about(model, provenance))}
    for name, frame in model.selected.to_frames().items():
        columns = [str(column) for column in frame.columns]
        rows = [_row(columns, values) for values in frame.itertuples(index=False, name=None)]
        if name == "corrections":
            columns += ["told", "standing"]
            rows = [[*row, entry.what, entry.standing] for row, entry in zip(rows, model.log_rows, strict=True)]
        files[f"{name}.csv"] = _csv([*columns, *PROVENANCE], [[*row, *provenance.values()] for row in rows])
    return files


def log_csv(comparison: Comparison) -> str:
    """Return the log of corrections alone: the table `corrections.csv`."""
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


def report_tables(comparison: Comparison, *, made: str, selection: Selection = EVERYTHING) -> bytes:
    """Return every CSV file in one zip archive."""
    files = csv_files(comparison, made=made, selection=selection)
    return zip_archive({name: content.encode("utf-8", "backslashreplace") for name, content in files.items()})


def report_json(comparison: Comparison, *, made: str, selection: Selection = EVERYTHING) -> str:
    """Return the facts of a selection in the schema `samestory/1`.

    It also holds `selection`, `about` (how it was made) and `log` (what was made by hand).
    """
    model = ReportModel(comparison, selection, made)
    values = model.selected.to_dict()
    values["selection"] = selection_values(model)
    values["about"] = {**dict(model.provenance), "limits": wording.MACHINE_MADE}
    values["log"] = [row.to_dict() for row in model.log_rows]
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def selection_values(model: ReportModel) -> dict[str, Any]:
    """Return a selection as plain JSON values: what was asked for, in a sentence, and how many of how many facts that is."""
    return {
        "told": model.description,
        "facts": len(model.facts),
        "of": len(model.comparison.facts),
        "group": model.selection.group,
        "order": model.selection.order,
        "search": model.selection.search,
        "stated_in": list(model.selection.keys or ()),
        "readers_disagree": model.selection.disagreeing,
    }


def zip_archive(files: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of these files in this order; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()


def _provenance_columns(model: ReportModel) -> dict[str, str]:
    comparison, second = model.comparison, model.comparison.second_reader
    values = (
        json.dumps(dict(comparison.settings), ensure_ascii=False, sort_keys=True, default=str),
        comparison.encoder_name,
        comparison.encoder_digest,
        "yes" if comparison.calibrated else "no",
        second.name if second else "",
        second.digest if second else "",
        ("yes" if second.calibrated else "no") if second else "",
        model.description,
    )
    return dict(zip(PROVENANCE, values, strict=True))


def _about(model: ReportModel, provenance: Mapping[str, str]) -> list[tuple[str, str]]:
    comparison = model.comparison
    rows = [("schema", SCHEMA), ("title", comparison.title), ("counts", model.summary), *provenance.items()]
    rows += [row for row in model.provenance if row[1] not in provenance.values()]
    rows += [("article", article.title) for article in comparison.articles]
    rows += [("note", note) for note in comparison.notes]
    rows += [("file set aside", f"{skipped.file}: {skipped.cause}") for skipped in comparison.errors]
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
    writer.writerows([escape_formula(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return BOM + out.getvalue()
