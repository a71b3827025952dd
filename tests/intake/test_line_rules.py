"""Each furniture rule: lines it takes, and story lines that begin alike and stay."""

from __future__ import annotations

import pytest

from components.intake.furniture.captions import caption_rule
from components.intake.furniture.credits import is_credit_line, trailing_credit_start
from components.intake.furniture.detect import line_rule
from components.intake.furniture.position_rules import is_outlet_name, is_section_name, same_line
from components.intake.furniture.timestamps import is_clock, is_separator, is_timestamp

TAKEN = {
    "advertisement": """
        ADVERTISEMENT
        - Advertisement -
        [Ad]
        Sponsored content
        Story continues below advertisement
        Article continues after ad
        Continue reading the main story
        Scroll to continue
        Advertisement · Scroll to continue
        Publicidad
        """,
    "share line": """
        Share
        Share this article
        Share on Facebook
        Share Tweet Email Print
        Facebook Twitter WhatsApp
        Facebook | X | LinkedIn
        Copy link
        Share this:
        Email this story to a friend
        Like Loading...
        Click to share on Reddit (Opens in new window)
        Enjoying this? Forward it to a friend
        """,
    "follow line": """
        Follow us on X
        Follow us on Facebook and Instagram
        Like us on Facebook
        Follow Jane Doe on Twitter: @jdoe
        Join our WhatsApp channel
        Follow us for the latest news from Lima
        """,
    "sign-up line": """
        Sign up for our newsletter
        Sign up
        Subscribe
        Subscribe to our morning email
        Get the day's headlines in your inbox.
        Already a subscriber? Log in
        Become a member and support independent journalism.
        By signing up you agree to our terms of use
        You are receiving this email because you signed up at herald.example
        Unsubscribe | Update your preferences
        Never miss a story: download the Valley Courier app
        """,
    "reading time": """
        5 min read
        3 minute read
        Reading time: 4 minutes
        Listen to this article
        Listen 4 min
        """,
    "cookie line": """
        We use cookies to improve your experience.
        This website uses cookies. Learn more in our policy.
        By continuing to use this site you agree to our use of cookies
        Accept all cookies
        Manage preferences
        We value your privacy
        """,
    "copyright": """
        © 2026 Valley Courier
        (c) 2019 Cosmo Media Group.
        Copyright 2026 The Associated Press. All rights reserved.
        COSMO NEWS © 2015 | Distributed By My Blogger Themes
        All rights reserved.
        This material may not be published, broadcast, rewritten or redistributed.
        """,
    "template footer": """
        Powered by Blogger
        Proudly powered by WordPress | Theme: Newsup by Themeansar.
        Designed By Templateism.com
        Blog at WordPress.com.
        Our Standards: The Thomson Reuters Trust Principles.
        """,
    "developing note": """
        This is a developing story. Please check back for updates.
        More to follow
        Developing story
        """,
    "read more": """
        Read more: Ten winters of floods
        READ MORE: Mayor quits
        Related: What we know about the flood
        Also read | Copper climbs
        WATCH – The moment the bridge fell
        Read more here.
        Read more about the flood
        See also: A map of the river
        Lea también: El puente reabre
        Click here to read the letter
        """,
    "related stories": """
        Related stories
        More on this story
        Most read
        Trending
        You may also like
        Editor's picks
        More from the Record
        Recommended for you
        Latest news
        """,
    "navigation": """
        Skip to content
        Home
        Menu
        Back to top
        Previous Post
        Older Posts
        About us
        Privacy policy
        Terms of use
        View all
        Continued on Page 4
        View this email in your browser
        """,
    "comments": """
        12 Comments
        No comments:
        Comments (3)
        Leave a comment
        Post a Comment
        Be the first to comment
        View comments
        Comments are closed.
        Join the conversation
        Your email address will not be published.
        """,
    "tags": """
        Tags: flood, Elm, bridge
        Filed under: News
        Topics
        #flood #elm
        Posted in News | Tagged: elm
        Labels: News
        """,
    "caption": """
        Image source, Getty Images
        Image caption, The bridge at noon
        Photo: Jane Doe / Herald
        Photo by Ada Rusk
        FILE PHOTO: The mayor at the bridge. REUTERS/Ann Teel/File Photo
        FILE - The bridge, seen on Jan. 9. (AP Photo/Lena Marsh, File)
        1 of 4 | The ferry lies on a sandbank. (AP Photo/Lena Marsh)
        The harbour at noon. Photograph: John Roe/AP
        The bridge on Thursday, seen from the bank. Photo by Ada Rusk
        View image in fullscreen
        Getty Images
        toggle caption
        """,
    "photo credit": """
        Jane Doe/AFP
        Ann Teel / Getty Images
        Per Lind for Bloomberg
        """,
    "credit line": """
        (Reporting by Diego Ore, Ana Isabel Martinez; Writing by Brendan O'Boyle; Editing by Emily Green)
        Reporting by Elena Prado in Santiago; Editing by Ann Teel
        Additional reporting by John Roe
        Associated Press writers Paul Deng in Salem and Ann Lee in Lima contributed to this report.
        Jane Doe contributed to this report.
        Staff writer Jane Doe contributed.
        With reporting by Norreach.
        """,
}

STAYS = """
    Share prices fell 3 percent.
    Share of voters who agree: 41 percent
    Advertising revenue dropped by half.
    Ads on buses will stop, the mayor said.
    Follow the money, he said.
    Follow the river for a mile and turn north.
    Sign up or go home, the coach told them.
    Get out of the house, he shouted.
    Subscribe or go, the club wrote to its members.
    Read more than 40 books this year, the mayor said.
    Read the letter before you sign it.
    More than 200 people came.
    More: that was all Oliver asked for.
    Related crimes rose by a tenth.
    Listen to the river long enough and you hear the stones move.
    Home prices rose.
    Search teams returned at dawn.
    Copyright law was changed in 2015.
    All rights reserved to the crown passed to the state in 1922.
    Photo finish or not, the judges gave it to Marsh.
    Image is everything in this election.
    Video of the arrest shows two officers.
    Pictures of the dog went round the world.
    Comments made on Monday caused the row.
    Twelve comments were read out in court.
    Tags on the bags said Lagos.
    Topics ranged from war to football.
    Cookies were sold for 50 cents.
    The company uses cookies as a reward for its dogs, said the trainer.
    Powered by wind alone, the ship crossed in nine days, its captain said.
    Reporting by the Tribune last year found that prices had doubled.
    Editing by hand took three weeks.
    Scientists from 40 countries contributed to this report.
    The heat contributed to the fire.
    Updated rules take effect on 9 January 2026.
    The end came at 5 p.m. on Friday.
    Trending downward since May, the rate stood at 4.1 percent.
    Print is not dead.
    Like his father, he never learned to swim.
    Support us or lose us, nurses told the minister.
    This is a developing country with a young population.
    Contact between the two men ended in 2019.
    The picture, taken by Reuters, shows the bridge.
    She told Reuters/Ipsos pollsters that she would vote.
    Russians were spared a full ban from the games after two days of talks. [Reuters]
    It rained.
    “No.”
    """


def rows(block: str) -> list[str]:
    return [row.strip() for row in block.strip().splitlines()]


@pytest.mark.parametrize(("rule", "line"), [(rule, line) for rule, block in TAKEN.items() for line in rows(block)])
def test_taken(rule: str, line: str) -> None:
    assert line_rule(line) == rule


@pytest.mark.parametrize("line", rows(STAYS))
def test_stays(line: str) -> None:
    assert line_rule(line) is None
    assert not is_timestamp(line)


@pytest.mark.parametrize("line", ["07:40", "7.40 pm", "18:00 GMT", "09:40 PM", "7h30"])
def test_clocks(line: str) -> None:
    assert is_clock(line)


@pytest.mark.parametrize("line", ["07:40 was the moment", "7", "2026", "3:1 win"])
def test_not_clocks(line: str) -> None:
    assert not is_clock(line)


@pytest.mark.parametrize(
    "line",
    [
        "Published 3 hours ago",
        "3 hours ago",
        "9 January 2026",
        "January 9, 2026 7:05 PM UTC · Updated 12 mins ago",
        "Fri 9 Jan 2026 06.00 GMT",
        "Last modified on Thu 12 Feb 2026 11.32 GMT",
        "Posted: Jan 22, 2026 / 09:40 PM",
        "2026-01-09",
        "01/09/2026 at 7:40 a.m.",
        "January 23, 2026 · 4 min read",
        "9 de enero de 2026",
        "Veröffentlicht am 9. Januar 2026 um 7.40 Uhr",
    ],
)
def test_timestamps(line: str) -> None:
    assert is_timestamp(line)


@pytest.mark.parametrize(
    "line", ["Friday", "May", "2026", "It was 9 January 2026.", "9 January 2026 was cold", "One day in May", "Monday to Friday"]
)
def test_not_timestamps(line: str) -> None:
    assert not is_timestamp(line)


def test_rulers() -> None:
    assert all(is_separator(line) for line in ("-", "***", "* * *", "|", "___", "—"))
    assert not any(is_separator(line) for line in ("a", "7", "- a -", ""))


@pytest.mark.parametrize(
    ("paragraph", "kept"),
    [
        ("He left. (Reporting by A. Roe; Editing by B. Lee)", "He left. "),
        ("He left. (Additional reporting by Ann Teel in Lima)", "He left. "),
        ("He left. [Reporting by Ann Teel]", "He left. "),
        ("He left. (It was Friday.)", None),
        ("He left (reporting by phone was banned)", None),
        ("The plan (with Lima) failed.", None),
        ("(Reporting by A. Roe)", None),
        ("He left.", None),
    ],
)
def test_credits_at_the_end_of_a_paragraph(paragraph: str, kept: str | None) -> None:
    start = trailing_credit_start(paragraph)
    assert (None if start is None else paragraph[:start]) == kept


def test_a_credit_names_people_and_nothing_else() -> None:
    assert is_credit_line("Reporting by Jane Doe")
    assert not is_credit_line("Reporting by Jane Doe showed that prices fell")
    assert not is_credit_line("Reporting by " + "Jane Doe, " * 100)


def test_a_long_paragraph_with_a_credit_in_it_is_no_caption() -> None:
    assert caption_rule("The bridge fell. " * 40 + "(AP Photo/Lena Marsh)") is None


def test_sections_and_outlets() -> None:
    assert is_section_name("WORLD NEWS")
    assert is_section_name("Business & Economy")
    assert not is_section_name("World champion falls")
    assert is_outlet_name("Cedar Falls Sentinel")
    assert is_outlet_name("The Northmoor Post")
    assert not is_outlet_name("Goodwin takes the post")
    assert not is_outlet_name("World News")


def test_the_same_headline_twice() -> None:
    assert same_line("Bridge closes – after flood!", "bridge closes after flood")
    assert same_line("Bridge closes after flood in ...", "Bridge closes after flood in the old town")
    assert not same_line("Bridge closes", "Bridge closes after flood")
    assert not same_line("...", "...")
