from datetime import UTC, datetime, timedelta

import pytest
from histories import History, histories
from identity_reader import Reader

from bot.dedupe.identity import (
    FIRST_POLL,
    TOO_OLD,
    WRONG_FEED,
    Judgement,
    Known,
    New,
    Silent,
    Verdict,
    judge,
)
from bot.dedupe.keys import Candidate, EntryKeys, Remembered, keys_of, pack_draft

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
ENTRY = Candidate(
    guid="https://news.example/?p=1",
    url_key="//news.example/1.html",
    host="news.example",
    title_key="shelling near the border",
    published_at=NOW,
)
OTHER = Candidate(
    guid="https://news.example/?p=2",
    url_key="//news.example/2.html",
    host="news.example",
    title_key="power is back in the town",
    published_at=NOW,
)


@pytest.mark.parametrize("history", histories(), ids=lambda history: history.name)
def test_an_entry_alerts_exactly_once_whatever_its_feed_does(history: History) -> None:
    reader = Reader()

    for poll in history.polls:
        reader.read(poll)

    assert {name: n for name, n in reader.alerts.items() if n} == dict.fromkeys(
        history.must_alert, 1
    )


def decide(
    *entries: Candidate,
    seen: dict[str, int | None] | None = None,
    baseline_at: datetime | None = NOW,
    hosts: frozenset[str] = frozenset({"news.example"}),
) -> tuple[Verdict, ...]:
    return judged(*entries, seen=seen, baseline_at=baseline_at, hosts=hosts).verdicts


def judged(
    *entries: Candidate,
    seen: dict[str, int | None] | None = None,
    baseline_at: datetime | None = NOW,
    hosts: frozenset[str] = frozenset({"news.example"}),
) -> Judgement:
    return judge(keys_of(entries), seen=seen or {}, baseline_at=baseline_at, hosts=hosts)


def stored(*entries: Candidate) -> dict[str, int | None]:
    """What is seen after `entries` came in one fetch: entry 1, 2 …"""
    return {
        key: number
        for number, entry in enumerate(keys_of(entries), start=1)
        for key in entry.trusted
    }


def changed(entry: Candidate, **values: object) -> Candidate:
    fields = {name: getattr(entry, name) for name in Candidate.__slots__}
    return Candidate(**(fields | values))


def test_keys_are_34_characters_that_name_their_kind() -> None:
    keys = keys_of([ENTRY, OTHER])[0].trusted

    assert [key[:2] for key in keys] == ["g:", "u:", "t:"]
    assert {len(key) for key in keys} == {34}


@pytest.mark.parametrize(
    ("change", "reason", "missing"),
    [
        pytest.param(
            {"url_key": "//news.example/new", "title_key": "another headline of the day"},
            "seen before: same guid",
            "ut",
            id="guid",
        ),
        pytest.param(
            {"guid": "tag:1", "title_key": "another headline of the day"},
            "seen before: same link",
            "gt",
            id="link",
        ),
        pytest.param(
            {"guid": "tag:1", "url_key": "//news.example/new"},
            "seen before: same title and date",
            "gu",
            id="title and date",
        ),
    ],
)
def test_one_trusted_key_makes_an_entry_known_and_the_others_are_added(
    change: dict[str, object], reason: str, missing: str
) -> None:
    verdict, _ = decide(changed(ENTRY, **change), OTHER, seen=stored(ENTRY, OTHER))

    assert isinstance(verdict, Known)
    assert (verdict.reason, verdict.entry_id) == (reason, 1)
    assert "".join(key[0] for key in verdict.keys) == missing


def test_a_deleted_entry_is_still_known() -> None:
    seen = dict.fromkeys(stored(ENTRY, OTHER))

    assert decide(ENTRY, OTHER, seen=seen)[0] == Known(
        reason="seen before: same guid", entry_id=None
    )


def test_a_title_alone_is_no_evidence() -> None:
    again = changed(
        ENTRY,
        guid="tag:9",
        url_key="//news.example/9",
        published_at=NOW + timedelta(hours=24),
    )

    assert isinstance(decide(again, OTHER, seen=stored(ENTRY, OTHER))[0], New)


def test_the_first_poll_is_silent() -> None:
    verdicts = decide(ENTRY, OTHER, baseline_at=None, hosts=frozenset())

    assert [verdict.reason for verdict in verdicts] == [FIRST_POLL] * 2
    assert all(isinstance(verdict, Silent) and verdict.keys for verdict in verdicts)


@pytest.mark.parametrize(
    ("age", "kind"),
    [(timedelta(hours=48), New), (timedelta(hours=48, seconds=1), Silent)],
)
def test_late_entries_alert_unless_older_than_the_baseline_by_two_days(
    age: timedelta, kind: type
) -> None:
    verdict = decide(changed(ENTRY, published_at=NOW - age))[0]

    assert isinstance(verdict, kind)
    assert isinstance(verdict, New) or verdict.reason == TOO_OLD


def test_an_entry_without_a_date_is_new() -> None:
    assert isinstance(decide(changed(ENTRY, published_at=None))[0], New)


def test_an_entry_listed_twice_is_one() -> None:
    first, second, _ = decide(ENTRY, ENTRY, OTHER)

    assert isinstance(first, New)
    assert second == Known(reason="repeated in this fetch", first=0)


def test_a_known_entry_listed_twice_is_the_same_stored_one() -> None:
    _, second, _ = decide(ENTRY, ENTRY, OTHER, seen=stored(ENTRY, OTHER))

    assert second == Known(reason="seen before: same guid", entry_id=1, first=0)


def test_two_entries_of_one_title_and_day_are_two_if_their_links_differ() -> None:
    twin = changed(ENTRY, guid="tag:2", url_key="//news.example/twin")

    assert all(isinstance(verdict, New) for verdict in decide(ENTRY, twin))


def test_entries_of_one_page_are_two_if_their_guids_differ() -> None:
    block = changed(ENTRY, guid="tag:2", title_key="second block", published_at=None)

    first, second = decide(ENTRY, block)

    assert isinstance(first, New)
    assert isinstance(second, New)
    assert not any(key.startswith("u:") for key in first.keys + second.keys)


def test_without_guid_link_and_date_title_and_summary_tell_entries_apart() -> None:
    one = Candidate(title_key="air raid alert", summary="Sumy")
    two = Candidate(title_key="air raid alert", summary="Kharkiv")
    seen = stored(one)

    assert [type(verdict) for verdict in decide(two, one, seen=seen)] == [New, Known]


def test_where_one_guid_serves_all_the_text_tells_entries_apart() -> None:
    alert = Candidate(guid="same", title_key="air raid alert", summary="Sumy")
    power = Candidate(guid="same", title_key="power is back", summary="Sumy")
    linked = changed(power, url_key="//news.example/", homepage=True, host="news.example")

    verdicts = decide(alert, power, linked)

    assert [type(verdict) for verdict in verdicts] == [New, New, Known]
    assert verdicts[2] == Known(reason="repeated in this fetch", first=1)


def test_no_key_of_a_fetch_is_stored_twice() -> None:
    full = Candidate(
        guid="same", url_key="//e.example/1", title_key="alert", published_at=NOW
    )
    entries = (full, changed(full, url_key=None), changed(full, guid=None, url_key=None))

    verdicts = decide(*entries)

    keys = [key for verdict in verdicts for key in verdict.keys]
    assert len(keys) == len(set(keys))
    assert verdicts[1] == Known(reason="repeated in this fetch", first=0)


@pytest.mark.parametrize(
    "twin",
    [
        pytest.param(changed(ENTRY, guid="tag:2"), id="another guid"),
        pytest.param(changed(ENTRY, url_key="//news.example/twin"), id="another link"),
        pytest.param(changed(ENTRY, guid=None), id="no guid"),
    ],
)
def test_an_entry_listed_twice_under_two_names_is_one_and_stays_so(twin: Candidate) -> None:
    first, second, _ = decide(ENTRY, twin, OTHER)
    seen: dict[str, int | None] = dict.fromkeys(first.keys, 1)

    assert isinstance(first, New)
    assert second == Known(reason="repeated in this fetch", first=0)
    assert isinstance(decide(twin, OTHER, seen=seen)[0], Known)
    assert isinstance(decide(ENTRY, OTHER, seen=seen)[0], Known)


def test_very_many_that_names_connect_are_one_by_their_text_alone() -> None:
    chain = [
        changed(ENTRY, guid=f"tag:{(n + 1) // 2}", url_key=f"//news.example/{n // 2}")
        for n in range(2000)
    ]

    assert {each.trusted for each in keys_of(chain)} == {keys_of([ENTRY])[0].draft[-1:]}
    assert [type(each) for each in decide(*chain)][:2] == [New, Known]


def test_two_towns_under_one_headline_and_link_are_two() -> None:
    sumy = changed(ENTRY, title_key="air raid alert", summary="Sumy")
    lgov = changed(sumy, guid="tag:2", summary="Lgov")

    assert [type(each) for each in decide(sumy, lgov, OTHER)] == [New, New, New]


def test_a_name_that_others_have_joins_nothing() -> None:
    twin = changed(ENTRY, guid="tag:2")
    third = changed(OTHER, url_key=ENTRY.url_key)

    assert [type(each) for each in decide(ENTRY, twin, third)] == [New, New, New]
    remembered = Remembered([pack_draft(keys_of([third])[0].draft)])
    keys = keys_of([ENTRY, twin], remembered)
    assert [each.first for each in keys] == [None, None]


def test_a_guid_that_loses_its_trust_later_repeats_nothing() -> None:
    alert = Candidate(guid="same", title_key="air raid alert", summary="Sumy")
    power = Candidate(guid="same", title_key="power is back", summary="Sumy")

    verdicts = decide(power, alert, seen=stored(alert))

    assert [type(verdict) for verdict in verdicts] == [New, Known]


def dated_at_once(at: datetime, *, more: str = "") -> list[Candidate]:
    """Return entries that only their text tells apart, with the date of their fetch."""
    towns = ["sumy", "lgov", "rylsk", "sudzha", "konotop", *more.split()]
    return [
        Candidate(title_key=f"fire in {town}", published_at=at + timedelta(seconds=n // 4))
        for n, town in enumerate(towns)
    ]


def test_entries_dated_anew_at_each_fetch_come_once() -> None:
    at = NOW + timedelta(minutes=7)
    seen = stored(*dated_at_once(at))

    again = decide(*dated_at_once(at + timedelta(hours=1), more="glukhiv"), seen=seen)

    assert [type(verdict) for verdict in again] == [*[Known] * 5, New]


def test_entries_that_get_dates_of_their_own_are_still_known() -> None:
    at = NOW + timedelta(minutes=7)
    together = dated_at_once(at)
    apart = [
        changed(entry, published_at=at - timedelta(hours=n))
        for n, entry in enumerate(together)
    ]

    assert all(isinstance(each, Known) for each in decide(*apart, seen=stored(*together)))
    assert isinstance(decide(*together, seen=stored(*apart))[0], Known)


@pytest.mark.parametrize(
    "entries",
    [
        pytest.param(dated_at_once(NOW), id="days without a time"),
        pytest.param(dated_at_once(NOW + timedelta(minutes=7))[:4], id="few entries"),
        pytest.param([*dated_at_once(NOW + timedelta(minutes=7)), ENTRY], id="not all"),
    ],
)
def test_a_date_that_entries_share_still_tells_them(entries: list[Candidate]) -> None:
    next_day = [
        changed(e, published_at=NOW + timedelta(days=1, minutes=9)) for e in entries
    ]
    next_day[0] = changed(next_day[0], published_at=NOW + timedelta(days=1, minutes=8))

    assert isinstance(decide(*next_day, seen=stored(*entries))[0], New)


def test_the_text_alone_does_not_make_an_entry_known_that_has_a_guid() -> None:
    daily = Candidate(guid="tag:1", title_key="operational information")

    assert isinstance(
        decide(changed(daily, guid="tag:2"), OTHER, seen=stored(daily, OTHER))[0], New
    )


def test_an_entry_without_a_title_is_told_by_its_summary_and_date() -> None:
    entry = Candidate(summary="Shelling.", published_at=NOW)

    assert keys_of([entry, OTHER])[0].trusted[0].startswith("t:")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"url_key": "//news.example/b"}, id="one guid for all"),
        pytest.param({"guid": "tag:b"}, id="one page for all"),
    ],
)
def test_alone_in_a_fetch_guid_and_link_must_agree(change: dict[str, object]) -> None:
    after = changed(
        ENTRY, title_key="another alert", published_at=NOW + timedelta(hours=1), **change
    )

    assert isinstance(decide(after, seen=stored(ENTRY))[0], New)


def test_alone_in_a_fetch_an_edited_headline_is_no_news() -> None:
    edited = changed(ENTRY, title_key="shelling near the border (updated)")

    assert isinstance(decide(edited, seen=stored(ENTRY))[0], Known)
    assert isinstance(decide(changed(ENTRY, guid="tag:1"), seen=stored(ENTRY))[0], Known)


def test_another_sites_feed_is_left_alone() -> None:
    foreign = changed(ENTRY, host="other.example")

    judgement = judged(foreign)

    assert judgement == Judgement(quarantine=WRONG_FEED)


@pytest.mark.parametrize(
    ("theirs", "hosts"),
    [
        pytest.param("", {"news.example"}, id="no links"),
        pytest.param("other.example", set(), id="no history"),
        pytest.param("sport.news.example", {"news.example"}, id="subdomain"),
        pytest.param("news.example", {"sport.news.example"}, id="parent domain"),
        pytest.param("a.paper.com.ua", {"b.paper.com.ua"}, id="one publisher"),
        pytest.param(
            "other.example", {f"{n}.example" for n in range(9)}, id="links to all"
        ),
    ],
)
def test_what_may_be_the_same_feed_is_read(theirs: str, hosts: set[str]) -> None:
    assert judged(changed(ENTRY, host=theirs), hosts=frozenset(hosts)).quarantine is None


def test_unrelated_publishers_under_one_shared_domain_are_strangers() -> None:
    entry = changed(ENTRY, host="one.com.ua")

    assert judged(entry, hosts=frozenset({"two.com.ua"})).quarantine == WRONG_FEED


def test_a_site_that_moved_is_read_on() -> None:
    moved = changed(ENTRY, host="new.example", url_key="//new.example/1.html")

    judgement = judged(moved, OTHER, seen=stored(ENTRY, OTHER))

    assert judgement.quarantine is None
    assert isinstance(judgement.verdicts[0], Known)


def test_no_entries_no_verdicts() -> None:
    assert keys_of([]) == ()
    assert judged() == Judgement()


def test_an_instant_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="published_at must be aware"):
        Candidate(published_at=datetime(2026, 3, 2))  # noqa: DTZ001  # the point of the test


def test_keys_are_values() -> None:
    assert EntryKeys(trusted=("g:1",)) == EntryKeys(trusted=("g:1",))


@pytest.mark.parametrize(
    ("holders", "expected"),
    [
        pytest.param({"g": 1, "u": 2}, 2, id="a guid that an older entry had"),
        pytest.param({"g": 1, "u": 2, "t": 2}, 2, id="and its date"),
        pytest.param({"g": 1, "u": 1, "t": 2}, 1, id="a title and date of another"),
        pytest.param({"g": None, "u": 1}, 1, id="a guid whose entry was deleted"),
        pytest.param({"g": None, "u": None}, None, id="nothing but deleted ones"),
    ],
)
def test_an_entry_is_the_one_that_most_of_its_keys_name(
    holders: dict[str, int | None], expected: int | None
) -> None:
    keys = keys_of([ENTRY, OTHER])[0].trusted
    seen = {key: holders[key[0]] for key in keys if key[0] in holders}

    [known, _] = decide(ENTRY, OTHER, seen=seen)

    assert isinstance(known, Known)
    assert known.entry_id == expected
