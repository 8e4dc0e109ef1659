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


@pytest.mark.parametrize(
    ("mixed", "read"),
    [
        pytest.param("K\u0443p\u0441\u043a", "курск", id="all can be Cyrillic"),
        pytest.param("I\u0440\u0430\u043d", "іран", id="one Latin capital"),
        pytest.param("Z\u0435l\u0435nsky", "zelensky", id="only Latin can have all"),
        pytest.param("m\u0456\u0440", "мір", id="both could: Cyrillic"),
        pytest.param("\u0434rон", "\u0434r\u043e\u043d", id="neither can: left alone"),
        pytest.param(
            "IT-\u043a\u043e\u043c\u043f\u0430\u043d\u0456\u044f",
            "it-компанія",
            id="two words",
        ),
    ],
)
def test_a_word_of_two_scripts_is_read_in_the_one_it_can_be(mixed: str, read: str) -> None:
    assert fold(mixed) == read
    assert fold(read) == read
