from dataclasses import replace
from datetime import timedelta

import pytest
from instants import NOW

from bot.domain.errors import Fault, FeedError
from bot.domain.model import (
    Answer,
    Document,
    Feed,
    FeedSpec,
    Move,
    NotModified,
    ParsedEntry,
    ParsedFeed,
    Rhythm,
    Trust,
    Unchanged,
    Validators,
)
from bot.pipeline.judged import Recorded
from bot.pipeline.prepare import Fetch, key_all
from bot.pipeline.settle import MAX_HOSTS, Reading, Settling
from bot.poll import rhythm, trust
from bot.store.polls import Polled

URL = "https://a.example/rss"
MINUTE = timedelta(minutes=1)
SPEC = FeedSpec(url=URL, interval=5 * MINUTE)
VALIDATORS = Validators(etag='"1"', host="a.example")
FEED = Feed(
    id=1,
    spec=SPEC,
    site="a.example",
    validators=VALIDATORS,
    wire_hash="w",
    body_hash="b",
    baseline_at=NOW - timedelta(days=3),
    hosts=frozenset({"a.example"}),
    rhythm=Rhythm(since=NOW - timedelta(days=3)),
    trust=Trust(full_at=NOW - timedelta(hours=1)),
)
SETTLING = Settling(min_interval=timedelta(seconds=30), jitter=float)
AFTER_304 = replace(FEED, trust=trust.after_not_modified(FEED.trust, NOW))
AFTER_200 = replace(FEED, trust=trust.after_full(FEED.trust, NOW))
AUDITED = replace(FEED, trust=trust.after_audit(FEED.trust, NOW, lied=False))


def failed(feed: Feed, kind: Fault, failures: int = 1) -> Feed:
    return replace(feed, fault=kind, failures=failures)


@pytest.mark.parametrize(
    ("claimed", "feed", "answer", "is_quiet"),
    [
        pytest.param(FEED, AFTER_304, NotModified(validators=VALIDATORS), True, id="304"),
        pytest.param(FEED, AFTER_200, Unchanged(validators=VALIDATORS), True, id="200"),
        pytest.param(
            FEED,
            AFTER_304,
            NotModified(validators=VALIDATORS, max_age=MINUTE),
            True,
            id="with a wish that goes into the next poll",
        ),
        pytest.param(
            FEED,
            AFTER_304,
            NotModified(validators=replace(VALIDATORS, etag='"2"')),
            False,
            id="another ETag",
        ),
        pytest.param(FEED, AFTER_304, NotModified(), False, id="no validators any more"),
        pytest.param(
            FEED,
            AFTER_304,
            NotModified(validators=VALIDATORS, profile=1),
            False,
            id="another profile was answered",
        ),
        pytest.param(
            FEED,
            AFTER_304,
            NotModified(validators=VALIDATORS, moved_to="https://b.example/rss"),
            False,
            id="it moves",
        ),
        pytest.param(
            replace(FEED, move=Move(url="https://b.example/rss", since=NOW)),
            replace(AFTER_304, move=Move(url="https://b.example/rss", since=NOW)),
            NotModified(validators=VALIDATORS),
            False,
            id="it moves no more",
        ),
        pytest.param(
            FEED,
            replace(AFTER_200, wire_hash="w2"),
            Unchanged(validators=VALIDATORS),
            False,
            id="packed in another way",
        ),
        pytest.param(
            failed(FEED, Fault.TIMEOUT),
            failed(AFTER_304, Fault.TIMEOUT),
            NotModified(validators=VALIDATORS),
            False,
            id="it had failed before",
        ),
        pytest.param(
            FEED, AUDITED, Unchanged(validators=VALIDATORS), False, id="proven honest"
        ),
        pytest.param(
            replace(FEED, trust=Trust(lies=True)),
            AUDITED,
            Unchanged(validators=VALIDATORS),
            False,
            id="forgiven",
        ),
    ],
)
def test_no_change_is_quiet_only_if_nothing_else_was_learned(
    claimed: Feed, feed: Feed, answer: Answer, *, is_quiet: bool
) -> None:
    polled = SETTLING.unchanged(claimed, feed, answer, NOW)

    assert polled.is_quiet is is_quiet
    assert (polled.feed.failures, polled.feed.fault, polled.error) == (0, None, None)
    assert polled.feed.trust == feed.trust
    assert polled.feed.validators == answer.validators


def read(
    before: Feed, *links: str, recorded: Recorded | None = None, is_audit: bool = False
) -> Polled:
    """Settle a document that has these links."""
    parsed = ParsedFeed(
        entries=tuple(
            ParsedEntry(guid=link, link=link, title=link, published_at=NOW - MINUTE)
            for link in links
        )
    )
    return SETTLING.document(
        Reading(
            before=before,
            after=replace(before, wire_hash="w2", body_hash="b2"),
            document=Document(url=URL, body=b"", validators=VALIDATORS),
            fetch=key_all(parsed, SPEC) if links else Fetch(keyed=(), keys=()),
            update_every=None,
            is_audit=is_audit,
            at=NOW,
        ),
        recorded or Recorded(),
    )


@pytest.mark.parametrize(
    ("recorded", "lied"),
    [
        pytest.param(Recorded(), False, id="only its date of making differs"),
        pytest.param(Recorded(had_gap=True), False, id="nothing of it was seen before"),
        pytest.param(Recorded(new_entries=1), True, id="a new entry"),
        pytest.param(Recorded(revised=1), True, id="an entry that was edited"),
    ],
)
def test_an_audit_that_found_nothing_new_makes_no_liar(
    recorded: Recorded, *, lied: bool
) -> None:
    audited = read(AFTER_304, recorded=recorded, is_audit=True).feed.trust
    asked = read(AFTER_304, recorded=recorded).feed.trust

    assert audited == trust.after_audit(AFTER_304.trust, NOW, lied=lied)
    assert audited.lies is lied
    assert asked == AFTER_304.trust


def test_what_a_quarantined_document_would_teach_is_not_learned() -> None:
    before = failed(FEED, Fault.FOREIGN, 3)

    polled = read(before, "https://b.example/1", recorded=Recorded(quarantine="foreign"))

    assert polled.feed == failed(FEED, Fault.FOREIGN, 4)
    assert polled.error == "foreign"


def test_a_document_teaches_hosts_but_not_any_number() -> None:
    links = [f"https://{number:03}.example/" for number in range(MAX_HOSTS + 10)]

    polled = read(FEED, *links)

    assert len(polled.feed.hosts) == MAX_HOSTS
    assert (polled.feed.wire_hash, polled.feed.body_hash) == ("w2", "b2")


@pytest.mark.parametrize(
    ("links", "baseline_at"),
    [((), NOW), (("https://a.example/1",), NOW - MINUTE)],
    ids=["without entries", "with one"],
)
def test_the_first_document_sets_the_baseline_and_starts_the_rhythm(
    links: tuple[str, ...], baseline_at: object
) -> None:
    new = Feed(id=1, spec=SPEC)

    first = read(new, *links, recorded=Recorded(new_entries=len(links)))

    assert first.feed.baseline_at == baseline_at
    assert first.feed.rhythm == rhythm.start(NOW)
    assert read(first.feed, "https://a.example/2").feed.baseline_at == baseline_at


def test_after_a_gap_the_next_poll_is_as_soon_as_allowed() -> None:
    polled = read(FEED, recorded=Recorded(had_gap=True))

    assert polled.had_gap
    assert polled.next_poll_at == NOW + SETTLING.min_interval


@pytest.mark.parametrize(
    ("before", "kind", "failures"),
    [
        pytest.param(FEED, Fault.TIMEOUT, 1, id="the first"),
        pytest.param(failed(FEED, Fault.TIMEOUT, 4), Fault.TIMEOUT, 5, id="the same"),
        pytest.param(failed(FEED, Fault.TIMEOUT, 4), Fault.SERVER, 5, id="alike"),
        pytest.param(failed(FEED, Fault.SERVER, 4), Fault.CONNECTION, 5, id="alike too"),
        pytest.param(failed(FEED, Fault.TIMEOUT, 4), Fault.MISSING, 1, id="another"),
        pytest.param(
            failed(FEED, Fault.MISSING, 4), Fault.GONE, 1, id="gone after missing"
        ),
        pytest.param(failed(FEED, Fault.GONE, 2), Fault.GONE, 3, id="gone again"),
        pytest.param(failed(FEED, Fault.FOREIGN, 9), Fault.DOCUMENT, 1, id="captcha"),
    ],
)
def test_failures_of_alike_kinds_are_counted_together(
    before: Feed, kind: Fault, failures: int
) -> None:
    error = FeedError(URL, "it failed", transient=True, kind=kind)

    polled = SETTLING.failure(before, error, NOW)

    assert polled.feed == replace(before, fault=kind, failures=failures)
    assert (polled.error, polled.is_quiet) == ("it failed", False)
    assert polled.next_poll_at > NOW


def test_a_failure_is_tried_again_when_the_server_wants_it() -> None:
    error = FeedError(
        URL, "busy", transient=True, kind=Fault.BUSY, retry_after=timedelta(hours=2)
    )

    polled = SETTLING.failure(FEED, error, NOW)

    assert polled.not_before == NOW + timedelta(hours=2)
    assert polled.next_poll_at == polled.not_before


def test_a_move_is_followed_from_success_to_success() -> None:
    answer = Answer(moved_to="https://b.example/rss")

    first = SETTLING.success(FEED, answer, NOW)
    second = SETTLING.success(first.feed, answer, NOW + timedelta(days=1))

    assert first.feed.move == Move(url="https://b.example/rss", since=NOW)
    assert second.feed.move == Move(url="https://b.example/rss", since=NOW, polls=2)


@pytest.mark.parametrize(
    ("max_age", "soonest"),
    [(None, timedelta(seconds=30)), (2 * MINUTE, 2 * MINUTE)],
    ids=["the least pause", "the server's wish"],
)
def test_a_burst_hurries_no_sooner_than_allowed(
    max_age: timedelta | None, soonest: timedelta
) -> None:
    polled = SETTLING.success(FEED, Answer(max_age=max_age), NOW)

    assert polled.soonest == NOW + soonest
    assert polled.not_before == (None if max_age is None else NOW + max_age)
