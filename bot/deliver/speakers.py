"""Who speaks, in the reader's words (pure)."""

from typing import Final

from bot.deliver.plain import line
from bot.i18n import Texts, mark

MAX_WORDS: Final = 60
# Who speaks for a place or a state, as bot.annotate.actors has them.
SPEAKERS: Final = {
    "administration": mark("the administration"),
    "armed forces": mark("the armed forces"),
    "authorities": mark("the authorities"),
    "border guard": mark("the border guard"),
    "emergency service": mark("the emergency service"),
    "foreign ministry": mark("the foreign ministry"),
    "general staff": mark("the general staff"),
    "governor": mark("the governor"),
    "head": mark("the head of the region"),
    "interior ministry": mark("the interior ministry"),
    "investigators": mark("investigators"),
    "kremlin": mark("the Kremlin"),
    "mayor": mark("the mayor"),
    "military administration": mark("the military administration"),
    "military intelligence": mark("military intelligence"),
    "ministry of defence": mark("the ministry of defence"),
    "operational headquarters": mark("the operational headquarters"),
    "pentagon": mark("the Pentagon"),
    "police": mark("the police"),
    "president": mark("the president"),
    "security service": mark("the security service"),
    "INT": mark("an international body"),
}
_NAMES: Final = {"isw": "ISW", "deepstate": "DeepState"}


def speaker(actor: str, side: str, texts: Texts) -> str:
    """Return who speaks: "Ukraine, the general staff"; `side` is a country's name."""
    known = SPEAKERS.get(actor)
    if known is not None:
        name = texts.gettext(known)
    elif actor.isupper() and len(actor) == 2:  # noqa: PLR2004  # a country's code: its government
        name = ""
    else:
        name = _NAMES.get(actor, line(actor, MAX_WORDS))
    return ", ".join(part for part in (side, name) if part)
