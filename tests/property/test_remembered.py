"""An entry has the same keys whether the others of its fetch were read again or not.

But for twins, which are told by more than what is remembered.
"""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.dedupe.keys import Candidate, Remembered, keys_of, pack_draft

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
CANDIDATES = st.builds(
    Candidate,
    guid=st.none() | st.sampled_from(["", "a", "b", "c", "http://a", "https://a"]),
    url_key=st.none() | st.sampled_from(["//e.example", "//e.example/1", "//e.example/2"]),
    homepage=st.booleans(),
    title_key=st.sampled_from(["", "one", "two"]),
    summary=st.sampled_from(["", "text"]),
    published_at=st.none() | st.sampled_from([NOW, NOW - timedelta(hours=1)]),
)
FETCHES = st.lists(st.tuples(CANDIDATES, st.booleans()), max_size=6)


@given(FETCHES)
def test_keys_are_those_of_the_whole_fetch(fetch: list[tuple[Candidate, bool]]) -> None:
    whole = keys_of([entry for entry, _ in fetch])
    known = [keys for keys, (_, is_known) in zip(whole, fetch, strict=True) if is_known]
    expected = [k for k, (_, is_known) in zip(whole, fetch, strict=True) if not is_known]

    rest = keys_of(
        [entry for entry, is_known in fetch if not is_known],
        Remembered(pack_draft(keys.draft) for keys in known),
    )

    told = {keys.draft for keys in known}
    for keys, same in zip(rest, expected, strict=True):
        assert keys.draft == same.draft
        is_twin = len({each.draft for each in whole if each.trusted == same.trusted}) > 1
        assert keys.is_remembered or is_twin or keys.trusted == same.trusted
        assert keys.is_remembered or keys.draft not in told
        assert keys.is_remembered or keys.alone == same.alone
