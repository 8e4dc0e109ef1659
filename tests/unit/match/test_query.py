import pytest

from bot.domain.errors import QueryError
from bot.match import query as q
from bot.match.query import Query, Term, parse_query, split_regions
from bot.match.words import DocumentWords


def evidence(query: str, title: str, summary: str = "") -> tuple[str, ...] | None:
    return parse_query(query).evidence(DocumentWords(title, summary))


@pytest.mark.parametrize(
    ("query", "title", "expected"),
    [
        ("drone", "Drones over Kursk", ("Drones",)),
        ("дрони", "Атака «дронами» вночі", ("дронами",)),
        ("дроны", "Сбито 12 дронов", ("дронов",)),
        ("обстріл", "Після обстрілу Сум", ("обстрілу",)),
        ("drone kursk", "Drones over Kursk", ("Drones", "Kursk")),
        ("drone AND kursk", "Drones over Kursk", ("Drones", "Kursk")),
        ("drone drone", "Drones over Kursk", ("Drones",)),
        ("drone belgorod", "Drones over Kursk", None),
        ("=drone", "Drones over Kursk", None),
        ("=Wolka", "Fire in Wólka", ("Wólka",)),
        ("=Елка", "Ёлка горит", ("Ёлка",)),
        ("атак*", "Під час атаки", ("атаки",)),
        ("атак*", "Ворог контратакує", None),
        ("drone -kursk", "Drones over Kursk", None),
        ("drone -kursk", "Drones over Sumy", ("Drones",)),
        ("drone NOT kursk", "Drones over Kursk", None),
        ("drone AND NOT kursk", "Drones over Kursk", None),
        ("drone –kursk", "Drones over Kursk", None),
        ("drone NOT -kursk", "Drones over Kursk", ("Drones", "Kursk")),
        ('drone -"over kursk"', "Drones over Kursk", None),
        ('drone -"kursk over"', "Drones over Kursk", ("Drones",)),
        ('"drone attack"', "Drone attacks on Kursk", ("Drone attacks",)),
        ("«drone attack»", "An attack of a drone", None),
        ("“drone attack„", "Drone-attack on Kursk", ("Drone attack",)),
        ('="drone attack"', "Drone attacks on Kursk", None),
        ('"ship over kursk"', "Drones over Kursk", None),
        ("F-16", "Two F-16s seen", None),
        ("F-16", "Two F-16 seen", ("F 16",)),
        ("об'єкт", "Уражено об’єкти", ("об’єкти",)),
        ("not", "To be or not to be", ("not",)),
        ("a", "Vitamin A", ("A",)),
    ],
)
def test_a_query_finds_the_words_that_matched(
    query: str, title: str, expected: tuple[str, ...] | None
) -> None:
    assert evidence(query, title) == expected


def test_the_summary_counts_but_no_phrase_spans_title_and_summary() -> None:
    assert evidence("kursk", "Drones", "Seen over Kursk.") == ("Kursk",)
    assert evidence('"over kursk"', "Drones over", "Kursk is dark") is None


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("  Drone   ATTACK ", "drone attack"),
        ("drone AND attack", "drone attack"),
        ("-Kursk drone", "drone -kursk"),
        ("drone drone -a -a", "drone -a"),
        ("«Drone Attack»", '"drone attack"'),
        ('"drone"', "drone"),
        ("=Foo", "=foo"),
        ("=F-16 pre*", '="f 16" pre*'),
        ("drone, attack!", "drone attack"),
        ("or and not near", "or and not near"),
    ],
)
def test_the_canonical_form_parses_to_the_same_query(text: str, canonical: str) -> None:
    query = parse_query(text)

    assert query.canonical == canonical
    assert parse_query(canonical) == query


def test_terms_keep_their_order() -> None:
    assert parse_query("bcd* a -c") == Query(
        terms=(Term(words=("bcd",), prefix=True), Term(words=("a",))),
        excluded=(Term(words=("c",)),),
    )


@pytest.mark.parametrize(
    ("text", "reason", "position"),
    [
        ("", q.EMPTY, 0),
        ("   ", q.EMPTY, 0),
        ("-kursk", q.ONLY_NEGATIVE, 0),
        ("NOT kursk -sumy", q.ONLY_NEGATIVE, 0),
        ('drone "attack', q.UNBALANCED, 6),
        ("drone attack»", q.UNBALANCED, 12),
        ("x" * 513, q.TOO_LONG, 512),
        ("ﷺ " * 200, q.TOO_MANY, 64),
        ("ﷺ" * 300, q.TOO_LONG, 300),
        ("a " * 33, q.TOO_MANY, 64),
        ("AND drone", q.MISSING, 0),
        ("drone AND", q.MISSING, 6),
        ("drone AND AND attack", q.MISSING, 10),
        ("drone NOT", q.MISSING, 6),
        ("drone NOT AND attack", q.MISSING, 10),
        ("drone -", q.MISSING, 6),
        ("Kyiv - attack", q.MISSING, 5),
        ("drone =", q.MISSING, 6),
        ("drone &", q.NO_WORDS, 6),
        ('drone ""', q.NO_WORDS, 6),
        ("ab*", q.SHORT_PREFIX, 0),
        ("*", q.SHORT_PREFIX, 0),
        ("dr*ne", q.BAD_STAR, 2),
        ("=dron*", q.BAD_STAR, 5),
        ("f-16*", q.BAD_STAR, 4),
        ("drone OR uav", q.NOT_BUILT_OR, 6),
        ("drone | uav", q.NOT_BUILT_OR, 6),
        ("drone|uav", q.NOT_BUILT_OR, 5),
        ("(drone uav)", q.NOT_BUILT_GROUP, 0),
        ("drone NEAR/8 uav", q.NOT_BUILT_NEAR, 6),
        ("drone NEAR uav", q.NOT_BUILT_NEAR, 6),
        ("title:drone", q.NOT_BUILT_FIELD, 0),
        ("drone lang: uk", q.NOT_BUILT_FIELD, 6),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_position(
    text: str, reason: str, position: int
) -> None:
    with pytest.raises(QueryError) as caught:
        parse_query(text)

    assert (caught.value.reason, caught.value.position) == (reason, position)
    assert reason in q.REASONS


@pytest.mark.parametrize("text", ["a " * 32, "x" * 512, '"' + "a " * 255 + '"'])
def test_the_limits_themselves_are_allowed(text: str) -> None:
    assert parse_query(text).terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("drone in Belgorod", ("drone", ("RU-BEL",))),
        ("drone in Belgorod, Sumy,Belgorod", ("drone", ("RU-BEL", "UA-59"))),
        ("war in Ukraine in Belgorod", ("war in Ukraine", ("RU-BEL",))),
        ("drone in the night", ("drone in the night", ())),
        ("drone in Belgorod, nowhere", ("drone in Belgorod, nowhere", ())),
        ("drone in Belgorod,", ("drone in Belgorod,", ())),
        ("drone in ", ("drone in", ())),
        ('"drone in Belgorod"', ('"drone in Belgorod"', ())),
        ('"drone in Belgorod', ('"drone in Belgorod', ())),
        (" in Belgorod", ("in Belgorod", ())),
        (" drone ", ("drone", ())),
    ],
)
def test_regions_are_split_off_only_if_all_that_follows_is_regions(
    text: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    places = {"Belgorod": "RU-BEL", "Sumy": "UA-59", 'Belgorod"': "RU-BEL"}

    assert split_regions(text, places.get) == expected
