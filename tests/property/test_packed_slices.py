"""What is remembered of a document comes back from the store as it was, or not at all."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.dedupe.keys import Draft
from bot.pipeline.slices import KEY, SLICE, pack, unpack

SLICES = st.binary(min_size=SLICE, max_size=SLICE).map(bytes.hex)
KEYS = st.builds(
    lambda letter, hash_: letter.encode() + hash_,
    st.sampled_from("guts"),
    st.binary(min_size=KEY - 1, max_size=KEY - 1),
)
DRAFTS = st.lists(KEYS, max_size=4).map(tuple)
MEMORIES = st.dictionaries(SLICES, DRAFTS, max_size=6)


@given(MEMORIES)
def test_what_is_packed_comes_back_in_its_order(drafts: dict[str, Draft]) -> None:
    back = unpack(pack(drafts))

    assert list(back.items()) == list(drafts.items())


@given(MEMORIES)
def test_an_entry_takes_about_60_bytes(drafts: dict[str, Draft]) -> None:
    keys = sum(map(len, drafts.values()))

    assert len(pack(drafts)) == len(drafts) * (SLICE + 1) + keys * KEY


@given(MEMORIES, st.data())
def test_what_is_cut_off_is_refused(drafts: dict[str, Draft], data: st.DataObject) -> None:
    packed = pack(drafts)
    assume(packed)
    ends = {len(pack(dict(list(drafts.items())[:kept]))) for kept in range(len(drafts))}
    cut = data.draw(st.integers(0, len(packed) - 1).filter(lambda at: at not in ends))

    with pytest.raises(ValueError, match="cut off"):
        unpack(packed[:cut])


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(packed: bytes) -> None:
    try:
        drafts = unpack(packed)
    except ValueError:
        return

    assert all(len(key) == KEY for draft in drafts.values() for key in draft)
    assert all(len(name) == 2 * SLICE for name in drafts)
