"""Which place a reading means, and whether it means one at all.

Every place that a reading may name gets a score: the weighted sum of its clues
(:mod:`bot.annotate.clues`). The best one wins if its score is above nothing. First without
the rest of the text; then in the light of what that found.
"""

import math
from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from operator import mul, ne
from typing import NamedTuple

from bot.annotate import clues, guards, place_clues, weights
from bot.annotate.clues import ReadingClues
from bot.annotate.gazetteer import Flag, Gazetteer, Sense
from bot.annotate.keys import Mark
from bot.annotate.packed import Spot
from bot.annotate.place_clues import HOME, LARGE, WIDE, Context, Neighbourhood
from bot.annotate.readings import Reading
from bot.annotate.tokens import Tokens
from bot.domain.model import Kind

_BY_HAND = Flag.NOTABLE | Flag.DOUBTFUL
ROUNDS = 1
MANY = 8  # namesakes, from which only the likeliest are weighed
CITY = 4.5  # weight of 30,000 people
DWARFED = 1.5  # powers of ten between their people
FEED_COUNTRY = 3.0  # set by hand: no set of documents says where its outlets are at home
SURE = 0.5  # score from which a reading says where the text plays
HOPEFUL = -0.3  # in the first round, where nothing supports anything yet
OWN = 6.0  # for a name from regions.yaml; by eye: more than any clue takes away
_DOUBTS = tuple(
    clues.READING_CLUES.index(name)
    for name in ("given before", "initial before", "common", "word", "given", "surname")
)
_STANDING = weights.OF_PLACE[: place_clues.STANDING]
_IN_TEXT = weights.OF_PLACE[place_clues.STANDING :]
Choice = tuple[float, Sense]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A reading with the values of its clues, and what stands around it.

    `known` keeps the part of each place's score that the rest of the text cannot change.
    """

    reading: Reading
    clues: ReadingClues
    base: float
    spots: tuple[Spot, ...]
    around: Neighbourhood
    known: dict[int, float] = field(default_factory=dict, compare=False)


class _Namesakes(NamedTuple):
    """The places of a reading: their records, and what `Neighbourhood` holds of them."""

    spots: tuple[Spot, ...]
    best: float
    countries: frozenset[str]
    wide: bool


def _namesakes(senses: tuple[Sense, ...], gazetteer: Gazetteer) -> _Namesakes:
    spots = tuple([gazetteer.spot(sense.place) for sense in senses])
    return _Namesakes(
        spots=spots,
        best=max([spot.weight for spot in spots]),
        countries=frozenset([spot.country for spot in spots]),
        wide=any(spot.kind in WIDE for spot in spots),
    )


def weigh(
    readings: Sequence[Reading], tokens: Tokens, gazetteer: Gazetteer, language: str
) -> list[Weighed]:
    """Return the readings with what the words around say of each."""
    known = {
        senses: _namesakes(senses, gazetteer)
        for senses in {reading.senses for reading in readings}
    }
    named = [known[reading.senses] for reading in readings]
    taken = {
        index
        for reading, places in zip(readings, named, strict=True)
        if not _may_be_surname(reading, places.best)
        for index in range(reading.start, reading.end)
    }
    times = Counter(reading.key for reading in readings)
    found = []
    for index, (reading, places) in enumerate(zip(readings, named, strict=True)):
        values = clues.of_reading(
            reading,
            tokens,
            gazetteer,
            taken=taken,
            language=language,
            times=times[reading.key],
        )
        wider: Spot | None = None
        if index + 1 < len(readings) and _is_beside(reading, readings[index + 1], tokens):
            follow = (spot for spot in named[index + 1].spots if spot.kind in WIDE)
            wider = next(follow, None)
        around = Neighbourhood(places.best, wider, places.countries, places.wide)
        base = sum(map(mul, weights.OF_READING, values.values))
        found.append(Weighed(reading, values, base, places.spots, around))
    return found


def _may_be_surname(reading: Reading, largest: float) -> bool:
    """Return whether a word that names no city may as well be the name of a person."""
    if reading.end - reading.start > 1 or largest >= LARGE:
        return False
    person = reading.entry.given or reading.entry.surname
    return bool(person) or guards.looks_like_surname(reading.key)


def _is_beside(reading: Reading, following: Reading, tokens: Tokens) -> bool:
    """Return whether the next reading may be the wider place: "Odessa, Texas"."""
    return following.start == reading.end and (
        tokens[following.start].gap in {", ", " (", ",\u00a0"}
    )


def best(weighed: Weighed, context: Context) -> Choice:
    """Return the best place of a reading with its score; above nothing, it is meant.

    Where the outlet is at home decides between namesakes, not whether any of them is meant.
    """
    pairs = list(zip(weighed.reading.senses, weighed.spots, strict=True))
    if len(pairs) == 1:
        ((only, spot),) = pairs
        return weighed.base + score(weighed, only, spot, context), only
    if len(pairs) > MANY:
        pairs = _shortlist(pairs, context)
    wider = weighed.around.following
    if wider is not None and wider.kind is Kind.REGION:  # "Odessa, Texas"
        pairs = [pair for pair in pairs if pair[1].region == wider.region] or pairs
    scored = [
        (score(weighed, sense, spot, context), spot.country, sense)
        for sense, spot in pairs
        if not _is_dwarfed(weighed, spot) or sense.marks & Mark.OWN
    ]
    home = context.feed_country
    chosen = max(
        scored, key=lambda one: (one[0] + FEED_COUNTRY * (one[1] == home), -one[2].place)
    )
    return weighed.base + max(points for points, _, _ in scored), chosen[2]


def _shortlist(
    pairs: list[tuple[Sense, Spot]], context: Context
) -> list[tuple[Sense, Spot]]:
    """Return the namesakes that the text supports, or else the largest.

    Ukraine has 121 Ivanivkas; a text of nothing else took eight seconds without this.
    """
    supported = context.supported or frozenset()
    near = [
        pair
        for pair in pairs
        if context.regions.get(pair[1].region, 0) > 0 or pair[1].region in supported
    ]
    largest = sorted(pairs, key=lambda pair: -pair[1].weight)[:MANY]
    return [*near[: MANY - 1], largest[0]] if near else largest


def _is_dwarfed(weighed: Weighed, spot: Spot) -> bool:
    """Return whether a city of the same name leaves a village no chance.

    «под Луганском» is Luhansk in a text about Crimea too, where a village has that name.
    """
    return (
        weighed.around.best >= CITY
        and spot.weight < weighed.around.best - DWARFED
        and not spot.flags & _BY_HAND
        and (not weighed.reading.key.isascii() or spot.country in HOME)
        and not weighed.clues.signs.marked
        and weighed.around.following is None
    )


def score(weighed: Weighed, sense: Sense, spot: Spot, context: Context) -> float:
    """Return what is known of one place of a reading, as a number to add."""
    reading, signs, around = weighed.reading, weighed.clues.signs, weighed.around
    stands = weighed.known.get(sense.place)
    if stands is None:
        values = place_clues.standing(
            sense, spot, reading, around, signs=signs, language=context.language
        )
        stands = weighed.known[sense.place] = sum(map(mul, _STANDING, values))
    values = place_clues.in_text(spot, reading, around, signs=signs, context=context)
    points: float = sum(map(mul, _IN_TEXT, values), stands) - weights.ADMIT
    if context.supported is not None:
        points += _own(weighed, sense, spot, context)
    return points


def _own(weighed: Weighed, sense: Sense, spot: Spot, context: Context) -> float:
    """Return what regions.yaml adds to a score."""
    has_support = context.has_region(spot) if spot.region else context.has_country(spot)
    if sense.marks & Mark.UNSURE and not has_support:
        return -math.inf
    doubted = any(weighed.clues.values[index] for index in _DOUBTS)
    return OWN if sense.marks & Mark.OWN and not doubted else 0.0


def choose(
    weighed: Sequence[Weighed],
    gazetteer: Gazetteer,
    language: str,
    country: str | None,
    *,
    supported: frozenset[str] | None = None,
) -> list[Choice]:
    """Return for each reading its best place, with the score, in the light of all others.

    Args:
        weighed: The readings.
        gazetteer: The places.
        language: The language of the text.
        country: Where the outlet is at home.
        supported: As in `Context`.
    """
    blank = Context(language, country, supported)
    known: dict[Hashable, Choice] = {}
    chosen = [_best(one, blank, None, known) for one in weighed]
    if len(weighed) == 1:  # nothing else in the text can support it
        return chosen
    before: list[Spot | None] = [None] * len(chosen)
    for sure in (HOPEFUL, *[SURE] * ROUNDS):
        context, said = said_so_far(chosen, gazetteer, language, country, sure)
        now = [spot if times else None for spot, times in said]
        changed = list(map(ne, now, before))
        changes, before = sum(changed), now
        context.supported = supported
        known = {}
        for index, (spot, times) in enumerate(said):
            if changes == changed[index]:  # what the others say is as it was
                continue
            context.add(spot, -times)  # nothing supports itself
            chosen[index] = _best(weighed[index], context, said[index], known)
            context.add(spot, times)
    return chosen


def _best(
    weighed: Weighed,
    context: Context,
    said: tuple[Spot, int] | None,
    known: dict[Hashable, Choice],
) -> Choice:
    """Return the best place; of many namesakes, what stands alike is weighed once.

    A text of 20,000 characters with nothing but Ivanivkas took half a second without this.

    Args:
        weighed: The reading.
        context: What the rest of the text says.
        said: What the reading itself says and the context therefore lacks.
        known: The choices so far that rest on the same text.
    """
    if len(weighed.spots) <= MANY:
        return best(weighed, context)
    alike = weighed.reading.senses, weighed.clues, weighed.around, said
    if alike not in known:
        known[alike] = best(weighed, context)
    return known[alike]


def said_so_far(
    chosen: Sequence[Choice],
    gazetteer: Gazetteer,
    language: str,
    country: str | None,
    sure: float = SURE,
) -> tuple[Context, list[tuple[Spot, int]]]:
    """Return where the choices say that the text plays, and what each of them adds."""
    context = Context(language, country)
    said = [(gazetteer.spot(sense.place), int(points > sure)) for points, sense in chosen]
    for spot, times in said:
        context.add(spot, times)
    return context, said
