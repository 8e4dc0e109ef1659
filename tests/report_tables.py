"""Tables of invented sentences and what a reader finds in them."""

import csv
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "fixtures" / "reports"


def read_table(name: str) -> list[list[str]]:
    """Return the rows of a table, first the names of its columns."""
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def cases(name: str) -> list[object]:
    """Return the rows of a table for parametrizing: language, sentence, what is found."""
    return [
        pytest.param(*row, id=f"{number} {row[0]}")  # as an editor counts the lines
        for number, row in enumerate(read_table(name)[1:], 2)
    ]
