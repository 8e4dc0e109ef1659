"""What Python is told for a service that lives long, has much and answers quickly."""

import gc
import sys

# Objects made and kept since Python last looked for cycles among the young. Its own 700
# (2,000 from 3.12 on) are for programs that hold little; one entry makes ten thousand. Such
# a look stops the event loop for 10 to 15 ms; for 40 to 90 with 50,000.
YOUNG = 10_000
# Seconds that one thread keeps the interpreter while others wait for it; Python's 0.005 are
# what each turn of the event loop waited while a thread read a text.
SWITCH = 0.001


def settle() -> None:
    """Look for cycles less often, and never again among what is alive now.

    Call it when all is loaded. Places and words are 200,000 objects; a look at all of them
    stopped the event loop for 100 ms and more, and such looks were a sixth of the CPU of a
    poll that changed nothing (benchmarks/ingest.py).
    """
    sys.setswitchinterval(SWITCH)
    gc.collect()
    gc.freeze()
    gc.set_threshold(YOUNG, *gc.get_threshold()[1:])
