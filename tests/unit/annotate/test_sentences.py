"""Invented sentences of many kinds; what is known to fail must go on failing.

The columns of the table: language, sentence, the first-level regions and the countries that
it names otherwise than weakly (``?``: both answers are right), codes that must not be heard
even weakly, what it is an example of, and the class of docs/regions.md in which it fails.
"""

import csv
from collections.abc import Iterable
from pathlib import Path

import pytest

from bot.annotate.about import annotate

TABLE = Path(__file__).parents[2] / "fixtures" / "places" / "sentences.tsv"


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def is_as_expected(expected: str, found: Iterable[str]) -> bool:
    codes = expected.split()
    needed = {code for code in codes if not code.endswith("?")}
    return needed <= set(found) <= {code.rstrip("?") for code in codes}


def cases(*, known: bool) -> list[object]:
    return [
        pytest.param(row, id=f"{number} {row['lang']} {row['note']}")
        for number, row in enumerate(rows(), 2)  # as an editor counts the lines
        if bool(row["known"]) is known
    ]


def is_right(row: dict[str, str]) -> bool:
    found = annotate(row["sentence"], "", row["lang"])
    heard = {m.region for m in found.mentions} | {m.country for m in found.mentions}
    return (
        is_as_expected(row["regions"], found.regions)
        and is_as_expected(row["countries"], found.countries)
        and heard.isdisjoint(row["forbidden"].split())
    )


@pytest.mark.parametrize("row", cases(known=False))
def test_the_places_of_a_sentence_are_heard_and_no_others(row: dict[str, str]) -> None:
    found = annotate(row["sentence"], "", row["lang"])

    assert is_right(row), found.mentions


@pytest.mark.parametrize("row", cases(known=True))
def test_what_is_known_to_fail_still_does(row: dict[str, str]) -> None:
    assert not is_right(row), (
        "it is right now: empty its last column, and see docs/regions.md"
    )
