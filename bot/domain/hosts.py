"""Hosts and the sites that they belong to."""

from urllib.parse import urlsplit

# Second levels that registries of two-letter domains sell names under.
_SHARED = frozenset(
    "ac co com edu gob gov gouv govt in info int ltd mil ne net or org pp spb msk "
    "cherkasy chernigov chernihiv chernivtsi crimea dn dp if kharkiv kharkov kherson "
    "khmelnitskiy khmelnytskyi kiev kirovograd kr kyiv lg lt lugansk lutsk lviv mk "
    "mykolaiv nikolaev od odesa odessa pl poltava rivne rovno sebastopol sm sumy te "
    "ternopil uz uzhgorod vinnica vinnytsia vn volyn zaporizhzhe zhitomir zhytomyr zp "
    "zt".split()
)
_COUNTRY = 2  # letters of a country's domain


def site(host: str) -> str:
    """Return the part of `host` that a publisher registers, nearly enough.

    ``www.pravda.com.ua`` and ``pravda.com.ua`` are one site, ``a.example`` and
    ``b.example`` are two. The list of public suffixes would know more, and is a quarter of
    a megabyte that ages; where this is wrong, two outlets share a limit. An address of
    numbers is a site of its own.
    """
    labels = host.rstrip(".").casefold().split(".")
    if ":" in host or labels[-1].isdigit():
        return host.casefold()
    shared = len(labels[-1]) == _COUNTRY and len(labels) > 1 and labels[-2] in _SHARED
    return ".".join(labels[-3 if shared else -2 :])


def server(host: str, port: int | None) -> str:
    """Return the name under which `host` is counted.

    What has no registered domain (numbers, ``localhost``) is one server by its port; any
    other host is one whatever its port.
    """
    last = host.rstrip(".").rpartition(".")[2]
    alone = ":" in host or last.isdigit() or last == host.rstrip(".")
    return f"{host}:{port}" if alone and port is not None else host


def site_of(url: str) -> str:
    """Return the site that serves `url`, "" if it names no host."""
    try:
        parts = urlsplit(url)
        return site(server(parts.hostname or "", parts.port))
    except ValueError:
        return ""
