"""The lines of bot/data/places.tsv, and the hand-kept tables beside this file."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
LANGUAGES = ("en", "uk", "ru")


@dataclass(kw_only=True)
class Row:
    """One line of the table."""

    id: str
    kind: str
    country: str
    region: str = ""
    population: int = 0
    en: str
    uk: str
    ru: str
    more: list[tuple[str, str]] = field(default_factory=list)
    adjectives: list[tuple[str, str]] = field(default_factory=list)
    peoples: list[tuple[str, str]] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)

    def cells(self) -> list[str]:
        """Return the line's cells, lists without what the main names say already."""
        main = {("en", self.en), ("uk", self.uk), ("ru", self.ru)}
        more = [pair for pair in dict.fromkeys(self.more) if pair not in main]
        packed = [
            "|".join(f"{language}={name}" for language, name in pairs)
            for pairs in (more, self.adjectives, self.peoples)
        ]
        head = [self.id, self.kind, self.country, self.region, str(self.population)]
        return [*head, self.en, self.uk, self.ru, *packed, " ".join(sorted(self.flags))]


def table(name: str) -> Iterator[dict[str, str]]:
    """Read a hand-kept table that lies beside this file."""
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t")


def split(cell: str | None) -> list[str]:
    """Return the names of a cell."""
    return [name.strip() for name in (cell or "").split(",") if name.strip()]


def pairs(row: dict[str, str], column: str) -> list[tuple[str, str]]:
    """Return (language, name) of the columns ``<column> en``, ``… uk`` and ``… ru``."""
    return [
        (language, name)
        for language in LANGUAGES
        for name in split(row.get(f"{column} {language}"))
    ]
