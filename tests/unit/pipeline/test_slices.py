import pytest

from bot.pipeline.slices import unpack

SLICE = b"12345678"
KEY = b"g" + b"k" * 16


@pytest.mark.parametrize(
    ("packed", "place"),
    [
        pytest.param(SLICE[:1], 0, id="in the slice"),
        pytest.param(SLICE, 0, id="before the number of keys"),
        pytest.param(SLICE + b"\1", 0, id="no key at all"),
        pytest.param(SLICE + b"\1" + KEY[:-1], 0, id="a key cut off"),
        pytest.param(SLICE + b"\2" + KEY, 0, id="one key of two"),
        pytest.param(SLICE + b"\1" + KEY + SLICE + b"\3" + KEY, 26, id="the second entry"),
    ],
)
def test_bytes_that_were_cut_off_are_refused(packed: bytes, place: int) -> None:
    with pytest.raises(ValueError, match=f"cut off in the entry at byte {place}"):
        unpack(packed)


def test_an_entry_without_keys_is_no_damage() -> None:
    assert unpack(SLICE + b"\0") == {SLICE.hex(): ()}
