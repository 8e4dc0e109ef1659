"""bot/data/gazetteer.bin is not older than the tables and rules that it is made from.

Of every third place that is kept by hand, each form that today's rules make is in the file
and names that place there. If this fails, run ``make gazetteer``.
"""

import pytest

from bot.annotate.gazetteer import key_of, load
from bot.domain.model import Place
from tools.gazetteer.rows import Row, pairs, split, table
from tools.gazetteer.senses import keys_of


def missing_forms(row: Row, number: int) -> list[str]:
    """Return the forms of a row that do not name the place; but everyday words need not."""
    entries = load().entries
    return [
        f"{language} {key}"
        for key, _, language, _ in keys_of(row)
        if not any(s.place == number for s in entries[key].senses)
        and language not in entries[key].word
        and len(key) > 1
    ]


@pytest.mark.parametrize("line", list(table("regions.tsv")), ids=lambda line: line["code"])
def test_a_region_is_found_by_each_of_its_forms(line: dict[str, str]) -> None:
    number = load().number(line["code"])
    row = Row(
        id=line["code"],
        kind="region",
        country=line["code"][:2],
        region=line["code"],
        en=line["en"],
        uk=line["uk"],
        ru=line["ru"],
        names=pairs(line, "more"),
        adjectives=pairs(line, "adjective"),
    )

    assert number is not None
    assert missing_forms(row, number) == []


@pytest.mark.parametrize(
    "line", list(table("settlements.tsv"))[::3], ids=lambda line: line["uk"]
)
def test_a_settlement_is_found_by_each_of_its_forms(line: dict[str, str]) -> None:
    gazetteer = load()

    found = {
        sense.place: missing_forms(_row(line, gazetteer.at(sense.place)), sense.place)
        for sense in gazetteer.senses(key_of(line["uk"]))
        if gazetteer.spot(sense.place).region == line["region"]
    }

    assert [] in found.values(), found


@pytest.mark.parametrize("line", list(table("wider.tsv")), ids=lambda line: line["id"])
def test_a_wider_region_has_its_parts(line: dict[str, str]) -> None:
    gazetteer = load()

    assert gazetteer.place(line["id"]).country == line["country"]
    assert list(gazetteer.parts(line["id"])) == split(line["parts"])
    for part in split(line["parts"]):
        assert gazetteer.place(part).country == line["country"], part


@pytest.mark.parametrize("line", list(table("groups.tsv")), ids=lambda line: line["group"])
def test_a_group_has_places_that_are_known(line: dict[str, str]) -> None:
    gazetteer = load()

    for name in (*split(line["en"]), *split(line["uk"]), *split(line["ru"])):
        assert list(gazetteer.groups[key_of(name)]) == split(line["ids"]), name
    assert None not in map(gazetteer.find, split(line["ids"]))


@pytest.mark.parametrize("line", list(table("homes.tsv")), ids=lambda line: line["region"])
def test_a_region_has_the_towns_that_are_said_to_lie_in_it(line: dict[str, str]) -> None:
    assert load().count_inside(line["region"]) >= len(split(line["towns"]))


def test_the_regions_that_no_package_has_are_there() -> None:
    codes = {line["code"] for line in table("divisions.tsv") if line["en"]}

    assert None not in map(load().number, codes)
    assert {"NO-55", "IE-D", "LT-VL", "MG-T", "IQ-AR"} <= codes


def _row(line: dict[str, str], place: Place) -> Row:
    """Return what the table says; only the newest name of a place gives an adjective."""
    newest = (line["uk"], line["ru"]) == (place.names["uk"], place.names["ru"])
    return Row(
        id=place.id,
        kind="settlement",
        country=line["region"][:2],
        region=line["region"],
        en="",
        uk=line["uk"],
        ru=line["ru"],
        flags={"notable"} if newest and not line["context"] else set(),
    )
