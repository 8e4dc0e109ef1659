"""Keeps the C library from hoarding memory that Python gave back to it.

A worker parses and inserts in threads; glibc gives each thread an arena of its own and
returns little of it, so that a process grows for weeks (feedparser #287). One arena that is
trimmed takes a fifth less with 300 feeds. Documents lie in that arena as well, and what is
small between them keeps it large; outside of it they are given back at once, which is
another tenth with 1,000 feeds. A trim takes 1.5 ms, and what 1,000 feeds leave free in a
minute is 10 MB: so it is done every ten seconds (benchmarks/ingest_load.py).
"""

import ctypes
import gc
import sys

# malloc.h of glibc: M_ARENA_MAX, M_MMAP_THRESHOLD, M_TRIM_THRESHOLD
_ARENA_MAX, _MMAP_THRESHOLD, _TRIM_THRESHOLD = -8, -3, -1
_LARGE = 2**16  # bytes; left alone, glibc raises it to 32 MB with what it meets
_FREE = 2**17  # bytes at the arena's end that are kept


def limit_arenas() -> None:
    """Let all threads share one arena, which holds nothing large.

    Call it before the first of them starts.
    """
    if library := _glibc():
        library.mallopt(_ARENA_MAX, 1)
        library.mallopt(_MMAP_THRESHOLD, _LARGE)
        library.mallopt(_TRIM_THRESHOLD, _FREE)


async def trim() -> None:
    """Give what is free back to the system; a tick, so it is awaited.

    The first time, what is there by then (gazetteer, lists of words, code) is left out of
    each later collection, which takes 0.1 s over it: the slowest transaction in a hundred
    of ten entries took 25 to 45 ms instead of 30 to 145 (benchmarks/stories.py).
    """
    if not gc.get_freeze_count():
        gc.collect()
        gc.freeze()
    if library := _glibc():
        library.malloc_trim(0)


def _glibc() -> ctypes.CDLL | None:
    """Return the C library if it is glibc; others do not need it, and lack the calls."""
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "malloc_trim") else None
