import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from report_tables import read_table

from bot.annotate import corrections, lettering
from bot.annotate.lettering import MAX_LETTERS, cut
from bot.annotate.phrases import Phrases, called_by, stems_of
from bot.annotate.rumours import find_rumour
from bot.annotate.wordlists import corrections as correcting
from bot.annotate.wordlists import denials, rumours
from bot.domain.memory import REMEMBERED

LISTS = {
    "corrects": correcting.CORRECTS,
    "retracts": correcting.RETRACTS,
    "not a thing": correcting.NOT_A_THING,
    "untrue": denials.UNTRUE,
    "said to be untrue": denials.UNTRUE_SAID,
    "true": denials.TRUE_SAID,
    "affirmed": denials.AFFIRMED,
    "rumours": rumours.RUMOURS,
}
TABLES = ("claims", "corrections", "front", "occasion", "tolls", "turns")


def lines_of(name: str) -> Iterator[str]:
    for line in LISTS[name].strip("\n").splitlines():
        filled = line.replace("THING", f"(?:{corrections._THING})")
        for slot, words in corrections._SLOTS.items():
            filled = filled.replace(slot, words)
        yield filled


@pytest.mark.parametrize("name", LISTS)
def test_phrases_find_what_their_joined_patterns_find(name: str) -> None:
    lines = list(lines_of(name))
    joined, phrases = re.compile("|".join(lines)), Phrases(lines)
    sentences = [
        lettering.lower(cell)
        for table in TABLES
        for row in read_table(table)[1:]
        for cell in row
    ]
    texts = [*sentences, *map("\n".join, pairwise(sentences))]

    assert [[m.span() for m in phrases.finditer(each)] for each in texts] == [
        [m.span() for m in joined.finditer(each)] for each in texts
    ]


@pytest.mark.parametrize("name", LISTS)
def test_each_phrase_has_letters_without_which_it_need_not_be_tried(name: str) -> None:
    short = [line for line in lines_of(name) if min(map(len, stems_of(line))) < 3]

    assert [line for line in short if not line.startswith(r"\bне (?:би")] == []


@pytest.mark.parametrize(
    ("pattern", "stems"),
    [
        (r"\bdrones? hit\b", ["drone"]),
        (r"(?:not )?true", ["true"]),
        (r"(?:drone|drones) (?:hit|fell)", ["drone"]),
        (r"(?i:drone)s", ["s"]),
        (r"(?:drone|) hit", ["hit"]),
        (r"(?=drone)\w+", [""]),
        (r"(?:far ){0,3}(?:away ){1,3}", ["away"]),
        (r"пор[іе]з|\d", [""]),
    ],
)
def test_a_match_has_one_of_the_letters(pattern: str, stems: list[str]) -> None:
    assert sorted(stems_of(pattern)) == stems


def test_the_first_of_the_leftmost_phrases_is_found() -> None:
    phrases = Phrases(("b c", "a b", "a"))

    assert [match[0] for match in phrases.finditer("a b c a, b c")] == ["a b", "a", "b c"]
    assert phrases.search("a b c", 1) is not None
    assert phrases.search("a b c", 3) is None
    assert phrases.search("a b c", 0, 0) is None


def test_phrases_of_a_text_are_found_by_its_words() -> None:
    phrases = Phrases(("far (?:away|off)", r"\d+ miles"))
    words = cut("He is 5 miles off, not far off", "en")

    assert not words.phrases.isdisjoint(phrases.numbers)
    assert called_by(["near"]).isdisjoint(phrases.numbers)
    found = phrases.finditer(words.text, called=words.phrases)
    assert [match[0] for match in found] == ["5 miles", "far off"]


def test_a_phrase_that_is_new_is_called_by_words_that_were_read_before() -> None:
    called_by(["seldom", *map(str, range(REMEMBERED))])

    phrases = Phrases(("seldom met",))

    assert phrases.search("seldom met") is not None


def test_a_phrase_without_letters_is_always_tried() -> None:
    phrases = Phrases((r"\d+ %",))

    assert phrases.search("up 5 %", called=called_by(["up"])) is not None


def test_what_stands_after_the_last_word_that_is_read_calls_for_its_phrases() -> None:
    phrases = Phrases(("seldom seen",))
    words = cut("a " * MAX_LETTERS + "seldom seen", "en")

    assert phrases.search(words.text, called=words.phrases) is not None


def test_what_somebody_still_checks_is_no_more_than_heard_of() -> None:
    words = cut("Landing near Orlivka: the ministry is checking information", "en")

    assert [cue.certain for cue in find_rumour(words)] == [True]
