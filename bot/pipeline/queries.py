"""What a query and an entry are to each other."""

from bot.domain.folding import fold
from bot.match.nodes import Node
from bot.match.parse import parse_query
from bot.match.words import Asked, DocumentWords
from bot.pipeline.regions import find_region_id
from bot.store.entries import StoredEntry


def read_query(text: str) -> Node:
    """Return what a query asks for.

    Raises:
        QueryError: It cannot be read.
    """
    return parse_query(text, find_region_id)


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
