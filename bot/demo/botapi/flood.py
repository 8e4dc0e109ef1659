"""Telegram's flood limits as sliding windows. No I/O; the clock is an argument.

Telegram does not publish them exactly; these are the figures of its FAQ: about 30
messages a second over all chats, one a second in a private chat with short bursts,
20 a minute in a group.
"""

import math
from collections import defaultdict, deque

ALL_PER_SECOND = 30
GROUP_PER_MINUTE = 20
PRIVATE_BURST = 5  # messages to one person before the pace of one a second holds
_MINUTE = 60.0


class Flood:
    """Counts messages; tells how long to wait when there are too many."""

    def __init__(self, *, enabled: bool = True) -> None:
        """Begin with empty windows."""
        self.enabled = enabled
        self._windows: defaultdict[tuple[str, int], deque[float]] = defaultdict(deque)

    def refuse(self, chat_id: int, *, is_private: bool, is_edit: bool, now: float) -> int:
        """Count one message; return 0, or for how many seconds to wait.

        A refused message is not counted. Edits have a window of their own in a group and
        only the common one in a private chat.
        """
        if not self.enabled:
            return 0
        windows = [(self._window("all", 0), ALL_PER_SECOND, 1.0)]
        if not is_private:
            kind = "edit" if is_edit else "send"
            windows.append((self._window(kind, chat_id), GROUP_PER_MINUTE, _MINUTE))
        elif not is_edit:
            window = self._window("send", chat_id)
            windows.append((window, PRIVATE_BURST, float(PRIVATE_BURST)))
        wait = max(_wait(window, size, span, now) for window, size, span in windows)
        if wait > 0:
            return max(1, math.ceil(wait))
        for window, _, _ in windows:
            window.append(now)
        return 0

    def _window(self, kind: str, chat_id: int) -> deque[float]:
        return self._windows[kind, chat_id]


def _wait(window: deque[float], size: int, span: float, now: float) -> float:
    while window and window[0] <= now - span:
        window.popleft()
    if len(window) < size:
        return 0.0
    return window[len(window) - size] + span - now
