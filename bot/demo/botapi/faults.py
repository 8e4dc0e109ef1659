"""Faults on command: what the next requests shall suffer. No I/O."""

from collections.abc import Container
from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal[
    "429",
    "500",
    "502_html",
    "504_html",
    "delay",
    "hang",
    "hang_after",
    "reset_before",
    "reset_after",
    "duplicate_update",
    "reorder_updates",
    "400",
    "401",
    "403",
    "404",
    "409",
]
UPDATE_KINDS = frozenset({"duplicate_update", "reorder_updates"})
REQUEST_KINDS = frozenset(get_args(Kind)) - UPDATE_KINDS


@dataclass(slots=True, kw_only=True)
class Fault:
    """One fault, for the next `times` requests that fit it after `skip` of them.

    Attributes:
        method: The method that suffers, or None for any. Ignored by the kinds that touch
            updates.
        kind: ``delay`` answers late; ``hang`` never answers and does nothing;
            ``hang_after`` does the work and never answers; ``reset_before`` and
            ``reset_after`` cut the connection before or after the work.
        retry_after: Of a 429.
        seconds: Of a delay; a hang without it lasts until the server stops.
        times: How many requests suffer.
        chat_id: Only requests to this chat, or None.
        description: Instead of the usual text of the error.
        skip: How many fitting requests are spared first.
    """

    kind: Kind
    method: str | None = None
    retry_after: int = 1
    seconds: float | None = None
    times: int = 1
    chat_id: int | None = None
    description: str | None = None
    skip: int = 0

    def __post_init__(self) -> None:
        """Refuse nonsense."""
        if self.kind not in get_args(Kind):
            msg = f"no such fault: {self.kind!r}"
            raise ValueError(msg)
        if self.times < 1 or self.skip < 0 or self.retry_after < 1:
            msg = f"times and retry_after are at least 1, skip at least 0: {self!r}"
            raise ValueError(msg)


class Faults:
    """The faults that are still to come."""

    def __init__(self) -> None:
        """Begin with none."""
        self._faults: list[Fault] = []

    def __len__(self) -> int:
        """Return how many faults wait."""
        return len(self._faults)

    def has(self, kind: str) -> bool:
        """Return whether one of that kind waits."""
        return any(fault.kind == kind for fault in self._faults)

    def add(self, fault: Fault) -> None:
        """Plan a fault."""
        self._faults.append(fault)

    def clear(self) -> None:
        """Forget all of them."""
        self._faults.clear()

    def take(
        self,
        kinds: Container[str],
        *,
        method: str | None = None,
        chat_id: int | None = None,
    ) -> Fault | None:
        """Return the fault that this request suffers, and count it; None for none."""
        for fault in self._faults:
            if fault.kind not in kinds or fault.method not in (None, method):
                continue
            if fault.chat_id not in (None, chat_id):
                continue
            if fault.skip:
                fault.skip -= 1
                continue
            fault.times -= 1
            if fault.times == 0:
                self._faults.remove(fault)
            return fault
        return None
