"""Whether a report says that nobody in office told it, only people on the spot (pure)."""

import re
from collections.abc import Iterator

from bot.annotate.lettering import Words, by_script
from bot.annotate.wordlists import rumours as lists
from bot.domain.reports import Cue, CueKind

READ = 400  # characters: what stands farther down is about something else

_GATE = by_script(lists.GATE.split())
_FORMS = {
    is_cyrillic: re.compile("|".join(lines))
    for is_cyrillic, lines in by_script(lists.RUMOURS.strip().splitlines()).items()
}


def find_rumour(words: Words) -> Iterator[Cue]:
    """Yield one cue if the text calls it unconfirmed, or residents its source."""
    is_cyrillic, text = words.script == "cyrillic", words.text[:READ]
    if not any(stem in text for stem in _GATE[is_cyrillic]):
        return
    match = _FORMS[is_cyrillic].search(text)
    if match is not None:
        start, end = match.span()
        yield Cue(kind=CueKind.RUMOUR, start=start, end=end, certain=True)
