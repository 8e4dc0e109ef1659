"""Settlements from a GeoNames dump, for who can fetch one: villages that no package holds.

``python -m tools.gazetteer.dump RU.txt --names alternateNamesV2.txt --region RU-BEL`` shows
what a dump holds; tools/gazetteer/build.py takes it with ``--dump``. The columns are those
of GeoNames' readme for its export: one tab between two, no quotes, no heading.
"""

import argparse
import csv
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from bot.domain.distance import distance_km
from tools.gazetteer import translit
from tools.gazetteer.geonames import Town
from tools.gazetteer.rows import LANGUAGES, Row

SAME = 5.0  # km between two sources' middles of one settlement
_COLUMNS = 19  # of a dump's line
_GONE = frozenset(
    {"PPLQ", "PPLH", "PPLW", "PPLX"}
)  # left, of history, destroyed; city parts
_RUSSIAN = re.compile(r"[А-ЯЁ][а-яёА-ЯЁ -]+")
Names = dict[int, dict[str, list[str]]]  # by GeoNames id and language, the best first


def read_dump(lines: Iterable[str]) -> Iterator[Town]:
    """Yield the populated places (feature class P) of a dump that people live in."""
    for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        if len(row) < _COLUMNS or row[6] != "P" or row[7] in _GONE:
            continue
        yield Town(
            id=int(row[0]),
            name=row[1],
            country=row[8],
            admin1=row[10],
            population=int(row[14] or 0),
            latitude=float(row[4]),
            longitude=float(row[5]),
            alternates=tuple(filter(None, row[3].split(","))),
        )


def read_names(lines: Iterable[str], wanted: Collection[int]) -> Names:
    """Return the names of alternateNamesV2 in our languages, of the ids in `wanted`.

    Preferred names come first; colloquial and historic ones are left out.
    """
    found: Names = {}
    for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        number, language, name, preferred, _, colloquial, historic = (row + [""] * 7)[1:8]
        if language not in LANGUAGES or "1" in {colloquial, historic}:
            continue
        if int(number) in wanted:
            several = found.setdefault(int(number), {}).setdefault(language, [])
            several.insert(0 if preferred == "1" else len(several), name.replace("’", "'"))
    return found


def settlements(
    towns: Iterable[Town],
    names: Names,
    codes: Mapping[tuple[str, str], str],
    regions: Collection[str],
) -> Iterator[Row]:
    """Yield the rows of the towns that lie in `regions`, in all regions if it is empty.

    Args:
        towns: Of a dump.
        names: Their names by language; what it lacks is transliterated.
        codes: The ISO 3166-2 code of each (country, GeoNames code).
        regions: ISO 3166-2 codes.
    """
    for town in towns:
        region = codes.get((town.country, town.admin1))
        if region is None or (regions and region not in regions):
            continue
        row = _row(town, region, names.get(town.id, {}))
        if row is not None:
            yield row


def _row(town: Town, region: str, names: dict[str, list[str]]) -> Row | None:
    """Return the row of a town; None if no Cyrillic name of it is known."""
    uk, ru = names.get("uk", []), names.get("ru", [])
    if not names:  # the alphabet tells the language of some
        ru = [name for name in town.alternates if _RUSSIAN.fullmatch(name)][:1]
    if not uk and not ru:
        return None
    ru = ru or [translit.ukrainian_to_russian(uk[0])]
    uk = uk or [translit.russian_to_ukrainian(ru[0])]
    latin = [town.name, *names.get("en", []), translit.from_russian(ru[0])]
    if town.country == "UA":
        latin.append(translit.from_ukrainian(uk[0]))
    return Row(
        id=f"g{town.id}",
        kind="settlement",
        country=town.country,
        region=region,
        population=town.population,
        latitude=town.latitude,
        longitude=town.longitude,
        en=(names.get("en") or [town.name])[0].replace("'", ""),
        uk=uk[0],
        ru=ru[0],
        names=[
            *(("en", name) for name in latin),
            *(("uk", name) for name in uk),
            *(("ru", name) for name in ru),
        ],
        flags={"doubtful", "village"},
    )


def merge(rows: dict[str, Row], dumped: Iterable[Row]) -> int:
    """Add the dumped rows to those known by id; return how many were new.

    A settlement that is known, by its id or by a name and its region, keeps what it has and
    gets the names, people and coordinates that it lacks.
    """
    named: dict[tuple[str, str], list[Row]] = {}
    for row in rows.values():
        for name in {row.uk, row.ru} - {""}:
            named.setdefault((row.region, name), []).append(row)
    new = 0
    for row in dumped:
        known = rows.get(row.id) or _same(row, named)
        if known is None:
            rows[row.id] = row
            new += 1
            continue
        known.names += row.names
        known.population = known.population or row.population
        if known.latitude is None:
            known.latitude, known.longitude = row.latitude, row.longitude
    return new


def _same(row: Row, named: Mapping[tuple[str, str], list[Row]]) -> Row | None:
    """Return the known settlement that is this one; of hand-kept ones nobody says where."""
    found = [*named.get((row.region, row.ru), ()), *named.get((row.region, row.uk), ())]
    return next((other for other in found if _is_near(row, other)), None)


def _is_near(row: Row, other: Row) -> bool:
    if row.latitude is None or row.longitude is None:
        return True
    if other.latitude is None or other.longitude is None:
        return True
    here, there = (row.latitude, row.longitude), (other.latitude, other.longitude)
    return distance_km(here, there) < SAME


def read_settlements(
    dump: Path,
    names: Path | None,
    codes: Mapping[tuple[str, str], str],
    regions: Collection[str],
) -> list[Row]:
    """Return the settlements of the files."""
    with dump.open(encoding="utf-8", newline="") as lines:
        towns = list(read_dump(lines))
    known: Names = {}
    if names is not None:
        with names.open(encoding="utf-8", newline="") as lines:
            known = read_names(lines, {town.id for town in towns})
    return list(settlements(towns, known, codes, regions))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments beside the dump: names and regions."""
    parser.add_argument("--names", type=Path, help="alternateNamesV2.txt")
    parser.add_argument(
        "--region", action="append", default=[], help="ISO 3166-2; several times; else all"
    )


def main() -> None:
    """Print what a dump holds, a settlement a line."""
    from tools.gazetteer.divisions import region_codes  # noqa: PLC0415  # has many packages

    parser = argparse.ArgumentParser(description="Show the settlements of a GeoNames dump.")
    parser.add_argument("dump", type=Path)
    add_arguments(parser)
    options = parser.parse_args()
    for row in read_settlements(
        options.dump, options.names, region_codes(), options.region
    ):
        print(row.region, row.id, row.en, row.uk, row.ru, row.population, sep="\t")


if __name__ == "__main__":
    main()
