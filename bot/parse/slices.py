"""Slices: the bytes of each entry, by whose hash one that was read is known again (pure).

A document of which all but one entry is known becomes a small one that holds only that
one, and everything around it. See `strict` for why it means the same there.
"""

from dataclasses import dataclass
from hashlib import blake2b

from bot.domain.model import KnownSlices
from bot.parse.limits import Range, newest
from bot.parse.scan import Scan
from bot.parse.strict import MARK

_DIGEST_SIZE = 8  # 2,000 of them: a chance of one in 10**13 that two are alike


def digest(slice_: bytes) -> str:
    """Return the hash by which a slice is known."""
    return blake2b(slice_, digest_size=_DIGEST_SIZE).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Slices:
    """A document as its entries and what stands around them.

    `places` are of all entries, `kept` and `hashes` of the newest 2,000.
    """

    body: bytes
    places: tuple[Range, ...]
    kept: tuple[Range, ...]
    hashes: tuple[str, ...]

    @classmethod
    def of(cls, body: bytes, scan: Scan) -> "Slices":
        """Return the slices of a well-formed document."""
        kept = tuple(newest(body, scan.entries))
        hashes = tuple(digest(body[start:end]) for start, end in kept)
        return cls(body=body, places=tuple(scan.entries), kept=kept, hashes=hashes)

    def any_of(self, known: KnownSlices) -> bool:
        """Return whether at least one entry is known."""
        return not known.slices.isdisjoint(self.hashes)

    def without(self, known: KnownSlices) -> "Rest":
        """Return the document without what is known, and without what is too much."""
        left = {
            place: hash_
            for place, hash_ in zip(self.kept, self.hashes, strict=True)
            if hash_ not in known.slices
        }
        parts: list[bytes] = []
        counts: list[int] = []
        position = 0
        stood = True  # the first place has a mark, whatever stands there
        for place in self.places:
            start, end = place
            stands = place in left
            parts.append(self.body[position:start])
            if stands or stood:
                parts.append(MARK)
                counts.append(0)
            if stands:
                parts.append(self.body[start:end])
                counts[-1] = 1
            stood = stands
            position = end
        if self.places:
            parts.append(MARK)
        parts.append(self.body[position:])
        return Rest(body=b"".join(parts), counts=counts, hashes=list(left.values()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """A document from which entries were cut.

    `body` has a mark before each entry that is left and where the first was, one behind
    each that is left, and one after the last; `counts` says how many entries stand between
    a mark and the next, `hashes` which.
    """

    body: bytes
    counts: list[int]
    hashes: list[str]
