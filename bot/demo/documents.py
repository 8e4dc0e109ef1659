"""Feed documents of the local publisher: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1; pure.

A title or summary is plain text here. Atom and JSON Feed can say so, and a headline with
``<b>`` in it reads ``<b>``. RSS cannot: there it goes out as HTML that shows the text, the
way most publishers' software writes it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape

from bot.demo.items import Outlet

CONTENT_TYPES = {
    "rss": "application/rss+xml; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "json": "application/feed+json",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """An entry that an outlet has published; `number` is unique over all outlets."""

    number: int
    title: str
    summary: str
    published_at: datetime


def feed_document(outlet: Outlet, entries: Sequence[Published], *, home: str) -> bytes:
    """Return the outlet's feed with `entries`, newest first, in the outlet's own format.

    Args:
        outlet: Whose feed it is.
        entries: What is in it.
        home: The outlet's address with a slash at its end; the entries lie below it.
    """
    render = {"rss": _rss, "atom": _atom, "json": _json_feed}[outlet.format]
    return render(outlet, entries, home).encode()


def _guid(outlet: Outlet, entry: Published) -> str:
    return f"urn:tocsin-demo:{outlet.slug}:{entry.number}"


def _link(home: str, entry: Published) -> str:
    return _xml(f"{home}{entry.number}")


def _html(text: str) -> str:
    """Return `text` as HTML, escaped once more for XML."""
    return _xml(escape(text))


def _xml(text: str) -> str:
    """Escape `text`, without the control characters that no XML may hold."""
    return escape("".join(c for c in text if c >= " " or c in "\t\n"))


def _rss(outlet: Outlet, entries: Sequence[Published], home: str) -> str:
    items = "".join(
        f"<item><title>{_html(entry.title)}</title>"
        f"<link>{_link(home, entry)}</link>"
        f'<guid isPermaLink="false">{_guid(outlet, entry)}</guid>'
        f"<pubDate>{format_datetime(entry.published_at)}</pubDate>"
        f"<description>{_html(entry.summary)}</description></item>\n"
        for entry in entries
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>'
        f"<title>{_html(outlet.title)}</title><link>{_xml(home)}</link>"
        f"<description>Invented news</description>"
        f"<language>{outlet.language}</language>\n{items}</channel></rss>\n"
    )


def _atom(outlet: Outlet, entries: Sequence[Published], home: str) -> str:
    items = "".join(
        f'<entry><title type="text">{_xml(entry.title)}</title>'
        f'<link rel="alternate" href="{_link(home, entry)}"/>'
        f"<id>{_guid(outlet, entry)}</id>"
        f"<published>{entry.published_at.isoformat()}</published>"
        f"<updated>{entry.published_at.isoformat()}</updated>"
        f'<summary type="text">{_xml(entry.summary)}</summary></entry>\n'
        for entry in entries
    )
    updated = (
        entries[0].published_at.isoformat() if entries else "1970-01-01T00:00:00+00:00"
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{outlet.language}">'
        f'<title type="text">{_xml(outlet.title)}</title>'
        f"<id>urn:tocsin-demo:{outlet.slug}</id>"
        f'<link rel="alternate" href="{_xml(home)}"/>'
        f"<updated>{updated}</updated>\n{items}</feed>\n"
    )


def _json_feed(outlet: Outlet, entries: Sequence[Published], home: str) -> str:
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": outlet.title,
            "home_page_url": home,
            "language": outlet.language,
            "items": [
                {
                    "id": _guid(outlet, entry),
                    "url": f"{home}{entry.number}",
                    "title": entry.title,
                    "content_text": entry.summary,
                    "date_published": entry.published_at.isoformat(),
                }
                for entry in entries
            ],
        },
        ensure_ascii=False,
    )
