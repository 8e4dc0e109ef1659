"""What speaks for and against a reading: named numbers, which weights turn into a score.

Two tables: what the words around say of a reading, whichever place it may mean, and what is
known of one of its places in the light of the whole text.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.annotate import guards
from bot.annotate.gazetteer import Flag, Gazetteer, Sense
from bot.annotate.keys import Form, Mark
from bot.annotate.lexicon import (
    INSTITUTIONS,
    LOCATIVE,
    STRICTLY_LOCATIVE,
    TITLES,
    WATERS,
)
from bot.annotate.packed import Spot
from bot.annotate.readings import Reading
from bot.annotate.tokens import Token, Tokens
from bot.domain.model import Kind

# fmt: off
READING_CLUES = (
    "starts", "headline", "lower", "words", "short", "located", "strictly", "marked",
    "of", "the", "given before", "name before", "name before at start", "title before",
    "initial before", "name after", "institution after", "hyphen before", "hyphen after",
    "common", "word", "given", "surname", "like a surname", "repeated", "adjective",
    "town adjective", "unit after", "cyrillic", "common at start", "word at start",
    "common in headline", "oblique at start", "surname not located", "comma before",
    "acronym", "water beside", "given and name after", "name after in cyrillic",
    "name before in cyrillic", "hyphen before a name",
)
PLACE_CLUES = (
    "population", "country", "region", "district", "small", "hamlet", "capital", "notable",
    "centre", "village", "doubtful", "best", "behind", "rivals", "same region",
    "same country", "another country", "feed country", "inside next", "next elsewhere",
    "rare", "foreign", "undetermined", "oblique", "home",
    "small and located", "small and supported", "common and small", "name before and small",
    "surname and small", "alone in the country", "abbreviated", "same district or near",
    "starts and small", "headline and small",
    "abroad in cyrillic", "behind and supported", "district with namesakes",
    "unsupported namesakes", "wide", "small abroad in cyrillic", "person and wide",
    "people squared", "far behind", "far behind and unsupported", "under a wide namesake",
    "home and known", "home region",
)
# fmt: on


HOME = frozenset({"UA", "RU", "BY"})
_KNOWN = Flag.NOTABLE | Flag.CENTRE
_WIDE = frozenset({Kind.COUNTRY, Kind.REGION})


@dataclass(slots=True)
class Context:
    """What the text has said so far about where it plays: how often each code is meant."""

    language: str
    feed_country: str | None
    regions: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)

    def add(self, spot: Spot, times: int) -> None:
        """Count a place `times` more (or less)."""
        if spot.region:
            self.regions[spot.region] += times
        if spot.country:
            self.countries[spot.country] += times


def _is_bare_name(token: Token) -> bool:
    """Return whether a capitalised word is a name rather than the first of a sentence."""
    return token.upper and not token.starts and not token.capitals and len(token.key) > 1


def _headline(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether nearly all longer words around are capitalised."""
    around = [*tokens[max(0, start - 5) : start], *tokens[end : end + 5]]
    longer = [token for token in around if len(token.key) > 3]  # noqa: PLR2004  # "with", not "in"
    return len(longer) >= 3 and sum(t.upper for t in longer) >= 0.7 * len(longer)  # noqa: PLR2004


def of_reading(
    reading: Reading,
    tokens: Tokens,
    gazetteer: Gazetteer,
    *,
    taken: set[int],
    language: str,
    times: int,
) -> list[float]:
    """Return the values of `READING_CLUES`.

    Args:
        reading: The reading.
        tokens: The text.
        gazetteer: Which words are given names.
        taken: The indexes of words that belong to any reading.
        language: The language of the text.
        times: How often the same words are read so in it.
    """
    start, end = reading.start, reading.end
    token = tokens[start]
    before = tokens[start - 1] if start and not token.breaks else None
    after = tokens[end] if end < len(tokens) and not tokens[end].breaks else None
    joined = before is not None and token.gap in {" ", "\u00a0"}
    key_before = before.key if before is not None else ""
    name_before = joined and before is not None and before.upper and start - 1 not in taken
    given_before = name_before and bool(gazetteer.entries[key_before].given)
    name_after = after is not None and after.gap == " " and after.upper and end not in taken
    common = _in(reading.entry.common, language) and end - start == 1
    word = _in(reading.entry.word, language) and end - start == 1
    given = bool(reading.entry.given)
    surname = bool(reading.entry.surname)
    like = end - start == 1 and guards.looks_like_surname(reading.key)
    located = key_before in LOCATIVE
    headline = _headline(tokens, start, end)
    starts = token.starts
    oblique = all(Mark.OBLIQUE in sense.marks for sense in reading.senses)
    return [
        float(value)
        for value in (
            starts,
            headline,
            not token.upper,
            end - start > 1,
            len(reading.key) <= 4,  # noqa: PLR2004
            located,
            key_before in STRICTLY_LOCATIVE,
            guards.is_marked(tokens, start),
            key_before == "of",
            key_before == "the",
            given_before,
            name_before and not given_before and before is not None and not before.starts,
            name_before and not given_before and before is not None and before.starts
            and not located,
            key_before in TITLES,
            start > 0 and tokens[start - 1].upper and len(tokens[start - 1].key) == 1
            and token.gap.startswith("."),
            name_after and after is not None and after.key not in INSTITUTIONS,
            after is not None and after.key in INSTITUTIONS,
            start > 0 and token.gap in {"-", "–"},
            end < len(tokens) and tokens[end].gap == "-",
            common,
            word,
            given,
            surname,
            like,
            min(math.log2(times), 3.0) / 3.0,
            reading.form is Form.ADJECTIVE,
            reading.form is Form.TOWN_ADJECTIVE,
            guards.has_unit(tokens, end),
            not reading.key[:1].isascii(),
            common and starts,
            word and starts,
            common and headline,
            oblique and starts,
            (given or surname or like) and not located,
            start > 0 and token.gap == ", ",
            token.capitals and len(token.key) <= 5 and not headline and not reading.entry.given,  # noqa: PLR2004
            (after is not None and after.key in WATERS) or key_before in WATERS,
            (given or surname) and name_after,
            name_after and not reading.key[:1].isascii(),
            name_before and not reading.key[:1].isascii() and before is not None
            and not before.starts,
            start > 0 and token.gap == "-" and tokens[start - 1].upper,
        )
    ]


def _in(languages: frozenset[str], language: str) -> bool:
    return language in languages


def of_place(
    sense: Sense,
    spot: Spot,
    reading: Reading,
    around: "Neighbourhood",
    clues: Sequence[float],
    context: Context,
) -> list[float]:
    """Return the values of `PLACE_CLUES` for one of a reading's places."""
    settlement = spot.kind is Kind.SETTLEMENT
    small = settlement and spot.weight < 4.7  # 50,000 people  # noqa: PLR2004
    hamlet = settlement and spot.weight < 3.2  # 1,500  # noqa: PLR2004
    same_region = bool(spot.region) and context.regions[spot.region] > 0
    same_country = bool(spot.country) and context.countries[spot.country] > 0
    others = sum(context.countries.values()) - context.countries[spot.country]
    best = around.best
    following = around.following
    inside = following is not None and (
        following.region == spot.region if following.kind is not Kind.COUNTRY
        else following.country == spot.country
    )
    starts, headline = clues[0], clues[1]
    located = clues[5] or clues[7]
    common, named = clues[19], clues[11] or clues[12]
    surname = clues[33]
    cyrillic = not reading.key[:1].isascii()
    home = spot.country in HOME
    return [
        float(value)
        for value in (
            spot.weight / 7,
            spot.kind is Kind.COUNTRY,
            spot.kind is Kind.REGION,
            spot.kind is Kind.DISTRICT,
            small,
            hamlet,
            bool(spot.flags & Flag.CAPITAL),
            bool(spot.flags & Flag.NOTABLE),
            bool(spot.flags & Flag.CENTRE),
            bool(spot.flags & Flag.VILLAGE),
            bool(spot.flags & Flag.DOUBTFUL),
            spot.weight >= best,
            (best - spot.weight) / 3,
            math.log2(len(reading.senses)) / 4,
            same_region,
            same_country,
            not same_country and min(others, 4) / 4,
            spot.country == context.feed_country,
            inside,
            following is not None and not inside,
            Mark.RARE in sense.marks,
            sense.language != context.language and sense.language != "und",
            sense.language == "und",
            Mark.OBLIQUE in sense.marks,
            settlement and home,
            small and located,
            small and same_region,
            small and common,
            small and named,
            small and surname,
            small and around.countries == 1 and same_country,
            sense.form is Form.ABBREVIATION,
            small and same_country and not same_region,
            small and starts,
            small and headline,
            settlement and cyrillic and not home,
            (best - spot.weight) / 3 * same_region,
            spot.kind is Kind.DISTRICT and len(reading.senses) > 1,
            len(reading.senses) > 1 and not same_region and not inside and spot.weight < 6,  # noqa: PLR2004
            spot.kind in _WIDE and spot.weight / 9,
            small and cyrillic and not home,
            spot.kind in _WIDE and bool(clues[10] or clues[15]),
            (spot.weight / 7) ** 2,
            best - spot.weight > 1,
            best - spot.weight > 1 and not same_region and not inside,
            settlement and around.wide,
            settlement and home and (bool(spot.flags & _KNOWN) or spot.weight >= 5),  # noqa: PLR2004
            spot.kind is Kind.REGION and home,
        )
    ]


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What a reading's other places and the next reading are.

    `best` is the greatest weight among its settlements, `following` the wider place named
    right after it and a comma ("Odessa, Texas"), `countries` how many its places lie in;
    `wide` says that one of them is a country or a region.
    """

    best: float
    following: Spot | None
    countries: int
    wide: bool
