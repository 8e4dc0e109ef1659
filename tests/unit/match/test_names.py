"""A name in other scripts and transliterations (T28, T29 of the field's pitfalls)."""

from itertools import permutations
from pathlib import Path

import pytest

from bot.match.evaluate import find_evidence
from bot.match.words import Asked, DocumentWords
from bot.pipeline.queries import read_query

NAMES = Path(__file__).parents[2] / "fixtures/words/names.tsv"
# Of the pairs in names.tsv: the rules were made with it in view.
LEAST = 0.97


def finds(query: str, text: str, language: str = "") -> bool:
    """Tell whether the query's words are in the text."""
    entry = DocumentWords(text, language=language)
    asked = Asked(words=entry, about=frozenset(), language=language, feeds=frozenset())
    return bool(find_evidence(read_query(query), asked))


def language_of(word: str) -> str:
    """Return a language that a name so written may stand in."""
    return "en" if word.isascii() else "ru"


def test_a_headline_that_begins_with_a_name_is_found_by_its_other_spellings() -> None:
    pairs = [
        pair
        for line in NAMES.read_text().splitlines()
        for pair in permutations(line.split("\t"), 2)
    ]

    missed = [
        f"{asked} {written}"
        for asked, written in pairs
        if not finds(asked, f"{written}: 5", language_of(written))
    ]

    assert len(missed) <= (1 - LEAST) * len(pairs), missed


@pytest.mark.parametrize(
    ("query", "headline"),
    [
        ("Бахмут", "Fighting Rages On Near Bakhmut As Winter Nears"),
        ("Orban", "Орбан проти нового пакета допомоги"),
        ("Бахмут", "Kämpfe um Bachmut"),
    ],
)
def test_a_headline_of_capitals_tells_names_of_another_script(
    query: str, headline: str
) -> None:
    assert finds(query, headline, "de" if "um" in headline.split() else "en")


@pytest.mark.parametrize(
    ("query", "headline"),
    [
        ("станція", "Stance On Tariffs Unchanged"),
        ("hostages", "Гостях у казки"),
        ("сусід", "Suicide Rates Fall"),
        ("агент", "Agent Arrested In Vienna"),
        ("streets", "Стрес на роботі"),
    ],
)
def test_what_only_sounds_alike_is_no_name(query: str, headline: str) -> None:
    assert not finds(query, headline, language_of(headline))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("елка", "Ёлки горят"),
        ("п\u2019ять", "п'ять осіб"),
        ("п\u02bcять", "п\u2019ять осіб"),
        ("Київ", "у Ки\u00adєві"),
        ("їжак", "і\u0308жак"),
        ("Харків", "Xapків під вогнем"),
        ("Kherson", "near Кherson"),
    ],
)
def test_t28_one_word_in_odd_letters(query: str, text: str) -> None:
    assert finds(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [("Сум", "сумма выросла"), ("Суми", "великі суми"), ("кот", "котел"), ("йод", "иод")],
)
def test_t29_another_word(query: str, text: str) -> None:
    assert not finds(query, text, "ru")


@pytest.mark.parametrize(
    "spellings",
    [
        "Zelenskiy Zelenskyy Зеленский Зеленський",
        "Basivka Басовка Басівка",
        "Суми Сум Сумах",
    ],
)
def test_t29_one_name(spellings: str) -> None:
    pairs = permutations(spellings.split(), 2)

    assert [pair for pair in pairs if not finds(*pair, language_of(pair[1]))] == []
