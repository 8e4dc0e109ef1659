import pytest

from bot.normalize.text import clean_title, title_key


@pytest.mark.parametrize(
    ("title", "outlets", "expected"),
    [
        ("Shelling of Sumy - Reuters", ("Reuters",), "Shelling of Sumy"),
        ("Shelling of Sumy | BBC News", ("BBC News",), "Shelling of Sumy"),
        ("BBC News » Shelling  of Sumy", ("bbc news",), "Shelling of Sumy"),
        ("Обстріл Сум — Українська правда", ("Українська правда",), "Обстріл Сум"),
        ("Обстріл Сум « Цензор.НЕТ", ("Цензор.НЕТ",), "Обстріл Сум"),
        ("Обстріл Сум | Суми | Цензор.НЕТ", ("Цензор.НЕТ",), "Обстріл Сум | Суми"),
        ("A - B | Guardian", ("The Guardian", "B"), "A"),
        ("Shelling - pravda.com.ua", ("https://www.pravda.com.ua/rss/",), "Shelling"),
        ("Shelling - Pravda", ("www.pravda.com.ua",), "Shelling"),
        ("Shelling - nytimes.com", ("rss.nytimes.com",), "Shelling"),
        ("Shelling | Lenta.ru", ("lenta.ru",), "Shelling"),
        ("Shelling - Reuters", (), "Shelling - Reuters"),
        ("Shelling - Kyiv", ("Reuters",), "Shelling - Kyiv"),
        ("Reuters: shelling of Sumy", ("Reuters",), "Reuters: shelling of Sumy"),
        ("Shelling-Reuters", ("Reuters",), "Shelling-Reuters"),
        ("Reuters", ("Reuters",), "Reuters"),
        ("Reuters - Reuters", ("Reuters",), "Reuters"),
        ("… - Reuters", ("Reuters",), "… - Reuters"),
        ("Shelling - Reuters", ("", "The"), "Shelling - Reuters"),
    ],
)
def test_only_the_outlets_own_name_goes(
    title: str, outlets: tuple[str, ...], expected: str
) -> None:
    assert clean_title(title, outlets) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ёлка горит.", "елка  горит"),
        ("«Azov» is back", '"Azov" is back'),
        ("‘Azov’ is back!", "Azov is back"),
        ("Attack – what we know…", "attack - what we know"),
        ("Shelling of Sumy | BBC News", "Shelling of Sumy."),
    ],
)
def test_titles_that_say_the_same_have_one_key(one: str, other: str) -> None:
    assert title_key(one, ("BBC News",)) == title_key(other, ("BBC News",))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oil: +5%", "Oil: -5%"),
        ("Kherson taken?", "Kherson taken"),
        ("Київ", "Киiв"),
        ("Protesters' rights", "Protester's rights"),
    ],
)
def test_titles_that_say_different_things_have_two(one: str, other: str) -> None:
    assert title_key(one) != title_key(other)


def test_an_outlet_in_quotes_goes_too() -> None:
    assert title_key('Shelling of Sumy "-" «Reuters»', ("Reuters",)) == "shelling of sumy"


def test_an_outlet_may_be_called_www_and_one_word() -> None:
    assert clean_title("Shelling of Sumy | www.paper", ("www.paper",)) == "Shelling of Sumy"
