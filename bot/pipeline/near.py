"""``Sumy near 50 km``, ``50 км від Сум``: the place and the distance that is typed."""

import re
from dataclasses import dataclass
from typing import Final

from bot.domain.folding import fold
from bot.pipeline.regions import MAX_KM

DEFAULT_KM: Final = 50

_KM: Final = re.compile(
    r"(?<![\w.,])(\d{1,9})(?:[.,]\d{1,3})?\s*"
    r"(?:km|kms|kilomet(?:er|re)s?|км|кілометр\w*|километр\w*)\b\.?",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\d{1,9}")
# They ask for what lies around, even without a distance.
_NEAR: Final = frozenset(
    "near nearby around поруч поблизу біля навколо довкола рядом около вокруг возле "
    "поблизости недалеко неподалік".split()
)
# They stand between a distance and a name.
_LINKS: Final = _NEAR | frozenset(
    "within a radius of from in the and is up to до у в радіусі радіус від з із зі зо та "
    "радиусе радиус от с со и & + ~".split()
)


# After one of the first: where the person is.
_ME: Final = frozenset("me мене меня мною мной us нас нами".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A name, "" for where the person is, and the distance around it."""

    name: str
    km: int

    @property
    def fits(self) -> bool:
        """Whether the distance is one that can be followed."""
        return 1 <= self.km <= MAX_KM


def find_near(text: str) -> Near | None:
    """Return the name and the distance that `text` asks for, None if it asks for none."""
    words = text.split()
    asked = not _NEAR.isdisjoint(fold(word) for word in (*words[:1], *words[-2:]))
    found = _KM.search(text)
    if found is not None:
        name = f"{text[: found.start()]} {text[found.end() :]}"
        return Near(name=_stripped(name.split()), km=int(found[1]))
    if not asked:
        return None
    if _NUMBER.fullmatch(words[-1]):
        return Near(name=_stripped(words[:-1]), km=int(words[-1]))
    return Near(name=_stripped(words), km=DEFAULT_KM)


def _stripped(words: list[str]) -> str:
    """Return the words without those that only join a name and a distance."""
    start, end = 0, len(words)
    while start < end and fold(words[start]) in _LINKS:
        start += 1
    while start < end and fold(words[end - 1]) in _LINKS:
        end -= 1
    name = words[start:end]
    return "" if len(name) == 1 and start and fold(name[0]) in _ME else " ".join(name)
