"""What a dependency parse says: subjects, objects, predicates, clauses, negation, and who does what to whom.

dependencies.py  labels, parts of speech, and what a token and its neighbours in the tree are
arguments.py     the arguments of a verb or event noun, also those that it shares with a clause above
"""
