"""What processes cost: CPU time of one and its children, memory of a family.

CPU time of another process comes from its clock (clock_getcpuclockid(3)), in nanoseconds:
/proc/PID/stat counts hundredths of a second, more than 100 polls cost.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Self

PROC = Path("/proc")
HERE = Path(__file__).parent.parent


def find_children(pid: int) -> list[int]:
    """Return the processes below `pid`, on Linux; none elsewhere."""
    found = []
    for task in PROC.glob(f"{pid}/task/*/children"):
        try:
            found += [int(child) for child in task.read_text().split()]
        except OSError:
            continue
    return found + [below for child in found for below in find_children(child)]


def _cpu_of(pid: int) -> float:
    try:
        return time.clock_gettime((~pid << 3) | 2)  # CPUCLOCK_SCHED of that process
    except OSError:
        return 0.0


def own_cpu() -> float:
    """Return the CPU seconds of this process and of its children, dead or alive."""
    ended = os.times()
    alive = sum(map(_cpu_of, find_children(os.getpid())))
    return time.process_time() + ended.children_user + ended.children_system + alive


def pss_of(pid: int) -> dict[int, int]:
    """Return the proportional memory of `pid` and its children, in bytes."""
    sizes = {}
    for each in (pid, *find_children(pid)):
        try:
            rollup = (PROC / str(each) / "smaps_rollup").read_text()
        except OSError:
            continue
        line = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
        sizes[each] = int(line.split()[1]) * 1024
    return sizes


class Peer:
    """A process that reads an order a line and answers each with a line of JSON."""

    def __init__(
        self,
        module: str,
        *arguments: str,
        python: str = sys.executable,
        cpus: Sequence[int] = (),
    ) -> None:
        """Start it, on some CPUs only if `cpus` are given."""
        self.process = subprocess.Popen(  # noqa: S603  # ours
            [python, "-m", module, *arguments],
            cwd=HERE,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        if cpus:
            os.sched_setaffinity(self.process.pid, cpus)

    def hear(self) -> dict[str, Any]:
        """Return its next line.

        Raises:
            RuntimeError: It ended.
        """
        assert self.process.stdout
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.process.args}: ended with {self.process.wait()}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    def ask(self, order: Mapping[str, Any]) -> dict[str, Any]:
        """Send an order; return the answer."""
        assert self.process.stdin
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()
        return self.hear()

    def __enter__(self) -> Self:
        """Return it."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let it end, for the end of its input is the sign."""
        assert self.process.stdin
        self.process.stdin.close()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
