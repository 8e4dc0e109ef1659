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
    starts = list(accumulate([len(chunk) + 1 for chunk in chunks], initial=0))
    if starts.pop() == len(text) + 1:  # one space between any two
        return starts
    starts = []
    at = 0
    for chunk in chunks:
        at = text.index(chunk, at)
        starts.append(at)
        at += len(chunk)
    return starts
