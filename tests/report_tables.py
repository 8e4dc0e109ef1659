"""Tables of invented sentences and what a reader finds in them."""

import csv
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "fixtures" / "reports"


def cases(name: str) -> list[object]:
    """Return the rows of a table for parametrizing: language, sentence, what is found."""
    with (FOLDER / f"{name}.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        pytest.param(*row, id=f"{number} {row[0]}")  # as an editor counts the lines
        for number, row in enumerate(rows[1:], 2)
    ]
