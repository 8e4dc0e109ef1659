import contextlib
from collections.abc import Callable
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import QueryError
from bot.match.build import alternatives
from bot.match.evaluate import find_evidence
from bot.match.nodes import And, Node, Not, Or
from bot.match.parse import (
    MAX_ALTERNATIVES,
    MAX_DEPTH,
    MAX_TERMS,
    parse_query,
    split_regions,
)
from bot.match.printing import canonical
from bot.match.reasons import ONLY_NEGATIVE, REASONS
from bot.match.words import Asked, DocumentWords

REGIONS = {"Sumy": "UA-59", "UA-59": "UA-59", "Georgia (country)": "GE", "GE": "GE"}

TERM = st.sampled_from(
    ["drone", "=Drone", "атак*", '"air raid"', "=«air raid»", "F-16", "a", "b", "a's"]
)
NEAR = st.lists(TERM, min_size=2, max_size=4).flatmap(
    lambda terms: st.sampled_from([1, 8, 99]).map(lambda n: f" NEAR/{n} ".join(terms))
)
PLAIN = st.one_of(TERM, NEAR)
FIELD = st.sampled_from(
    ["lang:uk", "lang:uk,ru", "feed:bbc", 'feed:"-A b"', "region:Sumy", "region:GE"]
)


def compound(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return texts of parts that are joined, negated or in parentheses."""
    return st.one_of(
        st.tuples(inner, st.sampled_from([" ", " AND ", " OR ", "|"]), inner).map("".join),
        inner.map("({})".format),
        inner.map("-({})".format),
        inner.map("NOT {}".format),
        st.tuples(inner, inner).map(lambda two: f"{two[0]} -({two[1]})"),
    )


TITLE = st.recursive(PLAIN, compound, max_leaves=5).map("title:({})".format)
QUERY = st.recursive(
    st.one_of(PLAIN, PLAIN.map("title:{}".format), TITLE, FIELD), compound, max_leaves=12
)
# A text with how tightly it holds together, and what it must be true of: sets of words.
Meant = tuple[str, int, Callable[[frozenset[str]], bool]]
ANY, ALL, NOT, ONE = range(4)


def tight(part: Meant, least: int) -> str:
    return part[0] if part[1] >= least else f"({part[0]})"


def word(letter: str) -> Meant:
    return letter, ONE, lambda found: letter in found


def joined(inner: st.SearchStrategy[Meant]) -> st.SearchStrategy[Meant]:
    def both(a: Meant, b: Meant, operator: str) -> Meant:
        text = tight(a, ALL) + operator + tight(b, NOT)
        return text, ALL, lambda found: a[2](found) and b[2](found)

    def either(a: Meant, b: Meant, operator: str) -> Meant:
        text = tight(a, ANY) + operator + tight(b, ALL)
        return text, ANY, lambda found: a[2](found) or b[2](found)

    def negated(a: Meant, operator: str) -> Meant:
        return operator + tight(a, NOT), NOT, lambda found: not a[2](found)

    return st.one_of(
        st.builds(both, inner, inner, st.sampled_from([" ", " AND "])),
        st.builds(either, inner, inner, st.sampled_from(["|", " OR "])),
        st.builds(negated, inner, st.sampled_from(["-", "NOT ", "—"])),
    )


NONE: frozenset[str] = frozenset()
MEANT = st.recursive(st.sampled_from("abcd").map(word), joined, max_leaves=10)
PIECES = st.sampled_from(
    [
        *(" ", "-", "—", "=", "*", '"', "«", "»", "“", "(", ")", "|", "/", ",", ":"),
        *(" AND ", " OR ", "NOT ", "NEAR", "NEAR/8 ", "title:", "feed:", "lang:uk"),
        *("region:Sumy", "Title:(", "drone", "дрон", "F-16", "ё", "ß", "ﷺ", "İ", "'"),
        *("\u200b", "\u202e", "\x00", "\ud800", "😀", "\u0301", "12:30", " in Sumy"),
    ]
)
TEXT = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=30).map("".join))


def leaves(node: Node) -> int:
    match node:
        case And() | Or():
            return sum(map(leaves, node.parts))
        case Not():
            return leaves(node.part)
        case _:
            return 1


def check_form(node: Node) -> None:
    """Fail unless `node` is in the form that equal queries share."""
    match node:
        case And() | Or():
            assert len(set(node.parts)) == len(node.parts) > 1
            assert not any(isinstance(part, type(node)) for part in node.parts)
            for part in node.parts:
                check_form(part)
        case Not():
            assert not isinstance(node.part, Not)
            check_form(node.part)
        case _:
            pass


def refusal(text: str) -> QueryError | None:
    try:
        parse_query(text, REGIONS.get)
    except QueryError as error:
        return error
    return None


@given(QUERY)
def test_what_is_printed_parses_to_the_same(text: str) -> None:
    with contextlib.suppress(QueryError):
        node = parse_query(text, REGIONS.get)
        printed = canonical(node)

        assert parse_query(printed, REGIONS.get) == node, printed
        assert canonical(parse_query(printed, REGIONS.get)) == printed
        check_form(node)
        assert leaves(node) <= MAX_TERMS
        assert alternatives(node) <= MAX_ALTERNATIVES


@given(MEANT)
def test_operators_mean_what_they_say(meant: Meant) -> None:
    text, _, holds = meant
    texts = [frozenset(some) for n in range(1, 5) for some in combinations("abcd", n)]
    error = refusal(text)

    # Without any word, only an alternative that does nothing but exclude can be true.
    assert (error.reason if error else None) == (ONLY_NEGATIVE if holds(NONE) else None)
    if error is not None:
        return
    node = parse_query(text, REGIONS.get)
    for found in texts:
        asked = Asked(words=DocumentWords(" ".join(sorted(found))))
        assert (find_evidence(node, asked) is not None) is holds(found), text


@given(TEXT)
def test_any_text_is_read_or_refused_where_it_is_wrong(text: str) -> None:
    error = refusal(text)

    if error is not None:
        assert error.reason in REASONS
        assert 0 <= error.position <= len(text)
        assert "\n" not in str(error)
        return
    node = parse_query(text, REGIONS.get)
    assert parse_query(canonical(node), REGIONS.get) == node


@given(st.integers(min_value=1, max_value=250))
def test_parentheses_nest_to_the_limit(depth: int) -> None:
    error = refusal("(" * depth + "a" + ")" * depth)

    assert (error.position if error else None) == (MAX_DEPTH if depth > 16 else None)


@given(TEXT, st.lists(st.sampled_from(list(REGIONS)), min_size=1, max_size=3))
def test_regions_are_split_off_any_query(text: str, names: list[str]) -> None:
    whole = f"{text} in {', '.join(names)}"
    query, regions = split_regions(
        whole, lambda name: [REGIONS[name]] if name in REGIONS else []
    )

    assert query == text.strip() or query == whole.strip()
    assert set(regions) <= set(REGIONS.values())
