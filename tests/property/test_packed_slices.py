"""What is remembered of a document comes back from the store as it was."""

from hypothesis import given
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
