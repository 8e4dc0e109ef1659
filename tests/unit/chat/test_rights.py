from datetime import UTC, datetime
from typing import Any

import pytest
from telegram import CallbackQuery, Chat, Message, MessageOriginUser, Update, User

from bot.chat.rights import is_admin

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ADMIN, OTHER = 8, 9
ADMINS = frozenset({ADMIN})


def message(sender: int = ADMIN, chat: int | None = None, **more: Any) -> Message:
    where = sender if chat is None else chat
    kind = "private" if where > 0 else "supergroup"
    return Message(
        message_id=1,
        date=NOW,
        chat=Chat(id=where, type=kind),
        from_user=User(id=sender, first_name="Ann", is_bot=False),
        text="/admin",
        **more,
    )


FORWARDED = MessageOriginUser(NOW, User(id=ADMIN, first_name="Ann", is_bot=False))


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        pytest.param(message(), True, id="an admin in private"),
        pytest.param(message(OTHER), False, id="somebody else"),
        pytest.param(message(ADMIN, -100), False, id="an admin in a group"),
        pytest.param(
            message(OTHER, forward_origin=FORWARDED),
            False,
            id="an admin's words, forwarded",
        ),
        pytest.param(
            message(forward_origin=FORWARDED), False, id="forwarded words are no command"
        ),
        pytest.param(
            message(sender_chat=Chat(id=-100, type="channel")), False, id="as a channel"
        ),
    ],
)
def test_the_number_of_the_sender_makes_an_admin(sent: Message, expected: bool) -> None:  # noqa: FBT001  # a row of a table
    assert is_admin(Update(update_id=1, message=sent), ADMINS) is expected


def test_a_press_counts_by_who_pressed() -> None:
    for presser in (ADMIN, OTHER):
        query = CallbackQuery(
            id="1",
            from_user=User(id=presser, first_name="Ann", is_bot=False),
            chat_instance="1",
            message=message(ADMIN),
        )

        update = Update(update_id=1, callback_query=query)

        assert is_admin(update, ADMINS) is (presser == ADMIN)


def test_without_admins_nobody_is_one() -> None:
    assert not is_admin(Update(update_id=1, message=message()), frozenset())
