"""Writes feeds as publishers do: RSS 2.0, Atom 1.0 and JSON Feed 1.1 (see publisher.py)."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from xml.sax.saxutils import escape, quoteattr

CONTENT_TYPES = {
    "rss": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An entry to publish; an empty text leaves its element out."""

    title: str
    link: str = ""
    guid: str = ""
    summary: str = ""
    published: datetime | str | None = None
    author: str | None = None
    categories: tuple[str, ...] = ()


def render(
    form: str, *, title: str, link: str, language: str | None, items: Sequence[Item]
) -> bytes:
    """Return the document in UTF-8."""
    writer = {"rss": _rss, "atom": _atom, "json": _json}[form]
    return writer(title, link, language, items).encode()


def _tag(name: str, text: str | None, attributes: str = "") -> str:
    return f"<{name}{attributes}>{escape(text)}</{name}>" if text else ""


def _rss(title: str, link: str, language: str | None, items: Sequence[Item]) -> str:
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>',
        _tag("title", title),
        _tag("link", link),
        "<description></description>",
        _tag("language", language),
    ]
    for item in items:
        permalink = (
            ' isPermaLink="true"' if item.guid == item.link else ' isPermaLink="false"'
        )
        at = item.published
        parts += [
            "\n<item>",
            _tag("title", item.title),
            _tag("link", item.link),
            _tag("guid", item.guid, permalink),
            _tag("description", item.summary),
            _tag("pubDate", format_datetime(at) if isinstance(at, datetime) else at),
            _tag("author", item.author),
            *(_tag("category", category) for category in item.categories),
            "</item>",
        ]
    return "".join([*parts, "\n</channel></rss>\n"])


def _atom(title: str, link: str, language: str | None, items: Sequence[Item]) -> str:
    where = f" xml:lang={quoteattr(language)}" if language else ""
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>\n',
        f'<feed xmlns="http://www.w3.org/2005/Atom"{where}>',
        _tag("title", title),
        _tag("id", link),
        f"<link href={quoteattr(link)}/>",
    ]
    for item in items:
        at = item.published
        parts += [
            "\n<entry>",
            _tag("title", item.title),
            f"<link href={quoteattr(item.link)}/>" if item.link else "",
            _tag("id", item.guid),
            _tag("summary", item.summary),
            _tag("published", at.isoformat() if isinstance(at, datetime) else at),
            f"<author><name>{escape(item.author)}</name></author>" if item.author else "",
            *(f"<category term={quoteattr(category)}/>" for category in item.categories),
            "</entry>",
        ]
    return "".join([*parts, "\n</feed>\n"])


def _json(title: str, link: str, language: str | None, items: Sequence[Item]) -> str:
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": title,
            "home_page_url": link,
            **({"language": language} if language else {}),
            "items": [_json_item(item) for item in items],
        },
        ensure_ascii=False,
    )


def _json_item(item: Item) -> dict[str, object]:
    at = item.published
    values: dict[str, object] = {
        "id": item.guid,
        "url": item.link,
        "title": item.title,
        "content_text": item.summary,
        "date_published": at.isoformat() if isinstance(at, datetime) else at,
        "authors": [{"name": item.author}] if item.author else [],
        "tags": list(item.categories),
    }
    return {name: value for name, value in values.items() if value}
