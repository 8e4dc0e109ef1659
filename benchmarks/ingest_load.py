"""What a worker needs for very many feeds: memory, CPU, and time in which nothing moves.

First ``tocsin run --role worker`` polls 1,000 feeds: the proportional memory (PSS) of all
its processes. Then 10,000 feeds are each polled once a minute: 90 % answer 304, 8 % send
the same document again and 2 % one new entry. Printed are the CPU as a share of one core,
how late the event loop is (beside a loop of another process with nothing to do, which
shows what the machine adds), and how long a complete response waits until it is committed.
One JSON line each, with what issue 3 asks for. Linux only.

``--feeds`` and ``--every`` scale it: 1,000 feeds each 6 seconds are as many polls.
"""

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from loopback.processes import Peer, pss_of
from loopback.tocsin_side import write_feeds

MEMORY_FEEDS = 1_000
MEMORY_EVERY = 10  # seconds between two polls of a feed while memory is measured
PATIENCE = 3_600  # seconds for all first polls
TARGETS = {
    "pss_mb_target": 200,
    "cpu_percent_target": 35,
    "loop_late_p99.9_ms_target": 20,
    "committed_after_p99_ms_target": 150,
}


def environment(folder: Path, every: int) -> dict[str, str]:
    """Return the settings of a worker that lives in `folder`."""
    return os.environ | {
        "TOCSIN_FEEDS_FILE": str(folder / "feeds.yaml"),
        "TOCSIN_DATABASE_URL": f"sqlite:///{folder}/tocsin.db",
        "TOCSIN_FEED_ALLOW_NETWORKS": "127.0.0.0/8",
        "TOCSIN_MIN_INTERVAL": f"{every}s",
        "TOCSIN_WEB_PORT": "",
        "TOCSIN_LOG_LEVEL": "WARNING",
    }


@contextmanager
def publisher(feeds: int, folder: Path, every: int) -> Iterator[Peer]:
    """Serve feeds that mostly do not change, and configure them."""
    arguments = ["--feeds", str(feeds), "--hosts", str(min(feeds, 2_000))]
    if real := os.environ.get("TOCSIN_TEST_FEEDS"):
        arguments += ["--folder", real]
    with Peer("loopback.server", *arguments) as server:
        write_feeds(folder / "feeds.yaml", server.hear()["urls"], f"{every}s")
        server.ask({"mode": "mixed"})
        yield server


def is_polled(folder: Path, feeds: int) -> bool:
    """Return whether each feed was polled once."""
    with closing(sqlite3.connect(folder / "tocsin.db", timeout=60)) as database:
        polled = "SELECT count(*) FROM feed WHERE last_polled_at IS NOT NULL"
        found: int = database.execute(polled).fetchone()[0]
    return found >= feeds


def wait_for_first_polls(folder: Path, feeds: int) -> None:
    """Wait until what is polled for the first time has been.

    Raises:
        TimeoutError: It takes more than an hour.
    """
    end = time.monotonic() + PATIENCE
    while not (folder / "tocsin.db").exists():
        time.sleep(1)
    time.sleep(5)  # for the tables
    while not is_polled(folder, feeds):
        if time.monotonic() > end:
            raise TimeoutError(f"{feeds} first polls took more than {PATIENCE} s")
        time.sleep(2)


def say(**line: Any) -> None:
    """Print a figure."""
    print(json.dumps({"benchmark": "ingest_load", **line}), flush=True)


def measure_memory(feeds: int, seconds: float) -> None:
    """Print the memory of a worker in its steady state."""
    with (
        tempfile.TemporaryDirectory() as name,
        publisher(feeds, Path(name), MEMORY_EVERY),
    ):
        folder = Path(name)
        tocsin = [sys.executable, "-m", "bot"]
        settings = environment(folder, MEMORY_EVERY)
        # As after each start but the first: what migrates stays in memory.
        subprocess.run([*tocsin, "migrate"], env=settings, cwd=folder, check=True)  # noqa: S603  # ours
        worker = subprocess.Popen(  # noqa: S603  # ours
            [*tocsin, "run", "--role", "worker"], env=settings, cwd=folder
        )
        try:
            wait_for_first_polls(folder, feeds)
            end = time.monotonic() + seconds
            samples = []
            while time.monotonic() < end:
                samples.append(pss_of(worker.pid))
                time.sleep(1)
        finally:
            worker.terminate()
            worker.wait()
    most = max(samples, key=lambda sizes: sum(sizes.values()))
    say(
        case="memory",
        feeds=feeds,
        pss_mb=round(sum(most.values()) / 2**20, 1),
        pss_mb_target=TARGETS["pss_mb_target"],
        pss_mb_of_each=[round(size / 2**20, 1) for size in most.values()],
    )


def measure_load(feeds: int, every: int, seconds: float) -> None:
    """Print what many polls cost, then how late the loop is meanwhile."""
    with (
        tempfile.TemporaryDirectory() as name,
        publisher(feeds, Path(name), every) as server,
    ):
        os.environ |= environment(Path(name), every)
        with Peer("loopback.worker_side") as worker:
            wait_for_first_polls(Path(name), feeds)
            worker.ask({"measure": every})  # what was late comes first
            server.ask({"reset": True})
            cost = worker.ask({"measure": seconds})
            answers = server.ask({})["counts"]
            control = subprocess.Popen(  # noqa: S603  # ours
                [sys.executable, "-m", "loopback.heartbeat", str(seconds)],
                cwd=Path(__file__).parent,
                stdout=subprocess.PIPE,
            )
            pace = worker.ask({"measure": seconds, "heartbeat": True})
            idle, _ = control.communicate()
    say(
        case="many feeds",
        feeds=feeds,
        every_seconds=every,
        answers=answers,
        **{name: cost[name] for name in ("polls_per_second", "failed", "new_entries")},
        cpu_percent=cost["cpu_percent"],
        committed_after_ms=cost["committed_after_ms"],
        loop_late_ms=pace["loop_late_ms"],
        idle_loop_late_ms=json.loads(idle),
        **TARGETS,
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--feeds", type=int, default=10_000)
    parser.add_argument("--every", type=int, default=60, help="seconds between two polls")
    parser.add_argument("--seconds", type=float, default=120, help="of each measurement")
    parser.add_argument("--only", choices=("memory", "load"))
    arguments = parser.parse_args()
    if arguments.only != "load":
        measure_memory(min(arguments.feeds, MEMORY_FEEDS), min(arguments.seconds, 30))
    if arguments.only != "memory":
        measure_load(arguments.feeds, arguments.every, arguments.seconds)


if __name__ == "__main__":
    main()
