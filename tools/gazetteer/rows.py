"""One place on its way into the gazetteer, and the hand-kept tables beside this file."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
LANGUAGES = ("en", "uk", "ru")


@dataclass(kw_only=True, slots=True)
class Row:
    """One place: names, adjectives and peoples are (language, name) pairs.

    `official_adjective` is the Ukrainian one of a town, if no rule makes it of its name.
    """

    id: str
    kind: str
    country: str
    region: str = ""
    district: str = ""
    population: int = 0
    latitude: float | None = None
    longitude: float | None = None
    en: str
    uk: str
    ru: str
    names: list[tuple[str, str]] = field(default_factory=list)
    rare: set[str] = field(default_factory=set)
    adjectives: list[tuple[str, str]] = field(default_factory=list)
    official_adjective: str = ""
    peoples: list[tuple[str, str]] = field(default_factory=list)
    abbreviations: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)

    def all_names(self) -> list[tuple[str, str]]:
        """Return (language, name) of every name, each once, the shown ones first."""
        shown = [
            ("en", self.en.partition(" (")[0]),
            ("uk", self.uk.partition(" (")[0]),
            ("ru", self.ru.partition(" (")[0]),
        ]
        return [pair for pair in dict.fromkeys([*shown, *self.names]) if pair[1]]


def table(name: str) -> Iterator[dict[str, str]]:
    """Read a hand-kept table that lies beside this file."""
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t")


def split(cell: str | None) -> list[str]:
    """Return the names of a cell."""
    return [name.strip() for name in (cell or "").split(",") if name.strip()]


def pairs(row: dict[str, str], column: str) -> list[tuple[str, str]]:
    """Return (language, name) of the columns ``<column> en``, ``… uk``, ``… ru`` and pl."""
    return [
        (language, name)
        for language in (*LANGUAGES, "pl")
        for name in split(row.get(f"{column} {language}"))
    ]
