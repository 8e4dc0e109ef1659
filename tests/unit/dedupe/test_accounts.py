"""Where accounts differ: only what is certain, and never because somebody knows more."""

from datetime import UTC, datetime, timedelta

from bot.dedupe.accounts import Voice, compare
from bot.domain.accounts import Count, Statement
from bot.domain.reports import ClaimKind, TollKind

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def voice(
    entry_id: int,
    side: str | None,
    quote: str,
    kind: ClaimKind = ClaimKind.SAYS,
    *,
    hours: float = 0,
    **what: frozenset[str] | str | tuple[Count, ...] | None,
) -> Voice:
    statement = Statement(
        actor=side or "governor",
        side=side,
        kind=kind,
        quote=quote,
        **what,  # type: ignore[arg-type]  # as named
    )
    return Voice(
        statement=statement,
        entry_id=entry_id,
        at=NOON + timedelta(hours=hours),
        language="en",
    )


def killed(low: int, high: int | None = None) -> tuple[Count, ...]:
    return (Count(kind=TollKind.KILLED, low=low, high=high),)


CLAIM = voice(
    1,
    "RU",
    "Под контроль взята Басовка",
    events=frozenset({"capture"}),
    places=frozenset({"basivka"}),
)


def test_a_denial_stands_beside_what_it_denies_whatever_the_language() -> None:
    denial = voice(
        2,
        "UA",
        "Ukraine dismisses Russian claim over Basivka",
        ClaimKind.DENIES,
        hours=4,
        places=frozenset({"basivka"}),
        answers="RU",
    )

    assert compare([CLAIM, denial]).claims == (CLAIM, denial)


def test_a_denial_of_something_else_at_that_place_is_no_answer() -> None:
    denial = voice(
        2,
        "UA",
        "Ukraine denies shelling a school in Basivka",
        ClaimKind.DENIES,
        hours=4,
        events=frozenset({"shelling"}),
        places=frozenset({"basivka"}),
    )

    assert not compare([CLAIM, denial])


def test_a_denied_plan_is_no_answer_to_a_deed() -> None:
    claim = voice(
        1,
        "RU",
        "Russia says Ukraine struck Moscow",
        events=frozenset({"strike"}),
        places=frozenset({"moscow"}),
    )
    denial = voice(
        2,
        "UA",
        "Ukraine denies plans to strike Moscow",
        ClaimKind.DENIES,
        events=frozenset({"strike"}),
        places=frozenset({"moscow"}),
    )

    assert not compare([claim, denial])


def test_a_denial_two_days_later_is_no_answer() -> None:
    claim = voice(1, "RU", "Russia says it took full control of the border village")
    denial = voice(
        2,
        "UA",
        "Ukraine denies loss of full control of the border village",
        ClaimKind.DENIES,
        hours=48,
    )

    assert not compare([claim, denial])


def test_one_sentence_with_both_sides_is_an_answer() -> None:
    quote = "Ukraine says Russia struck a theatre, Moscow denies attack"
    claim, denial = voice(1, "UA", quote), voice(1, "RU", quote, ClaimKind.DENIES)

    assert compare([claim, denial]).claims == (claim, denial)


def test_one_side_alone_has_one_account() -> None:
    denial = voice(2, "RU", "Moscow denies it", ClaimKind.DENIES)

    assert not compare([CLAIM, denial])


def test_sides_that_count_differently_at_one_time_differ() -> None:
    less = voice(1, "UA", "four killed", counts=killed(4, 4))
    more = voice(2, "RU", "eleven killed", hours=1, counts=killed(11, 11))

    [[one, other]] = compare([less, more]).counts

    assert (one.voice, other.voice) == (less, more)


def test_a_greater_number_hours_later_is_a_newer_one() -> None:
    less = voice(1, "UA", "four killed", counts=killed(4, 4))
    more = voice(2, "RU", "eleven killed", hours=5, counts=killed(11, 11))

    assert not compare([less, more])


def test_a_number_that_another_one_allows_does_not_differ() -> None:
    less = voice(1, "UA", "at least four killed", counts=killed(4))
    more = voice(2, "RU", "eleven killed", counts=killed(11, 11))

    assert not compare([less, more])


def test_one_side_corrects_itself_without_differing() -> None:
    first = voice(1, "UA", "four killed", counts=killed(4, 4))
    later = voice(2, "UA", "seven killed", hours=1, counts=killed(7, 7))
    other = voice(3, "RU", "seven killed", hours=1, counts=killed(7, 7))

    assert not compare([first, later, other])


def test_a_statement_is_the_same_after_it_was_stored() -> None:
    statement = voice(1, "UA", "four", places=frozenset("b"), counts=killed(4)).statement

    assert Statement.unpack(statement.pack()) == statement
