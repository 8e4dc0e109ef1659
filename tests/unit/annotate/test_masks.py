import re

import pytest

from bot.annotate import further_reading, masks
from bot.annotate.about import annotate
from bot.annotate.scan import try_at
from bot.annotate.signs import find_signs

PHRASES = [
    "the submarine Kursk",
    "крейсер «Москва»",
    "Подводная лодка «Курск»",
    "Kursk nuclear submarine",
    "Belgorod submariners",
    "the ship called Odessa",
    "K-141 Kursk",
    "battle of Kursk",
    "Курская битва",
    "битва под Полтавой",
    "chicken Kiev",
    "котлеты по-киевски и торт киевский",
    "Mariupol salad",
    "Minsk agreements",
    "Минские соглашения",
    "Мінські домовленості",
    "Парижское соглашение",
    "вул. Харківська",
    "ул. Киевская",
    "пл Сумська",
    "гра «Одеса»",
    "Киевский вокзал",
    "Московский район Чернігова",
    "Moscow Street",
    "роман «Москва»",
    "Kyiv Independent",
    "Эхо Москвы",
    "turkey prices",
    "roast turkey",
    "U-Boot „Kursk“",
    "Atom-U-Boot Kursk",
    "sous-marin nucléaire Koursk",
    "submarino nuclear ruso Kursk",
    "sottomarino Kursk",
    "okręt podwodny „Kursk”",
    "Kursk denizaltısı",
    "onderzeeër Koersk",
    "Frachter „Odessa“",
    "Belgorod-class",
    "Schlacht bei Kursk",
    "bataille de Koursk",
    "bitwa pod Kurskiem",
    "Minsker Abkommen",
    "accords de Minsk",
    "porozumienia mińskie",
    "Kiewer Straße",
    "rue de Moscou",
    "ulica Kijowska",
    "serie «Moscú»",
    "Boston Globe",
]


@pytest.mark.parametrize("phrase", PHRASES)
@pytest.mark.parametrize(
    "text", ["{}", "Mr O'Hara's \u00ab{}\u00bb: 5-{}, in {}.", "x\n{}\n{}"]
)
def test_no_phrase_is_missed_for_want_of_a_sign(phrase: str, text: str) -> None:
    text = text.replace("{}", phrase)
    everywhere = {m.span() for m in masks._PHRASE.finditer(text)}

    assert everywhere, "the phrase is one"
    assert everywhere <= set(masks.masked(text))


@pytest.mark.parametrize(
    "heading",
    [
        "Also read:",
        "unrelated stories -",
        "More on this:",
        "Don’t miss —",
        "Читайте по теме:",
        "Читайте також:",
        "Lea también:",
        "Czytaj także:",
        "The post Sumy appeared first on",
        "first published on",
    ],
)
def test_no_list_of_further_reading_is_missed_for_want_of_a_sign(heading: str) -> None:
    text = f"Title\nAll is quiet here. {heading} Kharkiv"
    match = further_reading.MORE.search(text)

    assert match is not None
    assert (match.start(), len(text)) in masks.masked(text)


def test_a_trial_at_each_character_finds_what_the_pattern_finds() -> None:
    pattern = re.compile(r"a+b|bb")
    text = "aab abb bbb cab"

    found = [m.span() for m in try_at(pattern, text, range(len(text)))]

    assert found == [m.span() for m in pattern.finditer(text)]


def test_spans_that_touch_or_overlap_cover_as_one() -> None:
    text = "Kharkiv | Kyiv Post\nhttps://sumy.example/Sumy,Kyiv and the submarine Kursk"
    mask = masks.Mask(text)

    spans = masks.masked(text)

    for at in range(len(text)):
        assert mask.covers(at, at + 1) == any(a <= at < b for a, b in spans)


def test_most_words_are_no_sign() -> None:
    text = "Три людини загинули внаслідок удару, повідомив голова області."

    assert not list(find_signs(text))


@pytest.mark.parametrize(
    ("chunk", "masked"),
    [
        ("(me@kyiv.ua)", ["(me@kyiv.ua"]),
        ("me@sumy.example,see:odesa.info", ["me@sumy.example,see:odesa.info"]),
        ("@kyiv", ["@kyiv"]),
        (".a@kyiv", ["@kyiv"]),
        ("https://kyiv.ua/me@x.ua", ["https://kyiv.ua/me@x.ua"]),
        ("Kyiv@", []),
        ("@" * 20_000, []),  # took minutes, while one pattern looked for an address
    ],
)
def test_addresses_are_masked(chunk: str, masked: list[str]) -> None:
    text = f"Kyiv {chunk} Kyiv"

    assert [text[a:b] for a, b in masks.masked(text)] == masked


@pytest.mark.parametrize(
    ("title", "summary", "region"),
    [
        ("Пожар на складе в Курске", "Площадь пожара 300 квадратных метров.", "RU-KRS"),
        ("Обломки упали в Брянске", "Улица перекрыта.", "RU-BRY"),
        ("Авария в Смоленске", "Проспект перекрыт до вечера.", "RU-SMO"),
    ],
)
def test_a_street_is_no_word_of_the_title_and_one_of_the_text(
    title: str, summary: str, region: str
) -> None:
    assert annotate(title, summary, "ru").regions == (region,)
