from importlib.resources import files

import pytest

from bot.domain.errors import QueryError
from bot.match import reasons as r
from bot.match.nodes import (
    AboutRegion,
    And,
    FromFeed,
    InLanguage,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Title,
    Word,
)
from bot.match.parse import parse_query, split_regions
from bot.match.printing import canonical

REGIONS = {"Sumy": "UA-59", "Sumy Oblast": "UA-59", "UA-59": "UA-59"}
A, B, C, D = (Word(letter) for letter in "abcd")


def parse(text: str) -> Node:
    return parse_query(text, REGIONS.get)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Drone", Word("drone")),
        ("=Drone", Word("drone", exact=True)),
        ("=-Drone", Word("drone", exact=True)),
        ("drone,", Word("drone")),
        ("«Drone Attack»", Phrase(("drone", "attack"))),
        ("“drone attack„", Phrase(("drone", "attack"))),
        ("‹drone attack›", Phrase(("drone", "attack"))),
        ('"drone"', Word("drone")),
        ('="Drone Attack"', Phrase(("drone", "attack"), exact=True)),
        ("об’єкт", Word("об'єкт")),
        ("'drone attack'", And((Word("drone"), Word("attack")))),
        ("25-го", Phrase(("25", "го"))),
        ("С-300", Phrase(("с", "300"))),
        ("=Ка-52", Phrase(("ка", "52"), exact=True)),
        ("12:30", Phrase(("12", "30"))),
        ("foo:bar", Phrase(("foo", "bar"))),
        ("https://a.b/c?d=1", Phrase(("https", "a", "b", "c", "d", "1"))),
        ("Evac*", Prefix("evac")),
        ("a b", And((A, B))),
        ("a AND b", And((A, B))),
        ("a OR b", Or((A, B))),
        ("a | b", Or((A, B))),
        ("a|b", Or((A, B))),
        ("a and b or not c near", And((A, Word("and"), B, Word("or"), Word("not"), C,
                                       Word("near")))),
        ("NEARBY ORANGE ANDES NOTE", And(tuple(map(Word, ("nearby", "orange", "andes",
                                                          "note"))))),
        ("a OR(b)", Or((A, B))),
        ("a NOT b", And((A, Not(B)))),
        ("a -b", And((A, Not(B)))),
        ("a –b —c −d", And((A, Not(B), Not(C), Not(D)))),
        ("a AND NOT b", And((A, Not(B)))),
        ("a (-b)", And((A, Not(B)))),
        ('a -"b c"', And((A, Not(Phrase(("b", "c")))))),
        ("a -(b c)", And((A, Not(And((B, C)))))),
        ("a--b", Phrase(("a", "b"))),
        ("a OR b c", Or((A, And((B, C))))),
        ("(a OR b) c", And((Or((A, B)), C))),
        ("a -b OR c", Or((And((A, Not(B))), C))),
        ("a(b|c)d", And((A, Or((B, C)), D))),
        ("a NEAR/8 b", Near(A, B, 8)),
        ("a NEAR/08 b", Near(A, B, 8)),
        ("a NEAR/99 =b", Near(A, Word("b", exact=True), 99)),
        ('pre* NEAR/3 "a b"', Near(Prefix("pre"), Phrase(("a", "b")), 3)),
        ("a NEAR/5 b NEAR/3 c", And((Near(A, B, 5), Near(B, C, 3)))),
        ("a -b NEAR/3 c", And((A, Not(Near(B, C, 3))))),
        ("title:a b", And((Title(A), B))),
        ("Title:a", Title(A)),
        ("title: a", Title(A)),
        ('title:"a b"', Title(Phrase(("a", "b")))),
        ("title:a NEAR/3 b", Title(Near(A, B, 3))),
        ("title:(a OR b -c)", Or((Title(A), And((Title(B), Not(Title(C))))))),
        ("title:(a NEAR/3 b NEAR/2 c)", And((Title(Near(A, B, 3)), Title(Near(B, C, 2))))),
        ("-title:a b", And((B, Not(Title(A))))),
        ("feed:BBC", FromFeed("bbc")),
        ('FEED:"Українська Правда"', FromFeed("українська правда")),
        ("feed:https://a.b/rss", FromFeed("https://a.b/rss")),
        ("lang:UK", InLanguage("uk")),
        ("lang:uk,ru", Or((InLanguage("uk"), InLanguage("ru")))),
        ("lang:uk,uk a", And((InLanguage("uk"), A))),
        ("region:Sumy", AboutRegion("UA-59")),
        ('region:"Sumy Oblast"', AboutRegion("UA-59")),
        ("region:UA-59 -a", And((AboutRegion("UA-59"), Not(A)))),
    ],
)  # fmt: skip
def test_a_query_is_read_as(text: str, expected: Node) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Drone   ATTACK ", "drone attack"),
        ("a AND a OR a", "a"),
        ("((a)) ((b) c)", "a b c"),
        ("a OR (b OR c)", "a|b|c"),
        ("-b a", "a -b"),
        ("NOT NOT a", "a"),
        ("--a", "a"),
        ("a -(-b)", "a b"),
        ("a NOT NOT (b c)", "a b c"),
        ("a NOT -(b|c)", "a (b|c)"),
        ("a -b NEAR/5 c NEAR/3 d", "a -b NEAR/5 c NEAR/3 d"),
        ("a NEAR/5 b b NEAR/3 c", "a NEAR/5 b NEAR/3 c"),
        ("title:(a b)", "title:(a b)"),
        ("title:a title:b c", "title:(a b) c"),
        ("title:a NEAR/3 b", "title:a NEAR/3 b"),
        ("c -title:(a|b) -title:d", "c title:(-(a|b) -d)"),
        ("lang:uk OR lang:ru OR a", "lang:uk,ru|a"),
        ("lang:ru,uk -lang:en", "lang:ru,uk -lang:en"),
        ('feed:"BBC News"', 'feed:"bbc news"'),
        ('feed:"title:x"', 'feed:"title:x"'),
        ('feed:"-x"', 'feed:"-x"'),
        ("region:Sumy", "region:UA-59"),
        ("=F-16 pre*", '="f 16" pre*'),
        ("or and not near", "or and not near"),
    ],
)
def test_the_canonical_form_parses_to_an_equal_query(text: str, expected: str) -> None:
    node = parse(text)

    assert canonical(node) == expected
    assert parse(expected) == node


@pytest.mark.parametrize(
    ("text", "reason", "position", "token"),
    [
        ("", r.EMPTY, 0, ""),
        ("   ", r.EMPTY, 0, ""),
        ("-kursk", r.ONLY_NEGATIVE, 0, ""),
        ("NOT kursk -sumy", r.ONLY_NEGATIVE, 0, ""),
        ("drone OR -kursk", r.ONLY_NEGATIVE, 9, ""),
        ("drone OR -(kursk -sumy)", r.ONLY_NEGATIVE, 9, ""),
        ("-lang:uk", r.ONLY_NEGATIVE, 0, ""),
        ("title:(-a)", r.ONLY_NEGATIVE, 7, ""),
        ("-(a -b)", r.ONLY_NEGATIVE, 0, ""),
        ('drone "attack', r.QUOTE, 6, '"'),
        ("drone attack»", r.QUOTE, 12, "»"),
        ('feed:"BBC', r.QUOTE, 5, '"'),
        ("(a", r.UNCLOSED, 0, "("),
        ("a ((b) c", r.UNCLOSED, 2, "("),
        ("a (", r.UNCLOSED, 2, "("),
        ("a)", r.UNOPENED, 1, ")"),
        ("a (b)) c", r.UNOPENED, 5, ")"),
        ("a ()", r.NOTHING_INSIDE, 2, "("),
        ("title:()", r.NOTHING_INSIDE, 6, "("),
        ("x" * 513, r.TOO_LONG, 512, ""),
        ("ﷺ" * 300, r.TOO_LONG, 300, ""),
        ("a " * 33, r.TOO_MANY, 64, "a"),
        ("ﷺ " * 200, r.TOO_MANY, 64, "ﷺ"),
        ("lang:" + "uk," * 32 + "uk", r.TOO_MANY, 5, ("uk," * 32)[:40]),
        ("(" * 17 + "a" + ")" * 17, r.TOO_DEEP, 16, "("),
        ("(" * 500, r.TOO_DEEP, 16, "("),
        ("".join(f"(a{n}|b{n})" for n in range(7)), r.TOO_WIDE, 0, ""),
        ("x -(" + "|".join(f"(a{n} b{n})" for n in range(7)) + ")", r.TOO_WIDE, 0, ""),
        ("AND drone", r.MISSING_BEFORE, 0, "AND"),
        ("| drone", r.MISSING_BEFORE, 0, "|"),
        ("NEAR/3 drone", r.MISSING_BEFORE, 0, "NEAR/3"),
        ("(OR a)", r.MISSING_BEFORE, 1, "OR"),
        ("drone AND", r.MISSING_AFTER, 6, "AND"),
        ("drone OR", r.MISSING_AFTER, 6, "OR"),
        ("(drone OR )", r.MISSING_AFTER, 7, "OR"),
        ("drone NEAR/8", r.MISSING_AFTER, 6, "NEAR/8"),
        ("drone AND AND attack", r.MISSING_BEFORE, 10, "AND"),
        ("drone || attack", r.MISSING_BEFORE, 7, "|"),
        ("drone NOT", r.MISSING_AFTER, 6, "NOT"),
        ("drone NOT AND attack", r.MISSING_BEFORE, 10, "AND"),
        ("drone -", r.MISSING_AFTER, 6, "-"),
        ("Kyiv — attack", r.MISSING_AFTER, 5, "—"),
        ("drone =", r.MISSING_AFTER, 6, "="),
        ("drone &", r.NO_WORDS, 6, "&"),
        ('drone ""', r.NO_WORDS, 6, '""'),
        ("😀", r.NO_WORDS, 0, "😀"),
        ("\u200f", r.NO_WORDS, 0, "\u200f"),
        ('feed:"…"', r.NO_WORDS, 5, '"…"'),
        ("ab*", r.SHORT_PREFIX, 0, "ab*"),
        ("*", r.SHORT_PREFIX, 0, "*"),
        ("dr*ne", r.BAD_STAR, 2, "dr*ne"),
        ("=dron*", r.BAD_STAR, 5, "=dron*"),
        ("f-16*", r.BAD_STAR, 4, "f-16*"),
        ('"air rai*"', r.BAD_STAR, 8, '"air rai*"'),
        ("drone NEAR uav", r.NEAR_DISTANCE, 6, "NEAR"),
        ("drone NEAR/ uav", r.NEAR_DISTANCE, 6, "NEAR/"),
        ("drone NEAR/0 uav", r.NEAR_DISTANCE, 6, "NEAR/0"),
        ("drone NEAR/100 uav", r.NEAR_DISTANCE, 6, "NEAR/100"),
        ("drone NEAR/x uav", r.NEAR_DISTANCE, 6, "NEAR/x"),
        ("(a OR b) NEAR/8 c", r.NEAR_TERMS, 9, "NEAR/8"),
        ("a NEAR/8 (b)", r.NEAR_TERMS, 9, "("),
        ("a NEAR/8 -b", r.NEAR_TERMS, 9, "-"),
        ("a NEAR/8 title:b", r.NEAR_TERMS, 9, "title:"),
        ("lang:uk NEAR/8 b", r.NEAR_TERMS, 8, "NEAR/8"),
        ("title:", r.VALUE_MISSING, 0, "title:"),
        ("a lang:", r.VALUE_MISSING, 2, "lang:"),
        ("feed: OR a", r.VALUE_MISSING, 0, "feed:"),
        ("region:-a", r.VALUE_MISSING, 0, "region:"),
        ("lang:(uk)", r.VALUE_MISSING, 0, "lang:"),
        ("(title: )", r.VALUE_MISSING, 1, "title:"),
        ("title:(a lang:uk)", r.FIELD_IN_TITLE, 9, "lang:"),
        ("title:title:a", r.VALUE_MISSING, 0, "title:"),
        ("lang:ua", r.UNKNOWN_LANGUAGE, 5, "ua"),
        ("lang:uk, ru", r.UNKNOWN_LANGUAGE, 5, "uk,"),
        ("region:Nowhere", r.UNKNOWN_REGION, 7, "Nowhere"),
        ('region:"No\nwhere"', r.UNKNOWN_REGION, 7, "No where"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_position(
    text: str, reason: str, position: int, token: str
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)

    error = caught.value
    assert (error.reason, error.position, error.token) == (reason, position, token)
    assert reason in r.REASONS


def test_each_reason_is_a_sentence_on_one_line() -> None:
    with pytest.raises(QueryError) as caught:
        parse("drone OR")

    assert str(caught.value) == "position 7: A word is missing after OR."


@pytest.mark.parametrize(
    "text",
    [
        " ".join(f"a{n}" for n in range(32)),
        "a " * 32,
        "x" * 512,
        '"' + "a " * 255 + '"',
        "(" * 16 + "a" + ")" * 16,
        "(" * 15 + "title:(" + "a" + ")" * 16,
        "(a|b)(c|d)(e|f)(g|h)(i|j)(k|l)",
        "(a|b)" * 7,
    ],
)
def test_the_limits_themselves_are_allowed(text: str) -> None:
    assert parse(text)


@pytest.mark.parametrize(
    "text",
    [
        *("(" * 500, "a OR " * 5_000, "-" * 512, "NOT " * 128, "|" * 512, "\x00", "\ud800"),
        *("title:" * 85, "a NEAR/1 " * 56, '"' * 511, "\u202e(\u202c", "*" * 512),
        *("feed:\x00\ud800", "lang:\ud800", "region:\x00", "=" * 512, "😀 " * 256),
        *("/(a+)+$/", "'; DROP TABLE subscription; --"),
    ],
)
def test_a_hostile_text_is_refused_and_nothing_worse(text: str) -> None:
    with pytest.raises(QueryError):
        parse(text)


def test_the_grammar_is_in_the_package() -> None:
    assert files("bot.match").joinpath("query.lark").is_file()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("drone in Belgorod", ("drone", ("RU-BEL",))),
        ("drone in Belgorod, Sumy,Belgorod", ("drone", ("RU-BEL", "UA-59"))),
        ("war in Ukraine in Belgorod", ("war in Ukraine", ("RU-BEL",))),
        ("(a OR b) in Sumy", ("(a OR b)", ("UA-59",))),
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
    places = {"Belgorod": ["RU-BEL"], "Sumy": ["UA-59"], 'Belgorod"': ["RU-BEL"]}

    assert split_regions(text, lambda name: places.get(name, ())) == expected


def test_a_name_may_mean_several_regions() -> None:
    places = {"border": ["RU-BEL", "RU-KRS"], "Kursk": ["RU-KRS"], "Sumy": ["UA-59"]}

    split = split_regions("drone in Kursk, border, Sumy", lambda name: places[name])

    assert split == ("drone", ("RU-KRS", "RU-BEL", "UA-59"))


def test_what_a_name_is_refused_for_is_told_at_the_name() -> None:
    def resolve(name: str) -> list[str]:
        if name == "Sumy":
            return ["UA-59"]
        raise QueryError(r.TOO_FAR)

    with pytest.raises(QueryError) as refusal:
        split_regions("drone in Sumy, Kursk 900 km", resolve)

    assert (refusal.value.reason, refusal.value.position) == (r.TOO_FAR, 15)
