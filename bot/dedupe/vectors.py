"""Weighted terms, to compare and to store (pure)."""

from array import array
from collections.abc import Mapping
from math import sqrt

Vector = dict[int, float]


def length_of(vector: Mapping[int, float]) -> float:
    """Return the vector's length; 1 for an empty one, which nothing is like."""
    return sqrt(sum([weight * weight for weight in vector.values()])) or 1.0


def unit(vector: Mapping[int, float]) -> Vector:
    """Return the vector at length 1."""
    length = length_of(vector)
    return {term: weight / length for term, weight in vector.items()}


def single(vector: Mapping[int, float]) -> Vector:
    """Return the vector as it is stored, so that a story is the same before and after."""
    return dict(zip(vector, array("f", vector.values()), strict=True))


def dot(one: Vector, other: Vector) -> float:
    """Return the sum over the terms that both have."""
    if len(one) > len(other):
        one, other = other, one
    return sum([weight * other[term] for term, weight in one.items() if term in other])


def pack(vector: Vector) -> bytes:
    """Return what `unpack` reads, 8 bytes a term."""
    weights = array("f", vector.values())
    terms = array("I", vector)
    return bytes([len(vector)]) + terms.tobytes() + weights.tobytes()


def unpack(packed: bytes) -> list[Vector]:
    """Return the vectors that were packed one after the other.

    One that is as the vector before it is the same object.
    """
    found: list[Vector] = []
    one: dict[int, int] = {}  # number for a term, in whichever of the vectors it is
    before = b""
    start = 0
    while start < len(packed):
        count = packed[start]
        end = start + 1 + 8 * count
        if packed[start:end] == before:
            found.append(found[-1])
        else:
            before = packed[start:end]
            numbers = array("I")
            numbers.frombytes(packed[start + 1 : end])  # the terms, then their weights
            weights = memoryview(before)[1 + 4 * count :].cast("f")
            terms = numbers[:count].tolist()
            if found:  # most stories have one entry, and so one vector
                one = one or dict(zip(found[0], found[0], strict=True))
                terms = list(map(one.setdefault, terms, terms))
            found.append(dict(zip(terms, weights, strict=True)))
        start = end
    return found
