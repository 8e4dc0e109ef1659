"""Answers that are remembered, for what is asked of every word of every entry."""

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")

REMEMBERED = 16_384  # of the newest questions; as many older ones are kept beside them
LONGEST = 40  # characters of a question worth remembering: no page without spaces


class Memory(dict[str, Value]):
    """What a function answers, by its argument; bounded.

    What it has costs a look-up and no call, unlike ``functools.lru_cache``. When `size`
    answers are in it, they become the older generation, from which only what is asked
    again comes back.
    """

    def __init__(self, answer: Callable[[str], Value], size: int = REMEMBERED) -> None:
        """Remember what the pure function `answer` returns."""
        super().__init__()
        self._answer = answer
        self._size = size
        self._older: dict[str, Value] = {}

    def __missing__(self, question: str) -> Value:
        """Ask the function."""
        if len(question) > LONGEST:
            return self._answer(question)
        if len(self) >= self._size:
            self._older = dict(self)
            self.clear()
        older = self._older
        value = older[question] if question in older else self._answer(question)
        self[question] = value
        return value
