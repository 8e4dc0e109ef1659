"""feedparser's reader of well-formed documents, without what it does in vain (pure).

Each element costs feedparser a dozen questions whose answers seldom change: bases that
nobody set, attributes that are not there, texts that are no markup. Here the usual case
takes a short way that comes to the same; whatever is unusual goes feedparser's own. It
took the child 6.2 ms for one of the documents of benchmarks/ingest.py instead of 11.5.
"""

import re
from contextlib import suppress
from typing import Any
from urllib.parse import urljoin

from feedparser.api import StrictFeedParser
from feedparser.html import _cp1252
from feedparser.util import FeedParserDict

from bot.parse.prefixes import PREFIXES, USERLAND

Attributes = dict[str, str]

_get = dict.get
_XHTML = "application/xhtml+xml"
_FOREIGN = frozenset({"math", "svg"})
_FEEDS = frozenset({"feed", "rss", "rdf:RDF"})
# What may stand in a picture or an input box of the feed without ending it.
_OF_TEXT_INPUT = frozenset({"title", "link", "description", "name"})
_OF_IMAGE = frozenset({"title", "link", "description", "url", "href", "width", "height"})
_LOWERED = frozenset({"rel", "type"})
_TAGS = frozenset({"category", "tags", "itunes_keywords"})
_BASES = frozenset({"xml:base", "base"})
_SCOPED = frozenset({"xml:base", "base", "xml:lang", "lang", "xmlns"})
_REFERENCE = re.compile("&([A-Za-z0-9_]+);")
CONTROL = re.compile("[\x80-\x9f]")


def find_tag(namespace: str | None, local: str) -> str | None:
    """Return what feedparser calls an element, None if that hangs on the document."""
    small = (namespace or "").lower()
    known = "" if USERLAND in small else PREFIXES.get(small)
    name = local.lower()
    if known is None or name in _FOREIGN:
        return None
    return f"{known}:{name}".lower() if known else name


def find_attribute(namespace: str | None, local: str, written: str) -> tuple[str, str]:
    """Return the two names under which feedparser keeps an attribute, often the same."""
    known = PREFIXES.get((namespace or "").lower())
    return (f"{known}:{local}" if known else local).lower(), written.lower()


class QuickReader(StrictFeedParser):  # type: ignore[misc]  # feedparser has no types
    """feedparser's reader with short ways; it neither sanitizes nor resolves markup.

    Ask `begin` and `end` first, and go feedparser's way where they return False.
    """

    depth: int
    lang: str | None
    baseuri: str
    resolve_relative_uris = False
    sanitize_html = False

    def __init__(self, url: str = "") -> None:
        """Start with nothing read; relative bases are resolved against `url`."""
        super().__init__("", None, "utf-8")
        self._url = url
        self._quick: list[bool] = []  # of each open element: whether it began quickly

    def begin(self, tag: str | None, attributes: Attributes) -> bool:
        """Begin an element the short way; return whether that was possible.

        Args:
            tag: As `find_tag` says.
            attributes: Under the names that `find_attribute` says; feedparser may keep
                them.
        """
        quick = (
            tag is not None
            and not (self.baseuri or self.incontent or self.decls)
            and _SCOPED.isdisjoint(attributes)
        )
        self._quick.append(quick)
        if quick:
            for name in _LOWERED.intersection(attributes):
                attributes[name] = attributes[name].lower()
            self.start_plainly(tag, attributes)
        return quick

    def end(self, tag: str | None) -> bool:
        """End an element the short way; return whether that was possible."""
        if not self._quick.pop() or tag is None or self.baseuri or self.svgOK:
            return False
        self.end_plainly(tag)
        return True

    def with_base(self, attributes: list[tuple[str, str]]) -> list[tuple[str, str]]:
        """Return attributes; of an outermost base, which feedparser keeps, the whole."""
        if self.baseuri or not self._url:
            return attributes
        return [
            (name, self._whole(value) if name in _BASES else value)
            for name, value in attributes
        ]

    def _whole(self, base: str) -> str:
        try:
            return urljoin(self._url, base)
        except ValueError:  # a bracket that is no IPv6 address; feedparser fails on it
            return ""

    def start_plainly(self, tag: Any, attributes: Attributes) -> None:
        """Begin an element outside of markup that sets no base, language or prefix."""
        self.depth += 1
        if self.lang and tag in _FEEDS:
            self.feeddata["language"] = self.lang.replace("_", "-")
        self.basestack.append(self.baseuri)
        self.langstack.append(self.lang)
        name = self._name(tag)
        if name is None:
            name = tag.rpartition(":")[2]
            if tag not in _OF_TEXT_INPUT:
                self.intextinput = 0
            if tag not in _OF_IMAGE:
                self.inimage = 0
        try:
            getattr(self, f"_start_{name}")(attributes)
        except AttributeError:  # there is no handler, or it failed
            if attributes:
                self._get_context()[name] = attributes
            else:
                self.push(name, 1)

    def end_plainly(self, tag: str) -> None:
        """End an element that began plainly."""
        name = self._name(tag) or tag.rpartition(":")[2]
        try:
            getattr(self, f"_end_{name}")()
        except AttributeError:
            self.pop(name)
        if self.incontent and not self._end_markup(tag):
            return
        if self.basestack:
            self.basestack.pop()
            self.baseuri = (self.basestack and self.basestack[-1]) or self.baseuri
        if self.langstack:
            self.langstack.pop()
            if self.langstack:
                self.lang = self.langstack[-1]
        self.depth -= 1

    def _name(self, tag: str) -> str | None:
        """Return what the handlers of a tag with a prefix are called, else None."""
        prefix, _, local = tag.rpartition(":")
        prefix = self.namespacemap.get(prefix, prefix)
        return f"{prefix}_{local}" if prefix else None

    def _end_markup(self, tag: str) -> bool:
        """End a tag inside of a text; return whether it counts as an element."""
        if not _get(self.contentparams, "type", "xml").endswith("xml"):
            if tag in {"xhtml:div", "div"}:
                return False
            self.contentparams["type"] = _XHTML
        if _get(self.contentparams, "type") == _XHTML:
            self.handle_data(f"</{tag.rpartition(':')[2]}>", escape=0)
        return True

    def handle_data(self, text: str, escape: int = 1) -> None:
        """Take a text, which inside of markup is escaped."""
        if escape and _get(self.contentparams, "type") == _XHTML:
            super().handle_data(text, escape)
        elif self.elementstack:
            self.elementstack[-1][2].append(text)

    def resolve_uri(self, uri: str) -> str:
        """Return an address in full; without a base there is only a slash too many."""
        if self.baseuri or ":///" in uri:
            full: str = super().resolve_uri(uri)
            return full
        return uri

    def pop(self, element: str, strip_whitespace: int = 1) -> Any:
        """Take an element off the stack, keep its text, and return it."""
        stack, params = self.elementstack, self.contentparams
        if not stack or stack[-1][0] != element:
            return None
        if not strip_whitespace or _get(params, "type") == _XHTML or _get(params, "base64"):
            return super().pop(element, strip_whitespace)
        _, is_wanted, pieces = stack.pop()
        text = "".join(pieces).strip()
        if not is_wanted:
            return text
        text = self._as_meant(element, text)
        params.pop("mode", None)
        params.pop("base64", None)
        if element in _TAGS:
            return text
        if element == "title" and -1 < self.title_depth <= self.depth:
            return text
        if self.inentry and not self.insource:
            self._keep(element, text)
        elif self.infeed or self.insource:
            self._keep_of_feed(element, text)
        return text

    def _as_meant(self, element: str, text: str) -> str:
        """Return an address in full, any other text decoded; note whether it is HTML."""
        is_address = element in self.can_be_relative_uri
        if is_address and text and (element != "id" or self.guidislink):
            text = self.resolve_uri(text)
        if (
            ("</" in text or "&" in text)
            and _get(self.contentparams, "type") == "text/plain"
            and not self.version.startswith("atom")
            and self.looks_like_html(text)
        ):
            self.contentparams["type"] = "text/html"
        return text if text.isascii() else _mend(text)

    def _keep(self, element: str, text: str) -> None:
        """Keep the text of an element of the entry that is open."""
        entry = self.entries[-1]
        if element == "content":
            entry.setdefault(element, []).append(self._detail(text))
            return
        if element == "link":
            if not self.inimage:
                text = _REFERENCE.sub(r"&\g<1>", text.replace("&amp;", "&"))
                entry[element] = text
                if text:
                    entry["links"][-1]["href"] = text
            return
        if element == "description":
            element = "summary"
        depths = self.property_depth_map.setdefault(entry, {})
        before = depths.get(element)
        if before is None or self.depth <= before:
            depths[element] = self.depth
            entry[element] = text
        if self.incontent:
            entry[f"{element}_detail"] = self._detail(text)

    def _keep_of_feed(self, element: str, text: str) -> None:
        """Keep the text of an element of the feed, or of the source of an entry."""
        context = self._get_context()
        if element == "description":
            element = "subtitle"
        context[element] = text
        if element == "link":
            context[element] = text = _REFERENCE.sub(r"&\g<1>", text)
            context["links"][-1]["href"] = text
        elif self.incontent:
            context[f"{element}_detail"] = self._detail(text)

    def _detail(self, text: str) -> Any:
        return FeedParserDict(self.contentparams, value=text)


def _mend(text: str) -> str:
    """Undo UTF-8 that was read as Latin-1, and windows-1252 that was never read."""
    with suppress(UnicodeError):
        text = text.encode("iso-8859-1").decode("utf-8")
    return text.translate(_cp1252) if CONTROL.search(text) else text
