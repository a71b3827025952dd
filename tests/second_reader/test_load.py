"""Loading: what a folder says of itself is checked before it is trusted, and nothing outside this machine is asked."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from components.embeddings import load
from components.embeddings.catalogue import MODEL_SUFFIXES
from components.language import combined_digest, file_digests
from components.second_reader import PairReader, load_second_reader
from components.second_reader.reader import ReadPair
from components.story import InputError
from tests.second_reader.factories import NLI, TEXTS, change_json, make_cross_encoder

PAIRS = [ReadPair(passage, statement) for passage in TEXTS for statement in TEXTS]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_cross_encoder(tmp_path_factory.mktemp("models") / "tiny-nli")


@pytest.fixture
def copy(folder: Path, tmp_path: Path) -> Path:
    return shutil.copytree(folder, tmp_path / "copy")


@pytest.fixture(scope="module")
def reader(folder: Path) -> PairReader:
    return load_second_reader(str(folder))


def test_it_bears_the_name_of_its_folder_and_a_digest_of_its_files(reader: PairReader, folder: Path) -> None:
    assert reader.name == "tiny-nli"
    assert reader.digest == combined_digest(file_digests(folder, MODEL_SUFFIXES))


def test_the_digest_covers_weights_and_configuration_and_no_notes(reader: PairReader, copy: Path) -> None:
    (copy / "notes.md").write_text("no part of the model")
    assert load_second_reader(str(copy)).digest == reader.digest
    other = make_cross_encoder(copy.parent / "other", seed=8)
    assert load_second_reader(str(other)).digest != reader.digest


def test_the_same_folder_is_loaded_once(folder: Path) -> None:
    assert load_second_reader(str(folder)) is load_second_reader(str(folder))


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0), (1, 0, 2)])
def test_the_order_of_its_labels_changes_nothing(reader: PairReader, tmp_path: Path, order: tuple[int, ...]) -> None:
    labels = [NLI[number].upper() for number in order]
    permuted = load_second_reader(str(make_cross_encoder(tmp_path / "permuted", labels, order=order)))
    assert permuted.read(PAIRS) == reader.read(PAIRS)


def test_two_classes_are_enough(tmp_path: Path) -> None:
    two = load_second_reader(str(make_cross_encoder(tmp_path / "two", ["not_entailment", "entailment"])))
    judgements = two.read(PAIRS)
    assert {judgement.contradiction for judgement in judgements} == {0.0}
    assert len({judgement.entailment for judgement in judgements}) > len(PAIRS) / 2
    assert all(0 <= judgement.entailment <= 1 for judgement in judgements)


def test_one_score_of_entailment_is_a_probability(tmp_path: Path) -> None:
    one = load_second_reader(str(make_cross_encoder(tmp_path / "one", ["entailment"])))
    entailments = [judgement.entailment for judgement in one.read(PAIRS)]
    assert min(entailments) < 0.5 < max(entailments)


def test_one_score_of_something_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="gives one score and does not say of what"):
        load_second_reader(str(make_cross_encoder(tmp_path / "one", ["LABEL_0"])))


def test_the_activation_that_a_folder_names_is_not_asked(reader: PairReader, copy: Path) -> None:
    change_json(copy / "config.json", sentence_transformers={"activation_fn": "torch.seed"})
    assert load_second_reader(str(copy)).read(PAIRS) == reader.read(PAIRS)


def test_a_folder_saved_by_sentence_transformers_is_read_too(reader: PairReader, folder: Path, tmp_path: Path) -> None:
    from sentence_transformers import CrossEncoder

    CrossEncoder(str(folder), device="cpu", local_files_only=True).save_pretrained(str(tmp_path / "saved"))
    assert (tmp_path / "saved" / "modules.json").is_file()
    assert load_second_reader(str(tmp_path / "saved")).read(PAIRS) == reader.read(PAIRS)


def test_a_name_that_is_no_folder_is_refused_and_not_looked_up() -> None:
    with pytest.raises(InputError, match="is not a folder on this machine; give the path of a saved cross-encoder"):
        load_second_reader("cross-encoder/nli-deberta-v3-base")


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"holds no cross-encoder \(no config\.json\)"):
        load_second_reader(str(tmp_path))


def test_labels_that_are_not_named_are_refused(copy: Path) -> None:
    change_json(copy / "config.json", id2label={"0": "LABEL_0", "1": "LABEL_1", "2": "LABEL_2"})
    with pytest.raises(InputError, match="does not name what its outputs mean"):
        load_second_reader(str(copy))


def test_no_labels_at_all_are_refused(copy: Path) -> None:
    change_json(copy / "config.json", id2label=None, label2id=None)
    with pytest.raises(InputError, match="does not name what its outputs mean"):
        load_second_reader(str(copy))


def test_fewer_labels_than_outputs_are_refused(copy: Path) -> None:
    change_json(copy / "config.json", id2label={"0": "entailment", "1": "not_entailment"}, label2id=None)
    with pytest.raises(InputError, match=r"cannot be used \(.*; give a cross-encoder"):
        load_second_reader(str(copy))


def test_a_damaged_configuration_is_refused(copy: Path) -> None:
    (copy / "config.json").write_text('{"id2label": ')
    with pytest.raises(InputError, match=r"config\.json in .* is damaged; save the model again"):
        load_second_reader(str(copy))


@pytest.mark.parametrize("content", [b"", b"no weights" * 100])
def test_damaged_weights_are_refused(copy: Path, content: bytes) -> None:
    (copy / "model.safetensors").write_bytes(content)
    with pytest.raises(InputError, match=r"cannot be used \(.*; give a cross-encoder that sentence-transformers can load"):
        load_second_reader(str(copy))


def test_weights_without_those_of_the_outputs_are_refused(copy: Path) -> None:
    from safetensors.torch import load_file, save_file

    weights = load_file(copy / "model.safetensors")
    save_file({name: values for name, values in weights.items() if name != "classifier.weight"}, copy / "model.safetensors")
    with pytest.raises(InputError, match=r"cannot be used \(.*"):
        load_second_reader(str(copy))


def test_pickled_weights_are_not_read(copy: Path) -> None:
    import torch
    from safetensors.torch import load_file

    torch.save(load_file(copy / "model.safetensors"), copy / "pytorch_model.bin")
    (copy / "model.safetensors").unlink()
    with pytest.raises(InputError, match=r"with its weights as \.safetensors"):
        load_second_reader(str(copy))


@pytest.mark.parametrize("name", ["config.json", "tokenizer_config.json"])
def test_code_that_a_folder_brings_is_refused_and_not_run(copy: Path, tmp_path: Path, name: str) -> None:
    (copy / "evil.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\nclass Evil: pass\n")
    change_json(copy / name, auto_map={"AutoConfig": "evil.Evil", "AutoModelForSequenceClassification": "evil.Evil"})
    with pytest.raises(InputError, match="brings code of its own, which Samestory never runs"):
        load_second_reader(str(copy))
    assert not (tmp_path / "ran").exists()


def test_a_module_of_its_own_is_refused_and_not_run(copy: Path, tmp_path: Path) -> None:
    (copy / "evil.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\nclass Evil: pass\n")
    (copy / "modules.json").write_text('[{"idx": 0, "name": "0", "path": "", "type": "evil.Evil"}]')
    with pytest.raises(InputError, match="brings code of its own, which Samestory never runs"):
        load_second_reader(str(copy))
    assert not (tmp_path / "ran").exists()


def test_an_encoder_of_sentences_is_refused() -> None:
    with pytest.raises(InputError, match="was not made to judge a pair of texts; give a cross-encoder"):
        load_second_reader(str(load._bundled_model_folder()))


def test_loading_says_nothing_and_asks_no_one(folder: Path) -> None:
    code = (
        "import socket\n"
        "def refuse(*_): raise SystemExit('asked the network')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "from components.second_reader import load_second_reader\n"
        "from components.second_reader.reader import ReadPair\n"
        f"assert len(load_second_reader({str(folder)!r}).read([ReadPair('Two boats met.', 'Boats met.')])) == 1"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_nothing_heavy_is_imported_before_a_folder_is_named() -> None:
    code = "import sys, components.second_reader; print('torch' in sys.modules or 'transformers' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
