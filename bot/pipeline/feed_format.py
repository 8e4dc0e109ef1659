"""Names the format of a feed document (pure)."""

import re

_LEAD = 4096  # bytes in which a document says what it is


def find_format(body: bytes) -> str:
    """Return the format's name, "" if the beginning of the document does not tell."""
    lead = body[:_LEAD].replace(b"\0", b"").decode("latin-1")  # UTF-16 becomes readable
    if lead.lstrip("\xef\xbb\xbf\xff\xfe \t\r\n").startswith("{"):
        return "JSON Feed"
    root = re.search(r"<(?:\w+:)?(rss|feed|rdf|channel)\b([^>]*)", lead, re.IGNORECASE)
    if root is None:
        return ""
    name, attributes = root[1].lower(), root[2]
    if name == "rss":
        version = re.search(r"""version\s*=\s*["']([\d.]{1,5})""", attributes)
        return f"RSS {version[1]}" if version else "RSS"
    if name == "feed":
        return "Atom 0.3" if "purl.org/atom/ns" in attributes else "Atom"
    return "RSS 1.0" if name == "rdf" else "RSS"
