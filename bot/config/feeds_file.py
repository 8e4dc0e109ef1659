"""feeds.yaml as a list that grows: feeds are added, and nothing else in it changes."""

import contextlib
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bot.config.addresses import same_url_key
from bot.config.feed_lines import extend, find_comment, split_lines
from bot.config.feeds import DEFAULT_INTERVAL, DEFAULT_TIME_ZONE, FeedsFile, parse_file
from bot.config.listed import ListedFeed, listed
from bot.config.yaml import MAX_BYTES, read_capped
from bot.domain.errors import ConfigError

_BOM = b"\xef\xbb\xbf"
_NOTHING = FeedsFile(
    feeds=(), interval=DEFAULT_INTERVAL, time_zone=DEFAULT_TIME_ZONE, lines=()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """What became of feeds that were to be added; `known` were in the file already."""

    added: tuple[ListedFeed, ...]
    known: tuple[ListedFeed, ...]


def read_listed(path: Path) -> tuple[ListedFeed, ...]:
    """Return the feeds of a file, each with the comment directly above it.

    Raises:
        ConfigError: As `bot.config.feeds.load_feeds`.
    """
    body = read_capped(path)
    found = parse_file(body, str(path))
    lines = split_lines(body.decode("utf-8-sig"))
    return tuple(
        listed(spec, find_comment(lines, line - 1))
        for spec, line in zip(found.feeds, found.lines, strict=True)
    )


def add_feeds(path: Path, feeds: Iterable[ListedFeed]) -> Addition:
    """Add those feeds to the file that it does not have; one that is missing is made.

    The file is replaced in one step, with its permissions, by one that was read as it
    should be, or it stays as it is.

    Raises:
        ConfigError: The file is faulty, would be too large or cannot be written.
    """
    target = path.resolve()  # the file behind a link, so that the link stays
    before = read_capped(target) if target.exists() else None
    after, addition = extended(before or b"", feeds, str(path))
    if addition.added:
        _replace(target, before, after, str(path))
    return addition


def extended(body: bytes, feeds: Iterable[ListedFeed], name: str) -> tuple[bytes, Addition]:
    """Return the file `body` with the new ones of `feeds`, and which they are.

    Raises:
        ConfigError: As `add_feeds`.
    """
    mark = _BOM if body.startswith(_BOM) else b""
    says_nothing = _says_nothing(body.removeprefix(mark))
    old = _NOTHING if says_nothing else parse_file(body, name)
    seen = {same_url_key(spec.url) for spec in old.feeds}
    added: list[ListedFeed] = []
    known: list[ListedFeed] = []
    for feed in feeds:
        key = same_url_key(feed.url)
        (known if key in seen else added).append(feed)
        seen.add(key)
    addition = Addition(added=tuple(added), known=tuple(known))
    if not added:
        return body, addition
    text = body.removeprefix(mark).decode()
    grown = extend(text, added, interval=old.interval, time_zone=old.time_zone)
    result = mark + grown.encode()
    if len(result) > MAX_BYTES:
        raise ConfigError(name, f"would be larger than {MAX_BYTES:,} bytes; nothing added")
    expected = [
        *old.feeds,
        *(feed.spec(interval=old.interval, time_zone=old.time_zone) for feed in added),
    ]
    if [*_read_back(result, name)] != expected:
        raise ConfigError(name, "is written in a way that cannot be added to by itself")
    return result, addition


def _read_back(body: bytes, name: str) -> Iterable[object]:
    try:
        return parse_file(body, name).feeds
    except ConfigError:
        return ()


def _says_nothing(body: bytes) -> bool:
    """Return True for a file of comments and empty lines."""
    with contextlib.suppress(UnicodeDecodeError):
        return all(line.lstrip()[:1] in {"", "#"} for line in split_lines(body.decode()))
    return False


def _replace(target: Path, before: bytes | None, after: bytes, name: str) -> None:
    """Put `after` in the place of `before`, unless somebody else wrote meanwhile."""
    unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with unfinished.open("xb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        if before is not None:
            shutil.copymode(target, unfinished)
            with contextlib.suppress(PermissionError):  # only its owner or root may give it
                os.chown(unfinished, target.stat().st_uid, target.stat().st_gid)
        if (read_capped(target) if target.exists() else None) != before:
            raise ConfigError(name, "was changed meanwhile; import again")
        unfinished.replace(target)
    except OSError as exc:
        reason = exc.strerror or type(exc).__name__
        raise ConfigError(name, f"not written: {reason}") from exc
    finally:
        unfinished.unlink(missing_ok=True)
