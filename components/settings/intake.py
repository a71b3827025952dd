"""What intake goes by: how much of a file is read, what counts as text or as prose, and how long a line of furniture can be.

Each value has its unit, the range in which it makes sense, and its reason. Lengths of lines are in characters or in words, as
their names say. A furniture rule that is too narrow leaves a line in the text, where a reader sees it; one that is too wide takes
a sentence of the story. So where both can happen the limits lie on the narrow side.
"""

from __future__ import annotations

from typing import Final

from .limits import MAX_BYTES, MAX_WORDS

# How much text there may be, and what counts as text.

MAX_CHARACTERS: Final = 100 * MAX_WORDS
"""Characters in the raw text, at least 10 a word: an article at the word limit and ten times as much furniture fit."""
MAX_LINES: Final = 2 * MAX_WORDS
"""Lines in the raw text, at least a few thousand: one word a line, with an empty line after each, fits."""
TEXT_SAMPLE: Final = 100_000
"""Characters (or bytes) from which a text is told from a binary file, at least some hundreds: a whole article, never a whole
book."""
CONTROL_SHARE: Final = 0.01
"""Share of control characters (0 to 1) above which something is no text: text has next to none."""
NON_ASCII_SHARE: Final = 0.3
"""Share of characters beyond ASCII (0 to 1) above which Windows-1252 is the wrong reading: Western text stays well below, while
every letter of Cyrillic or Greek text in an encoding of its own lies beyond."""
MAX_ADDRESSES: Final = 20
"""Words, each a web address, that are answered with "Samestory does not fetch pages" (1 or more): nobody pastes more by
mistake."""

# The language of a text.

LANGUAGE_MIN_WORDS: Final = 5
"""Words (1 or more) without which no language is named: fewer say too little."""
LANGUAGE_SAMPLE: Final = 5000
"""Characters of which the language is judged, at least some hundreds: more change nothing and cost time."""
LANGUAGE_PROBABILITY: Final = 0.5
"""Normalised probability (0 to 1) from which a language is named: likelier than all others together."""

# Lines, prose, sentences.

WRAP_MIN_CHARACTERS: Final = 45
"""Characters that a hard-wrapped line has at least (20 to 80): shorter lines were ended by a writer."""
WRAP_MAX_CHARACTERS: Final = 110
"""Characters that a hard-wrapped line has at most (80 to 132): programs wrap below that, and longer lines are paragraphs."""
WRAP_SPREAD: Final = 25
"""Characters by which the lines of a hard-wrapped paragraph differ at most (10 to 40): about the longest word carried over."""
PROSE_WORDS: Final = 6
"""Words from which a line with a final mark reads like a sentence of a story (3 to 10): "Read more here." has fewer."""
LONG_PROSE_WORDS: Final = 25
"""Words from which a line is prose without a final mark (20 to 40): no label or headline is so long."""
SENTENCE_CONTEXT: Final = 60
"""Characters looked at on either side of a full stop (30 or more): longer than any word the rules know, short enough that hostile
text is read in linear time."""
CLOCK_PHRASE_WORDS: Final = 4
"""Words up to which a sentence that ends in a time of day cannot be over ("At 5 p.m."): a title that follows is its subject."""
SPEAKER_WORDS: Final = 3
"""Words after the first one behind a closed quotation among which a verb of speech is looked for (2 to 5): "Ms. Jane Doe
asked"."""
DATELINE_LINES: Final = 6
"""Lines from the top among which a dateline stands (1 to 10): headline, deck and byline come before it."""
DATE_CHARACTERS: Final = 200
"""Characters of a line in which a date is looked for (50 or more): timestamps are shorter."""

# HTML.

MAX_ATTRIBUTES: Final = 2_000
"""Attributes in one tag, at least a hundred: pages in the wild have a few dozen, and the parser's time grows with the square."""
MAX_ELEMENTS: Final = 30_000
"""Elements that trafilatura is given, at least 10,000: three times a large news page. Beyond, it takes minutes, and the text
rules
decide alone."""
BLOCK_LETTERS: Final = 24
"""Letters and digits (10 to 60) below which a block is main text only if it is a whole line of it: shorter ones occur by
chance."""
CONTAINER_BLOCKS: Final = 2
"""Blocks of main text (1 or more) that make their container the article's: one may stand there by mistake."""

# Word and PDF.

MAX_ARCHIVE_PARTS: Final = 2000
"""Parts in a .docx, at least a few dozen: an article has about twenty, and one more for each picture."""
CELL_WORDS: Final = 6
"""Words up to which the cells of a table row make one line (1 to 10): longer cells are paragraphs of a page laid out as a
table."""
TITLE_PARAGRAPHS: Final = 40
"""Paragraphs at the top of a document among which its title is looked for (1 or more)."""
MAX_PAGES: Final = 100
"""Pages in a PDF, at least a few dozen: more than an article of 10,000 words fills."""
MAX_STREAM_BYTES: Final = 2 * MAX_BYTES
"""Bytes that one stream of a PDF may unpack to, not less than the limit for a file."""
MAX_OPERATORS: Final = 200_000
"""Drawing operators read in all, at least 1,000 a page: a page of text has about a thousand, so that 100 pages fit twice."""

# Paragraphs on printed pages.

EDGE_LINES: Final = 3
"""Lines at the top and at the bottom of a page (1 to 5) among which running headers and page numbers are looked for."""
RUNNING_PAGES: Final = 2
"""Pages on which a running header must stand (2 or more); it must also stand on half of all pages."""
TYPE_POINTS: Final = 1
"""Points by which two sizes of type must differ to be two (above 0, below 2): rounding makes one size differ by less."""
MAX_LINE_STEP: Final = 100
"""Points from one line to the next that still say something about the usual step (above 20): more is a picture or a new
column."""
USUAL_STEP_SIZES: Final = 1.6
"""Sizes of type that the usual step between lines has at most (1.2 to 2): a page of single lines has no closer ones to go by."""
PARAGRAPH_STEP: Final = 1.35
"""Usual steps between two lines above which a paragraph ends (1.1 to 2): rounding stays below, half an empty line above."""
WIDE_LINE_QUANTILE: Final = 0.8
"""Quantile of the lengths of a page's lines that counts as the full width (0.5 to 1): a few overlong lines do not decide it."""
LAST_LINE_SHARE: Final = 0.75
"""Share of the full width (0 to 1) below which a line with a final mark, or the last in its column, ends its paragraph."""
SHORT_LINE_SHARE: Final = 0.5
"""Share of the full width (0 to 1) below which a line without a final mark ends its paragraph: a heading, an address."""
PAGE_BREAK_CHARACTERS: Final = 40
"""Characters (20 to 80) above which an unfinished last line of a page goes on overleaf with a capital letter: shorter is a
heading."""

# Furniture that a line is by itself.

TIMESTAMP_CHARACTERS: Final = 120
"""Characters that a timestamp has at most (60 to 200): publication, update and time zone fit."""
CLOCK_CHARACTERS: Final = 30
"""Characters below which a line can be a clock (10 to 40): time and time zone fit."""
TEXT_RULE_CHARACTERS: Final = 900
"""Characters that a line taken for its words has at most (300 to 1,000): legal footers come close, and no pattern meets a
longer one."""
SHARE_WORDS_IN_ROW: Final = 14
"""Words that a row of share buttons has at most (5 to 20): buttons for a dozen networks fit."""
OFFER_WORDS: Final = 40
"""Words that a sign-up line has at most (20 to 60): longer ones are paragraphs about a newsletter."""
CAPTION_CHARACTERS: Final = 600
"""Characters that a caption has at most (200 to 800): a longer line is a paragraph of the story with a credit in it, and
stays."""
CAPTION_END_CHARACTERS: Final = 400
"""Characters that a caption has at most if only its end gives it away (100 to CAPTION_CHARACTERS): the weaker sign, the
stricter limit."""
BYLINE_CHARACTERS: Final = 200
"""Characters that a byline has at most (60 to 300): eight names with a role fit."""
CREDIT_CHARACTERS: Final = 600
"""Characters that a credit line has at most (200 to 800): a dozen reporters in as many cities fit."""
HEADING_CHARACTERS: Final = 320
"""Characters that a heading, a row of tags or a "read more" line has at most (100 to 400): the title of another story fits."""
COPYRIGHT_CHARACTERS: Final = 600
"""Characters of a line in which the holder of a copyright is looked for (200 to 900): the name stands beside the sign."""

# Furniture that a line is by its place.

HEADLINE_WORDS: Final = 30
"""Words that a headline has at most (15 to 40): the longest tabloid headlines fit."""
HEADLINE_LETTERS: Final = 12
"""Letters and digits above which a line that begins another one ("Headline" and "Headline | Outlet") is the headline (5 to
20)."""
DOUBLED_HEADLINE_CHARACTERS: Final = 400
"""Characters of a line that can repeat the headline (200 or more): headline and outlet fit twice over."""
CUT_HEADLINE_WORDS: Final = 4
"""Words from which "Bridge closes after flood ..." repeats a longer headline (2 to 8): fewer begin many lines."""
MENU_ITEM_WORDS: Final = 4
"""Words that an item of a menu or a breadcrumb has at most (2 to 6): "Health, Science and Environment"."""
MENU_LINES: Final = 3
"""Lines in a row that make a menu (2 to 5): fewer could be the subheads of a short story."""
MENU_KNOWN_SHARE: Final = 1 / 3
"""Share of a menu below the story (0 to 1) that must have the usual names: a list of winners or of the dead has none."""
SECTION_WORDS: Final = 5
"""Words that a line of section names has at most (2 to 8): "Home", "Business & Economy"."""
OUTLET_WORDS: Final = 5
"""Words that the name of an outlet has at most (3 to 6): "The San Luis Obispo Tribune"."""
LOGO_WORDS: Final = 6
"""Words of a line that can be the outlet's logo (3 to 8): a name of five words with an article."""
LISTED_LINES: Final = 12
"""Lines that a list of other stories has at most (5 to 20) without a new heading: the rule must not run into the story."""
LISTED_WORDS: Final = 18
"""Words that the title of a listed story has at most (10 to 25): longer lines are sentences."""
BREADCRUMB_PARTS: Final = 4
"""Parts from which a row of links needs no usual name in the first place (3 to 6): a headline with dashes has fewer."""
BREADCRUMB_CHARACTERS: Final = 300
"""Characters that a row of links has at most (100 to 400): the dozen links of a footer fit."""
DECK_LINES: Final = 2
"""Lines below the first sentence down to which a byline may stand (0 to 4): it may follow the deck, the lines that sum a story
up."""
