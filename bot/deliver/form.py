"""The form of a message: as it was made, or without what Telegram refused (pure)."""

from dataclasses import dataclass, replace

from bot.deliver.errors import Refusal
from bot.domain.model import Chat, Outgoing

_NOTES = {
    Refusal.PARSE: "plain text",
    Refusal.TOPIC: "topic lost",
    Refusal.BUTTONS: "buttons lost",
    Refusal.REPLY: "reply lost",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One message with what was taken away from it so that Telegram takes it."""

    chat: Chat
    outgoing: Outgoing
    edit_message_id: int | None
    reply_to: int | None = None
    is_answer: bool = False
    lost: tuple[Refusal, ...] = ()

    def without(self, refusal: Refusal) -> "Form | None":
        """Return the message without what Telegram refused, or None if that is not it."""
        if refusal in self.lost:
            return None
        match refusal:
            case Refusal.PARSE:
                possible = True
            case Refusal.TOPIC:
                possible = self.chat.thread_id is not None and self.edit_message_id is None
            case Refusal.BUTTONS:
                possible = bool(self.outgoing.buttons)
            case Refusal.REPLY:
                possible = self.reply_to is not None
            case _:
                possible = False
        return replace(self, lost=(*self.lost, refusal)) if possible else None

    def plainest(self) -> "Form | None":
        """Return the message without all that may be at fault, or None if it is so."""
        form: Form | None = None
        for refusal in (Refusal.PARSE, Refusal.BUTTONS, Refusal.REPLY):
            form = (form or self).without(refusal) or form
        return form

    @property
    def note(self) -> str | None:
        """What was taken away, in words."""
        return ", ".join(_NOTES[refusal] for refusal in self.lost) or None
