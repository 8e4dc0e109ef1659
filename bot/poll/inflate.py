"""Undoes Content-Encoding under a limit (pure).

The client libraries do not bound it: each turns a megabyte of gzip into a gigabyte before
anybody can stop it. ``zlib.decompressobj`` takes the limit itself.
"""

import zlib

MAX_LAYERS = 3  # some servers pack what is packed already
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP, _ZLIB, _RAW_DEFLATE = 31, 15, -15


class TooLargeError(Exception):
    """The body is larger than allowed."""


class DamagedError(Exception):
    """The body is not what its encoding says, or ends too early."""


def inflate(raw: bytes, encoding: str | None, max_bytes: int) -> bytes:
    """Return `raw` without its ``Content-Encoding``, at most `max_bytes` of it.

    What is packed is seen from the bytes: servers send plain text as gzip, and gzip
    without saying so.

    Raises:
        TooLargeError: The body unpacks to more than `max_bytes`.
        DamagedError: The body cannot be unpacked, or the encoding is none we asked for.
    """
    names = [name.strip().lower() for name in (encoding or "").split(",") if name.strip()]
    for name in names:
        if name not in {"gzip", "x-gzip", "deflate", "identity"}:
            msg = f"the server packed it as {name[:20]!r}, which was not asked for"
            raise DamagedError(msg)
    body = raw
    if "deflate" in names and not body.startswith(_GZIP_MAGIC):
        body = _undo_deflate(body, max_bytes)
    for _ in range(MAX_LAYERS):
        if not body.startswith(_GZIP_MAGIC):
            break
        body = _undo(body, _GZIP, max_bytes)
    if len(body) > max_bytes:
        raise TooLargeError
    return body


def _undo_deflate(body: bytes, max_bytes: int) -> bytes:
    if body.lstrip()[:1] in {b"<", b"{"}:
        return body
    try:
        return _undo(body, _ZLIB, max_bytes)
    except DamagedError:
        return _undo(body, _RAW_DEFLATE, max_bytes)  # what old servers call deflate


def _undo(body: bytes, window: int, max_bytes: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    while body:
        unpacker = zlib.decompressobj(window)
        try:
            part = unpacker.decompress(body, max_bytes - size + 1)
        except zlib.error as error:
            if parts:
                break  # padding behind the last member
            msg = "the packed document is damaged"
            raise DamagedError(msg) from error
        size += len(part)
        if size > max_bytes:
            raise TooLargeError
        if not unpacker.eof:
            msg = "the packed document is cut off"
            raise DamagedError(msg)
        parts.append(part)
        body = unpacker.unused_data
    return b"".join(parts)
