"""Invented sentences with the tolls they tell, in the file beside other fixtures.

A toll is written as its kind's first letter, ``+`` where it comes on top of others, the
number (``..`` at the end: at least; ``3-5``: between) and whose it is, if said:
``k3../s`` for at least three soldiers killed.
"""

import csv
from pathlib import Path

import pytest

from bot.annotate.lettering import cut
from bot.annotate.tolls import find_tolls, letters_of
from bot.domain.reports import Toll

TABLE = Path(__file__).parents[2] / "fixtures" / "reports" / "tolls.tsv"


def rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def written(toll: Toll) -> str:
    number = str(toll.low)
    if toll.high is None:
        number += ".."
    elif toll.high != toll.low:
        number += f"-{toll.high}"
    whose = f"/{toll.whose[0]}" if toll.whose else ""
    return f"{toll.kind[0]}{'+' if toll.more else ''}{number}{whose}"


def read(sentence: str, language: str) -> tuple[Toll, ...]:
    words = cut(sentence, language)
    return find_tolls(words, letters_of(words))


@pytest.mark.parametrize(
    "row", [pytest.param(row, id=f"{at} {row['lang']}") for at, row in enumerate(rows(), 2)]
)
def test_a_sentence_tells_these_tolls_and_no_others(row: dict[str, str]) -> None:
    found = read(row["sentence"], row["lang"])

    assert " ".join(map(written, found)) == row["tolls"]


def test_a_toll_stands_where_it_says() -> None:
    text = "Officials spoke. Two people were killed in the town"

    (toll,) = read(text, "en")

    assert text[toll.start : toll.end] == "Two people were killed"
