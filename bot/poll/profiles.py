"""Who we say that we are (pure).

Many publishers stand behind a filter that judges the headers and not the conduct: it
answers 403 or 406 to a reader that names itself, and serves the same feed to a browser
(lemon24/reader #181, miniflux #2781, FreshRSS #8189 for the Accept header). So the honest
profile comes first, always; only a site that refuses it is shown the next one, and the
profile that was answered is remembered for that feed alone. A remembered profile that is
refused in its turn starts over from the honest one, for filters change.
"""

from collections.abc import Iterator, Mapping

from bot import __version__

_ENCODINGS = {"Accept-Encoding": "gzip, deflate"}  # what inflate.py unpacks under a limit

PROFILES: tuple[Mapping[str, str], ...] = (
    {
        "User-Agent": f"Tocsin/{__version__} (+feed reader; heeds Retry-After)",
        "Accept": (
            "application/rss+xml, application/atom+xml, application/feed+json,"
            " application/rdf+xml, application/xml;q=0.9, text/xml;q=0.9,"
            " application/json;q=0.8, */*;q=0.1"
        ),
        **_ENCODINGS,
    },
    {
        "User-Agent": f"Mozilla/5.0 (compatible; Tocsin/{__version__})",
        "Accept": "*/*",
        **_ENCODINGS,
    },
    {
        "User-Agent": (
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
        ),
        "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        "Accept-Language": "uk,ru;q=0.8,en;q=0.6",
        **_ENCODINGS,
    },
)

REFUSALS = frozenset({403, 406})  # statuses that another profile may turn


def in_order(remembered: int) -> Iterator[int]:
    """Yield each profile once: the one that was answered last, then from the honest one."""
    if not 0 <= remembered < len(PROFILES):
        remembered = 0  # of a version that had more of them
    yield remembered
    yield from (each for each in range(len(PROFILES)) if each != remembered)
