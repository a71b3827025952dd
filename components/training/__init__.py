"""Fits what `matching/` ships (`make fit`), on the gold sets; imported by no other room.

gold_sets.py      the gold sets as features
clauses.py        clauses of QA-Align, for the models of claims beside a sentence
claims.py         claims beside other articles, for the model of their presence
cross_fit.py      the models of sentences and statements, fitted and cross-fitted by story
unseen.py         models for a story that have not seen it
facts.py          facts of whole stories, for the models of their presence and their weight
token_network.py  the token model as a network in torch
model_files.py    token models on disk: those shipped, and those of the folds
fit.py            `make fit`
second_reader.py  `make fit SECOND=folder`: what a second reader's opinions are worth
"""
