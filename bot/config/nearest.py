"""What a person who mistyped a name most likely meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(name: str, known: Iterable[str], prefix: str = "") -> str:
    """Return "did you mean X?" with the nearest of `known`, or the list of them all.

    A `prefix` that all names share is shown but not compared.
    """
    names = sorted(known)
    near = get_close_matches(name.removeprefix(prefix), names, n=1, cutoff=0.5)
    shown = [prefix + name for name in near or names]
    return f"did you mean {shown[0]}?" if near else f"known are {', '.join(shown)}"
