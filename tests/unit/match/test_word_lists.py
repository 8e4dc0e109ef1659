"""Pairs of words that a query must find, or must not: tests/fixtures/words/<language>.tsv.

Those in `traps` were written afterwards, and scored before any rule had seen them
(docs/adr/0016).
Each line has a query's word, a text's word and whether they are the same word.
"""

from pathlib import Path

import pytest

from bot.domain.folding import fold
from bot.match.capitals import asked_words
from bot.match.stems import stems

WORDS = Path(__file__).parents[2] / "fixtures" / "words"


def meet(asked: str, written: str, language: str) -> bool:
    """Whether a query finds a text's word inside a sentence."""
    (word,) = asked_words(asked)
    found = stems(fold(written), name=written[0].isupper(), language=language, asked=False)
    return bool(stems(word, asked=True) & found)


@pytest.mark.parametrize(
    ("language", "pairs", "recall", "confusion"),
    [
        pytest.param("en", 500, 0.99, 0.01, id="English"),
        pytest.param("uk", 400, 0.99, 0.01, id="Ukrainian"),
        pytest.param("ru", 500, 0.99, 0.01, id="Russian"),
        pytest.param("pl", 60, 0.97, 0.02, id="Polish"),
        pytest.param("de", 70, 0.97, 0.04, id="German"),
        pytest.param("fr", 90, 0.97, 0.04, id="French"),
        pytest.param("es", 100, 0.97, 0.04, id="Spanish"),
    ],
)
def test_words_are_found_in_their_forms_and_others_are_not(
    language: str, pairs: int, recall: float, confusion: float
) -> None:
    check(WORDS / f"{language}.tsv", pairs, recall, confusion)


@pytest.mark.parametrize(
    ("language", "pairs", "recall", "confusion"),
    [
        pytest.param("en", 95, 0.99, 0.01, id="English"),
        pytest.param("uk", 125, 0.99, 0.12, id="Ukrainian"),
        pytest.param("ru", 125, 0.99, 0.16, id="Russian"),
        pytest.param("pl", 50, 0.96, 0.10, id="Polish"),
        pytest.param("de", 55, 0.97, 0.09, id="German"),
        pytest.param("fr", 60, 0.97, 0.04, id="French"),
        pytest.param("es", 65, 0.97, 0.01, id="Spanish"),
    ],
)
def test_words_that_are_chosen_to_mislead(
    language: str, pairs: int, recall: float, confusion: float
) -> None:
    """What is confused here is nearly always a form that two words share: «право»."""
    check(WORDS / "traps" / f"{language}.tsv", pairs, recall, confusion)


def check(path: Path, pairs: int, recall: float, confusion: float) -> None:
    """Compare the pairs of a list with what is found."""
    language = path.stem
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    same = [(one, other) for one, other, kind in rows if kind == "same"]
    different = [(one, other) for one, other, kind in rows if kind == "different"]
    assert len(same) + len(different) == len(rows)
    assert min(len(same), len(different)) >= pairs

    missed = [(a, b) for a, b in same if not meet(a, b, language)]
    confused = [
        (a, b) for a, b in different if meet(a, b, language) or meet(b, a, language)
    ]

    assert len(missed) <= (1 - recall) * len(same), f"missed: {missed}"
    assert len(confused) <= confusion * len(different), f"confused: {confused}"
    print("missed:", missed, "confused:", confused)  # noqa: T201  # the error list: pytest -rP
