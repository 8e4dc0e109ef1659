"""What is new in a story that the reader knows, in words (pure)."""

from collections.abc import Iterator
from typing import Final

from bot.deliver.plain import line
from bot.domain.model import CardChange
from bot.i18n import Texts, mark

MAX_WORDS: Final = 60
_VICTIMS: Final = {
    "killed": mark("killed: {before} → {after}"),
    "wounded": mark("wounded: {before} → {after}"),
    "casualties": mark("killed or wounded: {before} → {after}"),
    "captured": mark("captured: {before} → {after}"),
    "missing": mark("missing: {before} → {after}"),
    "evacuated": mark("evacuated: {before} → {after}"),
    "detained": mark("detained: {before} → {after}"),
}
_FIRST_VICTIMS: Final = {
    "killed": mark("killed: {after}"),
    "wounded": mark("wounded: {after}"),
    "casualties": mark("killed or wounded: {after}"),
    "captured": mark("captured: {after}"),
    "missing": mark("missing: {after}"),
    "evacuated": mark("evacuated: {after}"),
    "detained": mark("detained: {after}"),
}
_KINDS: Final = {
    "place": mark("another place is named: {who}"),
    "denial": mark("denied by: {who}"),
    "confirmation": mark("confirmed by: {who}"),
    "correction": mark("the outlet corrected its report"),
    "retraction": mark("the outlet withdrew its report"),
    "return": mark("reported again after a pause"),
}
_UNNAMED: Final = {
    "place": mark("another place is named"),
    "denial": mark("somebody denies it; see the report"),
    "confirmation": mark("somebody confirms it; see the report"),
}
# Who speaks for a place, as bot.annotate.claims has them.
_SPEAKERS: Final = {
    "administration": mark("the administration"),
    "authorities": mark("the authorities"),
    "emergency service": mark("the emergency service"),
    "governor": mark("the governor"),
    "head": mark("the head of the region"),
    "investigators": mark("investigators"),
    "mayor": mark("the mayor"),
    "police": mark("the police"),
    "INT": mark("an international body"),
}


def change_lines(changes: tuple[CardChange, ...], texts: Texts) -> Iterator[str]:
    """Yield a line for each change; who said it is named, never who is right."""
    for change in changes:
        said = _said(change, texts)
        if said:
            yield f"🔄 {said}"


def _said(change: CardChange, texts: Texts) -> str:
    say = texts.gettext
    if change.kind == "casualties":
        known = _VICTIMS if change.before else _FIRST_VICTIMS
        template = known.get(change.words)
        if template is None:
            return ""
        return say(template).format(before=change.before, after=change.after)
    speaker = _SPEAKERS.get(change.words)
    who = say(speaker) if speaker is not None else line(change.words, MAX_WORDS)
    named = who and (change.kind == "place" or speaker or who[:1].isupper())
    template = (_KINDS if named else _KINDS | _UNNAMED).get(change.kind)
    return say(template).format(who=who) if template is not None else ""
