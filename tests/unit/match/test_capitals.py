import pytest

from bot.domain.folding import words
from bot.match.capitals import asked_words, capitals


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("вчора у Харкові", "Харкові", id="inside a sentence"),
        pytest.param("Вчора у місті", "", id="a sentence begins with one"),
        pytest.param("a trip to the US", "US", id="an abbreviation"),
        pytest.param("сказав він. Дрони летять", "", id="a second sentence"),
        pytest.param("він каже: «Шахти закрито»", "", id="a quotation"),
        pytest.param(
            "Russian Drone Hits School Near Sumy", "", id="a headline of capitals"
        ),
        pytest.param("ДРОНИ НАД МІСТОМ", "", id="nothing but capitals"),
        pytest.param("Суми під обстрілом", "Суми", id="what news seldom mean otherwise"),
        pytest.param("в об’єднанні „Київ-Схід“", "Схід", id="a compound"),
        pytest.param("in Ky\u00adiv", "Kyiv", id="a hyphen that is not shown"),
        pytest.param("до «міста» й Києва, потім", "Києва", id="a comma after it"),
        pytest.param("a piece of ½ And", "And", id="a sign that becomes words"),
    ],
)
def test_a_capital_inside_a_sentence_is_a_name(text: str, names: str) -> None:
    flags = capitals(text)

    assert len(flags) == len(words(text))
    found = [word for word, flag in zip(words(text), flags, strict=True) if flag]
    assert found == list(words(names))


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        pytest.param("Суми", ("Суми",), id="a name that is a word, too"),
        pytest.param("суми", ("суми",), id="may be both"),
        pytest.param("Дрон", ("дрон",), id="a phone's capital"),
        pytest.param("US aid", ("Us", "aid"), id="an abbreviation"),
        pytest.param("½", words("½"), id="not told apart"),
    ],
)
def test_a_typed_capital_stays_where_it_matters(typed: str, asked: tuple[str, ...]) -> None:
    assert asked_words(typed) == asked
