from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.feeds import Trust
from bot.poll.trust import (
    AUDIT_PAUSE,
    FORGIVEN_AFTER,
    MOST_ANSWERS,
    after_audit,
    after_full,
    after_not_modified,
    is_audit_due,
    may_ask_conditionally,
)

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
READ = Trust(full_at=NOW)


def answered(trust: Trust, times: int, now: datetime = NOW) -> Trust:
    for _ in range(times):
        trust = after_not_modified(trust, now)
    return trust


@dataclass
class Site:
    """A server that may deny changes, and what its poller believes of it."""

    denies_changes: bool = False
    trust: Trust = READ
    full_fetches: int = 0
    audits: int = 0

    def poll(self, now: datetime) -> None:
        """Poll once; the feed has something new each time if the server denies it."""
        if not may_ask_conditionally(self.trust, now):
            self.full_fetches += 1
            self.trust = after_full(self.trust, now)
            return
        self.trust = after_not_modified(self.trust, now)
        if is_audit_due(self.trust, now):
            self.full_fetches += 1
            self.audits += 1
            self.trust = after_audit(self.trust, now, lied=self.denies_changes)


@pytest.mark.parametrize(
    ("trust", "due"),
    [
        pytest.param(READ, False, id="just read"),
        pytest.param(answered(READ, 19), False, id="nineteen 304s"),
        pytest.param(answered(READ, 20), True, id="twenty"),
        pytest.param(
            answered(Trust(full_at=NOW - AUDIT_PAUSE), 1),
            True,
            id="six hours without a 200",
        ),
        pytest.param(
            answered(Trust(full_at=NOW - AUDIT_PAUSE + MINUTE), 1), False, id="nearly six"
        ),
        pytest.param(Trust(full_at=NOW - AUDIT_PAUSE), False, id="no 304 to check"),
        pytest.param(answered(Trust(), 1), False, id="the time counts from the first 304"),
        pytest.param(
            answered(Trust(full_at=NOW + timedelta(days=365)), 1),
            True,
            id="clock went back",
        ),
        pytest.param(answered(Trust(full_at=NOW, lies=True), 1), True, id="lied before"),
    ],
)
def test_t18_a_304_is_checked_now_and_then(trust: Trust, *, due: bool) -> None:
    assert is_audit_due(trust, NOW) is due


def test_a_200_begins_the_count_anew() -> None:
    later = NOW + MINUTE

    assert after_full(answered(READ, 7), later) == Trust(full_at=later)


def test_an_honest_server_is_checked_ever_less() -> None:
    trust = READ
    lengths = []
    for _ in range(6):
        trust = after_audit(answered(trust, trust.audit_after), NOW, lied=False)
        lengths.append(trust.audit_after)

    assert lengths == [40, 80, 160, 320, 320, 320]
    assert lengths[-1] == MOST_ANSWERS
    assert trust.answers == 0


def test_a_pace_set_beyond_the_most_is_kept() -> None:
    trust = after_audit(Trust(audit_after=1000, full_at=NOW), NOW, lied=False)

    assert trust.audit_after == 1000


def test_t18_a_server_that_lies_is_no_longer_asked() -> None:
    caught = after_audit(answered(READ, 20), NOW, lied=True)

    assert may_ask_conditionally(READ, NOW)
    assert caught.lies
    assert not may_ask_conditionally(caught, NOW + FORGIVEN_AFTER - MINUTE)


def test_full_fetches_do_not_put_off_the_new_chance() -> None:
    caught = after_audit(answered(READ, 20), NOW, lied=True)
    for day in range(1, 7):
        caught = after_full(caught, NOW + timedelta(days=day))

    assert may_ask_conditionally(caught, NOW + FORGIVEN_AFTER)


def test_one_304_after_a_week_is_checked_at_once_and_forgives() -> None:
    caught = after_audit(answered(READ, 20), NOW, lied=True)
    later = NOW + FORGIVEN_AFTER

    asked = after_not_modified(caught, later)
    assert is_audit_due(asked, later)
    assert after_audit(asked, later, lied=False) == Trust(full_at=later)
    again = after_audit(asked, later, lied=True)
    assert not may_ask_conditionally(again, later + FORGIVEN_AFTER - MINUTE)


def test_t19_a_stuck_etag_hides_entries_for_20_polls_once_and_one_poll_a_week() -> None:
    site = Site(denies_changes=True)
    hidden = 0
    for number in range(1, 28 * 24 * 12 + 1):  # four weeks, each 5 min
        before = site.full_fetches
        site.poll(NOW + number * 5 * MINUTE)
        hidden += site.full_fetches == before

    assert hidden == 19  # and the twentieth is checked
    assert site.audits == 4  # after 100 min, then once a week


def test_t18_an_honest_server_pays_for_four_documents_a_day() -> None:
    site = Site()
    for number in range(1, 28 * 24 * 12 + 1):
        site.poll(NOW + number * 5 * MINUTE)

    assert site.audits <= 4 * 28 + 3  # and three while it was not yet known
    assert not site.trust.lies


def test_a_repaired_server_is_trusted_again() -> None:
    site = Site(denies_changes=True, trust=answered(READ, 19))
    site.poll(NOW)
    site.denies_changes = False
    site.poll(NOW + FORGIVEN_AFTER)

    assert replace(site.trust, full_at=None) == Trust()
