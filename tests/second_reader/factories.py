"""Second readers for tests: one that says what it is told, and a tiny cross-encoder made on the spot.

The cross-encoder has two layers, random weights from a fixed seed, and a vocabulary of letters.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from string import ascii_lowercase, digits

from components.second_reader import PassageJudgement
from components.second_reader.reader import ReadPair, ShareDone

NLI = ("contradiction", "entailment", "neutral")
SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
TEXTS = (
    "Two boats met in fog off Narrows Point.",
    "The minister resigned on Friday, after talks had failed.",
    "Nobody was hurt, police said.",
    "The council approved the repair by 7 votes to 2.",
)
LETTERS = [*ascii_lowercase, *digits, *".,;:!?'\"-"]


def make_cross_encoder(folder: Path, labels: Sequence[str] = NLI, *, order: Sequence[int] | None = None, seed: int = 7) -> Path:
    """Save a cross-encoder in a folder and return the folder.

    Args:
        folder: Where; it is made.
        labels: Of its outputs.
        order: Which output of the model with this seed each label is for, so that a permuted model says the same.
        seed: Of the weights.
    """
    import torch
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    folder.mkdir(parents=True)
    vocabulary = [*SPECIAL, *LETTERS, *(f"##{letter}" for letter in LETTERS)]
    words = {word: number for number, word in enumerate(vocabulary)}
    tokenizer = BertTokenizerFast(vocab=words, model_max_length=512)
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=512,
        initializer_range=0.3,
        id2label=dict(enumerate(labels)),
        label2id={label: number for number, label in enumerate(labels)},
    )
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        model = BertForSequenceClassification(config).eval()
    with torch.no_grad():  # sure of itself, and of each label about as often
        model.classifier.weight *= 12
        logits = [model(**tokenizer(one, other, return_tensors="pt")).logits for one, other in product(TEXTS, TEXTS)]
        model.classifier.bias -= torch.cat(logits).mean(0)
        if order is not None:
            model.classifier.weight.copy_(model.classifier.weight[list(order)].clone())
            model.classifier.bias.copy_(model.classifier.bias[list(order)].clone())
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return folder


def change_json(path: Path, **values: object) -> None:
    """Set keys of a JSON file; None takes one out."""
    content = {**json.loads(path.read_text()), **values}
    path.write_text(json.dumps({key: value for key, value in content.items() if value is not None}))


class ToldReader:
    """Judges pairs as a function says; remembers what it was asked. By default every pair gets a judgement of its own."""

    def __init__(self, judge: Callable[[ReadPair], PassageJudgement] | None = None, *, digest: str = "told") -> None:
        self.name = "told"
        self.digest = digest
        self.asked: list[ReadPair] = []
        self._judge = judge or (lambda pair: PassageJudgement(len(pair.passage) % 97 / 100, len(pair.statement) % 89 / 1000))

    def read(self, pairs: Sequence[ReadPair], progress: ShareDone | None = None) -> list[PassageJudgement]:
        """The judgement of each pair."""
        self.asked += pairs
        if progress:
            progress(1.0)
        return [self._judge(pair) for pair in pairs]
