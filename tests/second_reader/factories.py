"""A tiny cross-encoder made on the spot: two layers, random weights from a fixed seed, a vocabulary of letters."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from string import ascii_lowercase, digits

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
