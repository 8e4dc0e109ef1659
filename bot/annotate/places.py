"""Places that a text names: ``find_mentions``.

Words → readings (whole words, the longest name first; masked stretches left out) → clues →
the best place of each reading, if it is above nothing → mentions.
"""

import math
import re
from collections.abc import Iterable, Sequence

from bot.annotate import (
    admit,
    american,
    capitals,
    choose,
    city_districts,
    declined,
    divisions,
    guards,
    listing,
    own_text,
    plain,
    residents,
    seats,
    units,
    vague,
    villages,
    weighing,
)
from bot.annotate.capitals import Beside
from bot.annotate.choose import Choice
from bot.annotate.gazetteer import Flag, Gazetteer, Sense, load
from bot.annotate.keys import Form, Mark
from bot.annotate.lexicon import STRICTLY_LOCATIVE
from bot.annotate.packed import Spot
from bot.annotate.place_clues import HOME, Context
from bot.annotate.readings import Reading, find_readings
from bot.annotate.tokens import Tokens, tokenize
from bot.annotate.weighing import Weighed
from bot.annotate.widen import as_states, widen
from bot.domain.model import Kind, Mention

_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN = re.compile(r"[ыэёъЫЭЁЪ]")
LARGE_CITY = 5.0  # weight of 100,000 people
SURE = 2  # other cities of a list
NEXT_NAMES = 8  # after a capital, of what its sentence may tell instead
_AND = frozenset("and та і й и et und i y e".split())
_CYRILLIC = re.compile(r"[а-яА-ЯёЁіІїЇєЄґҐ]")


def _language(text: str, lang: str | None) -> str:
    if lang:
        return lang.replace("_", "-").split("-")[0].casefold()
    cyrillic = len(_CYRILLIC.findall(text[:500]))
    if cyrillic * 2 < sum(map(str.isalpha, text[:500])):
        return "en"
    return "uk" if len(_UKRAINIAN.findall(text)) > len(_RUSSIAN.findall(text)) else "ru"


def _is_birth(tokens: Tokens, end: int) -> bool:
    """Return whether "-born" follows: the place is somebody's, not where something is."""
    return end < len(tokens) and tokens.keys[end] == "born" and tokens[end].gap == "-"


def _mention(
    reading: Reading,
    sense: Sense,
    text: str,
    tokens: Tokens,
    gazetteer: Gazetteer,
    *,
    beside: Beside,
    widened: bool,
    at_home: bool,
) -> Mention:
    spot = gazetteer.spot(sense.place)
    place_id, name = gazetteer.title(sense.place)
    start, end = tokens[reading.start].start, tokens[reading.end - 1].end
    subject = reading.form is Form.PEOPLE and tokens[reading.start].starts
    weak = _is_birth(tokens, reading.end) or (
        admit.is_certain_form(reading, spot, tokens)
        and not (subject and spot.kind is not Kind.COUNTRY)  # «Сумчани без тепла»
        and not at_home
        and not admit.is_quoted_ones(reading, spot, tokens)
        and not admit.is_of_streets(reading, spot, tokens)
    )
    capital = (
        reading.form is Form.NAME
        and bool(spot.flags & Flag.CAPITAL)
        and not declined.is_of_city(tokens, reading.start)
    )
    if capital and guards.is_dateline(text, tokens, reading.start, reading.end):
        weak = True  # agencies report the whole country, and others, from there
    elif capital and place_id in capitals.NO_GOVERNMENT:
        weak = weak or capitals.acts_or_is_pressed(tokens, reading.start, reading.end)
    elif capital:
        widened = widened or seats.rules(reading, place_id, text, tokens, beside)
    is_region = at_home and not subject and units.is_seat(spot)
    if wider := spot.country if widened else spot.region if is_region else "":
        number = gazetteer.number(wider)
        assert number is not None
        place_id, name = gazetteer.title(number)
        spot = gazetteer.spot(number)
    return Mention(
        start=start,
        end=end,
        text=text[start:end],
        place_id=place_id,
        place=name,
        kind=spot.kind,
        region=spot.region or None,
        country=spot.country or None,
        weak=weak,
    )


def _paired(readings: Sequence[Reading], spots: Sequence[Spot], tokens: Tokens) -> set[int]:
    """Return the indexes of the capitals that stand as "Moscow and Kyiv"."""
    found: set[int] = set()
    for index in range(len(readings) - 1):
        first, second = readings[index : index + 2]
        between = tokens.keys[first.end : second.start]
        joined = len(between) == 1 and between[0] in _AND
        if joined and spots[index].flags & spots[index + 1].flags & Flag.CAPITAL:
            found |= {index, index + 1}
    return found


def _listed(readings: Sequence[Reading], spots: Sequence[Spot], tokens: Tokens) -> set[int]:
    """Return the indexes of the names in a list of cities, one of which rules nothing.

    Or on a route: «Берлин — Киев — Берлин».
    """
    found: set[int] = set()
    for row in listing.rows(readings, tokens):
        plain = any(
            spots[i].kind is Kind.SETTLEMENT and not spots[i].flags & Flag.CAPITAL
            for i in row.members
        )
        is_long = len(row.members) >= listing.LONG
        if (plain and (is_long or row.joints == {listing.AND})) or (
            is_long and row.joints == {listing.DASH}
        ):
            found.update(row.members)
    return found


def _among_cities(
    readings: Sequence[Reading],
    chosen: Sequence[Choice],
    spots: Sequence[Spot],
    tokens: Tokens,
) -> set[int]:
    """Return the indexes of cities that others of a list make sure: «Рима, Милана»."""
    found: set[int] = set()
    for row in listing.rows(readings, tokens):
        cities = {
            index
            for index in row.members
            if spots[index].kind is Kind.SETTLEMENT and spots[index].weight >= LARGE_CITY
        }
        sure = {index for index in cities if chosen[index][0] > 0}
        first = readings[row.members[0]].start
        in_both = row.joints == {listing.AND} and (
            first > 0 and tokens.keys[first - 1] in STRICTLY_LOCATIVE
        )
        if (in_both and sure) or (len(row.members) >= listing.LONG and len(sure) >= SURE):
            found |= cities
    return found


def _is_elsewhere(
    index: int,
    readings: Sequence[Reading],
    chosen: Sequence[Choice],
    spots: Sequence[Spot],
    tokens: Tokens,
) -> bool:
    """Return whether a capital's sentence names a town or region elsewhere after it."""
    spot = spots[index]
    if not spot.flags & Flag.CAPITAL:
        return False
    at = readings[index].end
    # Every later one made a text of 2,000 capitals take 3.3 s instead of 0.2.
    for other in range(index + 1, min(index + 1 + NEXT_NAMES, len(readings))):
        start = readings[other].start
        if any(token.breaks for token in tokens[at + 1 : start + 1]):
            return False
        at = start
        if (
            chosen[other][0] > 0
            and spots[other].region not in {"", spot.region}
            and spots[other].weight >= plain.TOWN
        ):
            return True
    return False


def _is_half_a_name(
    readings: Sequence[Reading], index: int, spot: Spot, tokens: Tokens
) -> bool:
    """Return whether a hyphen joins a place to what is none: «Окасио-Кортес».

    At home only a village: «Александро-Беловка».
    """
    start = readings[index].start
    return (
        start > 0
        and tokens[start].gap == "-"
        and tokens[start - 1].upper
        and not tokens.keys[start].isascii()
        and spot.kind is not Kind.COUNTRY
        and (spot.country not in HOME or bool(spot.flags & Flag.VILLAGE))
        and not (index and readings[index - 1].end == start)
    )


def _counts(weighed: Weighed, spot: Spot, tokens: Tokens, context: Context) -> bool:
    """Return whether a place counts whatever its score says."""
    reading = weighed.reading
    return (
        admit.is_certain_form(reading, spot, tokens)
        or admit.is_ruled(reading, spot, tokens)
        or plain.is_plain(weighed, spot, tokens, context)
    )


def _narrowed(
    found: Iterable[Reading], tokens: Tokens, gazetteer: Gazetteer, home: str
) -> list[Reading]:
    """Return the readings without places that the words, or the outlet, leave out."""
    readings = own_text.keep(list(found), tokens, gazetteer)
    readings = american.keep(readings, tokens, gazetteer)
    readings = list(divisions.keep(readings, tokens, gazetteer))
    return list(villages.keep(readings, tokens, gazetteer, home))


def find_mentions(
    text: str, lang: str | None = None, *, home: str | None = None
) -> tuple[Mention, ...]:
    """Return the places that `text` names, in order, without overlaps.

    Args:
        text: Plain text, a title and a summary parted by a newline or any other.
        lang: Its language (BCP 47); told from the letters if None.
        home: Where the outlet is (ISO 3166-1, or 3166-2 if it is local): a last argument
            between places of one name.
    """
    gazetteer = load()
    language = _language(text, lang)
    tokens = tokenize(text, language)
    found = find_readings(text, tokens, gazetteer, language)
    readings = _narrowed(found, tokens, gazetteer, home or "")
    country = home and home[:2]
    if not readings:
        return ()
    weighed = weighing.weigh(readings, tokens, gazetteer, language)
    supported = own_text.supported(tokens, gazetteer)
    chosen = choose.choose(weighed, gazetteer, language, country, supported=supported)
    chosen = widen(readings, chosen, tokens, gazetteer)
    chosen = as_states(readings, chosen, tokens, gazetteer)
    spots = [gazetteer.spot(sense.place) for _, sense in chosen]
    pairs, lists = _paired(readings, spots, tokens), _listed(readings, spots, tokens)
    cities = _among_cities(readings, chosen, spots, tokens)
    context, said = choose.said_so_far(chosen, gazetteer, language, country)
    context.supported = supported
    regions = residents.regions_beside(readings, chosen, spots)
    unsure = vague.vague(weighed, chosen, said, context)
    mentions = []
    for index, (reading, (points, sense)) in enumerate(zip(readings, chosen, strict=True)):
        own, one = sense.marks & Mark.OWN, weighed[index]
        excluded = not own and (
            admit.is_excluded(one, spots[index], tokens, context)
            or _is_half_a_name(readings, index, spots[index], tokens)
        )
        if excluded or points == -math.inf:  # «require_context» of regions.yaml
            continue
        is_sure = points > 0 or index in cities
        if is_sure or _counts(one, spots[index], tokens, context):
            beside = Beside(
                paired=index in pairs,
                listed=index in lists,
                elsewhere=_is_elsewhere(index, readings, chosen, spots, tokens),
            )
            named = _mention(
                reading,
                city_districts.meant(one, spots[index], sense, tokens),
                text,
                tokens,
                gazetteer,
                beside=beside,
                widened=index in unsure and not own,
                at_home=residents.are_at_home(reading, spots[index], regions),
            )
            mentions.append(named)
    return tuple(mentions)
