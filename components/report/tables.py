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
from . import words
from .files import staged

if TYPE_CHECKING:
    from .files import Staging

BOM = "\ufeff"
_UNSEEN = r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff]*"
_FORMULA = re.compile(rf"'*{_UNSEEN}[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]")
"""What a spreadsheet may run as a formula, also in full width or small form, after apostrophes, space or unseen characters."""
_LEADING = re.compile(r"'*[\t\r\n]")
PROVENANCE = ("settings", "encoder", "encoder_digest", "calibrated")


def neutral(cell: str) -> str:
    """A text that no spreadsheet runs: one apostrophe before whatever could be taken for a formula. `plain` takes it away."""
    return f"'{cell}" if _FORMULA.match(cell) or _LEADING.match(cell) else cell


def plain(cell: str) -> str:
    """A cell as it was before `neutral`."""
    return cell[1:] if cell.startswith("'") and (_FORMULA.match(cell) or _LEADING.match(cell)) else cell


def csv_files(comparison: Comparison) -> dict[str, str]:
    """Every table as (file name, content), UTF-8 with a byte order mark, and `about.csv`, which says how they were made."""
    stamp = _provenance(comparison)
    found = {"about.csv": _csv(("name", "value"), _about(comparison, stamp))}
    for name, frame in comparison.to_frames().items():
        columns = [str(column) for column in frame.columns]
        rows = [[*_row(columns, values), *stamp.values()] for values in frame.itertuples(index=False, name=None)]
        found[f"{name}.csv"] = _csv([*columns, *PROVENANCE], rows)
    return found


def write_csv(comparison: Comparison, folder: Path, *, staging: Staging | None = None) -> tuple[Path, ...]:
    """Write the tables into a folder, which is made if it is not there. Raises OutputError and leaves nothing half-written."""
    if staging is None:
        with staged() as own:
            return write_csv(comparison, folder, staging=own)
    staging.folder(folder)
    written = []
    for name, content in csv_files(comparison).items():
        staging.add(folder / name, content)
        written.append(folder / name)
    return tuple(written)


def _provenance(comparison: Comparison) -> dict[str, str]:
    values = (
        json.dumps(dict(comparison.settings), ensure_ascii=False, sort_keys=True, default=str),
        comparison.encoder_name,
        comparison.encoder_digest,
        "yes" if comparison.calibrated else "no",
    )
    return dict(zip(PROVENANCE, values, strict=True))


def _about(comparison: Comparison, stamp: Mapping[str, str]) -> list[tuple[str, str]]:
    rows = [("schema", SCHEMA), ("title", comparison.title), ("counts", words.summary(comparison)), *stamp.items()]
    rows += [("article", article.title) for article in comparison.articles]
    rows += [("note", note) for note in comparison.notes]
    rows += [("file set aside", f"{setback.file}: {setback.cause}") for setback in comparison.errors]
    return [*rows, ("limits", words.MACHINE_MADE)]


def _row(columns: Sequence[str], values: Sequence[object]) -> list[object]:
    return [_cell(column, value) for column, value in zip(columns, values, strict=True)]


def _cell(column: str, value: object) -> object:
    """A missing value is empty; a sentence index that a table holds as 5.0 is 5."""
    if value is None or value != value:  # noqa: PLR0124  (only NaN differs from itself)
        return ""
    if isinstance(value, float) and value.is_integer() and column.endswith(("sentence", "sentence_number")):
        return int(value)
    return value


def _csv(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([neutral(cell) if isinstance(cell, str) else cell for cell in row] for row in rows)
    return BOM + out.getvalue()
