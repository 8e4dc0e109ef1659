"""Reads the body of an answer under a limit, and says whether it is the one we know."""

import asyncio
import re
from codecs import BOM_UTF8
from hashlib import blake2b

import aiohttp

from bot.domain.errors import Fault
from bot.poll.inflate import DamagedError, TooLargeError, inflate
from bot.poll.reasons import FailedError

THREAD_BYTES = 2**16  # what is longer is unpacked in a thread, for it takes milliseconds
_TAIL = 4096  # bytes in which a document ends, with what caches write behind it
_ROOT_END = re.compile(rb"</(?:[\w.-]+:)?(?:rss|feed|rdf|channel)\s*>", re.IGNORECASE)


async def read_raw(response: aiohttp.ClientResponse, max_bytes: int) -> bytes:
    """Return the body as it came, packed or not.

    Raises:
        FailedError: It is longer than `max_bytes`, whatever Content-Length says.
    """
    length = response.headers.get("Content-Length", "")
    if re.fullmatch(r"\d{1,18}", length, re.ASCII) and int(length) > max_bytes:
        raise _too_large(max_bytes)
    raw = bytearray()
    async for chunk in response.content.iter_any():
        raw += chunk
        if len(raw) > max_bytes:
            raise _too_large(max_bytes)
    return bytes(raw)


def is_cut_off(body: bytes) -> bool:
    """Say whether XML ends before its root does, however complete the answer was."""
    tail = body[-_TAIL:].replace(b"\0", b"")  # UTF-16 becomes readable
    is_json = body.lstrip(BOM_UTF8 + b" \t\r\n").startswith(b"{")  # that fails if cut off
    return not is_json and _ROOT_END.search(tail) is None


def hash_wire(raw: bytes, encoding: str) -> str:
    """Return what tells this body from others without unpacking it."""
    digest = blake2b(raw, digest_size=16)
    digest.update(b"\0" + encoding.encode(errors="surrogateescape"))
    return digest.hexdigest()


async def unpack(raw: bytes, encoding: str, max_bytes: int) -> bytes:
    """Return the document in `raw`.

    Raises:
        FailedError: It is damaged, longer than `max_bytes`, or empty.
    """
    try:
        if len(raw) < THREAD_BYTES:
            body = inflate(raw, encoding, max_bytes)
        else:
            body = await asyncio.to_thread(inflate, raw, encoding, max_bytes)
    except TooLargeError as error:
        raise _too_large(max_bytes) from error
    except DamagedError as error:
        raise FailedError(Fault.SERVER, str(error)) from error
    if not body.strip():
        raise FailedError(Fault.DOCUMENT, "empty document")
    return body


def _too_large(max_bytes: int) -> FailedError:
    return FailedError(Fault.HOSTILE, f"larger than {max_bytes / 2**20:g} MB")
