import pytest

from bot.annotate.own_rules import Found, OwnRules, Phrases, is_excluded
from bot.annotate.tokens import tokenize

RULES = OwnRules(
    context=Phrases.of([("гладков", "RU-BEL"), ("гладков", "RU-KRS")]),
    exclude=Phrases.of(
        [("белгород днестровский", "RU-BEL"), ("белгород", "UA-51"), ("п р", "RU")]
    ),
)


def test_each_word_supports_its_regions() -> None:
    tokens = tokenize("ГЛАДКОВ сказал: Гладков, а не Гладкова")

    assert list(RULES.supported(tokens)) == ["RU-BEL", "RU-KRS"] * 2


def test_phrases_are_found_where_they_stand_even_inside_each_other() -> None:
    tokens = tokenize("В Белгород-Днестровский, не в Белгород. Днестровский лиман")

    assert list(RULES.exclude.find(tokens)) == [
        Found(1, 2, frozenset({"UA-51"})),
        Found(1, 3, frozenset({"RU-BEL"})),
        Found(5, 6, frozenset({"UA-51"})),
        Found(5, 7, frozenset({"RU-BEL"})),
    ]


def test_a_phrase_does_not_reach_over_a_comma() -> None:
    tokens = tokenize("Белгород: Днестровский, Белгород, Днестровский")

    assert {found.end - found.start for found in RULES.exclude.find(tokens)} == {1}


def test_a_text_without_the_words_has_none() -> None:
    tokens = tokenize("В Киеве тихо")

    assert list(RULES.exclude.find(tokens)) == []
    assert list(OwnRules().supported(tokens)) == []


@pytest.mark.parametrize(
    ("start", "end", "around", "excluded"),
    [
        pytest.param(1, 2, ["x", "RU-BEL"], True, id="begins in the phrase"),
        pytest.param(0, 2, ["RU-BEL"], True, id="ends in the phrase"),
        pytest.param(1, 2, ["UA-51", "UA"], False, id="is somewhere else"),
        pytest.param(3, 4, ["RU-BEL"], False, id="stands after it"),
        pytest.param(0, 1, ["RU-BEL"], False, id="stands before it"),
    ],
)
def test_a_phrase_excludes_what_it_touches(
    start: int, end: int, around: list[str], *, excluded: bool
) -> None:
    found = [Found(1, 3, frozenset({"RU-BEL"}))]

    assert is_excluded(found, start, end, around) is excluded
