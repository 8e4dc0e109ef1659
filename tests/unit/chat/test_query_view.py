from datetime import UTC, datetime

import pytest

from bot.chat.query_view import reading, refusal
from bot.chat.view import Reader, reader_of
from bot.domain.errors import QueryError
from bot.domain.model import Chat
from bot.i18n import LANGUAGES
from bot.match import reasons
from bot.match.parse import parse_query
from bot.pipeline.queries import read_keyword
from bot.pipeline.regions import find_region_id

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
FORMS = " Words count in all their forms."


def reader(language: str = "en") -> Reader:
    return reader_of(Chat(id=1, telegram_id=7, language=language), NOW)


def read(query: str, language: str = "en") -> str:
    return reading(parse_query(query, find_region_id), reader(language))


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("dam", "dam." + FORMS),
        ("=Orel", "orel (exactly this form)."),
        ("evac*", "words that begin with “evac”."),
        ('"air raid"', "“air raid”." + FORMS),
        ('="air raid"', "“air raid” (exactly this form)."),
        (
            "drone NEAR/8 refinery -football",
            (
                f"drone near refinery, but not football.{FORMS} "
                "Near means at most 8 words apart."
            ),
        ),
        (
            "=a NEAR/1 bcd*",
            (
                "a (exactly this form) near words that begin with “bcd”. "
                "Near means at most 1 word apart."
            ),
        ),
        ("a NEAR/3 b NEAR/1 c", "a within 3 words of b and b within 1 word of c." + FORMS),
        ("a b c", "a, b and c." + FORMS),
        ("a | b c", "a or (b and c)." + FORMS),
        ("(a | b) c -(d e) -f", "(a or b) and c, but not (d and e) and not f." + FORMS),
        ("a (b | -c)", "a and (b or not c)." + FORMS),
        ("-(-a | -b)", "not (not a or not b)." + FORMS),
        ("x -(-a -b)", "x, but not (not a and not b)." + FORMS),
        ("title:flood", "in the title: flood." + FORMS),
        ("title:(a | b)", "in the title: a or b." + FORMS),
        ("title:a dam title:b", "dam, in the title: a and b." + FORMS),
        ("dam -title:b", "dam, but not in the title: b." + FORMS),
        ("a lang:uk,ru", "a, in Ukrainian or in Russian." + FORMS),
        ("feed:BBC region:Sumy", "from the feed “bbc”, about Sumy Oblast."),
        ("a | (b lang:uk)", "a or (b, in Ukrainian)." + FORMS),
    ],
)
def test_a_query_is_repeated_in_words(query: str, expected: str) -> None:
    assert read(query) == f"I look for: {expected}"


@pytest.mark.parametrize(
    ("language", "query", "expected"),
    [
        (
            "uk",
            "дрон NEAR/8 завод -футбол",
            (
                "Шукаю: «дрон» поруч із «завод», але не «футбол». "
                "Слова враховую в усіх формах. Поруч — не далі 8 слів."
            ),
        ),
        (
            "ru",
            "дрон NEAR/21 завод -футбол",
            (
                "Ищу: «дрон» рядом с «завод», но не «футбол». "
                "Слова учитываю во всех формах. Рядом — не дальше 21 слова."
            ),
        ),
        (
            "uk",
            "=Суми region:Sumy lang:uk",
            (
                "Шукаю: «суми» (саме в цій формі), про місце «Сумська область», "
                "мовою «українська»."
            ),
        ),
        (
            "ru",
            "title:эвак* -feed:BBC",
            "Ищу: в заголовке: слова на «эвак…», но не в ленте «bbc».",
        ),
    ],
)
def test_a_query_is_repeated_in_the_language_of_the_reader(
    language: str, query: str, expected: str
) -> None:
    assert read(query, language) == expected


@pytest.mark.parametrize("reason", reasons.REASONS)
def test_each_refused_query_has_its_sentence_in_three_languages(reason: str) -> None:
    error = QueryError(reason, 3, "{Sumy}")

    said = {each: refusal("abc def", error, reader(each)).text for each in LANGUAGES}

    assert len(set(said.values())) == len(LANGUAGES)
    assert said["en"].startswith(reason.format(token="{Sumy}"))
    for text in said.values():
        sentence, _, where = text.partition("\n")
        assert ("{Sumy}" in sentence) is ("{token}" in reason)
        assert where.endswith(" 4: abc👉 def")


WORDLESS = (
    "There are no letters or digits here to look for.",
    "Тут немає літер чи цифр, які можна шукати.",
    "Здесь нет букв или цифр, которые можно искать.",
)
ONLY_EXCLUDED = (
    "This only excludes; say what to look for, too.",
    "Тут лише виняток; додайте, що шукати.",
    "Здесь только исключение; добавьте, что искать.",
)
TOO_MANY = (
    "The query has more than 32 terms.",
    "У запиті більше ніж 32 слова.",
    "В запросе больше 32 слов.",
)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        pytest.param(
            "",
            ("The query is empty.", "Запит порожній.", "Запрос пуст."),
            id="empty",
        ),
        pytest.param("NOT drone -tank", ONLY_EXCLUDED, id="only what to leave out"),
        pytest.param("drone OR -tank", ONLY_EXCLUDED, id="nearly all that there is"),
        pytest.param(
            "x" * 513,
            (
                "The query is longer than 512 characters.",
                "Запит довший за 512 символів.",
                "Запрос длиннее 512 символов.",
            ),
            id="513 characters",
        ),
        pytest.param(" ".join(["a"] * 33), TOO_MANY, id="33 words"),
        pytest.param("|".join(f"w{n}" for n in range(41)), TOO_MANY, id="41 alternatives"),
        pytest.param(
            "(" * 17 + "a" + ")" * 17,
            (
                "Parentheses can be nested at most 16 deep.",
                "Дужки можна вкладати щонайбільше на 16 рівнів.",
                "Скобки можно вкладывать не глубже 16 уровней.",
            ),
            id="17 deep",
        ),
        pytest.param(
            "".join(f"(a{n}|b{n})" for n in range(7)),
            (
                (
                    "Written without parentheses, the query has more than 64 "
                    "alternatives; split it into several."
                ),
                (
                    "Якщо розкрити дужки, у запиті понад 64 варіанти; розділіть його на "
                    "кілька."
                ),
                (
                    "Если раскрыть скобки, в запросе больше 64 вариантов; разделите его "
                    "на несколько."
                ),
            ),
            id="128 alternatives in parentheses",
        ),
        pytest.param(
            "ab*",
            (
                "A prefix needs 3 letters or more before the asterisk.",
                "Перед зірочкою має бути щонайменше 3 літери.",
                "Перед звёздочкой должно быть не меньше 3 букв.",
            ),
            id="half of all words",
        ),
        pytest.param(
            "/dron.*/i",
            (
                "An asterisk can only end a single word.",
                "Зірочка може стояти лише в кінці одного слова.",
                "Звёздочка может стоять только в конце одного слова.",
            ),
            id="a regular expression",
        ),
        pytest.param("/(a+)+$/", WORDLESS, id="a regular expression without end"),
        pytest.param("'; DROP TABLE subscription; --", WORDLESS, id="a statement of SQL"),
        pytest.param(
            "drone NEAR refinery",
            (
                (
                    "Say how many words apart, from 1 to 99: NEAR/8 means at most 8 words "
                    "apart."
                ),
                "Вкажіть відстань у словах, від 1 до 99: NEAR/8 — не далі 8 слів.",
                "Укажите расстояние в словах, от 1 до 99: NEAR/8 — не дальше 8 слов.",
            ),
            id="near without a distance",
        ),
        pytest.param(
            "drone in Sumy 900 km",
            (
                "A distance can be from 1 to 200 km.",
                "Відстань може бути від 1 до 200 км.",
                "Расстояние может быть от 1 до 200 км.",
            ),
            id="a circle of 900 km",
        ),
    ],
)
def test_a_refusal_is_in_the_language_of_the_reader(
    query: str, said: tuple[str, str, str]
) -> None:
    with pytest.raises(QueryError) as caught:
        read_keyword(query)

    found = [refusal(query, caught.value, reader(each)).text for each in ("en", "uk", "ru")]
    assert tuple(text.partition("\n")[0] for text in found) == said


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("drone OR", "A word is missing after OR.\nPosition 7: drone 👉OR"),
        (
            "region:Narnia",
            (
                "No single region is called exactly “Narnia”; write its full name, or a "
                "code such as UA-59.\nPosition 8: region:👉Narnia"
            ),
        ),
    ],
)
def test_a_refusal_points_at_the_fault(query: str, expected: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(query, find_region_id)

    assert refusal(query, caught.value, reader()).text == expected
