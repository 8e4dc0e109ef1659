from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.model import Action, Chat, ChatState, Route
from bot.route.decide import ALREADY_TOLD, MATCHED, PAUSED, WAITS, decide

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
LATER = NOW + timedelta(seconds=1)
ACTIVE = Chat(id=1, telegram_id=1)


@pytest.mark.parametrize(
    ("chat", "silent_reason", "already_told", "route"),
    [
        pytest.param(ACTIVE, None, False, (Action.ALERT, MATCHED), id="alert"),
        pytest.param(ACTIVE, "too old", False, (Action.DROP, "too old"), id="silent"),
        pytest.param(ACTIVE, None, True, (Action.DROP, ALREADY_TOLD), id="already told"),
        pytest.param(ACTIVE, "too old", True, (Action.DROP, "too old"), id="silent first"),
        pytest.param(
            Chat(id=1, telegram_id=1, paused_until=LATER),
            None,
            False,
            (Action.ALERT, PAUSED),
            id="paused: kept until it expires",
        ),
        pytest.param(
            Chat(id=1, telegram_id=1, paused_until=NOW),
            None,
            False,
            (Action.ALERT, MATCHED),
            id="pause is over",
        ),
        pytest.param(
            Chat(id=1, telegram_id=1, state=ChatState.UNREACHABLE),
            None,
            False,
            (Action.ALERT, WAITS),
            id="unreachable: kept until it expires",
        ),
        pytest.param(
            Chat(id=1, telegram_id=1, state=ChatState.UNREACHABLE, paused_until=LATER),
            None,
            False,
            (Action.ALERT, PAUSED),
            id="unreachable and paused",
        ),
    ],
)
def test_a_match_becomes_an_alert_or_says_why_not(
    *, chat: Chat, silent_reason: str | None, already_told: bool, route: tuple[Action, str]
) -> None:
    action, reason = route

    assert decide(
        chat=chat, silent_reason=silent_reason, already_told=already_told, now=NOW
    ) == Route(action=action, reason=reason)
