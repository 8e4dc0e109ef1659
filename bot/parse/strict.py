"""Runs feedparser on a well-formed document, and watches what it remembers.

feedparser's own way in copies the document several times, asks four questions about its
encoding and gets each line of a text apart; here its reader gets expat's events directly,
texts whole. The reader is the same, so that entries mean what they mean to feedparser.

A mark stands before each entry and after the last. If the reader remembers the same at
each, then no entry has changed what another means, and one that is cut out is not missed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any
from xml.parsers import expat
from xml.sax import SAXException
from xml.sax.xmlreader import AttributesNSImpl

from bot.parse.memory import kept, prefixes, remembered
from bot.parse.quick import CONTROL, Attributes, QuickReader, find_attribute, find_tag

# What feedparser has been seen to raise on documents that are no feeds, and their like.
FEEDPARSER_ERRORS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    expat.ExpatError,
    LookupError,
    OSError,
    RuntimeError,
    SAXException,
    TypeError,
    ValueError,
)
_TARGET = "tocsin-mark"
MARK = f"<?{_TARGET}?>".encode()

_NO_ATTRIBUTES = AttributesNSImpl({}, {})
_TEXT_BUFFER = 2**16  # characters that expat hands over at once
_Name = tuple[str | None, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What feedparser read: `feed`, `entries` and `version` are as in its result.

    `memory` is what it remembered at every mark, in words; None if not the same at all of
    them, or if the number of entries between two marks was not the expected one.
    """

    feed: dict[str, Any]
    entries: list[dict[str, Any]]
    version: str
    memory: str | None


def read_strictly(
    body: bytes, expected: list[int], *, forgets_prefixes: bool, url: str = ""
) -> Reading:
    """Return what feedparser reads in `body`, which must be well-formed UTF-8.

    Args:
        body: With a `MARK` before each part of `expected`, and one after the last.
        expected: How many entries stand behind each mark but the last.
        forgets_prefixes: What prefixes stand for changes nothing; see `prefixes`.
        url: Of the document, which a relative ``xml:base`` is resolved against.

    Raises:
        FEEDPARSER_ERRORS: It is nonsense to feedparser.
    """
    reader = _Reader(forgets_prefixes=forgets_prefixes, url=url)
    events = _Events(reader)
    events.run(body)
    counts = list(accumulate(expected, initial=0))
    return Reading(
        feed=reader.feeddata,
        entries=reader.entries,
        version=reader.version,
        memory=reader.memory() if reader.counts == counts else None,
    )


class _Reader(QuickReader):
    """feedparser's reader of well-formed documents."""

    def __init__(self, *, forgets_prefixes: bool, url: str = "") -> None:
        super().__init__(url)
        self.counts: list[int] = []
        self._forgets_prefixes = forgets_prefixes
        self._below = 0
        self._first: tuple[object, ...] | None = None
        self._title: object = None
        self._same = True

    def mark(self) -> None:
        """Note what is remembered now."""
        self.counts.append(len(self.entries))
        bound = None if self._forgets_prefixes else prefixes(self)
        now = ((*remembered(self), bound), kept(self))
        if self._first is None:
            self._first = now
            self._title = self.feeddata.get("title")
        self._same = self._same and self._first == now

    def memory(self) -> str | None:
        """Return what was remembered at each mark, None if not the same."""
        if self._first is None or not self._same:
            return None
        # whether a title behind the entries counts, hangs on the last of them
        return repr(self._first[0]) if self._title == self.feeddata.get("title") else None

    def unknown_starttag(self, tag: str, attributes: list[tuple[str, str]]) -> None:
        """Begin an element; a tag on which feedparser fails is no loss but of itself."""
        try:
            super().unknown_starttag(tag, self.with_base(attributes))
        except FEEDPARSER_ERRORS:
            self._same = False

    def start_plainly(self, tag: str, attributes: Attributes) -> None:
        """Begin an element; a tag on which feedparser fails is no loss but of itself."""
        try:
            super().start_plainly(tag, attributes)
        except FEEDPARSER_ERRORS:
            self._same = False

    # feedparser takes what an entry says of its base, and what the channel says of its
    # text, for the next entry's too; an entry must not change when it is no longer first.
    def unknown_endtag(self, tag: str) -> None:
        """End an element, and what it said of its base."""
        depth = self.depth
        try:
            super().unknown_endtag(tag)
        except FEEDPARSER_ERRORS:
            self._fall(depth)
        if self.basestack and not self.basestack[-1]:
            self.baseuri = ""

    def end_plainly(self, tag: str) -> None:
        """End an element."""
        depth = self.depth
        try:
            super().end_plainly(tag)
        except FEEDPARSER_ERRORS:
            self._fall(depth)

    def _fall(self, depth: int) -> None:
        """Close the element at `depth`, on whose end feedparser failed."""
        self._same = False
        self.depth = depth - 1
        del self.basestack[-1:], self.langstack[-1:]

    def _start_item(self, attributes: dict[str, str]) -> None:
        self.hasContent = 0
        self._below = len(self.elementstack)
        super()._start_item(attributes)

    # An element that feedparser begins and never ends stays on its stack, Atom's content
    # does each time; no entry sees below its own place.
    def _end_item(self) -> None:
        super()._end_item()
        del self.elementstack[self._below :]

    _start_entry = _start_item

    # What the feed itself is filed under is not asked for, and feedparser compares each of
    # its categories with all others: some feeds have two thousand.
    def _start_category(self, attributes: dict[str, str]) -> None:
        if self.inentry:
            super()._start_category(attributes)
        else:
            self.push("category", 1)

    def _end_category(self) -> None:
        if self.inentry:
            super()._end_category()
        else:
            self.pop("category")

    _start_dc_subject = _start_keywords = _start_category
    _end_dc_subject = _end_keywords = _end_category
    _end_entry = _end_item

    # Media RSS's caption of a picture; feedparser takes the first description it meets.
    def _start_media_description(self, _attributes: object) -> None:
        self.push("media_caption", 1)

    def _end_media_description(self) -> None:
        self.pop("media_caption")

    @staticmethod
    def decode_entities(_element: str, data: str) -> str:
        """Return `data` as it is; feedparser asks on its way to `_Text.translate`."""
        return data if data.isascii() else _Text(data)

    # Dates stay as they are written: each costs feedparser more than a title, and
    # bot.parse.dates reads nearly all of them.
    def _end_published(self) -> None:
        self._save("published_parsed", self.pop("published"), overwrite=True)

    def _end_updated(self) -> None:
        self._save("updated_parsed", self.pop("updated"), overwrite=True)

    def _end_created(self) -> None:
        self._save("created_parsed", self.pop("created"), overwrite=True)

    _end_issued = _end_pubdate = _end_published
    _end_modified = _end_lastbuilddate = _end_updated


class _Text(str):
    """A text that feedparser searches for signs of windows-1252 only if it has any.

    Its table is slow: without this a document takes a tenth longer (24.2 to 21.8 ms).
    """

    __slots__ = ()

    def translate(self, table: Any) -> str:
        """Return what `table` makes of the control characters from 128 to 159."""
        return super().translate(table) if CONTROL.search(self) else str(self)


class _Events:
    """Hands expat's events to feedparser's reader, named as `xml.sax` names them."""

    def __init__(self, reader: _Reader) -> None:
        self._reader = reader
        self._tags: dict[str, tuple[str | None, _Name]] = {}
        self._attributes: dict[str, tuple[str, str]] = {}

    def run(self, body: bytes) -> None:
        parser = expat.ParserCreate("utf-8", " ")
        parser.namespace_prefixes = True
        parser.buffer_text = True
        parser.buffer_size = _TEXT_BUFFER
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._reader.handle_data
        parser.StartNamespaceDeclHandler = self._reader.startPrefixMapping
        parser.ProcessingInstructionHandler = self._instruction
        parser.Parse(body, True)  # noqa: FBT003  # expat takes it by position only

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        tag, pair = self._tag(name)
        if not self._reader.begin(tag, self._named(attributes) if attributes else {}):
            given = _attributes(attributes) if attributes else _NO_ATTRIBUTES
            self._reader.startElementNS(pair, None, given)

    def _end(self, name: str) -> None:
        tag, pair = self._tag(name)
        if not self._reader.end(tag):
            self._reader.endElementNS(pair, None)

    def _tag(self, name: str) -> tuple[str | None, _Name]:
        known = self._tags.get(name)
        if known is None:
            pair, _ = _split(name)
            known = self._tags[name] = (find_tag(*pair), pair)
        return known

    def _named(self, given: Mapping[str, str]) -> Attributes:
        """Return attributes by feedparser's names, then by those that were written."""
        known = self._attributes
        for name in given:
            if name not in known:
                pair, written = _split(name)
                known[name] = find_attribute(*pair, written)
        named = {known[name][0]: value for name, value in given.items()}
        named.update((known[name][1], value) for name, value in given.items())
        return named

    def _instruction(self, target: str, _data: str) -> None:
        if target == _TARGET:
            self._reader.mark()


def _split(name: str) -> tuple[_Name, str]:
    """Return namespace and local name, and the name as written, of one that expat gives."""
    parts = name.split()
    if len(parts) == 1:
        return (None, name), name
    written = f"{parts[2]}:{parts[1]}" if len(parts) == 3 else parts[1]  # noqa: PLR2004
    return (parts[0], parts[1]), written


def _attributes(given: Mapping[str, str]) -> AttributesNSImpl:
    values = {}
    written = {}
    for name, value in given.items():
        pair, as_written = _split(name)
        values[pair] = value
        written[pair] = as_written
    return AttributesNSImpl(values, written)
