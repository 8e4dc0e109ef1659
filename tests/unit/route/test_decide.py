from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.model import Action, Chat, ChatState, Route
from bot.route.decide import ALREADY_TOLD, MATCHED, PAUSED, WAITS, decide

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
LATER = NOW + timedelta(seconds=1)
ACTIVE = Chat(id=1, telegram_id=1)


@pytest.mark.parametrize(
    ("chat", "already_told", "route"),
    [
        pytest.param(ACTIVE, False, (Action.ALERT, MATCHED), id="alert"),
        pytest.param(ACTIVE, True, (Action.DROP, ALREADY_TOLD), id="already told"),
        pytest.param(
            Chat(id=1, telegram_id=1, paused_until=LATER),
            False,
            (Action.ALERT, PAUSED),
            id="paused: kept until it expires",
        ),
        pytest.param(
            Chat(id=1, telegram_id=1, paused_until=NOW),
            False,
            (Action.ALERT, MATCHED),
            id="pause is over",
        ),
        pytest.param(
            Chat(id=1, telegram_id=1, state=ChatState.UNREACHABLE),
            False,
            (Action.ALERT, WAITS),
            id="unreachable: kept until it expires",
        ),
        pytest.param(
            Chat(id=1, telegram_id=1, state=ChatState.UNREACHABLE, paused_until=LATER),
            False,
            (Action.ALERT, PAUSED),
            id="unreachable and paused",
        ),
    ],
)
def test_a_match_becomes_an_alert_or_says_why_not(
    *, chat: Chat, already_told: bool, route: tuple[Action, str]
) -> None:
    action, reason = route

    assert decide(chat=chat, already_told=already_told, now=NOW) == Route(
        action=action, reason=reason
    )
