"""Turns what feedparser says of an entry into ours (pure)."""

from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from feedparser.datetimes import _parse_date

from bot.domain.model import ParsedEntry
from bot.parse.dates import is_guessable, is_plausible, parse_date
from bot.parse.text import MAX_TEXT, MAX_TITLE, clean, from_markup, from_unknown
from bot.parse.values import (
    clean_categories,
    clean_guid,
    clean_language,
    clean_link,
    clean_name,
)

# feedparser's own dictionaries look into two tables for each key; ours are never in them.
Values = dict[str, Any]
_get = dict.get
_DATES = ("published", "updated", "created")


class EntryReader:
    """Turns feedparser's entries into ours, for one document."""

    def __init__(self, *, base: str, atom: bool, now: datetime, zone: str) -> None:
        self._base = base
        self._atom = atom
        self._now = now
        self._zone = zone

    def entry(self, entry: Values, slice_: str = "") -> ParsedEntry | None:
        """Return the entry of that slice, or None if nothing of it is usable."""
        guid = clean_guid(string(entry, "id"))
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
            author=clean_name(_detail(entry, "author", "name") or string(entry, "author")),
            categories=clean_categories(
                string(tag, "term") or string(tag, "label")
                for tag in _get(entry, "tags") or ()
            ),
            language=self._language(entry),
            slice=slice_,
        )

    def text(self, entry: Values, name: str, limit: int) -> str:
        """Return the plain text of a title or summary."""
        return self._plain(string(entry, name), _detail(entry, name, "type"), limit)

    def _plain(self, value: str, kind: str, limit: int) -> str:
        if self._atom and kind == "text/plain":
            return clean(value, limit)
        if self._atom and kind in {"text/html", "application/xhtml+xml"}:
            return from_markup(value, limit)
        return from_unknown(value, limit)

    def _summary(self, entry: Values) -> str:
        summary = self.text(entry, "summary", MAX_TEXT)
        if summary:
            return summary
        for content in _get(entry, "content") or ():
            kind = string(content, "type")
            if text := self._plain(string(content, "value"), kind, MAX_TEXT):
                return text
        return from_unknown(string(entry, "media_caption"))

    def _published_at(self, entry: Values) -> datetime | None:
        return next((at for at in self._dates(entry) if is_plausible(at, self._now)), None)

    def _dates(self, entry: Values) -> Iterator[datetime]:
        for name in _DATES:
            text = string(entry, name)
            at = parse_date(text, zone=self._zone) if text else None
            if at is None and is_guessable(text):
                at = _feedparsers_date(_get(entry, f"{name}_parsed"))
            if at is not None:
                yield at

    @staticmethod
    def _language(entry: Values) -> str | None:
        inherited = _detail(entry, "title", "language")
        return clean_language(string(entry, "language") or inherited)


def string(values: Values, name: str) -> str:
    """Return the text of that name, "" if there is none."""
    value = _get(values, name)
    return value if isinstance(value, str) else ""


def _link(entry: Values) -> str:
    """Return the entry's link; a guid that feedparser took for one must be an address."""
    link = string(entry, "link") or string(entry, "feedburner_origlink")
    given = any(string(each, "href") == link for each in _get(entry, "links") or ())
    return link if given or link.startswith(("http://", "https://")) else ""


def _detail(entry: Values, name: str, key: str) -> str:
    detail = _get(entry, f"{name}_detail")
    return string(detail, key) if isinstance(detail, dict) else ""


def _feedparsers_date(value: Any) -> datetime | None:
    """Return the date that feedparser read, or still has to read (see `strict`)."""
    try:
        parsed = _parse_date(value) if isinstance(value, str) else value
        return datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None
    except (ArithmeticError, AttributeError, LookupError, OSError, TypeError, ValueError):
        return None
