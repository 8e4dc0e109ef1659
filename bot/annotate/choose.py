"""Which place a reading means, and whether it means one at all.

Every place that a reading may name gets a score: the weighted sum of its clues
(:mod:`bot.annotate.clues`). The best one wins if its score is above nothing. First without
the rest of the text; then in the light of what that found.
"""

import math
from collections import Counter
from collections.abc import Hashable, Sequence
from operator import mul, ne

from bot.annotate import clues, guards, place_clues, weights
from bot.annotate.gazetteer import Flag, Gazetteer, Sense
from bot.annotate.keys import Mark
from bot.annotate.packed import Spot
from bot.annotate.place_clues import HOME, WIDE, Context, Neighbourhood
from bot.annotate.weighing import Weighed
from bot.domain.model import Kind

_BY_HAND = Flag.NOTABLE | Flag.DOUBTFUL
ROUNDS = 1
MANY = 8  # namesakes, from which only the likeliest are weighed
CITY = 4.5  # weight of 30,000 people
DWARFED = 1.5  # powers of ten between their people
FEED_COUNTRY = 4.0  # set by hand: no set of documents says where its outlets are at home
SURE = 0.5  # score from which a reading says where the text plays
HOPEFUL = -0.3  # in the first round, where nothing supports anything yet
BESIDE = 3.0  # by eye: a town and its region side by side leave no doubt
OWN = 8.0  # for a name from regions.yaml; by eye: more than any clue takes away
_DOUBTS = tuple(
    clues.READING_CLUES.index(name)
    for name in ("given before", "initial before", "common", "word", "given", "surname")
)
STANDING_WEIGHTS = weights.OF_PLACE[: place_clues.STANDING]
IN_TEXT_WEIGHTS = weights.OF_PLACE[place_clues.STANDING :]
Choice = tuple[float, Sense]


def best(weighed: Weighed, context: Context) -> Choice:
    """Return the best place of a reading with its score; above nothing, it is meant.

    Where the outlet is at home decides between namesakes, not whether any of them is meant.
    """
    pairs = list(zip(weighed.reading.senses, weighed.spots, strict=True))
    side = _side_by_side(pairs, weighed.around) or _of_country(weighed, pairs)
    base = weighed.base + (BESIDE if side else 0.0)
    pairs = side or pairs
    if len(pairs) == 1:
        ((only, spot),) = pairs
        return base + score(weighed, only, spot, context), only
    if len(pairs) > MANY:
        pairs = _shortlist(pairs, context)
    scored = [
        (score(weighed, sense, spot, context), spot.country, sense)
        for sense, spot in pairs
        if not _is_dwarfed(weighed, spot) or sense.marks & Mark.OWN
    ]
    home = context.feed_country
    chosen = max(
        scored, key=lambda one: (one[0] + FEED_COUNTRY * (one[1] == home), -one[2].place)
    )
    return base + max(points for points, _, _ in scored), chosen[2]


def _side_by_side(
    pairs: list[tuple[Sense, Spot]], around: Neighbourhood
) -> list[tuple[Sense, Spot]]:
    """Return the places that lie in the region named next, or hold the one named before.

    "Odessa, Texas"; but "Florida, Texas and Ohio" is a list.
    """
    wider = around.following
    if wider is not None and wider.kind is Kind.REGION and not around.wide:
        return [pair for pair in pairs if pair[1].region == wider.region]
    return [
        pair
        for pair in pairs
        if pair[1].kind is Kind.REGION and pair[1].region in around.held
    ]


def _of_country(
    weighed: Weighed, pairs: list[tuple[Sense, Spot]]
) -> list[tuple[Sense, Spot]]:
    """Return the places in the country whose adjective stands before, but for persons.

    Nor in place of a greater namesake: «російська анексія Криму».
    """
    entry = weighed.reading.entry
    if entry.given or entry.surname or guards.looks_like_surname(weighed.reading.key):
        return []
    least = weighed.around.best - DWARFED
    return [
        (sense, spot)
        for sense, spot in pairs
        if spot.country in weighed.around.of and spot.weight >= least
    ]


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
    return [*near[: MANY - 2], *largest[:2]] if near else largest


def _is_dwarfed(weighed: Weighed, spot: Spot) -> bool:
    """Return whether a city of the same name leaves a village no chance.

    «под Луганском» is Luhansk in a text about Crimea too, where a village has that name.
    """
    greatest = weighed.around.best
    if weighed.reading.key.isascii() and spot.country not in HOME:
        if spot.kind in WIDE:
            return False
        country = [other for other in weighed.spots if other.country == spot.country]
        greatest = max(other.weight for other in country)
    return (
        greatest >= CITY
        and spot.weight < greatest - DWARFED
        and not spot.flags & _BY_HAND
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
        stands = weighed.known[sense.place] = sum(map(mul, STANDING_WEIGHTS, values))
    values = place_clues.in_text(spot, reading, around, signs=signs, context=context)
    points: float = sum(map(mul, IN_TEXT_WEIGHTS, values), stands) - weights.ADMIT
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
        times = times_said(chosen, said)
        for index, (spot, _) in enumerate(said):
            if changes == changed[index]:  # what the others say is as it was
                continue
            context.add(spot, -times[index])  # nothing supports itself, however often said
            own = spot, times[index]
            chosen[index] = _best(weighed[index], context, own, known)
            context.add(spot, times[index])
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


def times_said(chosen: Sequence[Choice], said: Sequence[tuple[Spot, int]]) -> list[int]:
    """Return for each choice how often the text says its place, by any of its names."""
    places = [sense.place for _, sense in chosen]
    counts = Counter(place for place, (_, times) in zip(places, said, strict=True) if times)
    return [counts[place] for place in places]


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
