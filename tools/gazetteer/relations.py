"""What follows from all places together: centres, capitals, people."""

from collections import Counter
from collections.abc import Mapping, Sequence

from bot.annotate.keys import adjective_keys, key_of
from tools.gazetteer.rows import Row, split, table
from tools.gazetteer.settlements import CITY_REGIONS

GOVERNED = frozenset({"UA-30", "RU-MOW"})


def centres(rows: Sequence[Row]) -> dict[str, str]:
    """Return the settlement that gives each region its name, in any language of ours."""
    names = {row.id: _short_names(row) for row in rows if row.kind == "region"}
    hand = {line["code"]: line["centre"].replace("’", "'") for line in table("regions.tsv")}
    best: dict[str, Row] = {}
    for row in rows:
        if row.kind != "settlement" or row.region not in names:
            continue
        known = best.get(row.region)
        if known is not None and known.population >= row.population:
            continue
        if row.region in hand:
            fits = any(name == hand[row.region] for _, name in row.all_names())
        else:
            fits = any(key_of(name) in names[row.region] for _, name in row.all_names())
        if fits:
            best[row.region] = row
    return {region: row.id for region, row in sorted(best.items())}


def _short_names(region: Row) -> set[str]:
    """Return the keys of a region's names without what it is, and of its adjectives."""
    found = {key_of(name) for _, name in region.all_names()}
    for unit in (" oblast", " krai", " region", " county"):
        found = {key.split(unit)[0] for key in found}
    for language, name in region.adjectives:
        found.update(adjective_keys(name, language))
    return found


def populate(rows: Sequence[Row], parts: Mapping[str, Sequence[str]]) -> None:
    """Give regions and countries as many people as their settlements have together."""
    people: Counter[str] = Counter()
    for row in rows:
        if row.kind == "settlement":
            people.update({row.region: row.population, row.country: row.population})
    for wider, regions in parts.items():
        people[wider] += sum(people[region] for region in regions)
    for row in rows:
        if row.kind in {"region", "country"}:
            row.population = max(row.population, people[row.id])


def merge_cities(rows: Sequence[Row]) -> list[Row]:
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


def mark_capitals(rows: Sequence[Row]) -> None:
    """Mark the capitals of countries.tsv, and give them the names that stand there."""
    largest: dict[tuple[str, str], Row] = {}
    for row in rows:
        if row.id in GOVERNED:
            row.flags.add("capital")
        if row.kind != "settlement":
            continue
        for name in {
            key_of(name) for language, name in row.all_names() if language == "en"
        }:
            known = largest.get((row.country, name))
            if known is None or known.population < row.population:
                largest[row.country, name] = row
    for line in table("countries.tsv"):
        several = {lang: split(line[f"capital {lang}"]) for lang in ("en", "uk", "ru")}
        for index, name in enumerate(several["en"]):
            capital = largest.get((line["code"], key_of(name)))
            if capital is None:
                continue
            capital.flags.add("capital")
            capital.names += [
                (language, several[language][index])
                for language in ("uk", "ru")
                if index < len(several[language])
            ]
