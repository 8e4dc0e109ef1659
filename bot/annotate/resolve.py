"""Which places a person may have meant after ``/region`` or in ``region:``."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz, process

from bot.annotate.gazetteer import Form, Gazetteer, key_of, load
from bot.domain.model import Candidate, Kind, Place

EXACT = 100.0
CITY = 99.0  # the city under the region that bears its name
LEAST = 75.0  # below it, fuzzy answers are other words (by eye over misspelt names)
_LONGEST = 80  # characters of a name that anybody types
_DWARFS = 20  # times the people: London in Ohio is not who is meant by London
_FUZZY = 60  # names looked at before places are told apart
_CODE = re.compile(r"[a-z]{2}(?:-[a-z0-9]{1,3})?", re.IGNORECASE)
_UNIT = re.compile(
    r"(?:^| )(?:область|обл|області|oblast|region|province|край|krai|republic|республика|"
    r"республіка|регион|регіон|місто|город|м|г|city|of|city of|town|the)(?= |$)"
)
_RANK = {Kind.COUNTRY: 0, Kind.REGION: 1, Kind.DISTRICT: 2, Kind.SETTLEMENT: 3}


@dataclass(frozen=True, slots=True)
class _Names:
    """Names to compare misspellings with, each with the ids that bear it."""

    keys: tuple[str, ...]
    ids: tuple[tuple[str, ...], ...]


def _rank(place: Place) -> tuple[int, int, str]:
    return (_RANK[place.kind], -place.population, place.id)


@lru_cache(maxsize=1)
def _names() -> _Names:
    found: dict[str, dict[str, None]] = {}
    for key, place_id in load().names():
        found.setdefault(key, {})[place_id] = None
    return _Names(tuple(found), tuple(tuple(ids) for ids in found.values()))


def _by_code(text: str, gazetteer: Gazetteer) -> Place | None:
    """Return the place whose ISO code or id `text` is."""
    stripped = text.strip()
    coded = gazetteer.find(stripped.upper()) if _CODE.fullmatch(stripped) else None
    return coded or gazetteer.find(stripped)


def _exact_ids(key: str, gazetteer: Gazetteer) -> Iterable[str]:
    senses = gazetteer.senses(key)
    for form in (Form.NAME, Form.ADJECTIVE, Form.PEOPLE, Form.TOWN_ADJECTIVE):
        ids = dict.fromkeys(sense.place for sense in senses if sense.form is form)
        if ids:
            return tuple(gazetteer.at(number).id for number in ids)
    return ()


def _with_regions(ids: Iterable[str], gazetteer: Gazetteer) -> dict[str, float]:
    """Return the scores of exactly named places, a region before the city of its name."""
    places = [gazetteer.place(place_id) for place_id in ids]
    largest = max((p.population for p in places if p.kind is Kind.SETTLEMENT), default=0)
    certain = [p for p in places if p.population * _DWARFS >= largest or p.kind is not Kind.SETTLEMENT]
    named = {p.id for p in certain if p.kind is not Kind.SETTLEMENT}
    scores: dict[str, float] = {}
    for place in places:
        centre = gazetteer.centre(place.region or "") == place.id
        if centre and place.region is not None:
            scores[place.region] = EXACT
            named.add(place.region)
    for place in places:
        lower = place.kind is Kind.SETTLEMENT and bool(named)
        doubtful = place not in certain
        score = EXACT - 2 if doubtful else CITY if lower else EXACT
        scores[place.id] = max(scores.get(place.id, 0.0), score)
    return scores


def _exact(text: str, gazetteer: Gazetteer) -> dict[str, float]:
    coded = _by_code(text, gazetteer)
    key = key_of(text)
    if coded is not None and not (len(text.strip()) == 2 and gazetteer.senses(key)):  # noqa: PLR2004  # ISO 3166-1
        return {coded.id: EXACT}
    scores = _with_regions(_exact_ids(key, gazetteer), gazetteer)
    if scores:
        return scores
    bare = _UNIT.sub("", key).strip()
    if bare and bare != key:
        scores = _with_regions(_exact_ids(bare, gazetteer), gazetteer)
        of_regions = {
            i: s for i, s in scores.items() if gazetteer.place(i).kind is Kind.REGION
        }
        return of_regions or scores
    return {}


def _fuzzy(key: str, gazetteer: Gazetteer) -> dict[str, float]:
    names = _names()
    found = process.extract(
        key, names.keys, scorer=fuzz.ratio, score_cutoff=LEAST, limit=_FUZZY
    )
    scores: dict[str, float] = {}
    for _, score, index in found:
        below = min(score, CITY - 2)
        for place_id in names.ids[index]:
            place = gazetteer.place(place_id)
            centre = gazetteer.centre(place.region or "") == place_id
            if centre and place.region is not None:
                scores[place.region] = max(scores.get(place.region, 0.0), below)
                scores[place_id] = max(scores.get(place_id, 0.0), below - 0.5)
            else:
                weight = (
                    0.0 if place.population or place.kind is not Kind.SETTLEMENT else 3.0
                )
                scores[place_id] = max(scores.get(place_id, 0.0), below - weight)
    return {place_id: score for place_id, score in scores.items() if score >= LEAST}


def resolve(text: str, *, limit: int = 6) -> tuple[Candidate, ...]:
    """Return the places that `text` may mean, best first, at most `limit`.

    A score of 100 is an exact name, in any language, script or case form, or a code; a
    city that bears its region's name follows that region with 99. Two of 100 are two
    places of one name. Anything less is a misspelling. Empty for no likeness at all.
    """
    gazetteer = load()
    key = key_of(text[:_LONGEST])
    if not any(map(str.isalpha, key)):
        return ()
    scores = _exact(text[:_LONGEST], gazetteer) or _fuzzy(key, gazetteer)
    found = [
        Candidate(place=gazetteer.place(place_id), score=score)
        for place_id, score in scores.items()
    ]
    found.sort(key=lambda candidate: (-candidate.score, _rank(candidate.place)))
    return tuple(found[:limit])


def find_region(text: str) -> Candidate | None:
    """Return the one place that `text` names exactly; None if there are none or several."""
    found = resolve(text, limit=2)
    if not found or found[0].score < EXACT:
        return None
    if len(found) > 1 and found[1].score >= EXACT:
        return None
    return found[0]
