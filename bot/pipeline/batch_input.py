"""Reads the input of `tocsin annotate`; an error names its line."""

import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Any

from bot.domain.errors import ConfigError
from bot.pipeline.batch import BatchEntry

_SURROGATE = re.compile("[\ud800-\udfff]")  # JSON can name half a letter; no database can


def read_entries(lines: Iterable[bytes]) -> Iterator[BatchEntry]:
    """Yield the entries of JSON lines; blank lines are passed over.

    Raises:
        ConfigError: A line is not an entry.
    """
    for number, given in enumerate(lines, start=1):
        line = given.removeprefix(BOM_UTF8) if number == 1 else given
        if line.strip():
            yield _read(line, f"line {number}")


def _read(line: bytes, where: str) -> BatchEntry:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as exc:
        raise ConfigError(where, f"not JSON: {exc}") from None
    if not isinstance(data, dict):
        raise ConfigError(where, "not a JSON object")
    if "id" not in data:
        raise ConfigError(where, "id is missing")
    return BatchEntry(
        id=data["id"],
        published_at=_instant(data.get("published"), where),
        feed=_text(data, "feed", where) or "batch",
        title=_text(data, "title", where) or "",
        summary=_text(data, "summary", where) or "",
        language=_text(data, "lang", where),
        url=_text(data, "url", where),
    )


def _text(data: dict[str, Any], key: str, where: str) -> str | None:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise ConfigError(where, f"{key} is not a text")
    return value and _SURROGATE.sub("\ufffd", value)


def _instant(value: object, where: str) -> datetime:
    if value is None:
        return datetime(1970, 1, 1, tzinfo=UTC)
    try:
        at = datetime.fromisoformat(value.upper() if isinstance(value, str) else "")
        return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)
    except (ValueError, OverflowError):  # the latter: in UTC, before year 1 or after 9999
        raise ConfigError(where, f"published is no RFC 3339 time: {value!r}") from None
