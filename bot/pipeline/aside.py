"""Work that takes long is done beside the event loop, one piece after the other.

One thread: two would only wait for each other, and the loop for both. Python passes the
interpreter on between threads after 5 ms at the earliest, which is what each turn of the
loop waited while a text was read; `bot.interpreter` makes that less.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="aside")


async def aside(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what `work` returns, without stopping the event loop."""
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(_thread, partial(work, *args, **kwargs))
