"""A comparison as files to keep, beside the report: JSON with what is shown of it, and all tables in one archive."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Final

from ..story import Comparison
from . import wording
from .corrections import log_rows
from .provenance import provenance
from .selection import WHOLE, Selection, as_dict, selected
from .tables import csv_files

LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)
"""The date of every file in an archive: the first that the format knows, so that the same files give the same bytes."""


def report_json(comparison: Comparison, *, made: str, selection: Selection = WHOLE) -> str:
    """The facts of a selection in the schema `samestory/1`, with `selection`, `about` (how it was made) and `log` (by hand)."""
    told = selected(comparison, selection).to_dict()
    told["selection"] = as_dict(comparison, selection)
    told["about"] = {**dict(provenance(comparison, made=made)), "limits": wording.MACHINE_MADE}
    told["log"] = [row.to_dict() for row in log_rows(comparison)]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def report_tables(comparison: Comparison, *, made: str, selection: Selection = WHOLE) -> bytes:
    """Every CSV file in one zip archive."""
    files = csv_files(comparison, made=made, selection=selection)
    return packed({name: content.encode("utf-8", "backslashreplace") for name, content in files.items()})


def packed(files: dict[str, bytes]) -> bytes:
    """A zip archive of these files in this order; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            archive.writestr(entry, content)
    return out.getvalue()
