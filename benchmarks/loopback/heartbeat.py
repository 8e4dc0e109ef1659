"""How late a timer of an event loop is: what everything else on the loop waits, too.

``python -m loopback.heartbeat SECONDS`` prints it for a loop with nothing else to do, which
is what the machine itself and its other processes cost.
"""

import asyncio
import json
import sys
from collections.abc import Sequence

EVERY = 0.001  # seconds


async def beat(seconds: float) -> list[float]:
    """Return how late each beat came, in milliseconds."""
    loop = asyncio.get_running_loop()
    late = []
    end = loop.time() + seconds
    while (begun := loop.time()) < end:
        await asyncio.sleep(EVERY)
        late.append(1000 * (loop.time() - begun - EVERY))
    return late


def percentiles(values: Sequence[float]) -> dict[str, float]:
    """Return the middle and the worst of some values."""
    if not values:
        return {}
    ordered = sorted(values)
    shares = {"p50": 0.5, "p99": 0.99, "p99.9": 0.999, "max": 1.0}
    return {
        name: round(ordered[min(int(share * len(ordered)), len(ordered) - 1)], 2)
        for name, share in shares.items()
    }


if __name__ == "__main__":
    print(json.dumps(percentiles(asyncio.run(beat(float(sys.argv[1]))))))
