import pytest

from bot.domain.folding import fold
from bot.match.stems import stems


def meet(
    asked: str, written: str, *, name: bool | None = False, language: str = ""
) -> bool:
    """Whether a query's word finds a text's word."""
    found = stems(written, name=name, language=language or None, asked=False)
    return bool(stems(asked, asked=True) & found)


@pytest.mark.parametrize(
    "forms",
    [
        "дрон дрони дронами дронів дронам дронах дроном дронові",
        "дрон дроны дронов дронами дронам",
        "рік року роки років році",
        "міліція міліції міліцією",
        "день дня дней днями",
        "тиждень тижня тижнів",
        "київ києва києві києвом",
        "белгород белгорода белгороде белгородом",
        "рука руці руки рукою",
        "атакувати атакував атакують атакуватиме атаковано",
        "атаковать атаковал атакует атакован атакованный",
        "прийти прийшов прийде",
        "прийти придет пришел",
        "боєць бійця бійців",
        "сумський сумського сумській",
    ],
)
def test_a_word_meets_each_of_its_inflections(forms: str) -> None:
    word, *others = forms.split()

    assert [other for other in others if not meet(word, other)] == []
    assert [other for other in others if not meet(other, word)] == []


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        pytest.param("uk", "рік", "рок", id="a vowel that comes is not one that stays"),
        pytest.param("uk", "київ", "кий", id="a name, not many of something"),
        pytest.param("uk", "мир", "міра", id="и and і are letters of their own"),
        pytest.param("uk", "метро", "метр", id="what does not bend"),
        pytest.param("ru", "капитан", "капитал", id="nouns, not participle and past"),
        pytest.param("en", "news", "new", id="no plural"),
        pytest.param("en", "plane", "planned", id="a doubled letter"),
        pytest.param("en", "bomb", "bomber", id="a derivation"),
        pytest.param("en", "police", "policy", id="two languages' endings"),
        pytest.param("es", "caso", "casa", id="genders of two words"),
        pytest.param("uk", "атака", "attack", id="two scripts"),
    ],
)
def test_different_words_do_not_meet(language: str, one: str, other: str) -> None:
    assert not meet(one, other, language=language)
    assert not meet(other, one, language=language)


@pytest.mark.parametrize(
    ("asked", "written", "name", "found"),
    [
        pytest.param("сума", "суми", True, False, id="a sum, not the city"),
        pytest.param("Суми", "сума", False, False, id="the city, not a sum"),
        pytest.param("Суми", "суми", False, False, id="the city, not sums"),
        pytest.param("Суми", "сумах", True, True, id="the city in another case"),
        pytest.param("суми", "сумах", True, True, id="small letters may mean the city"),
        pytest.param("суми", "суму", False, True, id="or sums"),
        pytest.param("Us", "us", False, False, id="the country, not a pronoun"),
        pytest.param("us", "us", True, True, id="small letters may mean the country"),
        pytest.param("песок", "песков", True, False, id="a person, not sand"),
        pytest.param("песок", "песков", False, True, id="sand"),
    ],
)
def test_capitals_tell_names_from_words(
    *, asked: str, written: str, name: bool, found: bool
) -> None:
    assert meet(asked, written, name=name) is found


@pytest.mark.parametrize(
    "spellings",
    [
        "Зеленський Зеленского Зеленському Zelenskyy Zelensky Zelenskiy Selenskyj Zełenski",
        "Сирський Сырский Syrskyi Syrsky Syrskyj Syrski",
        "Буданов Будановим Budanov Budanow Boudanov",
        "Шойгу Shoigu Schoigu Choïgou Szojgu",
        "Путін Путиным Putin Poutine",
        "Пригожин Prigozhin Prigoschin Prigojine Prigożyn",
        "Лукашенко Лукашенка Lukashenko Lukaschenko Loukachenko Łukaszenka",
        "Янукович Yanukovych Janukowytsch Ianoukovitch Janukowycz",
        "Кличко Klitschko Klychko Kliczko",
        "Київ Києва Киев Kyiv Kiev Kijów",
        "Харків Харькове Kharkiv Kharkov Charkiw Charków",
        "Суми Сумы Sumy Сумах",
        "Бахмут Bakhmut Bachmut",
        "Макрон Macron",
        "Нетаньяху Netanyahu",
    ],
)
def test_a_name_is_one_in_all_its_spellings(spellings: str) -> None:
    words = [fold(word) for word in spellings.split()]

    missed = [
        f"{asked} {written}"
        for asked in words
        for written in words
        if not meet(asked, written, name=True, language="en")
    ]
    assert missed == []


def test_different_given_names_stay_different() -> None:
    assert not meet("володимир", "владимир", name=True)


def test_a_word_of_many_languages_is_no_name_in_another() -> None:
    assert not meet("президент", "president", name=True, language="en")
    assert not meet("агент", "agent", name=None, language="en")


def test_a_latin_word_is_read_by_the_rules_of_its_text() -> None:
    assert meet("czołg", "czołgi", language="pl")
    assert meet("mann", "manner", name=True, language="de")
    assert not meet("war", "ware", language="en")
    assert meet("drone", "drones", language="uk")


def test_a_german_noun_has_a_capital() -> None:
    assert not meet("last", "laster", name=True, language="de")
    assert meet("neu", "neuer", language="de")


@pytest.mark.parametrize("word", ["", "16", "東京", "'", "x" * 41])
def test_what_no_rule_reads_has_no_key(word: str) -> None:
    assert stems(word) == frozenset()
