"""Send one message, and say what became of it.

Each way in which Telegram or the network can fail ends in one of the outcomes of
`bot.domain.model`; none leaves as an exception. What matters most is whether Telegram may
have the message: it knows no idempotency key, so only what surely did not arrive is sent
again freely.
"""

import logging
from dataclasses import replace
from datetime import datetime, timedelta
from http import HTTPStatus
from typing import Any

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.ext import ExtBot

from bot.deliver.errors import Refusal, refusal_of
from bot.deliver.form import Form, call
from bot.deliver.limiter import pause_of
from bot.deliver.reach import Reach
from bot.deliver.redact import redact
from bot.deliver.transport import NEVER_LEFT, UNREADABLE
from bot.domain.model import (
    Chat,
    Deferred,
    Migrated,
    Outcome,
    Outgoing,
    Rejected,
    Sent,
    Unreachable,
    Unsure,
)

log = logging.getLogger(__name__)

FIRST_PAUSE = timedelta(seconds=1)
LONGEST_PAUSE = timedelta(minutes=5)
TOKEN_PAUSE = timedelta(seconds=60)  # an admin must act; until then nothing is lost
MAX_REASON = 300
# So often its chat waits for a message that the network or the server did not take, some
# seven seconds in all, so that the chat reads in order; then what is at fault may be the
# message, and the others go first.
KEEPS_ORDER = 3
GATEWAY_TIMEOUT = HTTPStatus.GATEWAY_TIMEOUT.phrase  # 504, of who is before Telegram


async def send(
    bot: ExtBot[Any],
    chat: Chat,
    outgoing: Outgoing,
    *,
    edit_message_id: int | None = None,
    reply_to: int | None = None,
    is_answer: bool = False,
    is_paid: bool = False,
    attempts: int = 0,
    now: datetime | None = None,
    reach: Reach | None = None,
) -> Outcome:
    """Send `outgoing` to `chat`, or change one of its messages into it.

    What Telegram refuses for its form is sent again at once in a plainer one: without
    markup, topic, buttons, picture, what it answers; the outcome's note says so. If nobody
    knows the refusal, it is tried once without all of these but its topic.

    Args:
        bot: Initialized.
        chat: Where to; its topic too.
        outgoing: What; made by `bot.deliver.render`.
        edit_message_id: The message to change, instead of sending a new one.
        reply_to: The message that it answers; if that is gone, it comes without.
        is_answer: Somebody waits for it, so it goes before deliveries.
        is_paid: Let Telegram take Stars for it if it is one too many of a second.
        attempts: How often it was deferred already; the pause doubles with it.
        now: Current time; spreads the pauses of many that are deferred together.
        reach: Knows whether anybody is answered.
    """
    form = Form(
        chat=chat,
        outgoing=outgoing,
        edit_message_id=edit_message_id,
        reply_to=reply_to,
        is_answer=is_answer,
        is_paid=is_paid,
    )
    while True:
        try:
            message_id = await call(bot, form)
        except TelegramError as exc:
            refusal = refusal_of(exc.message) if isinstance(exc, BadRequest) else None
            plainer = _plainer(form, refusal) if isinstance(exc, BadRequest) else None
            if plainer is None:
                pause = backoff(attempts, now=now)
                met = _outcome(exc, form, refusal, pause=pause, token=bot.token)
                return _in_context(met, attempts, reach)
            if refusal in {Refusal.PARSE, None}:
                log.error(  # noqa: TRY400  # its traceback is the library's, always the same
                    "message not taken as it was: %s", exc.message, extra=_extra(form)
                )
            form = plainer
        except UNREADABLE as exc:  # in what Telegram answered: it may have the message
            log.exception("unreadable answer of Telegram", extra=_extra(form))
            return Unsure(reason=f"unreadable answer: {exc!r}"[:MAX_REASON])
        else:
            return Sent(message_id=message_id, note=form.note)


def _plainer(form: Form, refusal: Refusal | None) -> Form | None:
    """Return a form that Telegram may take; None refuses what nobody knows."""
    return form.plainest() if refusal is None else form.without(refusal)


def _in_context(outcome: Outcome, attempts: int, reach: Reach | None) -> Outcome:
    """Return the outcome: with the chat left alone too while that keeps its order.

    That no answer came counts for nothing while nobody is answered.
    """
    if isinstance(outcome, Deferred) and attempts < KEEPS_ORDER:
        return replace(outcome, park_chat=True)
    if isinstance(outcome, Unsure) and reach is not None and reach.trouble(reach.clock()):
        return replace(outcome, counts=False)
    return outcome


def backoff(attempts: int, *, now: datetime | None = None) -> timedelta:
    """Return the pause before the next attempt: 1 s doubled each time, to 5 min, ± 10 %."""
    pause = min(FIRST_PAUSE * (1 << min(max(attempts, 0), 20)), LONGEST_PAUSE)
    # Which microsecond it is serves as chance; a pause needs no better one.
    spread = 0.0 if now is None else (now.microsecond % 1000) / 5000 - 0.1
    return pause * (1 + spread)


def _outcome(  # noqa: PLR0911  # one return for each kind of error
    exc: TelegramError,
    form: Form,
    refusal: Refusal | None,
    *,
    pause: timedelta,
    token: str,
) -> Outcome:
    """Return what an error means. BadRequest and TimedOut are NetworkErrors: first they."""
    reason = redact(exc.message, token)[:MAX_REASON]
    match exc:
        case RetryAfter():
            return Deferred(pause=pause_of(exc), reason=reason, park_chat=True)
        case ChatMigrated(new_chat_id=there) if there != form.chat.telegram_id:
            return Migrated(telegram_id=there)
        case ChatMigrated():  # to where it is
            return Deferred(pause=pause, reason=reason)
        case Forbidden():
            return Unreachable(reason=reason)
        case BadRequest():
            return _refused(reason, form, refusal)
        case TimedOut() | NetworkError() | Conflict():
            return _network(exc, reason, pause=pause)
        case InvalidToken() if _lacks_edits(reason, form):
            return Rejected(reason=reason)  # an older server than ours: it comes anew
        case InvalidToken():
            log.error("Telegram refuses the token (TOCSIN_TELEGRAM_TOKEN): %s", reason)
            why = f"the token is refused: {reason}"
            return Deferred(pause=TOKEN_PAUSE, reason=why, park_chat=True)
        case _:  # an answer that nobody can read came after the request was taken
            log.error("unexpected answer of Telegram: %s", reason, extra=_extra(form))
            return Unsure(reason=reason)


def _lacks_edits(reason: str, form: Form) -> bool:
    """Return whether a server does not know the method that would edit a message."""
    return form.edit_message_id is not None and "method not found" in reason.casefold()


def _refused(reason: str, form: Form, refusal: Refusal | None) -> Outcome:
    """Return what a 400 means that no plainer form can heal."""
    match refusal:
        case Refusal.CHAT:
            return Unreachable(reason=reason)
        case Refusal.TOPIC if form.edit_message_id is None:
            return Unreachable(reason=reason)  # the group's main topic is closed too
        case Refusal.SAME:
            return Sent(message_id=form.edit_message_id, note=form.note)
        case Refusal.GONE:
            return Rejected(reason=reason)
        case _:
            log.error("message refused: %s", reason, extra=_extra(form))
            return Rejected(reason=reason)


def _network(exc: TelegramError, reason: str, *, pause: timedelta) -> Outcome:
    """Tell what surely did not arrive from what may have."""
    cause = exc.__cause__
    if isinstance(cause, NEVER_LEFT):
        return Deferred(pause=pause, reason=reason)
    if reason.startswith(GATEWAY_TIMEOUT):
        # It may have passed the message on, or nothing for hours: a message that comes
        # twice is better than one that never comes.
        return Unsure(reason=reason, counts=False)
    if isinstance(cause, TelegramError) or cause is None:
        # An HTTP status other than 200, its page perhaps unreadable: the server said no.
        # A 429 without a pause, which only something between us and Telegram can give,
        # is one too.
        is_flood = reason.startswith("Too Many Requests")
        return Deferred(pause=pause, reason=reason, park_chat=is_flood)
    return Unsure(reason=reason)


def _extra(form: Form) -> dict[str, object]:
    return {"chat_id": form.chat.telegram_id, "message_id": form.edit_message_id}
