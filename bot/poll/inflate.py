"""Undoes Content-Encoding under a limit (pure).

The client libraries do not bound it: each turns a megabyte of gzip into a gigabyte before
anybody can stop it. ``zlib.decompressobj`` takes the limit itself.
"""

import zlib
from codecs import BOM_UTF8

MAX_MEMBERS = 1_000  # of one body; 8 MB packed in blocks of 64 kB have 128
PIECE = 2**16  # bytes unpacked at once
MAX_LAYERS = 3  # some servers pack what is packed already
# Ways to pack that nobody asks for; any other name, "none" or "utf-8", means no packing.
_UNASKED = frozenset({"br", "zstd", "compress", "x-compress", "dcb", "dcz", "exi", "xz"})
_KNOWN = frozenset({"gzip", "x-gzip", "deflate", "identity"})
_GZIP_MAGIC = b"\x1f\x8b"
_GZIP, _ZLIB, _RAW_DEFLATE = 31, 15, -15


class TooLargeError(Exception):
    """The body is larger than allowed."""


class DamagedError(Exception):
    """The body is not what its encoding says, or ends too early."""


def inflate(raw: bytes, encoding: str | None, max_bytes: int) -> bytes:
    """Return `raw` without its ``Content-Encoding``, at most `max_bytes` of it.

    What is packed is seen from the bytes: servers send plain text as gzip or under names
    that mean no packing at all, and gzip without saying so.

    Raises:
        TooLargeError: The body unpacks to more than `max_bytes`.
        DamagedError: The body cannot be unpacked, or the encoding is none we asked for.
    """
    names = [name.strip().lower() for name in (encoding or "").split(",") if name.strip()]
    deflated = "deflate" in names
    body = raw
    for _ in range(MAX_LAYERS):
        if body.startswith(_GZIP_MAGIC):
            body = _undo(body, _GZIP, max_bytes)
        elif deflated and not _is_plain(body):
            deflated = False
            body = _undo_deflate(body, max_bytes)
        else:
            break
    strange = next((name for name in names if name not in _KNOWN), None)
    if strange is not None and (strange in _UNASKED or not _is_plain(body)):
        msg = f"the server packed it as {strange[:20]!r}, which was not asked for"
        raise DamagedError(msg)
    if len(body) > max_bytes:
        raise TooLargeError
    return body


def _is_plain(body: bytes) -> bool:
    """Say whether this begins as documents do."""
    return body.removeprefix(BOM_UTF8).lstrip()[:1] in {b"<", b"{"}


def _undo_deflate(body: bytes, max_bytes: int) -> bytes:
    try:
        return _undo(body, _ZLIB, max_bytes)
    except DamagedError:
        return _undo(body, _RAW_DEFLATE, max_bytes)  # what old servers call deflate


def _undo(body: bytes, window: int, max_bytes: int) -> bytes:
    """Return all members of `body`, unpacked.

    Piece by piece: what a member leaves over is copied, and a hostile body has a member in
    each twenty bytes.
    """
    parts: list[bytes] = []
    size, members = 0, 0
    place = 0
    while place < len(body):
        unpacker = zlib.decompressobj(window)
        members += 1
        if members > MAX_MEMBERS:
            msg = f"the packed document has more than {MAX_MEMBERS} parts"
            raise DamagedError(msg)
        try:
            while not unpacker.eof:
                piece = body[place : place + PIECE]
                if not piece:
                    msg = "the packed document is cut off"
                    raise DamagedError(msg)
                part = unpacker.decompress(piece, max_bytes - size + 1)
                size += len(part)
                if size > max_bytes:
                    raise TooLargeError
                parts.append(part)
                left = unpacker.unused_data or unpacker.unconsumed_tail
                place += len(piece) - len(left)
        except zlib.error as error:
            if members > 1:
                break  # padding behind the last member
            msg = "the packed document is damaged"
            raise DamagedError(msg) from error
    return b"".join(parts)
