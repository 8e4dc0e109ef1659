"""Operators spelled out as words."""

import pytest

from bot.match.spelled_out import spell_operators


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("dam or dike", "dam OR dike"),
        ("дрон АБО порт", "дрон OR порт"),
        ("дрон, или порт", "дрон OR порт"),
        ("dam and dike", "dam dike"),
        ("Sumy або Суми і не футбол", "Sumy OR Суми NOT футбол"),
        ("drone near refinery, but not football", "drone NEAR/8 refinery NOT football"),
        ('"air raid" or (dam and flood)', '"air raid" OR ( dam flood )'),
    ],
)
def test_a_word_between_two_operands_may_be_meant_for_an_operator(
    query: str, meant: str
) -> None:
    assert spell_operators(query) == meant


@pytest.mark.parametrize(
    "query",
    [
        *("dam", "or", "or dam", "dam or", "dam OR dike", "dam | dike", "dam -dike"),
        *('"dam or dike"', "dam OR or", "dam (or)", "dam or -dike", "orchard anda"),
    ],
)
def test_other_words_are_words(query: str) -> None:
    assert spell_operators(query) is None
