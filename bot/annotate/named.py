"""Which places bear a name exactly as it was typed, with what was said around it.

A name alone ("Суми"), with what the place is ("г. Сумы", "Okhtyrka raion"), or with what
it lies in ("Миколаївка Сумська область", "Охтирка, Сумська область, Україна").
"""

import re
from collections.abc import Collection, Iterable, Mapping

from bot.annotate.gazetteer import Flag, Form, Gazetteer, key_of
from bot.annotate.keys import Mark
from bot.annotate.packed import Spot
from bot.annotate.typed import Unit, is_preposition, unit_of
from bot.domain.model import Kind

EXACT = 100.0
CITY = 99.0  # the city under the region that bears its name
SMALL = 98.0  # one that the largest of its name dwarfs
OFFERED = 97.0  # what is asked for more than meant: the town of a "Краснопільська громада"
_DWARFS = 20  # times the people: London in Ohio is not what is meant by London
_OUTGROWS = 2  # times the people: Manchester is not the parish of Jamaica
_TOWN = 10_000  # people from which on; of villages the number is often not known
_CODE = re.compile(r"[a-z]{2}(?:-[a-z0-9]{1,3})?", re.IGNORECASE)
_MOST_WORDS = 9  # of a place with all that it lies in
_ALIKE = 4  # letters that a town and the district called by it begin with
RANK = {Kind.COUNTRY: 0, Kind.REGION: 1, Kind.DISTRICT: 2, Kind.SETTLEMENT: 3}
_UNUSUAL = Mark.OBLIQUE | Mark.RARE
_FORMS = (Form.NAME, Form.ADJECTIVE, Form.PEOPLE, Form.TOWN_ADJECTIVE)

Scores = dict[int, float]  # by the number of a place


def exact(text: str, gazetteer: Gazetteer) -> Scores:
    """Return the places that `text` names, none if it names none."""
    key = key_of(text)
    coded = _by_code(text, gazetteer)
    if coded is not None and not (len(text.strip()) == 2 and gazetteer.senses(key)):  # noqa: PLR2004  # ISO 3166-1
        return {coded: EXACT}
    name, bracket, _ = text.partition(" (")  # «Georgia (U.S. state)»
    return (
        by_name(key, gazetteer)
        or within(key, gazetteer)
        or (with_regions(named(key_of(name), gazetteer), gazetteer) if bracket else {})
    )


def by_name(key: str, gazetteer: Gazetteer) -> Scores:
    """Return the places of a name, alone or with what the place is."""
    places = named(key, gazetteer)
    if places:
        return with_regions(places, gazetteer, _nominative(key, gazetteer))
    return _as_unit(key, gazetteer)


def named(key: str, gazetteer: Gazetteer) -> tuple[int, ...]:
    """Return the places that `key` names, by the most telling of its forms."""
    senses = gazetteer.senses(key)
    for form in _FORMS:
        found = tuple(dict.fromkeys(s.place for s in senses if s.form is form))
        if found:
            return found
    return ()


def _nominative(key: str, gazetteer: Gazetteer) -> set[int]:
    return {s.place for s in gazetteer.senses(key) if not s.marks & _UNUSUAL}


def with_regions(
    places: Iterable[int], gazetteer: Gazetteer, called: Collection[int] = ()
) -> Scores:
    """Return the scores of exactly named places, a region before the city of its name.

    Those of them that are `called` so are no case forms of another name.
    """
    spots = {number: gazetteer.spot(number) for number in places}
    towns = {n: 10**s.weight for n, s in spots.items() if s.kind is Kind.SETTLEMENT}
    wide = {n for n, s in spots.items() if RANK[s.kind] <= RANK[Kind.REGION]}
    regions = dict.fromkeys(wide, EXACT)
    sure = wide.intersection(called)
    for number in spots:
        region = region_of_centre(number, gazetteer)
        if region is not None:
            regions[region] = EXACT
            sure |= {region} if number in called else set()
    scores: Scores = {
        # Aden's «Адана» stands behind Adana
        region: score if not sure or region in sure else SMALL
        for region, score in regions.items()
    }
    around = {gazetteer.spot(number).region for number in scores if scores[number] > SMALL}
    for number, spot in spots.items():
        if number not in wide:
            is_inside = not around or spot.region in around
            inside = CITY if around else EXACT
            scores[number] = inside if is_inside else SMALL
    _weigh_towns(scores, towns, gazetteer)
    _weigh_regions(scores, wide, {n: towns[n] for n in towns if n in called}, gazetteer)
    return scores


def _weigh_towns(scores: Scores, towns: Mapping[int, float], gazetteer: Gazetteer) -> None:
    """Put towns behind much larger ones, and districts behind their towns."""
    largest = max(towns.values(), default=0.0)
    at_home = {gazetteer.spot(number).region for number in towns}
    for number in scores:
        spot = gazetteer.spot(number)
        if spot.kind is Kind.DISTRICT and spot.region in at_home:
            scores[number] = min(scores[number], CITY)  # Paris is the town
    for number, people in towns.items():
        if people * _DWARFS < largest >= _TOWN:
            scores[number] = SMALL


def _weigh_regions(
    scores: Scores, wide: set[int], towns: Mapping[int, float], gazetteer: Gazetteer
) -> None:
    """Put a town beside the region abroad of its name that it outgrows by far."""
    spots = [gazetteer.spot(number) for number in wide]
    if not spots or any(spot.kind is Kind.COUNTRY for spot in spots):
        return
    most = max(10**spot.weight for spot in spots)
    inside = {spot.region for spot in spots}
    for number, people in towns.items():
        is_larger = people > most * _OUTGROWS and people >= _TOWN
        if is_larger and gazetteer.spot(number).region not in inside:
            scores[number] = EXACT


def region_of_centre(number: int, gazetteer: Gazetteer) -> int | None:
    """Return the region that is called by its city `number`, None for other places."""
    spot = gazetteer.spot(number)
    if not spot.flags & Flag.CENTRE:
        return None
    return gazetteer.number(spot.region)


def _by_code(text: str, gazetteer: Gazetteer) -> int | None:
    """Return the place whose ISO code or id `text` is."""
    stripped = text.strip()
    coded = gazetteer.number(stripped.upper()) if _CODE.fullmatch(stripped) else None
    return gazetteer.number(stripped) if coded is None else coded


def _as_unit(key: str, gazetteer: Gazetteer) -> Scores:
    """Return the places of a name beside which stands what it is: «м. Суми»."""
    said = unit_of(key)
    if said is None:
        return {}
    name, unit = said
    places = named(name, gazetteer)
    match unit:
        case Unit.SETTLEMENT:
            return _town_called(places, gazetteer)
        case Unit.REGION:
            return _region_called(places, gazetteer)
        case Unit.AND_REGION:
            city = with_regions(places, gazetteer)
            return {**city, **_region_called(places, gazetteer)} if city else {}
        case Unit.DISTRICT:
            return _district_called(name, places, gazetteer)
        case Unit.AROUND:
            senses = gazetteer.senses(name)
            found = [s.place for s in senses if s.form is Form.TOWN_ADJECTIVE]
            towns = [n for n in found if gazetteer.spot(n).kind is Kind.SETTLEMENT]
            return dict.fromkeys(towns or found, OFFERED)


def _town_called(places: Iterable[int], gazetteer: Gazetteer) -> Scores:
    """Return the towns, whatever region is called by them; Kyiv is a region itself."""
    people = {number: 10 ** gazetteer.spot(number).weight for number in places}
    largest = max(people, key=people.__getitem__, default=None)
    if largest is None or gazetteer.spot(largest).kind is not Kind.SETTLEMENT:
        return with_regions(people, gazetteer)
    towns = {n for n in people if gazetteer.spot(n).kind is Kind.SETTLEMENT}
    return {
        number: SMALL if people[number] * _DWARFS < people[largest] >= _TOWN else EXACT
        for number in towns
    }


def _region_called(places: Iterable[int], gazetteer: Gazetteer) -> Scores:
    """Return the region of a city («Київ обл» is no city), or what is called so."""
    for number in places:
        spot = gazetteer.spot(number)
        if spot.kind is not Kind.REGION and not spot.flags & Flag.CENTRE:
            continue
        centre = gazetteer.number(gazetteer.centre(spot.region) or "")
        english = _english(number if centre is None else centre, gazetteer)
        keys = (key_of(f"{english} {unit}") for unit in ("oblast", "region"))
        around = [
            n
            for n in next(filter(None, (named(key, gazetteer) for key in keys)), ())
            if gazetteer.spot(n).kind is Kind.REGION
        ]
        if around:
            return dict.fromkeys(around, EXACT)
    scores = with_regions(places, gazetteer)
    regions = {n: s for n, s in scores.items() if gazetteer.spot(n).kind is Kind.REGION}
    return regions or {
        n: s for n, s in scores.items() if gazetteer.spot(n).kind is Kind.COUNTRY
    }


def _english(number: int, gazetteer: Gazetteer) -> str:
    return gazetteer.title(number)[1]


def _district_called(name: str, places: Iterable[int], gazetteer: Gazetteer) -> Scores:
    """Return the district of that adjective, or the one called by the town it lies around.

    «Охтирський р-н», «Шебекинский округ», "Okhtyrka raion".
    """
    spelt = with_regions(named(f"{name} район", gazetteer), gazetteer)
    if spelt:
        return spelt
    scores = with_regions(places, gazetteer)
    found: Scores = {}
    for number, score in scores.items():
        spot = gazetteer.spot(number)
        district = spot.district
        if spot.kind is not Kind.SETTLEMENT or district < 0:
            continue
        town, around = (key_of(_english(n, gazetteer)) for n in (number, district))
        same = min(_ALIKE, len(town) - 1)
        if around[:same] == town[:same]:
            found[district] = max(found.get(district, 0.0), score)
    best = max(found.values(), default=0.0)
    return {district: EXACT for district, score in found.items() if score == best}


def _places(key: str, gazetteer: Gazetteer) -> tuple[int, ...]:
    """Return what a part of an address names."""
    found = named(key, gazetteer)
    if found:
        return found
    country = gazetteer.number(key.upper()) if len(key) == 2 else None  # noqa: PLR2004  # ISO 3166-1
    return (country,) if country is not None else tuple(_as_unit(key, gazetteer))


def within(key: str, gazetteer: Gazetteer, *, freely: bool = False) -> Scores:
    """Return the places of "Mykolaivka Sumy Oblast": of that name, in what follows it.

    Or, `freely`, in what stands before it, as no address has it.
    """
    words = key.split(" ")
    if len(words) > _MOST_WORDS or is_preposition(words[0]):
        return {}
    for cut in range(len(words) - 1, 0, -1):
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        found = _inside(head, tail, gazetteer, freely=freely)
        if not found and freely:
            found = _inside(tail, head, gazetteer, freely=freely)
        if found:
            return found
    return {}


def _inside(inner: str, outer: str, gazetteer: Gazetteer, *, freely: bool) -> Scores:
    """Return the places called `inner` that lie in one called `outer`."""
    around = {
        _area(gazetteer.spot(number), number)
        for number in _places(outer, gazetteer)
        or (within(outer, gazetteer, freely=freely) if freely else ())
    } - {None}
    if not around:
        return {}
    found = _places(inner, gazetteer) or within(inner, gazetteer, freely=freely)
    inside = [n for n in found if around & _areas(gazetteer.spot(n))]
    return with_regions(inside, gazetteer)


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
