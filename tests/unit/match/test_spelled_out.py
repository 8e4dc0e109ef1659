"""Operators spelled out as words."""

import pytest

from bot.match.spelled_out import spell_operators, split_place


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("dam or dike", "dam OR dike"),
        ("дрон АБО порт", "дрон OR порт"),
        ("дрон, или порт", "дрон OR порт"),
        ("dam and dike", "dam dike"),
        ("Sumy або Суми і не футбол", "Sumy OR Суми NOT футбол"),
        ("drone near refinery, but not football", "drone NEAR/8 refinery NOT football"),
        ("дрон, ракета", "дрон OR ракета"),
        ('dam; dike; "sluice gate"', 'dam OR dike OR "sluice gate"'),
        ('"air raid", siren', '"air raid" OR siren'),
        ("drone , missile", "drone OR missile"),
        ("дрон,ракета,КАБ", "дрон OR ракета OR КАБ"),
        ("dam (flood, breach)", "dam ( flood OR breach )"),
        ("drone, (missile OR bomb)", "drone OR ( missile OR bomb )"),
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
        *(
            "dam,",
            '"dam, dike"',
            "1,000",
            "lang:uk,ru",
            "dam, but",
            "dam, -dike",
            "dam, OR x",
        ),
        *('"dam or dike"', "dam OR or", "dam (or)", "dam or -dike", "orchard anda"),
    ],
)
def test_other_words_are_words(query: str) -> None:
    assert spell_operators(query) is None


@pytest.mark.parametrize(
    ("query", "parts"),
    [
        ("дрон у Сумах", ("дрон", "Сумах")),
        ('"air raid" at Kharkiv', ('"air raid"', "Kharkiv")),
        ("удар на заводе в Белгороде", ("удар на заводе", "Белгороде")),
        ("у Сумах", None),
        ("дрон у", None),
        ('"дрон у Сумах"', None),
    ],
)
def test_a_preposition_parts_a_place_from_the_words_before_it(
    query: str, parts: tuple[str, str] | None
) -> None:
    assert split_place(query) == parts
