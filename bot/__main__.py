"""``tocsin`` and ``python -m bot``: the command line, as soon as it is loaded."""

import sys

INTERRUPTED = 128 + 2  # what a shell says of a command that SIGINT ended


def main() -> None:
    """Run a command; who stops it while it loads, some seconds, sees no traceback."""
    try:
        from bot import command_line  # noqa: PLC0415  # so that this module is there at once

        command_line.main()
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
