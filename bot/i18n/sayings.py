"""Sentences that are made in one place and translated in another."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from string import Formatter


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence: its text in English, and what belongs into its gaps."""

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """Return the sentence in English."""
        return self.template.format(**self.values)


def say(template: str, **values: object) -> Saying:
    """Return a sentence; its template is extracted here, as by `mark`."""
    return Saying(template, values)


class Phrasebook:
    """Reads English sentences back into the templates that they were made of.

    Why a feed failed comes as text out of a parser's process and out of the database.
    """

    def __init__(self, templates: Iterable[str]) -> None:
        """Know these sentences; the one with the most words of its own is tried first."""
        known = [(_pattern(template), template) for template in templates]
        self._known = sorted(known, key=lambda each: -len(re.sub(r"{\w+}", "", each[1])))

    def find(self, sentence: str) -> Saying | None:
        """Return the template and what stands in its gaps, None for another sentence."""
        for pattern, template in self._known:
            if found := pattern.fullmatch(sentence):
                return Saying(template, found.groupdict())
        return None


def _pattern(template: str) -> re.Pattern[str]:
    parts = Formatter().parse(template)
    gaps = (
        re.escape(words) + (f"(?P<{name}>.+?)" if name else "") for words, name, *_ in parts
    )
    return re.compile("".join(gaps), re.DOTALL)
