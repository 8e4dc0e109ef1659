"""What stands between two spaces: the unit that is read once and then remembered."""

from itertools import accumulate

AROUND = '.,:;!?…()[]«»“”"|-–—'  # what mostly stands around a word; none joins words


def starts_of(text: str, chunks: list[str]) -> list[int]:
    """Return where in `text` each of its chunks (``text.split()``) begins."""
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
