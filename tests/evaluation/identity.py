"""`make identity BASE=REVISION`: whether this checkout gives the same bytes as another revision of itself.

Each of the two checkouts writes down digests with its own copy of this module: what is read from files, and JSON, HTML, Word, CSV
and story files of the samples (as they are and with corrections by hand) and of the gold stories, at three strictnesses. Digests
hold on one machine only, so none are kept; both are made in one run. Without SAMESTORY_SHARED the gold stories are left out.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from components import Settings, read_file, read_sentences
from components.analysis import analyze, decide
from components.compare import trace_in
from components.corrections import (
    apply_article_corrections,
    check_fact,
    confirm_link,
    ineffective_corrections,
    judge_difference,
    label_fact,
    merge_facts,
    put_back,
    reject_link,
    set_masthead,
    set_presence,
    split_fact,
    take_out_sentences,
    withdraw,
)
from components.embeddings import CachedEncoder, Encoder, load_encoder
from components.library import StoryState, to_file
from components.report import report_docx, report_html, report_json, report_tables, summary
from components.settings import THRESHOLDS
from components.story import Article, Comparison, Correction, InputError, digests
from components.views.reading.payload import payload

ROOT = Path(__file__).resolve().parents[2]
MADE = "2026-01-01"
FILES = ("*.txt", "*.html", "*.md", "*.docx", "*.pdf")
Digests = dict[str, str]


def recorded(shared: Path | None) -> Iterator[tuple[str, str]]:
    """Yield names and digests of everything that is compared."""
    encoder = CachedEncoder(load_encoder())
    for folder in (ROOT / "tests" / "intake" / "pages", *((shared / "cases" / "intake",) if shared else ())):
        for path in sorted(folder.iterdir()):
            yield f"read {path.name}", digest(read(path))
    for folder in sorted(path for path in (ROOT / "data").iterdir() if path.is_dir()):
        articles = [read_file(path) for path in sorted(path for pattern in FILES for path in folder.glob(pattern))]
        yield from story(folder.name, articles, encoder)
        yield from story(f"{folder.name} by hand", articles, encoder, by_hand(articles, encoder))
    for record in gold(shared):
        articles = [read_sentences(sentences, outlet=outlet) for outlet, sentences in record["outlets"].items()]
        yield from story(f"gold {record['id']}", articles, encoder)


def story(
    name: str, articles: Sequence[Article], encoder: Encoder, corrections: Sequence[Correction] = ()
) -> Iterator[tuple[str, str]]:
    """Yield names and digests of one story, at three strictnesses."""
    analysis = analyze(apply_article_corrections(articles, corrections), encoder=encoder)
    ineffective = ineffective_corrections(articles, corrections)
    for strictness in THRESHOLDS:
        comparison = decide(analysis, Settings.of(strictness), corrections, ineffective=ineffective)
        values = comparison.to_dict()
        files: Mapping[str, object] = {
            "json": values,
            "json report": report_json(comparison, made=MADE),
            "html": report_html(comparison, made=MADE),
            "docx": report_docx(comparison, made=MADE),
            "csv": report_tables(comparison, made=MADE),
            "terminal": summary(comparison, columns=100),
            "story file": to_file(StoryState(tuple(articles), tuple(corrections), strictness=strictness, compared=True), values),
            "reading view": payload(comparison, comparison.keys),
            "traced": {
                fact.id: {
                    key: vars_of(presence)
                    for key, presence in trace_in(analysis.sentence_matches, fact.label, encoder=encoder).items()
                }
                for fact in comparison.facts[:5]
            },
        }
        for kind, content in files.items():
            yield f"{name}, {strictness}, {kind}", digest(content)


def by_hand(articles: Sequence[Article], encoder: Encoder) -> list[Correction]:
    """Return one correction of each kind, in places that the story itself gives."""
    first, last = digests(articles)[0], digests(articles)[-1]
    corrections: list[Correction] = [set_masthead(first, "outlet", "The Paper Renamed")]
    removed = next(
        ((name, span) for name, article in zip(digests(articles), articles, strict=True) for span in article.removed), None
    )
    if removed:
        corrections.append(put_back(*removed))
    corrections += take_out_sentences(articles[-1], last, [len(articles[-1].sentences) - 1])
    comparison = decide(analyze(apply_article_corrections(articles, corrections), encoder=encoder))
    corrections += corrections_of(comparison)
    return [*corrections, withdraw(len(corrections))]


def corrections_of(comparison: Comparison) -> Iterator[Correction]:
    """Yield corrections of links, facts and differences."""
    links, facts = comparison.links, comparison.facts
    yield reject_link(comparison, *links[0].endpoints)
    left, right = links[1].endpoints
    yield confirm_link(comparison, left, right)
    last = len(comparison.article(right.article).sentences) - 1
    yield confirm_link(comparison, left._replace(sentence=1), right._replace(sentence=last))
    yield merge_facts(comparison, facts[0].id, facts[1].id)
    wide = next(fact for fact in facts[2:] if len(fact.mentions) > 1)
    yield split_fact(comparison, wide.id, [wide.mentions[-1].sentence_ref])
    yield label_fact(comparison, facts[3].id, "What a person calls it")
    yield check_fact(comparison, facts[4].id)
    yield set_presence(comparison, facts[5].id, comparison.keys[0], "partly")
    for holds, difference in zip((True, False), comparison.differences, strict=False):
        yield judge_difference(comparison, difference, holds=holds)
    yield check_fact(comparison, facts[6].id)


def gold(shared: Path | None) -> list[dict]:
    """Return the stories of three outlets, or none where they are not at hand."""
    if shared is None:
        return []
    return [json.loads(line) for line in (shared / "gold" / "outlet_facts.jsonl").read_text(encoding="utf-8").splitlines()]


def read(path: Path) -> object:
    """Return what is read from a file as plain values, or why nothing is."""
    try:
        return vars_of(read_file(path))
    except InputError as error:
        return str(error)


def vars_of(value: object) -> object:
    """Return a dataclass as plain values."""
    return asdict(value)  # type: ignore[call-overload]


def digest(content: object) -> str:
    """Return the SHA-256 of bytes, text, or anything that JSON can hold."""
    if not isinstance(content, bytes | str):
        content = json.dumps(content, ensure_ascii=False)
    return hashlib.sha256(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")).hexdigest()


def of_checkout(folder: Path) -> Digests:
    """Return the digests that a checkout gives, by its own copy of this module, wherever it keeps it."""
    (module,) = (folder / "tests").glob("*/identity.py")
    name = ".".join(module.relative_to(folder).with_suffix("").parts)
    process = subprocess.run([sys.executable, "-m", name, "record"], cwd=folder, check=True, stdout=subprocess.PIPE, text=True)
    recorded_digests: Digests = json.loads(process.stdout)
    return recorded_digests


def against(base: str) -> int:
    """Print what is not as at `base`, and how much is; return the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "base"
        subprocess.run(["git", "worktree", "add", "--quiet", "--detach", str(tree), base], cwd=ROOT, check=True)
        try:
            with ThreadPoolExecutor(2) as pool:
                before, now = pool.map(of_checkout, (tree, ROOT))
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(tree)], cwd=ROOT, check=True)
    moved = sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))
    print(*moved, f"{len(now) - len(moved)} of {len(before | now)} digests are those of {base}", sep="\n")
    return 1 if moved else 0


def main() -> int:
    """Compare with a revision, or print the digests of this checkout; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("base", help="a revision to compare with, or `record` for the digests of this checkout alone")
    base = parser.parse_args().base
    if base != "record":
        return against(base)
    shared = os.environ.get("SAMESTORY_SHARED")
    json.dump(dict(recorded(Path(shared) if shared else None)), sys.stdout, indent=1)
    return 0


if __name__ == "__main__":
    sys.exit(main())
