"""Terms are the same whichever thread asks, and whoever asks at the same time."""

import sys
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.dedupe import terms
from bot.dedupe.common import synonyms_slavic

ENDINGS = ("ational", "ousness", "fulness", "ization", "ements", "ingly", "ied", "s")
WORDS = [f"{head}{end}" for head in ("barelo", "deniv", "gorar", "melo") for end in ENDINGS]


def test_threads_that_stem_at_once_do_not_disturb_each_other() -> None:
    alone = [terms.make_term(word, is_slavic=False) for word in WORDS]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as pool:
            together = list(
                pool.map(
                    lambda _: [terms.make_term(w, is_slavic=False) for w in WORDS],
                    range(8),
                )
            )
    finally:
        sys.setswitchinterval(interval)

    assert all(found == alone for found in together)


def test_what_headlines_say_for_one_another_is_one_term_as_common_as_its_commonest() -> (
    None
):
    earthquake, quake = terms.find_terms("earthquake quake", "en")
    covid, disease = terms.find_terms("ковид коронавирус", "ru")

    assert earthquake == quake
    assert covid == disease
    fall, decline = terms.find_terms("fall decline", "en")
    assert fall == decline
    assert terms.find_terms("пожежа", "uk") == terms.find_terms("пожар", "ru")
    assert terms.weigh(fall, stories=0, total=10) < terms.weigh(7, stories=0, total=10)


@pytest.mark.parametrize(
    ("title", "without", "language"),
    [
        pytest.param("2026-03-02 18:15 depot burns", "depot burns", "en", id="numbers"),
        pytest.param("Depot burns, 02.03.2026", "depot burns", "en", id="dotted"),
        pytest.param(
            "Depot burns on March 2, 2026", "depot burns 2026", "en", id="English"
        ),
        pytest.param("Depot burns on 2 March", "depot burns", "en", id="day first"),
        pytest.param("Погода на 2 марта", "погода", "ru", id="Russian"),
        pytest.param("Погода на 25 травня", "погода", "uk", id="Ukrainian"),
        pytest.param("pogoda na 25 maya", "pogoda", "ru", id="transliterated"),
    ],
)
def test_a_date_is_no_term(title: str, without: str, language: str) -> None:
    assert terms.find_terms(title, language) == terms.find_terms(without, language)


@pytest.mark.parametrize(
    ("title", "language", "count"),
    [
        pytest.param("2 killed, 14 hurt", "en", 4, id="people"),
        pytest.param("Elections of 2026", "en", 2, id="a year"),
        pytest.param("35 june marches", "en", 3, id="no day"),
        pytest.param("Дата выборов 2026", "ru", 3, id="a year in Russian"),
        pytest.param("26 марафонцев", "ru", 2, id="begins like a month"),
    ],
)
def test_other_numbers_are_terms(title: str, language: str, count: int) -> None:
    assert len(terms.find_terms(title, language)) == count


def test_ukrainian_words_that_tell_nothing_are_no_terms() -> None:
    assert terms.find_terms("Чому вже понад рік усі проти?", "uk") == []


@pytest.mark.parametrize(
    "inflections",
    [
        pytest.param("школа школы школу школе школой", id="school"),
        pytest.param("мост моста мосту мостом", id="bridge"),
        pytest.param("суд суда суду судом", id="court"),
        pytest.param("новый нового новому новым новых", id="an adjective"),
        pytest.param("сум суми сумах", id="a town"),
    ],
)
def test_a_short_word_is_one_term_in_its_inflections(inflections: str) -> None:
    assert len(set(terms.find_terms(inflections, "ru"))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("лікар", "лікарня", id="doctor and hospital"),
        pytest.param("переговоры", "перегрев", id="talks and overheating"),
        pytest.param("голод", "холод", id="hunger and cold"),
    ],
)
def test_words_that_begin_alike_are_two_terms(one: str, other: str) -> None:
    assert terms.find_terms(one, "uk") != terms.find_terms(other, "uk")


def test_a_transliterated_word_is_the_same_with_g_and_with_h() -> None:
    assert terms.find_terms("arhentyna", "ru") == terms.find_terms("argentina", "ru")
    assert terms.find_terms("lihacem", "ru") == terms.find_terms("likhachem", "ru")
    assert terms.find_terms("hromada rehionu", "uk") == terms.find_terms(
        "gromada regionu", "uk"
    )


def test_ukrainian_and_russian_words_for_one_thing_are_one_term() -> None:
    for line in synonyms_slavic.SLAVIC.strip().splitlines():
        found = {terms.term_of(word, is_slavic=True) for word in line.split()}
        assert len(found) == 1, line
    for russian, ukrainian in (("больница", "лікарня"), ("bolnica", "likarnia")):
        assert terms.find_terms(russian, "ru") == terms.find_terms(ukrainian, "uk")


def test_no_word_stands_in_two_lines_of_one_meaning() -> None:
    lines = synonyms_slavic.SLAVIC.strip().splitlines()
    meant = [terms.term_of(line.split()[0], is_slavic=True) for line in lines]

    assert len(set(meant)) == len(lines)


def test_a_ukrainian_word_is_as_common_as_the_russian_one() -> None:
    hospital, unheard_of = terms.find_terms("лікарня горобчик", "uk")

    assert terms.is_common(hospital)
    assert not terms.is_common(unheard_of)
