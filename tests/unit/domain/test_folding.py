import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.folding import fold, plain_words, words


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        pytest.param("Kyiv, (again)!", ("kyiv", "again"), id="punctuation around"),
        pytest.param("Ёлка\u00a0—\u00a0«Żółć»…", ("елка", "", "zołc"), id="a lone dash"),
        pytest.param("об’єднання U.S. 5", ("", "", "5"), id="signs inside"),
        pytest.param("Kyiv \u200b Sumy", ("", "", ""), id="a chunk that folding removes"),
        pytest.param("№5 Kyiv", ("", ""), id="a sign that becomes letters"),
        pytest.param("x\u0345 Kyiv", ("", ""), id="a mark that becomes a letter"),
        pytest.param(" \n ", (), id="nothing"),
    ],
)
def test_plain_words_are_one_for_each_chunk(text: str, plain: tuple[str, ...]) -> None:
    assert plain_words(text) == plain


@given(st.text())
def test_words_are_those_of_the_folded_text(text: str) -> None:
    assert words(text) == tuple(re.findall(r"\w+(?:'\w+)*", fold(text)))
    assert len(plain_words(text)) == len(text.split())


@given(st.text(st.sampled_from("aЙйёЁé’ʼ'`-—.,« \u0301\u00ad\u200b\u00a0…№½ﬁK")))
def test_words_with_odd_signs_are_those_of_the_folded_text(text: str) -> None:
    folded = fold(text)

    assert fold(folded) == folded
    assert words(text) == tuple(re.findall(r"\w+(?:'\w+)*", folded))


def test_a_long_text_without_spaces_has_its_words() -> None:
    text = "Київ,Суми;" * 2_000

    assert words(text) == ("київ", "суми") * 2_000
