"""What stands between two spaces: the unit that is read once and then remembered."""

from functools import lru_cache
from itertools import accumulate

AROUND = '.,:;!?…()[]«»“”"|-–—'  # what mostly stands around a word; none joins words


@lru_cache(maxsize=4)  # words and masks ask for those of one text, and keep the strings
def chunks_of(text: str) -> tuple[str, ...]:
    """Return what stands between spaces."""
    return tuple(text.split())


@lru_cache(maxsize=4)
def starts_of(text: str) -> list[int]:
    """Return where in `text` each of its chunks begins."""
    chunks = chunks_of(text)
    lengths = list(map(len, chunks))
    if sum(lengths) + len(chunks) - 1 == len(text):  # one space between any two
        return list(accumulate((length + 1 for length in lengths[:-1]), initial=0))
    starts = []
    at = 0
    for chunk in chunks:
        at = text.index(chunk, at)
        starts.append(at)
        at += len(chunk)
    return starts
