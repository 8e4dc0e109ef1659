"""Fetch a file that somebody sent, up to a size and within a time.

Its address holds the bot's token, so neither it nor an error that quotes it is logged.
"""

import asyncio
import logging
from typing import Any, Final

import httpx
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.deliver.redact import redact

log = logging.getLogger(__name__)

TIME: Final = 10.0  # seconds; a megabyte takes one


async def download(bot: ExtBot[Any], file_id: str, *, limit: int) -> bytes | None:
    """Return the file, None if it is larger than `limit` or cannot be had now."""
    try:
        async with asyncio.timeout(TIME):
            return await _download(bot, file_id, limit)
    except (TelegramError, httpx.HTTPError, TimeoutError) as exc:
        reason = redact(f"{type(exc).__name__}: {exc}", bot.token)
        log.warning("file not downloaded: %s", reason)
        return None


async def _download(bot: ExtBot[Any], file_id: str, limit: int) -> bytes | None:
    file = await bot.get_file(file_id)
    if file.file_path is None or (file.file_size or 0) > limit:
        return None
    body = bytearray()
    async with (
        httpx.AsyncClient(timeout=TIME) as client,
        client.stream("GET", file.file_path) as response,
    ):
        response.raise_for_status()
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > limit:
                return None
    return bytes(body)
