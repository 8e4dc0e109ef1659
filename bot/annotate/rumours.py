"""Whether a report says that nobody in office told it, only people on the spot (pure)."""

from collections.abc import Iterator

from bot.annotate.lettering import Words
from bot.annotate.phrases import by_letters
from bot.annotate.wordlists import rumours as lists
from bot.domain.reports import Cue, CueKind

READ = 400  # characters: what stands farther down is about something else

_FORMS = by_letters(lists.RUMOURS)


def find_rumour(words: Words) -> Iterator[Cue]:
    """Yield one cue if the text calls it unconfirmed, or residents its source."""
    forms = _FORMS[words.script == "cyrillic"]
    match = forms.search(words.text, 0, READ, called=words.phrases)
    if match is not None:
        start, end = match.span()
        yield Cue(kind=CueKind.RUMOUR, start=start, end=end, certain=True)
