"""What is new in a story that the reader knows, in words (pure)."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from bot.deliver.plain import line
from bot.deliver.speakers import MAX_WORDS, SPEAKERS
from bot.domain.model import CardChange
from bot.i18n import Texts, mark

MAX_STEPS: Final = 2  # of one number, told each for itself
_VICTIMS: Final = {
    "killed": mark("killed: {before} → {after}"),
    "wounded": mark("wounded: {before} → {after}"),
    "casualties": mark("killed or wounded: {before} → {after}"),
    "captured": mark("captured: {before} → {after}"),
    "missing": mark("missing: {before} → {after}"),
    "soldiers killed": mark("soldiers killed: {before} → {after}"),
    "soldiers wounded": mark("soldiers wounded: {before} → {after}"),
    "soldiers captured": mark("soldiers captured: {before} → {after}"),
    "soldiers missing": mark("soldiers missing: {before} → {after}"),
    "evacuated": mark("evacuated: {before} → {after}"),
    "detained": mark("detained: {before} → {after}"),
}
_FIRST_VICTIMS: Final = {
    "killed": mark("killed: {after}"),
    "wounded": mark("wounded: {after}"),
    "casualties": mark("killed or wounded: {after}"),
    "captured": mark("captured: {after}"),
    "missing": mark("missing: {after}"),
    "soldiers killed": mark("soldiers killed: {after}"),
    "soldiers wounded": mark("soldiers wounded: {after}"),
    "soldiers captured": mark("soldiers captured: {after}"),
    "soldiers missing": mark("soldiers missing: {after}"),
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


def change_lines(changes: tuple[CardChange, ...], texts: Texts) -> Iterator[str]:
    """Yield a line for each change; who said it is named, never who is right."""
    for change in _without_steps(changes):
        said = _said(change, texts)
        if said:
            yield f"🔄 {said}"


def change_line(changes: tuple[CardChange, ...], texts: Texts) -> str:
    """Return all changes in one line."""
    shown = _without_steps(changes)
    said = [said for change in shown if (said := _said(change, texts))]
    return f"🔄 {'; '.join(said)}" if said else ""


def _without_steps(changes: tuple[CardChange, ...]) -> Iterator[CardChange]:
    """Yield them with one rise in the stead of more than `MAX_STEPS` of one number."""
    rises: dict[str, list[CardChange]] = {}
    for change in changes:
        if change.kind == "casualties":
            rises.setdefault(change.words, []).append(change)
    for change in changes:
        steps = rises.get(change.words, []) if change.kind == "casualties" else []
        if len(steps) <= MAX_STEPS:
            yield change
        elif change is steps[-1]:
            yield replace(change, before=steps[0].before)


def _said(change: CardChange, texts: Texts) -> str:
    say = texts.gettext
    if change.kind == "casualties":
        known = _VICTIMS if change.before else _FIRST_VICTIMS
        template = known.get(change.words)
        if template is None:
            return ""
        return say(template).format(before=change.before, after=change.after)
    if change.kind == "report":
        counted = texts.ngettext(
            "{count} more outlet reports it", "{count} more outlets report it", change.after
        )
        return counted.format(count=change.after)
    if change.kind == "closer":
        place = line(change.words, MAX_WORDS)
        where = texts.around(place, change.after) if change.after else place
        return say("now also about {place}, which you follow").format(place=where)
    office = SPEAKERS.get(change.words)
    who = say(office) if office is not None else line(change.words, MAX_WORDS)
    named = who and (change.kind == "place" or office or who[:1].isupper())
    template = (_KINDS if named else _KINDS | _UNNAMED).get(change.kind)
    return say(template).format(who=who) if template is not None else ""
