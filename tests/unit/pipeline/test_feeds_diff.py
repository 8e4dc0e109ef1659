from dataclasses import replace
from datetime import timedelta

from bot.domain.model import FeedSpec
from bot.pipeline.configure import FeedChange, FeedsDiff, diff_feeds

A = FeedSpec(url="https://ann:secret@a.example/", title="A")
B = FeedSpec(url="https://b.example/", title="B")


def off(spec: FeedSpec) -> FeedSpec:
    return replace(spec, enabled=False)


def test_the_same_feeds_in_another_order_change_nothing() -> None:
    diff = diff_feeds([A, B], [B, A])

    assert not diff
    assert str(diff) == "nothing changed"


def test_feeds_are_added_paused_and_resumed() -> None:
    c = FeedSpec(url="https://c.example/", title="C")

    assert diff_feeds([A], [A, B]) == FeedsDiff(added=(B,))
    assert diff_feeds([A, B, off(c)], [B]) == FeedsDiff(paused=(A,))
    assert diff_feeds([A], [off(A)]) == FeedsDiff(paused=(off(A),))
    assert diff_feeds([off(A)], [A]) == FeedsDiff(resumed=(A,))


def test_keys_that_differ_are_named() -> None:
    new = replace(A, title="Z", interval=timedelta(minutes=1), tags=("x",))

    diff = diff_feeds([A], [new])

    assert diff.changed == (FeedChange(spec=new, keys=("title", "tags", "interval")),)
    assert str(diff) == "1 changed (Z: title tags interval)"


def test_what_is_said_of_a_paused_feed_changes_nothing() -> None:
    assert not diff_feeds([off(A)], [replace(off(A), title="Z")])


def test_the_line_names_some_and_counts_the_rest() -> None:
    many = [FeedSpec(url=f"https://x{n}.example/", title=f"X{n}") for n in range(8)]

    told = str(diff_feeds([A, off(B)], [*many, B]))

    assert told == ("8 added (X0, X1, X2, X3, X4, and 3 more); 1 paused (A); 1 resumed (B)")


def test_no_address_is_told() -> None:
    assert "secret" not in str(diff_feeds([], [A]))
