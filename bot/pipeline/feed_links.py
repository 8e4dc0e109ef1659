"""Finds the feeds that a web page names (pure)."""

from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from bot.config.addresses import read_url
from bot.domain.model import Document

TYPES = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
    }
)
MAX_PAGE = 2**19  # bytes; the head of a page, however many styles stand in it
MAX_LINKS = 3  # a page of an outlet with a feed for each section names dozens


def find_feed_links(document: Document) -> list[str]:
    """Return the addresses of ``<link rel="alternate">``, the page's own choice first.

    Feeds of comments come last. A page without any, or no page at all, has none.
    """
    page = LexborHTMLParser(document.body[:MAX_PAGE].decode("utf-8", "replace"))
    base = document.url
    if (own := page.css_first("base[href]")) is not None:
        base = _joined(base, own.attributes.get("href")) or base
    found: list[str] = []
    for link in page.css("link[rel][href]"):
        relation = (link.attributes.get("rel") or "").lower().split()
        kind = (link.attributes.get("type") or "").partition(";")[0].strip().lower()
        if "alternate" not in relation or kind not in TYPES:
            continue
        url = _joined(base, link.attributes.get("href"))
        if url is not None:
            found.append(url)
    unique = list(dict.fromkeys(found))
    return sorted(unique, key=lambda url: "comment" in url.lower())[:MAX_LINKS]


def _joined(base: str, link: str | None) -> str | None:
    try:
        return read_url(urljoin(base, (link or "").strip()))
    except ValueError:
        return None
