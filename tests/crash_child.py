"""Runs the service and kills it, as kill -9 does, at one step of its way.

``python crash_child.py MODULE:FUNCTION before|after``: at the first call of the function
that comes while there is an entry to tell; settings come from the environment.
"""

import asyncio
import importlib
import os
import signal
import sys
from typing import Any

os.environ["PTB_TIMEDELTA"] = "1"


def die() -> None:
    """End as by kill -9: nothing is closed, flushed or rolled back by us."""
    os.kill(os.getpid(), signal.SIGKILL)


def arm(step: str, when: str) -> None:
    """Make the function deadly where its module is used."""
    module_name, _, path = step.partition(":")
    owner: Any = importlib.import_module(module_name)
    *parents, name = path.split(".")
    for parent in parents:
        owner = getattr(owner, parent)
    original = getattr(owner, name)

    async def deadly(*args: Any, **kwargs: Any) -> Any:
        if when == "before":
            die()
        result = await original(*args, **kwargs)
        if result is not None or when == "done":
            die()
        return result

    setattr(owner, name, deadly)


def main() -> None:
    """Arm the step, then run as `tocsin run` does."""
    from bot import commands  # noqa: PLC0415  # after PTB_TIMEDELTA

    arm(sys.argv[1], sys.argv[2])
    asyncio.run(commands.run("all", asyncio.Event()))


if __name__ == "__main__":
    main()
