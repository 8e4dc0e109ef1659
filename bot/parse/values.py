"""Cleans what is neither title nor text: links, ids, languages, categories (pure)."""

import re
from collections.abc import Iterable
from hashlib import blake2b
from urllib.parse import urljoin, urlsplit

from bot.parse.text import clean, from_unknown

MAX_LINK = 2_000  # what browsers and servers still take
MAX_GUID = 1_000
MAX_NAME = 200
MAX_CATEGORIES = 50
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SPACE = re.compile(r"[\s\x00-\x1f\x7f]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean_link(link: str | None, base: str) -> str | None:
    """Return `link` as an absolute http(s) address, or None if it is none."""
    if not link:
        return None
    text = _SURROGATE.sub("", link.strip())
    text = _SPACE.sub("%20" if " " in text else "", text)
    if text[:4].lower() == "www.":
        text = f"//{text}"  # an address without its scheme, and no path
    try:
        absolute = urljoin(base, text)
        parts = urlsplit(absolute)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return None  # a bracket that is no IPv6 address
    return absolute if usable and len(absolute) <= MAX_LINK else None


def clean_guid(guid: str | None) -> str | None:
    """Return `guid` without outer space; a very long one ends in its hash."""
    text = _SURROGATE.sub("", guid or "").replace("\0", "").strip()
    if len(text) <= MAX_GUID:
        return text or None
    digest = blake2b(text.encode(), digest_size=16).hexdigest()
    return f"{text[: MAX_GUID - len(digest)]}{digest}"


def clean_language(language: str | None) -> str | None:
    """Return a BCP 47 tag, or None if `language` is none."""
    tag = (language or "").strip().replace("_", "-")
    return tag if _LANGUAGE.fullmatch(tag) and len(tag) <= MAX_NAME else None


def clean_name(name: str | None) -> str | None:
    """Return an author's name as plain text."""
    return from_unknown(name, MAX_NAME) or None if name else None


def clean_categories(names: Iterable[str | None]) -> tuple[str, ...]:
    """Return the names in order, each once."""
    cleaned = (clean(from_unknown(name, MAX_NAME)) for name in names if name)
    return tuple(name for name in dict.fromkeys(cleaned) if name)[:MAX_CATEGORIES]
