"""One worker process of `worker.ParserPool`, and the pipes to it."""

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from contextlib import suppress
from pathlib import Path

import bot
from bot.parse.frames import LENGTH, MAX_ANSWER

_DYING_SECONDS = 2  # from the end of its pipe to its own


class Worker:
    """One process, and the pipes to it."""

    def __init__(self, process: Process) -> None:
        if process.stdin is None or process.stdout is None:
            msg = "a worker needs pipes"
            raise ValueError(msg)
        self._process = process
        self._requests = process.stdin
        self._answers = process.stdout
        self.is_ready = False
        self.documents = 0
        self.busy_since = asyncio.get_running_loop().time()  # with its start or a document
        self._was_killed = False

    async def wait_ready(self) -> None:
        """Wait until it may be asked; EOFError if it ends before."""
        await self._answers.readexactly(1)
        self.is_ready = True

    async def ask(self, request: bytes) -> bytes:
        """Return its answer.

        Raises:
            EOFError: It ended.
            OSError: It ended, and its pipe with it.
            ValueError: It answers too much to be true.
        """
        self.documents += 1
        self.busy_since = asyncio.get_running_loop().time()
        self._requests.write(request)
        await self._requests.drain()
        (length,) = LENGTH.unpack(await self._answers.readexactly(LENGTH.size))
        if length > MAX_ANSWER:
            msg = f"an answer of {length} bytes"
            raise ValueError(msg)
        return await self._answers.readexactly(length)

    def kill(self) -> None:
        """End it now; once, for a second signal may take its code from who waits for it."""
        if self._was_killed:
            return
        self._was_killed = True
        with suppress(ProcessLookupError):
            self._process.kill()
        self._requests.close()

    async def find_code(self) -> int | None:
        """Return how it ended, minus the number of a signal; None if it lives.

        Ask before `kill`, which may take the code away from whoever waits for it.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(_DYING_SECONDS):
                return await self._process.wait()
        return None

    async def wait_gone(self) -> None:
        """Wait until it and its pipes are gone."""
        with suppress(OSError):
            while await self._answers.read(2**16):
                pass  # a pipe that is not read to its end is never closed
        await self._process.wait()
        with suppress(OSError):
            await self._requests.wait_closed()


async def spawn(memory_bytes: int) -> Process:
    """Start a worker with this interpreter; it finds `bot` where this process did."""
    root = str(Path(bot.__file__).parent.parent)
    path = os.environ.get("PYTHONPATH")
    return await asyncio.create_subprocess_exec(
        sys.executable,
        "-P",  # not from a `bot` that happens to lie in the current directory
        "-m",
        "bot.parse.child",
        str(memory_bytes),
        stdin=PIPE,
        stdout=PIPE,
        stderr=DEVNULL,
        env={
            # without the settings: whatever a hostile document does, it finds no token
            **{name: value for name, value in os.environ.items() if "TOCSIN" not in name},
            "PYTHONPATH": os.pathsep.join(filter(None, (root, path))),
            "MALLOC_MMAP_THRESHOLD_": "65536",  # glibc: documents are given back at once
        },
        start_new_session=True,  # a Ctrl-C reaches this process only
    )
