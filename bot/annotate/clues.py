"""What the words around say for and against a reading: numbers, which weights add up.

They hold for the reading whichever of its places is meant; what is known of one place in
the light of the whole text is in :mod:`bot.annotate.place_clues`.
"""

import math
import re
from typing import NamedTuple

from bot.annotate import guards, units
from bot.annotate.gazetteer import Gazetteer
from bot.annotate.keys import Form, Mark
from bot.annotate.lexicon import (
    INSTITUTIONS,
    LOCATIVE,
    STRICTLY_LOCATIVE,
    TITLES,
    WATERS,
)
from bot.annotate.readings import Reading
from bot.annotate.tokens import Token, Tokens
from bot.annotate.wordlists.only_towns import OPENERS

# fmt: off
READING_CLUES = (
    # how the words are written and where they stand
    "starts", "headline", "lower", "words", "short", "short in latin", "acronym",
    "repeated", "cyrillic",
    "oblique at start", "hyphen before", "hyphen after", "hyphen before a name",
    # the word before
    "located", "strictly", "marked", "of", "the", "title before", "initial before",
    "comma before", "given before", "name before", "name before at start",
    "name before in cyrillic",
    # the word after
    "name after", "name after in cyrillic", "institution after", "water beside",
    "unit after",
    "colon after",
    # what else the words are
    "common", "word", "given", "surname", "like a surname", "adjective", "town adjective",
    "common at start", "word at start", "common in headline", "surname not located",
    "given and name after",
    # beside other names and elsewhere in the text
    "listed", "listed and a person's", "borne elsewhere",
)
# fmt: on
_SHORT = 4  # letters of a name that is often something else
_ACRONYM = 5
_HEADLINE = 0.7  # share of the longer words around that are capitalised
_AROUND = 5  # words on each side
_REACH = 48  # characters that hold them
_SHORT_NAME = re.compile(  # «Наташу Ростову»
    r"(?:наташ|маш|даш|наст|катюш|ксюш|алеш|саш|миш|гриш|сереж|дун)(?:[ауеиюя]|ей|ою)$"
)
_AND = frozenset("and и і та й und et i y e".split())
_BETWEENS = frozenset("between между між pomiedzy miedzy zwischen entre".split())
_BETWEEN = 3  # words from "between" to "and": two of them the first name
_LONGER = 3  # letters: "with", not "in"


class Signs(NamedTuple):
    """What several clues are made of."""

    starts: bool
    headline: bool
    cyrillic: bool
    located: bool
    marked: bool
    name_before: bool
    given_before: bool
    name_after: bool
    common: bool
    person: bool
    borne: bool = False


class ReadingClues(NamedTuple):
    """The values of `READING_CLUES`, and the signs that place clues need as well."""

    values: tuple[float, ...]
    signs: Signs

    def borne_elsewhere(self) -> "ReadingClues":
        """Return the clues of a name that the text gives to a person elsewhere."""
        return ReadingClues((*self.values[:-1], 1), self.signs._replace(borne=True))


def _is_headline(text: str, begin: int, end: int) -> bool:
    """Return whether nearly all longer words around are capitalised.

    Of the raw text: to make ten words of it for each name cost a fifth of all annotation.
    """
    before = text[max(0, begin - _REACH) : begin].split()[-_AROUND:]
    around = (*before, *text[end : end + _REACH].split()[:_AROUND])
    longer = [word[0].isupper() for word in around if len(word) > _LONGER]
    return len(longer) >= 3 and sum(longer) >= _HEADLINE * len(longer)  # noqa: PLR2004


def of_reading(
    reading: Reading,
    tokens: Tokens,
    gazetteer: Gazetteer,
    *,
    taken: set[int],
    language: str,
    times: int,
    listed: bool,
) -> ReadingClues:
    """Return the values of `READING_CLUES`.

    Args:
        reading: The reading.
        tokens: The text.
        gazetteer: Which words are given names.
        taken: The indexes of words that belong to any reading.
        language: The language of the text.
        times: How often the same words are read so in it.
        listed: Whether it stands in a list of names that are read as places.
    """
    start, end = reading.start, reading.end
    token = tokens[start]
    before = tokens[start - 1] if start and not token.breaks else None
    goes_on = end < len(tokens) and not tokens[end].breaks and token.gap[-1:] != "#"
    after = tokens[end] if goes_on else None  # «#Фиголівка Приліт у двір»
    joined = before is not None and _is_joined(before, token)
    shouted = token.capitals and guards.is_in_capitals(tokens, start, end)
    given_before = joined and _is_given(tokens.keys[start - 1], gazetteer)
    name_before = joined and (given_before or (start - 1 not in taken and not shouted))
    entry = reading.entry
    between = _is_second(tokens, start, taken, gazetteer)
    signs = Signs(
        starts=token.starts,
        headline=_is_headline(tokens.text, token.start, tokens[end - 1].end),
        cyrillic=not reading.key[:1].isascii(),
        located=before is not None and (before.key in LOCATIVE or between),
        marked=guards.is_marked(tokens, start),
        name_before=name_before,
        given_before=given_before,
        name_after=after is not None
        and after.gap == " "
        and after.upper
        and not shouted
        and end not in taken
        and not units.is_unit(after.key),
        common=end - start == 1 and language in entry.common,
        person=bool(entry.given or entry.surname),
    )
    values = (
        *_written(reading, tokens, signs, times),
        *_before(tokens, start, before, signs, between=between),
        *_after(tokens, end, before, after, signs),
        *_otherwise(reading, signs, language),
        listed,
        listed and signs.person,
        0,
    )
    return ReadingClues(values, signs)


def _is_joined(before: Token, token: Token) -> bool:
    """Return whether the word before may be the first of a name: no «Почему»."""
    joined = before.upper and token.gap in {" ", "\u00a0"}
    return joined and not (before.starts and before.key in OPENERS)


def _is_second(tokens: Tokens, start: int, taken: set[int], gazetteer: Gazetteer) -> bool:
    """Return whether it is the second of two places: "between A and B"."""
    return (
        start - 2 in taken
        and not _is_persons(gazetteer, tokens.keys[start - 2])
        and _is_after_between(tokens, start)
    )


def _written(
    reading: Reading, tokens: Tokens, signs: Signs, times: int
) -> tuple[float, ...]:
    start, end = reading.start, reading.end
    token = tokens[start]
    hyphen = start > 0 and token.gap in {"-", "–"}
    return (
        signs.starts,
        signs.headline,
        not token.upper,
        end - start > 1,
        len(reading.key) <= _SHORT,
        len(reading.key) <= _SHORT and not signs.cyrillic,
        token.capitals and len(token.key) <= _ACRONYM and not signs.headline,
        min(math.log2(times), 3.0) / 3.0,
        signs.cyrillic,
        signs.starts and all(sense.marks & Mark.OBLIQUE for sense in reading.senses),
        hyphen,
        end < len(tokens) and tokens[end].gap == "-",
        hyphen and tokens[start - 1].upper,
    )


def _is_given(key: str, gazetteer: Gazetteer) -> bool:
    return bool(gazetteer.entries[key].given) or _SHORT_NAME.match(key) is not None


def _is_persons(gazetteer: Gazetteer, key: str) -> bool:
    entry = gazetteer.entries[key]
    return bool(entry.given or entry.surname)


def _is_after_between(tokens: Tokens, start: int) -> bool:
    """Return whether a name is the second of two: "between Ventspils and Gotland"."""
    return (
        start >= _BETWEEN
        and not tokens[start].breaks
        and tokens.keys[start - 1] in _AND
        and not _BETWEENS.isdisjoint(tokens.keys[max(0, start - _BETWEEN - 1) : start - 2])
    )


def _before(
    tokens: Tokens,
    start: int,
    before: Token | None,
    signs: Signs,
    *,
    between: bool,
) -> tuple[float, ...]:
    token = tokens[start]
    key = before.key if before is not None else ""
    initial = start > 0 and tokens[start - 1].upper and len(tokens[start - 1].key) == 1
    name = signs.name_before and not signs.given_before
    first = before is not None and before.starts
    return (
        signs.located,
        key in STRICTLY_LOCATIVE or between,
        signs.marked,
        key == "of",
        key == "the",
        key in TITLES,
        initial and token.gap.startswith("."),
        start > 0 and token.gap == ", ",
        signs.given_before,
        name and not first,
        name and first and not signs.located,
        signs.name_before and signs.cyrillic and not first,
    )


def _after(
    tokens: Tokens, end: int, before: Token | None, after: Token | None, signs: Signs
) -> tuple[float, ...]:
    key = after.key if after is not None else ""
    water = key in WATERS or (before is not None and before.key in WATERS)
    return (
        signs.name_after and key not in INSTITUTIONS,
        signs.name_after and signs.cyrillic,
        key in INSTITUTIONS,
        water,
        units.has_unit(tokens, end),
        end < len(tokens) and tokens[end].gap.startswith(":"),
    )


def _otherwise(reading: Reading, signs: Signs, language: str) -> tuple[float, ...]:
    entry = reading.entry
    single = reading.end - reading.start == 1
    word = single and language in entry.word
    like = single and guards.looks_like_surname(reading.key)
    return (
        signs.common,
        word,
        bool(entry.given),
        bool(entry.surname),
        like,
        reading.form is Form.ADJECTIVE,
        reading.form is Form.TOWN_ADJECTIVE,
        signs.common and signs.starts,
        word and signs.starts,
        signs.common and signs.headline,
        (signs.person or like) and not signs.located,
        signs.person and signs.name_after,
    )
