"""Reads a feed document: RSS 0.9x to 2.0, RDF, Atom by feedparser, JSON Feed by our own.

::

    bytes → charset (text) → limits (safe) → feedparser → dates, links, text → ParsedFeed

It may take long on hostile input: call it through `worker.ParserPool`.
"""

import re
from calendar import timegm
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any, cast
from xml.sax import SAXException

import feedparser

from bot.domain.errors import ParseError
from bot.domain.model import KnownSlices, ParsedEntry, ParsedFeed
from bot.parse.charset import decode
from bot.parse.dates import is_plausible, parse_date
from bot.parse.jsonfeed import parse_json_feed
from bot.parse.limits import LimitError, Prepared, prepare
from bot.parse.text import MAX_TEXT, MAX_TITLE, clean, from_markup, from_unknown
from bot.parse.values import (
    clean_categories,
    clean_guid,
    clean_language,
    clean_link,
    clean_name,
)

# What feedparser has been seen to raise on documents that are no feeds, and their like.
_FEEDPARSER_ERRORS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    OSError,
    RuntimeError,
    SAXException,
    TypeError,
    ValueError,
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_PROLOG = re.compile(
    r"<(?:\?[^>]*>|!--.*?-->|!DOCTYPE\b[^>\[]*(?:\[[^\]]*\]\s*)?>)|\s+", re.DOTALL
)
_FEED_ROOTS = frozenset({"rss", "rdf", "feed", "channel"})
_FEED_START = re.compile(r"<\?xml|<(?:rss|feed|rdf:RDF)[\s>]")
# A feed that a blog's template wrapped into its page; no captcha holds one.
_FEED_INSIDE = re.compile(r"<(?:rss\s+version=|feed\s[^>]*http://www\.w3\.org/2005/Atom)")
_LEAD = 4096  # characters of a script's warnings that may stand before the feed
# Media RSS's caption of a picture; feedparser would take the first description it meets.
_CAPTION = re.compile(rb"(</?media:)description\b[^>]*>")
NOTHING_KNOWN = KnownSlices()
_DATES = ("published", "updated", "created")


def parse_feed(
    body: bytes,
    *,
    content_type: str | None = None,
    url: str,
    now: datetime,
    zone: str = "UTC",
    known: KnownSlices = NOTHING_KNOWN,
) -> ParsedFeed:
    """Return the feed of a document; entries in its order, the newest 2,000 at most.

    Args:
        body: As fetched, decompressed.
        content_type: The server's header; its charset is one hint among others.
        url: Of the document; relative links are resolved against it or the feed's link.
        now: Current time; later dates (more than ten minutes) are unknown.
        zone: IANA zone of dates that name none.
        known: Entries that need not be read again.

    Raises:
        ParseError: It is not a feed, or not one that can be read safely.
    """
    del known
    text = _without_lead(decode(body, content_type))
    if not text:
        raise ParseError(url, "empty document", transient=True)
    if text[0] in "{[":
        return parse_json_feed(text, url=url, now=now, zone=zone)
    if _root(text) not in _FEED_ROOTS:
        what = (
            "an HTML page, not a feed" if "<html" in text[:_LEAD].lower() else "not a feed"
        )
        raise ParseError(url, what, transient=True)
    try:
        prepared = prepare(text.encode())
    except LimitError as error:
        raise ParseError(url, f"refused: {error}", transient=True) from error
    parsed = _run_feedparser(prepared, url)
    feed = cast("Mapping[str, Any]", parsed["feed"])
    entries = parsed["entries"]
    if not entries and (not prepared.complete or not parsed.get("version")):
        reason = "cut off or ill-formed before its first entry"
        raise ParseError(
            url, reason if not prepared.complete else "not a feed", transient=True
        )
    atom = str(parsed.get("version", "")).startswith("atom")
    link = clean_link(_string(feed, "link"), url)
    reader = _Reader(
        base=url if atom or link is None else link, atom=atom, now=now, zone=zone
    )
    return ParsedFeed(
        title=reader.text(feed, "title", MAX_TITLE),
        language=clean_language(_string(feed, "language")),
        entries=tuple(filter(None, map(reader.entry, entries))),
    )


class _Reader:
    """Turns feedparser's entries into ours, for one document."""

    def __init__(self, *, base: str, atom: bool, now: datetime, zone: str) -> None:
        self._base = base
        self._atom = atom
        self._now = now
        self._zone = zone

    def entry(self, entry: Mapping[str, Any]) -> ParsedEntry | None:
        """Return the entry, or None if nothing of it is usable."""
        guid = clean_guid(_string(entry, "id"))
        link = clean_link(_link(entry), self._base)
        title = self.text(entry, "title", MAX_TITLE)
        summary = self._summary(entry)
        if not (guid or link or title or summary):
            return None
        return ParsedEntry(
            guid=guid,
            link=link,
            title=title,
            summary=summary,
            published_at=self._published_at(entry),
            author=clean_name(_detail(entry, "author", "name") or _string(entry, "author")),
            categories=clean_categories(
                _string(tag, "term") or _string(tag, "label")
                for tag in entry.get("tags") or ()
            ),
            language=self._language(entry),
        )

    def text(self, entry: Mapping[str, Any], name: str, limit: int) -> str:
        """Return the plain text of a title or summary."""
        return self._plain(_string(entry, name), _detail(entry, name, "type"), limit)

    def _plain(self, value: str, kind: str, limit: int) -> str:
        if self._atom and kind == "text/plain":
            return clean(value, limit)
        if self._atom and kind in {"text/html", "application/xhtml+xml"}:
            return from_markup(value, limit)
        return from_unknown(value, limit)

    def _summary(self, entry: Mapping[str, Any]) -> str:
        summary = self.text(entry, "summary", MAX_TEXT)
        if summary:
            return summary
        for content in entry.get("content") or ():
            kind = _string(content, "type")
            if text := self._plain(_string(content, "value"), kind, MAX_TEXT):
                return text
        return from_unknown(_string(entry, "media_caption"))

    def _published_at(self, entry: Mapping[str, Any]) -> datetime | None:
        return next((at for at in self._dates(entry) if is_plausible(at, self._now)), None)

    def _dates(self, entry: Mapping[str, Any]) -> Iterator[datetime]:
        for name in _DATES:
            if name not in entry:  # feedparser answers for absent dates with a warning
                continue
            at = parse_date(_string(entry, name), zone=self._zone)
            if at is not None:
                yield at
            elif entry.get(f"{name}_parsed"):
                try:
                    yield datetime.fromtimestamp(timegm(entry[f"{name}_parsed"]), UTC)
                except (TypeError, ValueError, OverflowError, OSError):
                    continue

    @staticmethod
    def _language(entry: Mapping[str, Any]) -> str | None:
        inherited = _detail(entry, "title", "language")
        return clean_language(_string(entry, "language") or inherited)


def _run_feedparser(prepared: Prepared, url: str) -> Mapping[str, Any]:
    body = _CAPTION.sub(rb"\1caption>", prepared.body)
    try:
        # BytesIO: bytes or text would be tried as a file's name and an address first
        result = feedparser.parse(
            BytesIO(body),
            sanitize_html=False,
            resolve_relative_uris=False,
            response_headers={"content-type": "application/xml; charset=utf-8"},
        )
    except _FEEDPARSER_ERRORS as error:
        reason = f"cannot be read ({type(error).__name__})"
        raise ParseError(url, reason, transient=True) from error
    return cast("Mapping[str, Any]", result)


def _string(values: Mapping[str, Any], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _link(entry: Mapping[str, Any]) -> str:
    """Return the entry's link; a guid that feedparser took for one must be an address."""
    link = _string(entry, "link") or _string(entry, "feedburner_origlink")
    given = any(_string(each, "href") == link for each in entry.get("links") or ())
    return link if given or link.startswith(("http://", "https://")) else ""


def _detail(entry: Mapping[str, Any], name: str, key: str) -> str:
    detail = entry.get(f"{name}_detail")
    return _string(detail, key) if isinstance(detail, Mapping) else ""


def _without_lead(text: str) -> str:
    """Return `text` without what a broken script or template put before the feed."""
    if text[:1] in {"{", "["} or _root(text) in _FEED_ROOTS:
        return text
    lead = text[:_LEAD]
    pattern = _FEED_INSIDE if "<html" in lead.lower() else _FEED_START
    found = pattern.search(lead)
    return text if found is None else text[found.start() :]


def _root(text: str) -> str:
    """Return the name of the first element, small and without its prefix."""
    position = 0
    while (skipped := _PROLOG.match(text, position)) is not None:
        position = skipped.end()
    found = _ROOT.match(text, position)
    return found[1].lower() if found is not None else ""
