"""What a poll costs: Tocsin beside `reader` and beside a bare fetch, on the same feeds.

A publisher on loopback serves 150 feeds to all of them; each state of the feeds is polled
by each in turn, several times, and the medians are compared. One JSON line per case: CPU
milliseconds per feed (of the polling processes with their children; not the publisher's),
ratios, and what issue 3 asks for. Linux only: elsewhere the children's time is missing.

``TOCSIN_TEST_FEEDS=FOLDER`` takes the feeds found below a folder in place of invented
ones. `reader` lives in an environment of its own (`make bench` makes it); without it the
other figures are printed.
"""

import argparse
import json
import os
import sys
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

from loopback.processes import Peer

ROOT = Path(__file__).parent.parent
READER_PYTHON = Path(
    os.environ.get("TOCSIN_TEST_READER_PYTHON", ROOT / ".venv-bench/bin/python")
)
FEEDS = 150
# Times each state of the feeds is polled. Connections are closed between two polls, as time
# would, but for one case; CPU is compared, so the order of cases does not matter.
ROUNDS = {"first": 2, "304": 5, "304 kept alive": 5, "same": 3, "new": 3}
# Of issue 3: times less CPU than `reader`, times the CPU of the bare fetch and expat.
TARGETS = {
    "first": {"reader_target": 2.5},
    "304": {"reader_target": 5},
    "304 kept alive": {"reader_target": 5},
    "same": {"reader_target": 50},
    "new": {"reader_target": 12, "bare_target": 4},
}
TWO_CORES = 1.8  # times faster than one

Costs = dict[str, dict[str, list[dict[str, Any]]]]


def publisher(stack: ExitStack, feeds: int, cpus: tuple[int, ...] = ()) -> Peer:
    """Start the publisher of `feeds` feeds."""
    arguments = ["--feeds", str(feeds), "--hosts", str(feeds)]
    if folder := os.environ.get("TOCSIN_TEST_FEEDS"):
        arguments += ["--folder", folder]
    return stack.enter_context(Peer("loopback.server", *arguments, cpus=cpus))


def measure(server: Peer, peers: dict[str, Peer], urls: list[str], rounds: int) -> Costs:
    """Let each peer poll each state of the feeds, the one that begins taking turns."""
    costs: Costs = defaultdict(lambda: defaultdict(list))
    version = 0
    for case, repeats in ROUNDS.items():
        for turn in range(repeats if rounds == 0 else min(rounds, repeats)):
            version += case == "new"
            mode = "plain" if case == "same" else "validators"
            server.ask({"mode": mode, "version": version})
            names = list(peers)
            for name in names[turn % len(names) :] + names[: turn % len(names)]:
                order = {"first": urls} if case == "first" else {"poll": True}
                if case == "304 kept alive":
                    peers[name].ask(order)
                else:
                    server.ask({"hang_up": True})
                costs[case][name].append(peers[name].ask(order))
    return costs


def report(costs: Costs, about: dict[str, Any]) -> None:
    """Print a line for each case."""
    for case, by_peer in costs.items():
        each = {
            name: 1000 * median(cost["cpu"] for cost in found) / about["feeds"]
            for name, found in by_peer.items()
        }
        line = {"benchmark": "ingest", "case": case, **about}
        line |= {f"{name}_ms": round(value, 3) for name, value in each.items()}
        if "reader" in each:
            line["reader_ratio"] = round(each["reader"] / each["tocsin"], 1)
        line["bare_ratio"] = round(each["tocsin"] / each["bare"], 1)
        line |= TARGETS[case]
        line["wall_ms"] = round(
            1000 * median(cost["wall"] for cost in by_peer["tocsin"]) / about["feeds"], 3
        )
        line["new_entries"] = {
            name: round(median(cost["new"] for cost in found))
            for name, found in by_peer.items()
            if name != "bare"
        }
        print(json.dumps(line), flush=True)


def compare(rounds: int) -> None:
    """Measure all polls beside the peers."""
    with ExitStack() as stack:
        server = publisher(stack, FEEDS)
        about = server.hear()
        urls = about.pop("urls")
        peers = {
            "tocsin": Peer("loopback.tocsin_side", "1", "0"),
            "bare": Peer("loopback.bare_side"),
            "tocsin_1000_subscriptions": Peer("loopback.tocsin_side", "1", "1000"),
            "tocsin_poll_once": Peer("loopback.command_side"),
        }
        if READER_PYTHON.exists():
            peers["reader"] = Peer("loopback.reader_side", python=str(READER_PYTHON))
        else:
            print(f"no reader to compare with: {READER_PYTHON} is missing", file=sys.stderr)
        for peer in peers.values():
            stack.enter_context(peer)
        report(measure(server, peers, urls, rounds), {"feeds": FEEDS, **about})


def compare_cores() -> None:
    """Measure the first poll on one core, and with two workers on two."""
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    if len(cores) < 2:  # noqa: PLR2004  # one core, and another
        print("one core only: no figure for two", file=sys.stderr)
        return
    first, second = cores[:2]
    with ExitStack() as stack:
        server = publisher(stack, FEEDS, cpus=(second,))
        about = server.hear()
        urls = about["urls"]
        server.ask({"mode": "validators", "version": 0})
        one = stack.enter_context(Peer("loopback.tocsin_side", "1", "0", cpus=(first,)))
        two = stack.enter_context(
            Peer("loopback.tocsin_side", "2", "0", cpus=(first, second))
        )
        walls: dict[str, list[float]] = {"one": [], "two": []}
        for _ in range(ROUNDS["first"]):
            for name, peer in (("one", one), ("two", two)):
                walls[name].append(peer.ask({"first": urls})["wall"])
    alone, together = (median(found) for found in walls.values())
    line = {
        "benchmark": "ingest",
        "case": "first poll on two cores",
        "feeds": FEEDS,
        "one_core_seconds": round(alone, 2),
        "two_cores_seconds": round(together, 2),
        "times_faster": round(alone / together, 2),
        "times_faster_target": TWO_CORES,
    }
    print(json.dumps(line), flush=True)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=0, help="at most, of each case")
    arguments = parser.parse_args()
    compare(arguments.rounds)
    compare_cores()


if __name__ == "__main__":
    main()
