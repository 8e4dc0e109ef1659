"""What a query and an entry are to each other."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from bot.annotate.gazetteer import key_of, load
from bot.annotate.resolve import find_region
from bot.domain.errors import QueryError
from bot.domain.folding import fold
from bot.domain.model import Kind, Subscription
from bot.match import reasons
from bot.match.nodes import Node
from bot.match.parse import parse_query, split_regions
from bot.match.words import Asked, DocumentWords
from bot.pipeline.joined import split_joined
from bot.pipeline.near import find_near
from bot.pipeline.regions import (
    Target,
    find_group,
    find_middle,
    find_place,
    find_region_id,
    find_target,
)
from bot.store.entries import StoredEntry

# PostgreSQL has no room for the first, and UTF-8 none for the others.
_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")
_WIDE: Final = {Kind.COUNTRY, Kind.REGION}
# Words that no dictionary of the gazetteer has, for one of them is a town's name as well:
# «нигде» is also what Russian calls Niğde.
_ADVERBS: Final = frozenset(
    "nowhere anywhere everywhere нигде везде всюду здесь там тут ніде всюди скрізь".split()
)


def clean_query(text: str) -> str:
    """Return what a person typed on one line, without what cannot be stored."""
    return " ".join(_UNSTORABLE.sub("", text).split())


def region_ids(name: str) -> tuple[str, ...]:
    """Return the ids of what a name means exactly: a region, a group's regions, a circle.

    A circle is written as after ``/region``: "Sumy 50 km".

    Raises:
        QueryError: The circle is wider than one can follow.
    """
    group = find_group(name)
    if group:
        return tuple(place.id for place in group)
    candidate = find_region(name)
    if candidate is not None:
        return (candidate.place.id,)
    if find_target(name) is not None:
        return (name,)
    near = find_near(name)
    if near is None:
        return ()
    around = find_region(near.name)
    middle = find_middle(around.place) if around is not None else None
    if middle is None:
        return ()
    if not near.fits:
        raise QueryError(reasons.TOO_FAR)
    return (Target(place=middle, km=near.km).id,)


def meant_by(name: str) -> tuple[str, ...]:
    """Return the ids of what a name after `in` means, as a person writes it.

    What is written small and is a word before it is a town, is that word ("car" is no form
    of Cary there); regions and countries are written small, too. Names that a word joins
    ("Sumy and Kharkiv") mean all that they mean.

    Raises:
        QueryError: The circle is wider than one can follow.
    """
    found = region_ids(name)
    if not found:
        return _meant_by_each(split_joined(name))
    if not name.islower():
        return found
    is_place = any((p := find_place(each)) and p.kind in _WIDE for each in found)
    key = key_of(name)
    is_word = key in _ADVERBS or (not is_place and load().entries[key].word)
    return () if is_word else found


def _meant_by_each(names: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of what all the names mean, none if one of them means nothing."""
    each = [meant_by(name) for name in names]
    return tuple(dict.fromkeys(chain.from_iterable(each))) if all(each) else ()


def written_by_us(name: str) -> tuple[str, ...]:
    """Return the ids of what a name means that we wrote: there an id means itself."""
    return (name,) if find_target(name) is not None else meant_by(name)


def read_query(text: str) -> Node:
    """Return what a query asks for.

    Raises:
        QueryError: It cannot be read.
    """
    return parse_query(text, find_region_id)


def is_readable(query: str) -> bool:
    """Return whether a stored query can still be read: a region in it may be gone."""
    try:
        read_query(query)
    except QueryError:
        return False
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyword:
    """What follows ``/keyword``: a query, what it asks for, the regions that follow it."""

    query: str
    node: Node
    regions: tuple[str, ...]


def read_keyword(
    text: str, meaning: Callable[[str], tuple[str, ...]] = meant_by
) -> Keyword:
    """Return what is asked for by `query in region, …`; `meaning` is that of a name.

    Raises:
        QueryError: It cannot be read.
    """
    query, regions = split_regions(text, meaning)
    return Keyword(query=query, node=read_query(query), regions=regions)


def subscription_of(
    text: str, meaning: Callable[[str], tuple[str, ...]] = meant_by
) -> Subscription:
    """Return what would be subscribed to by ``/keyword TEXT``.

    Raises:
        QueryError: It cannot be read.
    """
    asked = read_keyword(clean_query(text), meaning)
    return Subscription(id=0, chat_id=0, regions=asked.regions, query=asked.query)


def feed_names(feed_id: int, title: str, publisher: str) -> frozenset[str]:
    """Return by what names a query may call a feed."""
    return frozenset({str(feed_id), fold(title), fold(publisher)} - {""})


def asked_of(entry: StoredEntry, about: frozenset[str]) -> Asked:
    """Return all that a query may ask of an entry."""
    return Asked(
        words=DocumentWords(entry.title, entry.summary, language=entry.language),
        about=about,
        language=entry.language.partition("-")[0],
        feeds=feed_names(entry.feed_id, entry.outlet, entry.publisher),
    )
