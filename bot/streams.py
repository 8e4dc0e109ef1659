"""The command line's three streams: what the caller closed, filled up, or reads no more."""

import contextlib
import io
import os
import re
import sys
import traceback
from pathlib import Path

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def open_streams() -> None:
    """Give each stream that the caller closed an end; else the next file would be it."""
    if sys.stdin is None:
        sys.stdin = os.fdopen(os.open(os.devnull, os.O_RDONLY))
    if sys.stdout is None:  # for reading, so that what is lost is a failure
        sys.stdout = os.fdopen(os.open(os.devnull, os.O_RDONLY), "w")
    if sys.stderr is None:
        sys.stderr = os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def complain(line: str) -> None:
    """Write one line to stderr, whatever a file or an argument put into it."""
    shown = _CONTROLS.sub(lambda found: found[0].encode("unicode_escape").decode(), line)
    sys.stderr.write(f"{shown}\n")


def drop_output() -> None:
    """Let nothing that is still to be written be tried again at the end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def describe(error: Exception) -> str:
    """Return what the system refused, or where a fault of ours is."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename or 'output'}: {error.strerror}"
    *_, (frame, line) = traceback.walk_tb(error.__traceback__)
    where = f"{Path(frame.f_code.co_filename).name}:{line}"
    said = f"{type(error).__name__}: {error}".removesuffix(": ")
    return f"a fault of Tocsin: {said} ({where}; --debug shows more)"
