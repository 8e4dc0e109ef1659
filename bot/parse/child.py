"""The worker process of `worker.ParserPool`: ``python -m bot.parse.child MEMORY_BYTES``.

Reads requests from standard input until it ends, so the death of the parent ends the
child; a document that never ends, ends the child by its own alarms: `SIGPROF` when it has
used its CPU, `SIGALRM` when the parent should have killed it.
"""

import gc
import json
import os
import resource
import signal
import sys
from datetime import datetime
from typing import IO

from bot.domain.errors import Fault, ParseError
from bot.parse.feed import parse_feed
from bot.parse.frames import LENGTH, pack_error, pack_feed, unpack_known

READY = b"r"
_YOUNG = 50_000  # objects between two looks for cycles; a document makes some thousands
_ALARM_SLACK = 5  # the parent kills first; the alarm is for a parent that is gone


def main() -> None:
    """Answer requests until standard input ends."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not get between the frames
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's affair
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    _limit_memory(int(sys.argv[1]))
    gc.freeze()  # feedparser and its tables; they were looked over at each document
    gc.set_threshold(_YOUNG)
    answers.write(READY)
    answers.flush()
    while (head := _read_head(requests)) is not None:
        size = json.loads(head)["size"]
        answer = _answer(head, requests.read(size))
        answers.write(answer)
        answers.flush()
        # What feedparser leaves is few objects in cycles, which hold the document: without
        # this 0.2 MB of each stayed. What is frozen is not looked over: it takes 0.1 ms.
        del answer
        gc.collect()


def _limit_memory(size: int) -> None:
    if size and sys.platform == "linux":  # macOS knows the limit and does not keep it
        resource.setrlimit(resource.RLIMIT_AS, (size, size))


def _read_head(requests: IO[bytes]) -> bytes | None:
    length = requests.read(LENGTH.size)
    if len(length) < LENGTH.size:
        return None
    return requests.read(LENGTH.unpack(length)[0])


def _answer(head: bytes, body: bytes) -> bytes:
    request = json.loads(head)
    signal.setitimer(signal.ITIMER_PROF, request["cpu"])
    signal.setitimer(signal.ITIMER_REAL, request["wall"] + _ALARM_SLACK)
    try:
        feed = parse_feed(
            body,
            content_type=request["content_type"],
            url=request["url"],
            now=datetime.fromisoformat(request["now"]),
            zone=request["zone"],
            known=unpack_known(request),
        )
        return pack_feed(feed)
    except ParseError as error:
        return pack_error(error)
    except MemoryError:
        reason = "needs too much memory to parse"
        return pack_error(
            ParseError(request["url"], reason, transient=True, kind=Fault.HOSTILE)
        )
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


if __name__ == "__main__":
    main()
