import pytest

from bot.annotate.about import annotate

FRONT = ("RU-BEL", "RU-KRS", "UA-14", "UA-59", "UA-63")

ENGLISH = (
    "Ukrainian units hold ground in Russia's Belgorod and Kursk regions, president says",
    "The president said on Monday evening that the units stay where they are for now. "
    "Their aim, he said, is to keep the other side away from Sumy and Kharkiv. "
    "The village of Basivka was claimed by Moscow over the weekend, and the claim was "
    "denied "
    "by Kyiv within hours. Most fighting goes on in the east, in the Donetsk region. "
    + "Analysts who follow the front say that little has changed on the map this month. "
    * 38
    + "A further meeting is planned for next week, and Kyiv has not said who will attend. "
    "Officials in Moscow gave no date either.",
)
UKRAINIAN = (
    "Українські підрозділи діють у Білгородській та Курській областях, заявив президент",
    "За його словами, мета — захистити Суми й Харків від нових атак. "
    "Про взяття Басівки заявила Москва, а Київ це спростував за кілька годин. "
    "Найважче зараз на Донеччині, де тривають бої. "
    + "Оглядачі кажуть, що за місяць лінія фронту майже не змінилася. " * 52
    + "Наступну зустріч планують за тиждень. Київ не назвав її учасників.",
)
RUSSIAN = (
    (
        "Украинские подразделения действуют в Белгородской и Курской областях, сказал "
        "президент"
    ),
    "По его словам, цель — защитить Сумы и Харьков от новых атак. "
    "О взятии Басовки объявила Москва, а Киев опроверг это через несколько часов. "
    "Тяжелее всего сейчас в Донецкой области, где идут бои. "
    + "Обозреватели говорят, что за месяц линия фронта почти не изменилась. " * 48
    + "Следующую встречу готовят через неделю. Киев не назвал её участников.",
)


@pytest.mark.parametrize(
    ("language", "entry"),
    [
        pytest.param("en", ENGLISH, id="en"),
        pytest.param("uk", UKRAINIAN, id="uk"),
        pytest.param("ru", RUSSIAN, id="ru"),
    ],
)
def test_a_long_entry_is_about_the_regions_at_the_front(
    language: str, entry: tuple[str, str]
) -> None:
    title, summary = entry

    annotation = annotate(title, summary, language)

    assert 3_400 < len(summary) < 4_500
    assert annotation.regions == FRONT
    assert {code for code in annotation.about if "-" in code and code[:2].isupper()} == set(
        FRONT
    )
    assert annotation.countries == ("RU", "UA")


def test_a_late_single_mention_is_not_what_it_is_about() -> None:
    filler = "Nothing else happened that day. " * 60

    annotation = annotate("Quiet day", f"{filler}A shop opened in Poltava.", "en")

    assert annotation.regions == ("UA-53",)
    assert annotation.about == frozenset()


def test_two_late_mentions_are() -> None:
    filler = "Nothing else happened that day. " * 60

    annotation = annotate(
        "Quiet day", f"{filler}A shop in Poltava. Poltava rejoiced.", "en"
    )

    assert {"UA-53", "UA"} <= annotation.about


def test_a_settlement_brings_its_region_and_country() -> None:
    annotation = annotate("Shebekino repairs its roof", "", "en")

    assert annotation.about == {"g495112", "RU-BEL", "RU"}


def test_a_weak_mention_tells_nothing() -> None:
    annotation = annotate("Russian art on show", "", "en")

    assert annotation.mentions
    assert (annotation.regions, annotation.countries, annotation.about) == (
        (),
        (),
        frozenset(),
    )
