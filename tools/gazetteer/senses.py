"""Every form of every name: what the trie of the gazetteer holds."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

from bot.annotate.keys import (
    CODES,
    INFLECTED,
    Form,
    Mark,
    adjective_keys,
    key_of,
    name_keys,
    people_keys,
    town_adjective_keys,
)
from bot.annotate.packed import LANGUAGES, SENSE, SEPARATOR
from bot.annotate.paradigms import land_names, people_forms
from bot.domain.model import Kind
from tools.gazetteer.commonplace import NEVER, USELESS, is_plain
from tools.gazetteer.rows import Row, split, table

HAS_ADJECTIVE = frozenset({"UA", "RU", "BY"})
LARGE_ABROAD = 500_000  # people, from which a foreign city's adjective is known
TOWN = 6_000  # people, from which something is called after the town
CITY = 200_000  # people, from which those who live there have a name that news uses
CITY_AT_WAR = 50_000  # likewise in Ukraine
TOO_COMMON = 4.6
# «Сумщина» is the oblast, not the raion around its city.
_OF_REGIONS = frozenset(
    name for line in table("regions.tsv") for name in split(line["adjective uk"])
)
# What Russian papers call a front after a town's old name, or a place beside it.
_AXES = {
    "Лиман": "краснолиманский",
    "Велика Новосілка": "времьевский",
    "Гуляйполе": "гуляйпольский",
}
Keyed = tuple[str, Form, str, int]  # key, form, language, marks
Also = tuple[Form, str]  # what else a key is, and in which language


class Words(Protocol):
    """Who knows which keys are words and names of people as well."""

    def also(self, key: str) -> Iterable[Also]:
        """Return what else a key of one word is."""

    def given_names(self) -> Iterable[tuple[str, str]]:
        """Return (key, language) of the given names, in all forms."""

    def frequency(self, key: str, language: str) -> float:
        """Return how often a word is written: the logarithm of its share of 10⁹ words."""


def keys_of(row: Row) -> Iterator[Keyed]:
    """Yield (key, form, language, marks) of all that names the place of a row."""
    kind = Kind(row.kind)
    if kind is Kind.DISTRICT:
        yield from _district_keys(row)
        return
    home = row.country in HAS_ADJECTIVE
    for language, name in row.all_names():
        if home and name[1:2] == "'" and name.isascii():  # "L'gov", whose key is "gov"
            continue
        rare = Mark.RARE if name in row.rare else 0
        for index, key in enumerate(name_keys(name, language, kind)):
            oblique = Mark.OBLIQUE if index and language in INFLECTED else 0
            yield key, Form.NAME, language, rare | oblique
            if "'" in key and language == "uk" and row.population >= TOWN:  # «Купянськ»
                yield key.replace("'", ""), Form.NAME, language, rare | Mark.OBLIQUE
    yield from _adjectives(row)
    for language, name in row.peoples:
        for key in people_keys(name, language):
            yield key, Form.PEOPLE, language, 0
    for name in row.abbreviations:
        yield key_of(name), Form.ABBREVIATION, "en", 0
    yield from _town_adjectives(row)


# Regions that are cities: «Київщина» and «Подмосковье» are the land around, another region.
_CITIES = frozenset({"UA-30", "UA-40", "RU-MOW", "RU-SPE"})


def _adjectives(row: Row) -> Iterator[Keyed]:
    for language, name in row.adjectives:
        for key in adjective_keys(name, language):
            yield key, Form.ADJECTIVE, language, 0
        if row.country in HAS_ADJECTIVE and row.id not in _CITIES:
            for form in sorted(land_names(name, language)):
                yield key_of(form), Form.NAME, language, Mark.OBLIQUE


def _district_keys(row: Row) -> Iterator[Keyed]:
    """Yield a district's names, and its adjective: the word for "district" may be apart."""
    for language, name in row.all_names():
        if language == "pl":  # "w rejonie nikopolskim"
            for key in name_keys(name, language, Kind.DISTRICT):
                yield key, Form.NAME, language, 0
            continue
        yield key_of(name), Form.NAME, language, 0
        adjective, _, unit = key_of(name).rpartition(" ")
        if unit == "район" and adjective:
            for key in adjective_keys(adjective, language):
                yield key, Form.TOWN_ADJECTIVE, language, 0
            if language == "uk" and adjective not in _OF_REGIONS:  # «на Бериславщині»
                for form in sorted(land_names(adjective, language)):
                    yield key_of(form), Form.NAME, language, Mark.OBLIQUE


def _town_adjectives(row: Row) -> Iterator[Keyed]:
    home = row.country in HAS_ADJECTIVE and (
        row.population >= TOWN or not row.flags.isdisjoint({"notable", "seat"})
    )
    if row.kind != "settlement" or not (home or row.population >= LARGE_ABROAD):
        return
    if row.flags and row.country == "UA" and row.uk in _AXES:
        for key in adjective_keys(_AXES[row.uk], "ru"):
            yield key, Form.TOWN_ADJECTIVE, "ru", 0
    has_people = row.population >= (CITY_AT_WAR if row.country == "UA" else CITY)
    for language, name in (("uk", row.uk), ("ru", row.ru)):
        for key in _adjective_keys(row, name, language) if name else ():
            yield key, Form.TOWN_ADJECTIVE, language, 0
        for form in sorted(people_forms(name, language)) if has_people else ():
            yield key_of(form), Form.PEOPLE, language, 0


def _adjective_keys(row: Row, name: str, language: str) -> Iterator[str]:
    if not row.official_adjective:
        return town_adjective_keys(name, language)
    if language == "uk":
        return adjective_keys(row.official_adjective, language)
    # Of a village hardly a Russian text has it: 4 kB of the file.
    is_known = row.population >= TOWN or "notable" in row.flags
    return town_adjective_keys(name, language) if is_known else iter(())


def packed_senses(rows: Sequence[Row], words: Words) -> list[bytes]:
    """Return each form of all names with what it names, as the trie holds it, sorted."""
    found: set[bytes] = set()
    elsewhere: dict[str, set[Also]] = {}
    for number, row in enumerate(rows):
        best = _best(row)
        for (key, language), (form, marks) in best.items():
            if _is_english_too(row, language, best.get((key, "en")) == (form, marks)):
                continue
            if " " not in key and key not in elsewhere:
                elsewhere[key] = set(words.also(key)) | _as_abroad(row, language, words)
            hopeless = _is_hopeless(row, key, language, elsewhere.get(key, set()), words)
            if hopeless and row.kind == "region":
                found.add(_packed(key, form, language, marks | Mark.TYPED, number))
            elif not hopeless:
                found.add(_packed(key, form, language, marks, number))
    for key, language in words.given_names():
        elsewhere.setdefault(key, set()).add((Form.GIVEN, language))
    for key, several in elsewhere.items():
        found.update(_packed(key, form, language, 0, 0) for form, language in several)
    return sorted(found)


def _is_english_too(row: Row, language: str, same: bool) -> bool:  # noqa: FBT001
    """Return whether a town's name abroad says no more than the English one does.

    All texts in Latin letters know those: without them the trie is a fiftieth smaller.
    """
    abroad = row.kind == "settlement" and row.country not in HAS_ADJECTIVE
    return same and abroad and language not in {"en", "uk", "ru"}


def _as_abroad(row: Row, language: str, words: Words) -> set[Also]:
    """Return what a foreign town's Cyrillic name is because its own is: Джордж, George."""
    own = key_of(row.en)
    if language not in {"uk", "ru"} or row.country in HAS_ADJECTIVE or " " in own:
        return set()
    return {
        (form, language)
        for form, code in words.also(own)
        if code == "en" and form in {Form.GIVEN, Form.SURNAME}
    }


def _best(row: Row) -> dict[tuple[str, str], tuple[Form, int]]:
    """Return the most telling form, with its marks, of each key in each language."""
    best: dict[tuple[str, str], tuple[Form, int]] = {}
    for key, form, language, marks in keys_of(row):
        known = best.get((key, language))
        if known is None or form < known[0]:
            best[key, language] = form, marks
    return best


def _packed(key: str, form: Form, language: str, marks: int, number: int) -> bytes:
    head = LANGUAGES.index(language) << 4 | CODES.index((form, marks))
    return key.encode() + SEPARATOR + SENSE.pack(head, number >> 16, number & 0xFFFF)


def _is_hopeless(row: Row, key: str, language: str, also: set[Also], words: Words) -> bool:
    """Return whether a form is so common a word that no text means a small place by it."""
    if len(key) < 2 or (row.kind == "settlement" and key in NEVER) or key in USELESS:  # noqa: PLR2004
        return True
    abroad = row.country not in HAS_ADJECTIVE
    if row.kind == "region" and abroad and is_plain(key):
        return True
    by_hand = not row.flags.isdisjoint({"notable", "doubtful"})
    if abroad and by_hand and row.kind == "settlement" and language in {"uk", "ru"}:
        return False  # «біля Сорок»
    small = (row.kind == "settlement" and row.population < LARGE_ABROAD) or (
        row.kind == "region" and abroad
    )
    common = (Form.WORD, language) in also
    return small and common and words.frequency(key, language) >= TOO_COMMON
