"""The gazetteer with what regions.yaml adds to it.

An admin's places get numbers after those of the compiled table, so that the matcher meets
them as it meets any other.
"""

import re
from collections.abc import Iterator, Mapping
from math import log10
from typing import Final

from bot.annotate.gazetteer import Entry, Gazetteer, Sense
from bot.annotate.keys import INFLECTED, Form, Mark, key_of, name_keys, town_adjective_keys
from bot.annotate.own_rules import OwnRules, Phrases, longest_keys
from bot.annotate.own_text import around
from bot.annotate.packed import Spot
from bot.annotate.tokens import tokenize
from bot.domain.memory import Memory
from bot.domain.model import Kind, Place
from bot.domain.own_regions import Name, OwnPlace, OwnRegion, OwnRegions, Size

# People, by which places of one name are ranked; nobody counts them for regions.yaml.
POPULATION: Final = {
    Size.CITY: 100_000,
    Size.TOWN: 15_000,
    Size.VILLAGE: 500,
    Size.HAMLET: 50,
}
_UKRAINIAN: Final = re.compile(r"[іїєґ]", re.IGNORECASE)
_RUSSIAN: Final = re.compile(r"[ыэёъ]", re.IGNORECASE)
_CYRILLIC: Final = re.compile(r"[а-яё]", re.IGNORECASE)
_POLISH: Final = re.compile(r"[ąćęłńśźż]", re.IGNORECASE)


def languages_of(text: str) -> tuple[str, ...]:
    """Return the languages by whose rules words without a language are inflected."""
    if _UKRAINIAN.search(text):
        return ("uk",)
    if _RUSSIAN.search(text):
        return ("ru",)
    if _CYRILLIC.search(text):
        return ("uk", "ru")
    return ("pl",) if _POLISH.search(text) else ("und",)


def words_of(text: str) -> str:
    """Return the words of a name as a text is cut into words, so that it can be found.

    >>> words_of("Посёлок «Луч» № 5")
    'Посёлок Луч 5'
    """
    return " ".join(text[word.start : word.end] for word in tokenize(text))


def keys_of(text: str) -> frozenset[str]:
    """Return the keys of all forms of a word or phrase that names no language."""
    return frozenset(
        key
        for language in languages_of(text)
        for key in name_keys(words_of(text), language, Kind.SETTLEMENT)
    )


def base_language(name: Name) -> str:
    """Return the language of a name, without script and country."""
    return name.language.split("-")[0]


class OwnGazetteer(Gazetteer):
    """A gazetteer with `own` added to it; `base` stays as it is."""

    def __init__(self, base: Gazetteer, own: OwnRegions) -> None:
        super().__init__(base._packed)  # noqa: SLF001  # the same file
        self.own = own
        self.groups = {
            **base.groups,
            **{key_of(name): ids for name, ids in own.groups.items()},
        }
        self.base = base
        self._added: list[tuple[Place, Spot]] = []
        self._numbers: dict[str, int] = {}
        self._senses: dict[str, tuple[Sense, ...]] = {}
        self._unsure: Mapping[str, frozenset[str]] = {}
        for region in own.regions:
            self._add(region)
        self._longest = longest_keys(self._senses)
        self.count = base.count + len(self._added)
        self.rules = OwnRules(
            context=Phrases.of(_pairs(own, "context")),
            exclude=Phrases.of(_pairs(own, "exclude")),
        )
        unsure = [*_pairs(own, "require_context"), *self._ambiguous()]
        self._unsure = Phrases.of(unsure).ids
        self.entries = Memory(self._entry)  # what was asked so far knew nothing of these

    def _add(self, region: OwnRegion) -> None:
        """Give a place of the table its aliases, and put settlements into it."""
        outer = self.base.place(region.id)
        number = self.base.number(region.id)
        assert number is not None
        for alias in region.aliases:
            self._name(alias, number, outer.kind)
        for own in region.places:
            number = self._numbers[own.id] = self.base.count + len(self._added)
            place = make_place(own, outer)
            district = self.base.number(outer.id) if place.district else None
            spot = make_spot(place, -1 if district is None else district)
            self._added.append((place, spot))
            for name in own.names:
                self._name(name, number, Kind.SETTLEMENT)
                self._derive(name, number)

    def _name(self, name: Name, number: int, kind: Kind) -> None:
        language = base_language(name)
        words = words_of(name.text)
        nominative = key_of(words)
        straight = Sense(number, Form.NAME, language, Mark.OWN)
        oblique = straight._replace(marks=Mark.OWN | Mark.OBLIQUE)
        for key in name_keys(words, language, kind):
            self._take(key, straight if key == nominative else oblique)

    def _derive(self, name: Name, number: int) -> None:
        language = base_language(name)
        if language in INFLECTED:
            sense = Sense(number, Form.TOWN_ADJECTIVE, language, 0)
            for key in town_adjective_keys(words_of(name.text), language):
                self._take(key, sense)

    def _take(self, key: str, sense: Sense) -> None:
        known = self._senses.get(key, ())
        if sense not in known:
            self._senses[key] = (*known, sense)

    def _ambiguous(self) -> Iterator[tuple[str, str]]:
        """Yield (key, id) of the own places that something elsewhere shares a name with."""
        for key, senses in self._senses.items():
            for sense in senses:
                if sense.place < self.base.count or sense.form is not Form.NAME:
                    continue
                place = self.at(sense.place)
                if any(
                    other.form is Form.NAME
                    and other.place != sense.place
                    and self.at(other.place).region != place.region
                    for other in self.senses(key)
                ):
                    yield key, place.id

    def _entry(self, key: str) -> Entry:
        known = self.base.entries[key]
        begins = known.begins or self._longest.get(key, 1) > 1
        own, unsure = self._senses.get(key), self._unsure.get(key)
        if own is None and unsure is None and begins == known.begins:
            return known
        senses = dict.fromkeys((*known.senses, *(own or ())))
        if unsure is not None:
            senses = dict.fromkeys(self._mark(sense, unsure) for sense in senses)
        return known._replace(senses=tuple(senses), begins=begins)

    def width(self, keys: list[str]) -> int:
        """Return how many of the words, from the first on, begin a key together."""
        own = min(self._longest.get(keys[0], 0), len(keys))
        return max(own, self.base.width(keys))

    def _mark(self, sense: Sense, unsure: frozenset[str]) -> Sense:
        """Say of a name of these places, or of one in them, that it needs support."""
        place = self.at(sense.place)
        if sense.form is not Form.NAME or unsure.isdisjoint(around(place)):
            return sense
        return sense._replace(marks=sense.marks | Mark.UNSURE)

    def _spot(self, number: int) -> Spot:
        if number < self.base.count:
            return self.base.spot(number)
        return self._added[number - self.base.count][1]

    def _title(self, number: int) -> tuple[str, str]:
        if number < self.base.count:
            return self.base.title(number)
        place = self._place(number)
        return place.id, place.names["en"]

    def _place(self, number: int) -> Place:
        if number < self.base.count:
            return self.base.at(number)
        return self._added[number - self.base.count][0]

    def number(self, place_id: str) -> int | None:
        """Return the number of the place with that id, None if there is none."""
        own = self._numbers.get(place_id)
        return self.base.number(place_id) if own is None else own

    def names(self) -> Iterator[tuple[str, int]]:
        """Yield (key, number) of what spelling help compares with; own names in all."""
        yield from self.base.names()
        for key, senses in self._senses.items():
            for sense in senses:
                if sense.form is Form.NAME and not sense.marks & Mark.OBLIQUE:
                    yield key, sense.place

    def count_inside(self, region_id: str) -> int:
        """Return how many settlements of a first-level region are known."""
        own = sum(place.region == region_id for place, _ in self._added)
        return self.base.count_inside(region_id) + own


def _pairs(own: OwnRegions, field: str) -> Iterator[tuple[str, str]]:
    """Yield (key, id of the region) of each form of the words of a list."""
    for region in own.regions:
        for text in getattr(region, field):
            yield from ((key, region.id) for key in sorted(keys_of(text)))


def make_place(own: OwnPlace, outer: Place) -> Place:
    """Return the place that `own` is, in `outer`."""
    names: dict[str, str] = {}
    for name in own.names:
        names.setdefault(base_language(name), name.text)
    if "en" not in names:
        latin = (n.text for n in own.names if not _CYRILLIC.search(n.text))
        names["en"] = next(latin, own.names[0].text)
    return Place(
        id=own.id,
        kind=Kind.SETTLEMENT,
        names=names,
        country=outer.country,
        region=outer.region,
        district=outer.id if outer.kind is Kind.DISTRICT else None,
        population=POPULATION[own.size],
        latitude=own.latitude,
        longitude=own.longitude,
    )


def make_spot(place: Place, district: int) -> Spot:
    """Return what the matcher asks of a place; `district` is the number of its own."""
    return Spot(
        kind=place.kind,
        flags=0,
        weight=log10(place.population),
        country=place.country or "",
        region=place.region or "",
        district=district,
        latitude=place.latitude,
        longitude=place.longitude,
    )
