"""Who is quoted with what: only where both are certain."""

from datetime import UTC, datetime

import pytest

from bot.annotate.about import annotate
from bot.annotate.reports import read_report
from bot.annotate.statements import find_statements
from bot.domain.accounts import Count, Statement
from bot.domain.reports import ClaimKind, TollKind

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def read(
    title: str, summary: str = "", language: str = "en", country: str | None = None
) -> tuple[Statement, ...]:
    return find_statements(
        title,
        summary,
        read_report(title, summary, language, published_at=NOON),
        annotate(title, summary, language, home=country),
        outlet_country=country,
    )


def test_a_title_is_quoted_whole() -> None:
    [said] = read("Drone attack on Belgorod injures three, governor says")

    assert (said.actor, said.side, said.kind) == ("governor", "RU", ClaimKind.SAYS)
    assert said.quote == "Drone attack on Belgorod injures three, governor says"
    assert said.counts == (Count(kind=TollKind.WOUNDED, low=3, high=3),)
    assert "RU-BEL" in said.places


def test_what_stands_after_a_speaker_and_a_colon_is_the_quotation() -> None:
    [said] = read("Генштаб: Басівка під нашим контролем", language="uk", country="UA")

    assert said.quote == "Басівка під нашим контролем"
    assert said.side == "UA"


def test_a_denial_names_whose_claim_it_denies() -> None:
    [said] = read("Ukraine dismisses Russian claim over Basivka")

    assert (said.side, said.kind, said.answers) == ("UA", ClaimKind.DENIES, "RU")


def test_a_ministry_without_a_country_is_of_the_outlets() -> None:
    title = "Defence ministry says its troops took the village of Basivka"

    assert [said.side for said in read(title, country="RU")] == ["RU"]
    assert [said.side for said in read(title)] == [None]


@pytest.mark.parametrize(
    ("title", "country", "side"),
    [
        ("Russian-installed mayor of Donetsk said three people were killed", "GB", "RU"),
        ("Kherson's Russian-appointed governor said two people were killed", "GB", "RU"),
        ("Окупаційна влада Маріуполя заявила про обстріл Маріуполя", "UA", "RU"),
        ("Mayor of Donetsk said two people were killed in Donetsk", "GB", None),
        ("Authorities in Crimea say the bridge is closed", "GB", None),
        ("Губернатор Севастополя сообщил об атаке дронов на Севастополь", "RU", None),
        ("Губернатор Херсонской области сообщил о гибели двух человек", "RU", None),
        ("Kherson governor says two people were killed in Kherson", "GB", "UA"),
        ("Donetsk regional governor said two people were killed in Kramatorsk", "GB", "UA"),
        ("Губернатор Сумской области сообщил о двух раненых в Сумах", "RU", "UA"),
    ],
)
def test_who_governs_where_both_sides_do_speaks_for_one_only_if_that_is_sure(
    title: str, country: str, side: str | None
) -> None:
    language = "en" if title.isascii() else "uk" if "ї" in title else "ru"

    assert [said.side for said in read(title, "", language, country)] == [side]


def test_another_countrys_ministry_is_not_of_the_outlets() -> None:
    title = "Минобороны Великобритании заявило о потерях под Купянском"

    assert [said.side for said in read(title, "", "ru", "RU")] == ["GB"]


def test_about_so_many_is_no_count_that_another_one_differs_from() -> None:
    [said] = read("Belgorod governor says about 10 people wounded in Belgorod")

    assert said.counts == ()


@pytest.mark.parametrize(
    ("title", "language"),
    [
        pytest.param("Did Ukraine deny the attack on Belgorod?", "en", id="a question"),
        pytest.param("Russian military blogger says troops left", "en", id="a blogger"),
        pytest.param(
            "Колишній голова Генштабу заявив про втрати під Покровськом", "uk", id="former"
        ),
        pytest.param("If Russia says it wants peace, prove it", "en", id="a condition"),
        pytest.param("Poland and Norway said they would help", "en", id="one of several"),
        pytest.param("Russian army: a leader was eliminated", "en", id="a topic"),
        pytest.param("Президент США: кто такие выборщики", "ru", id="a topic in Russian"),
        pytest.param("Глава ДНР подтвердил отвод войск", "ru", id="anybody's head"),
        pytest.param(
            "О назначении на пост главы британского МИД объявила Мэй",
            "ru",
            id="a post",
        ),
        pytest.param(
            "Прокуратура России признала фейком сообщения о вирусе", "ru", id="a fake"
        ),
    ],
)
def test_what_is_doubtful_is_nobodys_statement(title: str, language: str) -> None:
    assert read(title, language=language) == ()


@pytest.mark.parametrize(
    "summary",
    [
        pytest.param("Об этом заявил президент США Джо Байден.", id="refers to another"),
        pytest.param(
            f"The governor of Belgorod said {'that much happened and ' * 8}all.", id="long"
        ),
    ],
)
def test_what_cannot_be_quoted_has_no_quotation(summary: str) -> None:
    language = "ru" if summary[0] == "О" else "en"

    assert [said.quote for said in read("Drone over Belgorod", summary, language)] == [""]


def test_what_stands_far_down_is_background() -> None:
    summary = f"{'A bus burned. ' * 30} Ukraine says that it was a school."

    assert read("Drone over Belgorod", summary) == ()
