"""Which places a person may have meant after ``/region`` or in ``region:``."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from threading import Lock

from bot.annotate.gazetteer import Flag, Form, Gazetteer, key_of, load
from bot.annotate.packed import Spot
from bot.annotate.spelling import Spelling
from bot.domain.model import Candidate, Kind

EXACT = 100.0
CITY = 99.0  # the city under the region that bears its name
LEAST = 75.0  # below it, fuzzy answers are other words (by eye over misspelt names)
_SMALL = 98.0  # one that the largest of its name dwarfs
_DWARFS = 20  # times the people: London in Ohio is not what is meant by London
_TOWN = 10_000  # people from which on; of villages the number is often not known
_LONGEST = 80  # characters of a name that anybody types
_FUZZY = 60  # names looked at before places are told apart
_CODE = re.compile(r"[a-z]{2}(?:-[a-z0-9]{1,3})?", re.IGNORECASE)
_UNIT = re.compile(
    r"(?:^| )(?:область|обл|області|oblast|region|province|край|krai|republic|республика|"
    r"республіка|регион|регіон|місто|город|м|г|city|of|city of|town|the)(?= |$)"
)
_RANK = {Kind.COUNTRY: 0, Kind.REGION: 1, Kind.DISTRICT: 2, Kind.SETTLEMENT: 3}
_FORMS = (Form.NAME, Form.ADJECTIVE, Form.PEOPLE, Form.TOWN_ADJECTIVE)
_FILING = Lock()  # several threads may ask for the first misspelt name

_Scores = dict[int, float]  # by the number of a place


@lru_cache(maxsize=1)
def _spelling(gazetteer: Gazetteer) -> Spelling:
    return Spelling(gazetteer.names())


def spelling() -> Spelling:
    """Return the names for spelling help; the first call files them in half a second."""
    with _FILING:
        return _spelling(load())


def _by_code(text: str, gazetteer: Gazetteer) -> int | None:
    """Return the place whose ISO code or id `text` is."""
    stripped = text.strip()
    coded = gazetteer.number(stripped.upper()) if _CODE.fullmatch(stripped) else None
    return gazetteer.number(stripped) if coded is None else coded


def _named(key: str, gazetteer: Gazetteer) -> tuple[int, ...]:
    """Return the places that `key` names, by the most telling of its forms."""
    senses = gazetteer.senses(key)
    for form in _FORMS:
        found = tuple(dict.fromkeys(s.place for s in senses if s.form is form))
        if found:
            return found
    return ()


def _region_of_centre(number: int, gazetteer: Gazetteer) -> int | None:
    """Return the region that is called by its city `number`, None for other places."""
    spot = gazetteer.spot(number)
    if not spot.flags & Flag.CENTRE:
        return None
    return gazetteer.number(spot.region)


def _with_regions(places: Iterable[int], gazetteer: Gazetteer) -> _Scores:
    """Return the scores of exactly named places, a region before the city of its name."""
    spots = {number: gazetteer.spot(number) for number in places}
    people = {n: 10**s.weight for n, s in spots.items() if s.kind is Kind.SETTLEMENT}
    largest = max(people.values(), default=0.0)
    scores: _Scores = {}
    for number in spots:
        region = _region_of_centre(number, gazetteer)
        if region is not None:
            scores[region] = EXACT
    wide = {n for n, s in spots.items() if _RANK[s.kind] <= _RANK[Kind.REGION]}
    around = {gazetteer.spot(number).region for number in (*wide, *scores)}
    for number, spot in spots.items():
        score = EXACT
        if number not in wide and around:
            score = CITY if spot.region in around else _SMALL
        if number in people and people[number] * _DWARFS < largest >= _TOWN:
            score = _SMALL
        scores[number] = max(scores.get(number, 0.0), score)
    return scores


def _exact(text: str, gazetteer: Gazetteer) -> _Scores:
    key = key_of(text)
    coded = _by_code(text, gazetteer)
    if coded is not None and not (len(text.strip()) == 2 and gazetteer.senses(key)):  # noqa: PLR2004  # ISO 3166-1
        return {coded: EXACT}
    name, bracket, _ = text.partition(" (")  # «Georgia (U.S. state)»
    places = _named(key, gazetteer) or (bracket and _named(key_of(name), gazetteer))
    scores = _with_regions(places or (), gazetteer)
    if scores:
        return scores
    bare = _UNIT.sub("", key).strip()
    if bare and bare != key:
        scores = _with_regions(_named(bare, gazetteer), gazetteer)
        regions = {n: s for n, s in scores.items() if _is_region(n, gazetteer)}
        scores = regions or scores
    return scores or _within(key, gazetteer)


def _is_region(number: int, gazetteer: Gazetteer) -> bool:
    return gazetteer.spot(number).kind is Kind.REGION


def _within(key: str, gazetteer: Gazetteer) -> _Scores:
    """Return the places of "Mykolaivka Sumy Oblast": of that name, in what follows it."""
    words = key.split(" ")
    for cut in range(len(words) - 1, 0, -1):
        around = {
            _area(gazetteer.spot(number), number)
            for number in _named(" ".join(words[cut:]), gazetteer)
        } - {None}
        named = _named(" ".join(words[:cut]), gazetteer) if around else ()
        inside = [n for n in named if around & _areas(gazetteer.spot(n))]
        if inside:
            return _with_regions(inside, gazetteer)
    return {}


def _area(spot: Spot, number: int) -> str | int | None:
    """Return the code or number under which others lie in the place; None for a town."""
    if spot.kind is Kind.SETTLEMENT:
        return None
    if spot.kind is Kind.DISTRICT:
        return number
    return spot.region if spot.kind is Kind.REGION else spot.country


def _areas(spot: Spot) -> set[str | int | None]:
    """Return what the place lies in, as `_area` names it."""
    inside: set[str | int | None] = {spot.country, spot.district}
    return inside | ({spot.region} if spot.kind is not Kind.REGION else set())


def _fuzzy(key: str, gazetteer: Gazetteer) -> _Scores:
    scores: _Scores = {}
    for score, places in spelling().alike(key, least=LEAST, limit=_FUZZY):
        for number in places:
            below = min(score, CITY - 2)
            region = _region_of_centre(number, gazetteer)
            if region is not None:
                scores[region] = max(scores.get(region, 0.0), below)
                below -= 0.5
            scores[number] = max(scores.get(number, 0.0), below)
    return {number: score for number, score in scores.items() if score >= LEAST}


def _ranked(
    scores: Mapping[int, float], gazetteer: Gazetteer, limit: int
) -> tuple[Candidate, ...]:
    """Return the best as candidates; only these places' names are read."""

    def rank(number: int) -> tuple[float, int, float, int]:
        spot = gazetteer.spot(number)
        return (-scores[number], _RANK[spot.kind], -spot.weight, number)

    best = sorted(scores, key=rank)[:limit]
    return tuple(Candidate(place=gazetteer.at(n), score=scores[n]) for n in best)


def resolve(text: str, *, limit: int = 6) -> tuple[Candidate, ...]:
    """Return the places that `text` may mean, best first, at most `limit`.

    A score of 100 is an exact name, in any language, script or case form, or a code; a
    city that bears its region's name follows that region with 99, a place that another of
    its name dwarfs follows with 98. Two of 100 are two places of one name. Anything less
    is a misspelling. Empty for no likeness at all.
    """
    gazetteer, name = load(), _typed(text)
    if not name:
        return ()
    scores = _exact(name, gazetteer) or _fuzzy(key_of(name), gazetteer)
    return _ranked(scores, gazetteer, limit)


def _typed(text: str) -> str:
    """Return what of `text` can be a name, "" if nothing: half a surrogate pair cannot."""
    name = text[:_LONGEST].encode("utf-8", "replace").decode()
    return name if any(map(str.isalpha, key_of(name))) else ""


def find_region(text: str) -> Candidate | None:
    """Return the one place that `text` names exactly; None if there are none or several."""
    gazetteer, name = load(), _typed(text)
    found = _ranked(_exact(name, gazetteer), gazetteer, limit=2) if name else ()
    if not found or found[0].score < EXACT:
        return None
    if len(found) > 1 and found[1].score >= EXACT:
        return None
    return found[0]
