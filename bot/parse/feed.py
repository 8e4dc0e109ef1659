"""Reads a feed document: RSS 0.9x to 2.0, RDF, Atom by feedparser, JSON Feed by our own.

::

    bytes → charset (text) → scan (limits, slices) → feedparser → dates, links, text
          → ParsedFeed

It may take long on hostile input: call it through `worker.ParserPool`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO

import feedparser

from bot.domain.errors import Fault, ParseError
from bot.domain.model import KnownSlices, ParsedFeed
from bot.parse.charset import decode, decoded_already
from bot.parse.entry import EntryReader, Values, string
from bot.parse.hints import update_every
from bot.parse.jsonfeed import parse_json_feed
from bot.parse.limits import Prepared, prepare
from bot.parse.prefixes import one_to_one
from bot.parse.scan import FEED_ROOTS, LimitError, scan
from bot.parse.slices import Slices, digest
from bot.parse.strict import FEEDPARSER_ERRORS, read_strictly
from bot.parse.text import MAX_TITLE
from bot.parse.values import clean_language, clean_link

NOTHING_KNOWN = KnownSlices()

_ROOT = re.compile(r"<(?:[\w.-]+:)?([A-Za-z][\w.-]*)")
_PROLOG = re.compile(
    r"<(?:\?[^>]*>|!--.*?-->|!DOCTYPE\b[^>\[]*(?:\[[^\]]*\]\s*)?>)|\s+", re.DOTALL
)
_FEED_START = re.compile(r"<\?xml|<(?:rss|feed|rdf:RDF)[\s>]")
# A feed that a blog's template wrapped into its page; no captcha holds one.
_FEED_INSIDE = re.compile(r"<(?:rss\s+version=|feed\s[^>]*http://www\.w3\.org/2005/Atom)")
_LEAD = 4096  # characters of a script's warnings that may stand before the feed
# Media RSS's caption of a picture; feedparser would take the first description it meets.
_CAPTION = re.compile(rb"(</?media:)description\b[^>]*>")


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
    try:
        prepared = _as_it_is(body, content_type)
        if prepared is None:
            text = _text(body, content_type, url)
            if text[0] in "{[":
                return parse_json_feed(text, url=url, now=now, zone=zone, known=known)
            prepared = prepare(text.encode())
    except LimitError as error:
        reason = f"refused: {error}"
        raise ParseError(url, reason, transient=True, kind=Fault.HOSTILE) from error
    read = _Document(prepared=prepared, url=url).read(known)
    if not read.entries and not read.slices:
        _require_a_feed(read, prepared, url)
    reader = EntryReader(base=read.base, atom=read.is_atom, now=now, zone=zone)
    entries = map(reader.entry, read.entries, read.hashes or [""] * len(read.entries))
    return ParsedFeed(
        title=reader.text(read.feed, "title", MAX_TITLE),
        language=clean_language(string(read.feed, "language")),
        entries=tuple(filter(None, entries)),
        slices=read.slices,
        skeleton=read.skeleton,
        update_every=update_every(read.feed),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """What feedparser made of a document, and the slices of `entries` as `hashes`."""

    feed: Values
    entries: Sequence[Values]
    version: str
    base: str
    hashes: Sequence[str] = ()
    slices: tuple[str, ...] = ()
    skeleton: str = ""

    @property
    def is_atom(self) -> bool:
        return self.version.startswith("atom")

    def without(self, known: KnownSlices) -> "_Read":
        if not self.skeleton or self.skeleton != known.skeleton:
            return self
        unseen = [
            index for index, hash_ in enumerate(self.hashes) if hash_ not in known.slices
        ]
        return replace(
            self,
            entries=[self.entries[index] for index in unseen],
            hashes=[self.hashes[index] for index in unseen],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Document:
    """A document that is safe to parse."""

    prepared: Prepared
    url: str

    def read(self, known: KnownSlices) -> _Read:
        """Return what is in it, without what is known if that cannot change the rest."""
        scan = self.prepared.scan
        if not scan.complete or scan.doctype:
            return self._by_feedparser()
        slices = Slices.of(self.prepared.body, scan)
        if known.skeleton and scan.frame is not None and slices.any_of(known):
            try:
                read = self._strictly(slices, known)
            except FEEDPARSER_ERRORS:
                read = None  # perhaps of what was cut out
            if read is not None and read.skeleton == known.skeleton:
                return read
        try:
            return self._strictly(slices, NOTHING_KNOWN).without(known)
        except FEEDPARSER_ERRORS as error:
            raise self._unreadable(error) from error

    def _strictly(self, slices: Slices, known: KnownSlices) -> _Read:
        rest = slices.without(known)
        scan = self.prepared.scan
        reading = read_strictly(
            rest.body,
            rest.counts,
            forgets_prefixes=one_to_one(scan.bindings),
            url=self.url,
        )
        base = self._base(reading.feed, reading.version)
        if scan.frame is None or reading.memory is None:
            return _Read(
                feed=reading.feed,
                entries=reading.entries,
                version=reading.version,
                base=base,
            )
        around = repr((scan.frame, reading.memory, base, reading.version))
        return _Read(
            feed=reading.feed,
            entries=reading.entries,
            version=reading.version,
            base=base,
            hashes=rest.hashes,
            slices=slices.hashes,
            skeleton=digest(around.encode("utf-8", "surrogatepass")),
        )

    def _by_feedparser(self) -> _Read:
        body = self.prepared.body
        if b"media:description" in body:
            body = _CAPTION.sub(rb"\1caption>", body)
        try:
            # BytesIO: bytes or text would be tried as a file's name and an address first
            result = feedparser.parse(
                BytesIO(body),
                sanitize_html=False,
                resolve_relative_uris=False,
                response_headers={"content-type": "application/xml; charset=utf-8"},
            )
        except FEEDPARSER_ERRORS as error:
            raise self._unreadable(error) from error
        version = str(result.get("version") or "")
        feed = result["feed"]
        return _Read(
            feed=feed,
            entries=result["entries"],
            version=version,
            base=self._base(feed, version),
        )

    def _base(self, feed: Values, version: str) -> str:
        """Return what relative links of entries are resolved against."""
        link = (
            None
            if version.startswith("atom")
            else clean_link(string(feed, "link"), self.url)
        )
        return link or self.url

    def _unreadable(self, error: Exception) -> ParseError:
        reason = f"cannot be read ({type(error).__name__})"
        return ParseError(self.url, reason, transient=True)


def _as_it_is(body: bytes, content_type: str | None) -> Prepared | None:
    """Return `body` if it is a well-formed feed in UTF-8, which expat sees by itself."""
    data = decoded_already(body, content_type)
    if data is None:
        return None
    found = scan(data)
    if not found.complete or found.doctype:
        return None
    return Prepared(body=data, scan=found)


def _text(body: bytes, content_type: str | None, url: str) -> str:
    """Return the text of what is XML with the root of a feed, or JSON."""
    text = _without_lead(decode(body, content_type))
    if not text:
        raise ParseError(url, "empty document", transient=True)
    if text[0] in "{[" or _root(text) in FEED_ROOTS:
        return text
    is_page = "<html" in text[:_LEAD].lower()
    raise ParseError(
        url, "an HTML page, not a feed" if is_page else "not a feed", transient=True
    )


def _require_a_feed(read: _Read, prepared: Prepared, url: str) -> None:
    """Raise ParseError if a document without entries is no feed at all."""
    if not prepared.scan.complete:
        reason = "cut off or ill-formed before its first entry"
        raise ParseError(url, reason, transient=True)
    if not read.version:
        raise ParseError(url, "not a feed", transient=True)


def _without_lead(text: str) -> str:
    """Return `text` without what a broken script or template put before the feed."""
    if text[:1] in {"{", "["} or _root(text) in FEED_ROOTS:
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
