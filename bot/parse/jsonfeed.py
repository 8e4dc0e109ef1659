"""Reads JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1)."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import blake2b

from bot.domain.errors import ParseError
from bot.domain.model import KnownSlices, ParsedEntry, ParsedFeed
from bot.parse.dates import is_plausible, parse_date
from bot.parse.limits import MAX_ENTRIES, is_oldest_first, sample
from bot.parse.text import MAX_TITLE, clean, from_markup
from bot.parse.values import (
    clean_categories,
    clean_guid,
    clean_language,
    clean_link,
    clean_name,
)

NOTHING_KNOWN = KnownSlices()
# Some generators leave line breaks in texts as they are; a cache may write behind the end.
_DECODER = json.JSONDecoder(strict=False)


def parse_json_feed(
    text: str,
    *,
    url: str,
    now: datetime,
    zone: str = "UTC",
    known: KnownSlices = NOTHING_KNOWN,
) -> ParsedFeed:
    """Return the feed of a JSON document, without the entries that are `known`.

    Raises:
        ParseError: It is no JSON, or not a feed.
    """
    try:
        document, _ = _DECODER.raw_decode(text)
    except (ValueError, RecursionError) as error:
        raise ParseError(url, "ill-formed JSON, perhaps cut off", transient=True) from error
    if not isinstance(document, dict) or not isinstance(document.get("items"), list):
        raise ParseError(url, "JSON, but not a feed", transient=True)
    version = document.get("version")
    if not isinstance(version, str) or "jsonfeed.org" not in version:
        raise ParseError(url, "JSON, but not a feed", transient=True)
    base = clean_link(_text(document.get("home_page_url")), url) or url
    items = _newest([item for item in document["items"] if isinstance(item, dict)], zone)
    slices = tuple(map(_digest, items))
    skeleton = blake2b(f"{version}\n{base}".encode("utf-8", "surrogatepass"), digest_size=8)
    cut = known.slices if known.skeleton == skeleton.hexdigest() else frozenset()
    entries = (
        _entry(item, base=base, now=now, zone=zone, slice_=slice_)
        for item, slice_ in zip(items, slices, strict=True)
        if slice_ not in cut
    )
    return ParsedFeed(
        title=clean(_text(document.get("title")), MAX_TITLE),
        language=clean_language(_text(document.get("language"))),
        entries=tuple(entry for entry in entries if entry is not None),
        slices=slices,
        skeleton=skeleton.hexdigest() if slices else "",
    )


def _digest(item: Mapping[str, object]) -> str:
    """Return the hash of an item, however its publisher orders and spaces it."""
    written = json.dumps(item, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return blake2b(written.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _newest(
    items: Sequence[Mapping[str, object]], zone: str
) -> Sequence[Mapping[str, object]]:
    if len(items) <= MAX_ENTRIES:
        return items
    oldest_first = is_oldest_first(
        parse_date(_text(item.get("date_published")), zone=zone) for item in sample(items)
    )
    return items[-MAX_ENTRIES:] if oldest_first else items[:MAX_ENTRIES]


def _entry(
    item: Mapping[str, object], *, base: str, now: datetime, zone: str, slice_: str
) -> ParsedEntry | None:
    guid = clean_guid(_text(item.get("id")))
    links = (clean_link(_text(item.get(name)), base) for name in ("url", "external_url"))
    title = clean(_text(item.get("title")), MAX_TITLE)
    summary = (
        clean(_text(item.get("summary")))
        or clean(_text(item.get("content_text")))
        or from_markup(_text(item.get("content_html")))
    )
    link = next((link for link in links if link), None)
    if not (guid or link or title or summary):
        return None
    dates = (
        parse_date(_text(item.get(name)), zone=zone)
        for name in ("date_published", "date_modified")
    )
    tags = item.get("tags")
    return ParsedEntry(
        guid=guid,
        link=link,
        title=title,
        summary=summary,
        published_at=next((at for at in dates if at and is_plausible(at, now)), None),
        author=clean_name(_author(item)),
        categories=clean_categories(map(_text, tags if isinstance(tags, list) else ())),
        language=clean_language(_text(item.get("language"))),
        slice=slice_,
    )


def _author(item: Mapping[str, object]) -> str:
    authors = item.get("authors")
    first = authors[0] if isinstance(authors, list) and authors else item.get("author")
    return _text(first.get("name")) if isinstance(first, dict) else ""


def _text(value: object) -> str:
    """Return a text; JSON Feed 1.1 asks readers to take a number for an id."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, (int, float)) and value is not True else ""
