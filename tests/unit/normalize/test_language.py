import pytest

from bot.normalize.language import detect_language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("У місті знову є світло і тепло", "uk", id="uk letters"),
        pytest.param("Это был обычный день, рынок открыт", "ru", id="ru letters"),
        pytest.param("Мэр подъехал поздно", "ru", id="ru few letters"),
        pytest.param("Покровський напрямок: 48 атак", "uk", id="uk run of letters"),
        pytest.param("Вовчанськ атакований дронами", "uk", id="uk participle"),
        pytest.param("Одеса. Вибухи", "uk", id="uk news word"),
        pytest.param("Сумская область", "ru", id="ru run of letters"),
        pytest.param("Одесса. Взрывы", "ru", id="ru news word"),
        pytest.param("The bridge was closed after the storm", "en", id="en"),
        pytest.param("Die Brücke ist nach dem Sturm gesperrt", "de", id="de"),
        pytest.param("Most został zamknięty w nocy po burzy", "pl", id="pl"),
        pytest.param("Le pont est fermé depuis la tempête", "fr", id="fr"),
        pytest.param("El puente está cerrado por la tormenta", "es", id="es"),
        pytest.param("", "en", id="empty"),
        pytest.param("12:30", "en", id="digits"),
    ],
)
def test_the_text_says_its_language(text: str, expected: str) -> None:
    assert detect_language(text) == expected


@pytest.mark.parametrize(
    ("text", "prior", "expected"),
    [
        pytest.param("Харкова", "uk", "uk", id="undecided word"),
        pytest.param("Харкова", "ru-RU", "ru", id="tag with a region"),
        pytest.param("Харкова", None, "ru", id="nobody says"),
        pytest.param("Kharkiv", "de", "de", id="undecided Latin"),
        pytest.param("Це є місто її мрії", "ru", "uk", id="the text wins"),
        pytest.param("123", "uk", "uk", id="no letters"),
        pytest.param("En storm stängde bron", "sv", "sv", id="a language we do not know"),
        pytest.param("The road was closed", "not a tag!", "en", id="nonsense of a feed"),
    ],
)
def test_the_feed_decides_what_the_text_does_not(
    text: str, prior: str | None, expected: str
) -> None:
    assert detect_language(text, prior) == expected
