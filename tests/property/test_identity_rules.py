from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.dedupe.identity import Known, New, judge
from bot.dedupe.keys import Candidate, keys_of

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
CANDIDATES = st.builds(
    Candidate,
    guid=st.none() | st.sampled_from(["", "a", "b", "http://a", "https://a"]),
    url_key=st.none() | st.sampled_from(["//e.example", "//e.example/1", "//e.example/2"]),
    homepage=st.booleans(),
    host=st.just("e.example"),
    title_key=st.sampled_from(["", "one", "two"]),
    summary=st.sampled_from(["", "text"]),
    published_at=st.none()
    | st.integers(0, 80).map(lambda hours: NOW - timedelta(hours=hours)),
)
FETCHES = st.lists(CANDIDATES, max_size=6)


@given(FETCHES)
def test_each_entry_has_a_key_and_no_two_entries_store_the_same(
    fetch: list[Candidate],
) -> None:
    keys = keys_of(fetch)

    stored = [key for entry in keys if entry.first is None for key in entry.trusted]
    assert all(entry.trusted for entry in keys)
    assert len(stored) == len(set(stored))
    assert all(len(key) == 34 for key in stored)


@given(FETCHES, FETCHES)
def test_a_fetch_that_comes_again_holds_nothing_new(
    before: list[Candidate], fetch: list[Candidate]
) -> None:
    seen: dict[str, int | None] = {}
    for number, entries in enumerate([before, fetch]):
        verdicts = judge(keys_of(entries), seen=seen, baseline_at=NOW, hosts=frozenset())
        for verdict in verdicts.verdicts:
            seen.update(dict.fromkeys(verdict.keys, number))

    again = judge(keys_of(fetch), seen=seen, baseline_at=NOW, hosts=frozenset())

    assert all(isinstance(verdict, Known) for verdict in again.verdicts)
    assert not any(verdict.keys for verdict in again.verdicts)


@given(FETCHES)
def test_what_was_never_seen_is_not_known_except_as_a_repetition(
    fetch: list[Candidate],
) -> None:
    verdicts = judge(keys_of(fetch), seen={}, baseline_at=NOW, hosts=frozenset()).verdicts

    assert all(
        verdict.first is not None for verdict in verdicts if isinstance(verdict, Known)
    )


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=8, unique=True))
def test_entries_with_own_guids_and_links_are_all_new(numbers: list[int]) -> None:
    fetch = [
        Candidate(
            guid=f"tag:{number}",
            url_key=f"//e.example/{number}",
            title_key="operational information",
            published_at=NOW,
        )
        for number in numbers
    ]

    verdicts = judge(keys_of(fetch), seen={}, baseline_at=NOW, hosts=frozenset()).verdicts

    assert all(isinstance(verdict, New) for verdict in verdicts)
