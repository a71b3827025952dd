"""Each file format: what is read, in which order, and what the form itself tells apart."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from components.intake import read_bytes, read_file
from components.intake.formats.html_tree import parse_html, text_units
from components.story import Article
from tests.intake.factories import PARAGRAPHS, docx_of, pdf_of, saved, with_part

HTML = """<!DOCTYPE html><html><head><title>Flood closes Elm bridge | Valley Courier</title>
<meta property="og:site_name" content="Valley Courier"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2026-01-09T07:40:00Z"><script>var bad = "in head";</script></head>
<body onload="steal()"><nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<article><h1 onclick="evil()">Flood closes Elm bridge</h1><div>By Jane Doe</div><time>9 January 2026</time><button>Share</button>
<div class="body"><p>The River Elm burst its banks on Friday and closed the only bridge into the old town for the second time.</p>
<p>It rained.</p><p onmouseover="evil()">Mayor Anna Smith said the council had &ldquo;no choice&rdquo; but to shut the&nbsp;road,
and that <b>40</b> families were moved to a school.</p><script>document.write("bad script")</script>
<style>.bad { color: red }</style><p style="display:none">hidden words of the page</p>
<figure><img src="x" onerror="evil()"><figcaption>The bridge at noon. Photograph: John Roe/AP</figcaption></figure>
<p>Engineers will look at the pillars on Saturday. "We do not expect it to open before Monday," she said.</p>
<p>Read more: Ten winters of floods</p>
<p>The bridge was built in 1931 and repaired in 2008 at a cost of 2.5 million dollars, according to county records.</p></div>
</article>
<aside><h2>Most read</h2><ul><li><a>Dog wins prize at the fair</a></li></ul></aside>
<footer>© 2024 Valley Courier Ltd. All rights reserved.</footer></body></html>"""


def texts(article: Article) -> list[str]:
    return [sentence.text for sentence in article.sentences]


def removed_lines(article: Article) -> dict[str, str]:
    return {line: stretch.rule for stretch in article.removed for line in stretch.text.split("\n") if line}


class TestHtml:
    def test_the_story_and_nothing_else(self) -> None:
        article = read_bytes(HTML.encode(), "a.html")
        assert texts(article) == [
            "Flood closes Elm bridge",
            "The River Elm burst its banks on Friday and closed the only bridge into the old town for the second time.",
            "It rained.",
            "Mayor Anna Smith said the council had “no choice” but to shut the road, "
            "and that 40 families were moved to a school.",
            "Engineers will look at the pillars on Saturday.",
            '"We do not expect it to open before Monday," she said.',
            "The bridge was built in 1931 and repaired in 2008 at a cost of 2.5 million dollars, according to county records.",
        ]

    def test_what_goes_is_named(self) -> None:
        rules = removed_lines(read_bytes(HTML.encode(), "a.html"))
        assert rules["By Jane Doe"] == "byline"
        assert rules["9 January 2026"] == "timestamp"
        assert rules["Share"] == "share line"
        assert rules["The bridge at noon. Photograph: John Roe/AP"] == "caption"
        assert rules["Read more: Ten winters of floods"] == "read more"
        assert rules["Dog wins prize at the fair"] == "outside the article"
        assert rules["© 2024 Valley Courier Ltd. All rights reserved."] == "copyright"

    def test_the_metadata_give_the_masthead(self) -> None:
        article = read_bytes(HTML.encode(), "a.html")
        assert (article.outlet, article.headline, article.published) == (
            "Valley Courier",
            "Flood closes Elm bridge",
            "2026-01-09",
        )
        assert article.masthead.byline == "Jane Doe"
        assert article.sentences[0].role == "headline"

    def test_scripts_handlers_and_hidden_parts_are_never_text(self) -> None:
        raw = read_bytes(HTML.encode(), "a.html").raw
        for never in ("evil", "steal", "bad", "hidden words", "<", "onerror"):
            assert never not in raw

    def test_a_page_that_only_the_text_rules_can_read(self) -> None:
        article = read_bytes(b"<p>It rained.<br>The river rose.<p>Share", "a.htm")
        assert texts(article) == ["It rained.", "The river rose."]
        assert removed_lines(article) == {"Share": "share line"}

    def test_markup_called_text_is_read_as_a_page(self) -> None:
        assert texts(read_bytes(HTML.encode(), "a.txt")) == texts(read_bytes(HTML.encode(), "a.html"))

    def test_the_year_of_a_footer_is_no_date(self) -> None:
        bare = HTML.replace('<meta property="article:published_time" content="2026-01-09T07:40:00Z">', "").replace(
            "<time>9 January 2026</time>", ""
        )
        assert read_bytes(bare.encode(), "a.html").published is None

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "iso-8859-2"])
    def test_encodings(self, encoding: str) -> None:
        markup = f'<html><head><meta charset="{encoding}"></head><body><p>The mayor, Béla Köves, said that it rained.</p>'
        assert "Béla Köves" in read_bytes(markup.encode(encoding), "a.html").text


class TestPlain:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1252"])
    def test_encodings(self, encoding: str, tmp_path: Path) -> None:
        text = "The café “Élan” closed — it rained."
        mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
        path = tmp_path / "a.txt"
        path.write_bytes(mark + text.encode(encoding))
        assert read_file(path).raw == text
        assert read_file(str(path)).name == "a.txt"

    def test_hard_wrapped_lines_are_one_paragraph(self) -> None:
        wrapped = (
            "The River Elm burst its banks on Friday and closed the only bridge\n"
            "into the old town, and the mayor, who had warned of it, said that\n"
            "Elm Street would stay shut until Monday.\n\nIt rained.\n"
        )
        assert len(read_bytes(wrapped.encode(), "a.txt").sentences) == 2

    def test_short_lines_are_their_own_paragraphs(self) -> None:
        assert texts(read_bytes(b"It rained.\nnobody came\nThe end.", "a.txt")) == ["It rained.", "nobody came", "The end."]

    def test_the_content_decides_over_the_name(self) -> None:
        assert "burst its banks" in read_bytes(docx_of(), "a.txt").text
        assert "closed" in read_bytes(pdf_of([[("The bridge closed.", 20)]]), "story").text


class TestDocx:
    def test_paragraphs_tables_and_footer_in_order(self) -> None:
        document = docx.Document()
        document.add_heading("Flood closes Elm bridge", 0)
        document.add_paragraph(PARAGRAPHS[0])
        table = document.add_table(2, 2)
        for number, text in enumerate(["Hurt", "4", "Moved", "40 families"]):
            table.cell(number // 2, number % 2).text = text
        document.add_paragraph(PARAGRAPHS[1])
        document.sections[0].header.paragraphs[0].text = "VALLEY COURIER"
        document.sections[0].footer.paragraphs[0].text = "© 2026 Valley Courier"
        article = read_bytes(saved(document), "a.docx")
        assert texts(article) == ["Flood closes Elm bridge", PARAGRAPHS[0], "Hurt | 4", "Moved | 40 families", "It rained."]
        assert removed_lines(article) == {"VALLEY COURIER": "running header", "© 2026 Valley Courier": "running header"}
        assert (article.headline, article.outlet) == ("Flood closes Elm bridge", "Valley Courier")

    def test_deleted_text_is_gone_and_inserted_text_is_there(self) -> None:
        space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        body = (
            f"<w:document {space}><w:body><w:p><w:r><w:t>It rained</w:t></w:r>"
            "<w:del><w:r><w:delText> not</w:delText></w:r></w:del>"
            "<w:ins><w:r><w:t> all day.</w:t></w:r></w:ins></w:p></w:body></w:document>"
        )
        assert texts(read_bytes(with_part(docx_of(), "word/document.xml", body.encode()), "a.docx")) == ["It rained all day."]


class TestPdf:
    def test_lines_become_paragraphs_and_words_are_made_whole(self) -> None:
        page = [
            ("Flood closes Elm bridge", 20),
            ("The River Elm burst its banks on Friday and closed the only inter-", 40),
            ("national bridge of the county, which is a well-", 14),
            ("known sight, for the second time. The coun-", 14),
            ("cil met at noon.", 14),
            ("It rained.", 28),
        ]
        assert texts(read_bytes(pdf_of([page]), "a.pdf")) == [
            "Flood closes Elm bridge",
            "The River Elm burst its banks on Friday and closed the only international bridge of the county, "
            "which is a well-known sight, for the second time.",
            "The council met at noon.",
            "It rained.",
        ]

    def test_running_lines_go_and_the_sentence_between_stays_whole(self) -> None:
        def page(number: int, *lines: str) -> list[tuple[str, int]]:
            return [
                ("Valley Courier, 9 January", 20),
                *((line, 14 + 20 * (n == 0)) for n, line in enumerate(lines)),
                (str(number), 60),
            ]

        article = read_bytes(
            pdf_of(
                [
                    page(
                        1,
                        "The river rose on Friday and closed the only bridge that leads",
                        "into the old town, and the mayor, who had warned of it for years,",
                    ),
                    page(2, "said nothing. It rained until the next morning, and then the water", "fell by a metre."),
                ]
            ),
            "a.pdf",
        )
        assert texts(article)[0].endswith("and the mayor, who had warned of it for years, said nothing.")
        assert {stretch.rule for stretch in article.removed} == {"running header"}
        assert set(removed_lines(article)) == {"Valley Courier, 9 January", "1", "2"}


class TestMarkdown:
    def test_markup_goes_and_words_stay(self) -> None:
        article = read_bytes(
            b"# Flood closes **Elm** bridge\n\nThe *river* rose on [Friday](http://a.example/b) and\n"
            b"closed the bridge. ![Alt](x.png)\n\n"
            b'> "We wait," she said.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n'
            b'<div onclick="evil()">It rained.<script>evil()</script></div>\n',
            "a.md",
        )
        assert texts(article) == [
            "Flood closes Elm bridge",
            "The river rose on Friday and closed the bridge.",
            '"We wait," she said.',
            "a | b",
            "1 | 2",
            "It rained.",
        ]
        assert "evil" not in article.raw

    def test_front_matter_gives_the_masthead(self) -> None:
        article = read_bytes(
            b"---\ntitle: A flood\nauthor: Jane Doe\ndate: 2026-01-09\noutlet: Valley Courier\n---\nIt rained.\n", "a.md"
        )
        assert (article.headline, article.outlet, article.published) == ("A flood", "Valley Courier", "2026-01-09")
        assert article.masthead.byline == "Jane Doe"
        assert {stretch.rule for stretch in article.removed} == {"front matter"}


def test_blocks_of_a_page_are_told_from_each_other_however_many_there_are() -> None:
    tree = parse_html("".join(f"<section><div><p>Paragraph {i} of the page.</p></div></section>" for i in range(300)))
    units = text_units(tree)
    assert len({container for unit in units for container in unit.containers}) == 600
