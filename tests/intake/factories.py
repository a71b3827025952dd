"""Small files for the tests, made from nothing: PDF with text at given places, docx, archives that unpack to far more."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Sequence

import docx
import pypdf

PARAGRAPHS = (
    "The River Elm burst its banks on Friday and closed the only bridge into the old town.",
    "It rained.",
    'Mayor Anna Smith said the council had "no choice" but to shut the road.',
)
STEP = 14


def pdf_of(pages: Sequence[Sequence[tuple[str, int]]], *, compress: bool = False) -> bytes:
    """A PDF; each page is a list of (line, gap above in points). An empty text leaves a page without any."""
    objects: list[bytes] = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    kids = []
    for page in pages:
        y = 800
        drawn = []
        for text, gap in page:
            y -= gap
            escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252")
            drawn.append(b"BT /F1 11 Tf 1 0 0 1 60 %d Tm (%b) Tj ET" % (y, escaped))
        stream = b"\n".join(drawn)
        extra = b""
        if compress:
            stream, extra = zlib.compress(stream), b"/Filter/FlateDecode"
        objects.append(b"<<%b/Length %d>>stream\n%b\nendstream" % (extra, len(stream), stream))
        content = len(objects)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents %d 0 R>>" % content
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%b]/Count %d>>" % (b" ".join(kids), len(kids))
    return _numbered(objects)


def _numbered(objects: Sequence[bytes]) -> bytes:
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%b endobj\n" % (number, body)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, table)
    return bytes(out)


def locked(data: bytes, *, user: str) -> bytes:
    """The PDF encrypted, with this user password."""
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(data)))
    writer.encrypt(user_password=user, owner_password="owner", algorithm="RC4-128")  # noqa: S106 - a password of the test's own
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def docx_of(paragraphs: Sequence[str] = PARAGRAPHS, *, title: str | None = None, footer: str | None = None) -> bytes:
    """A Word document with a title, paragraphs and a footer."""
    document = docx.Document()
    if title:
        document.add_heading(title, 0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if footer:
        document.sections[0].footer.paragraphs[0].text = footer
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    """The bytes of a Word document."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(data: bytes, name: str, content: bytes) -> bytes:
    """The archive with one part replaced or added, packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info.filename, old.read(info))
        new.writestr(name, content)
    return out.getvalue()


def lying_about_size(data: bytes, name: str, size: int) -> bytes:
    """The archive with the declared unpacked size of one part changed, in its own header and in the central directory."""
    out = bytearray(data)
    for signature, size_at, name_at in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        place = out.find(signature)
        while place >= 0:
            if out[place + name_at : place + name_at + len(name)] == name.encode():
                out[place + size_at : place + size_at + 4] = size.to_bytes(4, "little")
            place = out.find(signature, place + 4)
    return bytes(out)
