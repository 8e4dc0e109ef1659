"""bot/data/gazetteer.bin is not older than the tables and rules that it is made from.

Of every third place that is kept by hand, each form that today's rules make is in the file
and names that place there. If this fails, run ``make gazetteer``.
"""

import pytest

from bot.annotate.gazetteer import key_of, load
from bot.domain.model import Place
from tools.gazetteer.rows import Row, pairs, table
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
