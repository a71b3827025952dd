"""Word lists of English news prose, each in one place.

calendar.py  months
titles.py    titles before names
"""
