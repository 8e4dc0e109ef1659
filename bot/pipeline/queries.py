"""What a query and an entry are to each other."""

import re
from typing import Final

from bot.annotate.resolve import find_region
from bot.domain.folding import fold
from bot.domain.model import Subscription
from bot.match.nodes import Node
from bot.match.parse import parse_query, split_regions
from bot.match.words import Asked, DocumentWords
from bot.pipeline.regions import find_region_id
from bot.store.entries import StoredEntry

# PostgreSQL has no room for the first, and UTF-8 none for the others.
_UNSTORABLE: Final = re.compile("[\x00\ud800-\udfff]")


def clean_query(text: str) -> str:
    """Return what a person typed on one line, without what cannot be stored."""
    return " ".join(_UNSTORABLE.sub("", text).split())


def region_id(name: str) -> str | None:
    """Return the id of the region that a name means exactly, None if there is none."""
    candidate = find_region(name)
    return candidate.place.id if candidate is not None else None


def read_query(text: str) -> Node:
    """Return what a query asks for.

    Raises:
        QueryError: It cannot be read.
    """
    return parse_query(text, find_region_id)


def subscription_of(text: str) -> Subscription:
    """Return what would be subscribed to by ``/keyword TEXT``.

    Raises:
        QueryError: It cannot be read.
    """
    query, regions = split_regions(clean_query(text), region_id)
    read_query(query)
    return Subscription(id=0, chat_id=0, regions=regions, query=query)


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
