"""Which words of an entry pointed to which place.

Only the places that matched are stored with a match. The words are found again in the
stored text when somebody asks: it costs half a millisecond, needs no rows for the many
entries that nobody asks about, and explains as well why an entry was not sent. If the text
or the gazetteer changed since, the stored places still say what the decision was.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from bot.annotate.gazetteer import load
from bot.annotate.places import find_mentions
from bot.domain.distance import distance_km
from bot.domain.model import Place
from bot.pipeline.regions import Target, find_place, find_point, find_target
from bot.store.entries import StoredEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """Words of a text, the place that they name, and what is followed that holds it.

    `target` is None for a place that nobody asked about; `weak` when only an adjective or
    a people's name points there, which is not enough for an alert.
    """

    words: str
    place: Place
    target: Target | None = None
    weak: bool = False


def find_pointers(entry: StoredEntry, regions: Collection[str]) -> tuple[Pointer, ...]:
    """Return the words that point to any of a subscription's `regions`, in order."""
    targets = [target for each in regions if (target := find_target(each)) is not None]
    return _unique(
        Pointer(words=pointer.words, place=pointer.place, target=target)
        for pointer in _mentions(entry)
        for target in targets
        if not pointer.weak and _holds(target, pointer.place)
    )


def find_places(entry: StoredEntry) -> tuple[Pointer, ...]:
    """Return the words that point to any place, in order."""
    return _unique(_mentions(entry))


def _mentions(entry: StoredEntry) -> Iterator[Pointer]:
    text = f"{entry.title}\n{entry.summary}"
    for mention in find_mentions(text, entry.language, home=entry.home):
        place = find_place(mention.place_id)
        if place is not None:
            yield Pointer(words=mention.text, place=place, weak=mention.weak)


def _holds(target: Target, place: Place) -> bool:
    """Return whether following `target` covers what is in `place`."""
    if target.km is None:
        return target.place.id in {place.id, *load().inside(place.id)}
    middle, point = find_point(target.place), find_point(place)
    if middle is None or point is None:
        return False
    return distance_km(middle, point) <= target.km


def _unique(pointers: Iterable[Pointer]) -> tuple[Pointer, ...]:
    found: dict[tuple[str, str, str | None], Pointer] = {}
    for pointer in pointers:
        target_id = pointer.target.id if pointer.target is not None else None
        found.setdefault((pointer.words.casefold(), pointer.place.id, target_id), pointer)
    return tuple(found.values())
