"""A second reader in the two verbs: only open cells are asked about, each pair once; what it says stands in every form."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from components import Settings, compare, trace
from components.analysis import StoryAnalysis, analyze, decide, decide_with
from components.compare import trace_in
from components.corrections import set_presence
from components.matching import Progress
from components.second_reader import CachedReader, PassageJudgement, calibration, cells, is_open
from components.settings.second_reader import SECOND_READER_PASSAGES
from components.story import Article, Comparison, InputError, SecondOpinion
from tests.fakes import TinyEncoder
from tests.second_reader.factories import ToldReader, make_cross_encoder
from tests.story.schema import check
from tests.test_compare import BARE, article

ARTICLES = [article("Herald"), article("Wire"), article("Post"), BARE]
STATES = PassageJudgement(0.9, 0.02)


@pytest.fixture(scope="module")
def analysis() -> StoryAnalysis:
    return analyze(ARTICLES, encoder=TinyEncoder())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_cross_encoder(tmp_path_factory.mktemp("models") / "tiny-nli")


@pytest.fixture
def fitted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Writes a calibration that believes the second reader, for the digests of reader and encoder."""
    path = tmp_path / "second_readers.json"
    monkeypatch.setattr(calibration, "SECOND_READERS", path)

    def write(reader: str, encoder: str) -> None:
        terms = {"own": [0.0, 0.1], "entailment": [0.0, 2.0], "contradiction": [0.0, -2.0]}
        path.write_text(json.dumps({reader: {"name": "some", "encoders": {encoder: {"bias": 0.0, "terms": terms}}}}))

    return write


def asked(analysis: StoryAnalysis, reader: ToldReader | CachedReader, progress: Progress | None = None) -> Comparison:
    return decide_with(reader, analysis, Settings(), progress=progress)


def test_open_cells_and_no_others_have_an_opinion(analysis: StoryAnalysis) -> None:
    found = asked(analysis, ToldReader())
    states = [state for fact in found.facts for state in fact.presence.values()]
    assert all((state.second is not None) == (is_open(state.probability) and state.nearest is not None) for state in states)
    assert {state.second is None for state in states} == {True, False}
    assert found.second_reader is not None
    assert (found.second_reader.name, found.second_reader.calibrated) == ("told", False)


def test_a_fact_is_read_beside_the_nearest_passages_of_the_article(analysis: StoryAnalysis) -> None:
    told = ToldReader()
    found = asked(analysis, told)
    statements = {fact.label for fact in found.facts}
    passages = {sentence.text for item in found.articles for sentence in item.sentences}
    assert {pair.statement for pair in told.asked} <= statements
    assert {pair.passage for pair in told.asked} <= passages
    for fact in found.facts:
        for key, state in fact.presence.items():
            texts = {sentence.text for sentence in found.article(key).sentences}
            read = {pair.passage for pair in told.asked if pair.statement == fact.label and pair.passage in texts}
            if state.second and state.nearest:
                assert found.article(key).sentences[state.nearest.sentence].text in read
                assert len(read) == min(SECOND_READER_PASSAGES, len(texts))
                assert found.article(key).sentences[state.second.sentence].text in read


def test_an_opinion_alone_changes_nothing_of_ours(analysis: StoryAnalysis) -> None:
    plain, found = decide(analysis), asked(analysis, ToldReader(lambda _: STATES))
    for before, after in zip(plain.facts, found.facts, strict=True):
        assert (before.id, before.group, before.weight) == (after.id, after.group, after.weight)
        for key, state in after.presence.items():
            assert (state.status, state.probability) == (before.presence[key].status, before.presence[key].probability)


def test_a_calibrated_opinion_counts(analysis: StoryAnalysis, fitted: Callable[[str, str], None]) -> None:
    plain = decide(analysis)
    fitted("told", plain.encoder_digest)
    found = asked(analysis, ToldReader(lambda _: STATES))
    assert found.second_reader is not None
    assert found.second_reader.calibrated
    changed = 0
    for after in found.facts:
        before = plain.fact(after.id)
        for key, state in after.presence.items():
            if state.second:
                assert state.second.unblended == before.presence[key].probability
                assert state.probability > 0.9
                assert state.counts_as_in
                changed += state.status != before.presence[key].status
            else:
                assert (state.status, state.probability) == (before.presence[key].status, before.presence[key].probability)
    assert changed
    weights = [fact.weight for fact in found.facts]
    assert weights == sorted(weights, reverse=True), "weights and order follow"
    assert sum(fact.weight for fact in found.facts) > sum(fact.weight for fact in plain.facts)
    check(json.loads(json.dumps(found.to_dict())))


def test_what_both_do_not_find_is_no_longer_mentioned_there(analysis: StoryAnalysis, fitted: Callable[[str, str], None]) -> None:
    fitted("told", analysis.sentence_matches.encoder_digest)
    found = asked(analysis, ToldReader(lambda _: PassageJudgement(0.001, 0.9)))
    states = [(fact, key, state) for fact in found.facts for key, state in fact.presence.items() if state.second]
    assert states
    assert {state.status for _, _, state in states} <= {"not_found", "differs"}
    check(json.loads(json.dumps(found.to_dict())))


def test_what_a_person_set_stays(analysis: StoryAnalysis, fitted: Callable[[str, str], None]) -> None:
    fitted("told", analysis.sentence_matches.encoder_digest)
    told = ToldReader(lambda _: STATES)
    open_cell = next((fact, key) for fact in asked(analysis, told).facts for key, state in fact.presence.items() if state.second)
    fact, key = open_cell
    correction = set_presence(decide(analysis), fact.id, key, "not_found")
    state = decide_with(told, analysis, Settings(), [correction]).presence(fact.id, key)
    assert (state.status, state.by_hand, state.second) == ("not_found", True, None)
    assert state.probability < 0.9


def test_a_calibration_beside_another_encoder_does_not_count(analysis: StoryAnalysis, fitted: Callable[[str, str], None]) -> None:
    fitted("told", "another encoder")
    found = asked(analysis, ToldReader())
    assert found.second_reader is not None
    assert not found.second_reader.calibrated


def test_another_strictness_asks_only_about_what_is_new(analysis: StoryAnalysis, tmp_path: Path) -> None:
    told = ToldReader()
    cached = CachedReader(told, tmp_path)
    for word in ("balanced", "fewer, surer", "more, less sure", "balanced", "fewer, surer"):
        settings = Settings.of(word)
        decide_with(cached, analysis, settings)
    assert len(told.asked) == len(set(told.asked))
    first = len(told.asked)
    asked(analysis, cached)
    assert len(told.asked) == first


def test_progress_names_the_stage_and_ends(analysis: StoryAnalysis, tmp_path: Path) -> None:
    stages: list[tuple[str, float]] = []
    for _ in range(2):
        asked(analysis, CachedReader(ToldReader(), tmp_path), lambda stage, share: stages.append((stage, share)))
        assert stages[-1][0].startswith("Asking the second reader about ")
        assert stages[-1][1] == 1.0


def test_compare_names_the_reader_and_is_the_same_twice(folder: Path) -> None:
    settings = Settings(second_reader=str(folder))
    stages: list[str] = []
    found = compare(ARTICLES, settings=settings, encoder=TinyEncoder(), progress=lambda stage, _: stages.append(stage))
    as_json = found.to_dict()
    assert as_json["second_reader"] == {"name": "tiny-nli", "digest": found.second_reader.digest, "calibrated": False}  # type: ignore[union-attr]
    assert as_json["settings"]["second_reader"] == str(folder)
    assert any(state["second"] for fact in as_json["facts"] for state in fact["presence"].values())
    assert "Loading the second reader" in stages
    assert any(stage.startswith("Asking the second reader") for stage in stages)
    check(json.loads(json.dumps(as_json)))
    again = compare(ARTICLES, settings=settings, encoder=TinyEncoder())
    assert json.dumps(again.to_dict()) == json.dumps(as_json)


def test_without_a_second_reader_there_is_none() -> None:
    as_json = compare(ARTICLES, encoder=TinyEncoder()).to_dict()
    assert as_json["second_reader"] is None
    assert not any(state["second"] for fact in as_json["facts"] for state in fact["presence"].values())


def test_a_folder_that_holds_none_is_refused_before_anything_is_encoded(tmp_path: Path) -> None:
    tiny = TinyEncoder()
    with pytest.raises(InputError, match="holds no cross-encoder"):
        compare(ARTICLES, settings=Settings(second_reader=str(tmp_path)), encoder=tiny)
    with pytest.raises(InputError, match="holds no cross-encoder"):
        trace("The ferry ran aground.", ARTICLES, settings=Settings(second_reader=str(tmp_path)), encoder=tiny)
    assert tiny.calls == []


def test_the_order_of_the_articles_changes_no_opinion() -> None:
    def opinions(articles: list[Article]) -> dict[tuple[str, str | None], SecondOpinion | None]:
        analysis = analyze(articles, encoder=TinyEncoder())
        found = asked(analysis, ToldReader())
        return {
            (fact.id, found.article(key).outlet): state.second for fact in found.facts for key, state in fact.presence.items()
        }

    assert opinions(ARTICLES) == opinions(ARTICLES[::-1])


@pytest.fixture
def nearly_all_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most cells are open: of few sentences the tiny encoder is sure."""
    monkeypatch.setattr(cells, "OPEN_CELL", (0.01, 0.99))


@pytest.mark.usefixtures("nearly_all_open")
def test_trace_asks_where_ours_is_not_sure(analysis: StoryAnalysis) -> None:
    told, statement = ToldReader(lambda _: STATES), "The coast guard said that lifeboats took all passengers ashore."
    found = trace_in(analysis.sentence_matches, f"  {statement} ", encoder=TinyEncoder(), reader=told)
    plain = trace_in(analysis.sentence_matches, statement, encoder=TinyEncoder())
    for key, state in found.items():
        assert (state.second is not None) == is_open(state.probability)
        assert (state.status, state.probability) == (plain[key].status, plain[key].probability)
    assert {state.second is None for state in found.values()} == {True, False}
    assert {pair.statement for pair in told.asked} == {statement}


@pytest.mark.usefixtures("nearly_all_open")
def test_a_calibrated_reader_counts_in_trace_too(analysis: StoryAnalysis, fitted: Callable[[str, str], None]) -> None:
    fitted("told", analysis.sentence_matches.encoder_digest)
    told = ToldReader(lambda _: PassageJudgement(0.01, 0.9))
    found = trace_in(analysis.sentence_matches, "Lifeboats took all passengers ashore.", encoder=TinyEncoder(), reader=told)
    states = [state for state in found.values() if state.second]
    assert states
    assert all(state.second and state.second.unblended is not None for state in states)
    assert all(state.probability < 0.1 and state.status == "not_found" for state in states)
