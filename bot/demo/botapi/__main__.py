"""``python -m bot.demo.botapi --port N --token T``: the emulator as its own process."""

import argparse
import asyncio
import contextlib
import signal
import sys

from bot.demo.botapi import BotApi, serve


def main() -> None:
    """Serve until SIGINT or SIGTERM; the first line on stdout is the base address."""
    parser = argparse.ArgumentParser(prog="python -m bot.demo.botapi", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=0, help="0 for any free one")
    parser.add_argument("--token", required=True)
    parser.add_argument("--username", default="tocsin_demo_bot")
    parser.add_argument("--no-flood", action="store_true", help="without flood limits")
    options = parser.parse_args()
    api = BotApi(options.token, flood=not options.no_flood, username=options.username)
    asyncio.run(_run(api, options.host, options.port))


async def _run(api: BotApi, host: str, port: int) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers
            loop.add_signal_handler(number, stopped.set)
    async with serve(api, host, port) as base:
        sys.stdout.write(f"{base}\n")
        sys.stdout.flush()
        await stopped.wait()


if __name__ == "__main__":
    main()
