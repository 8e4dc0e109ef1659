from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.domain.model import Action, Chat, ChatState, FollowUps, Mode, QuietHours, Route
from bot.route.decide import (
    ALREADY_TOLD,
    BREAKS,
    DIGEST,
    LIMIT,
    MARKED,
    MATCHED,
    PAUSED,
    QUIET,
    WAITS,
    decide,
    decide_change,
    urgency,
)

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)  # noon in Kyiv
LATER = NOW + timedelta(seconds=1)
ACTIVE = Chat(id=1, telegram_id=1)
PAUSE = replace(ACTIVE, paused_until=LATER)
LOST = replace(ACTIVE, state=ChatState.UNREACHABLE)
DIGESTS = replace(ACTIVE, mode=Mode.DIGEST)
SMART = replace(ACTIVE, mode=Mode.SMART)
HOURS = QuietHours(start=time(11), end=time(13))
ASLEEP = replace(ACTIVE, quiet=HOURS)
WAKEFUL = replace(ACTIVE, quiet=replace(HOURS, but_urgent=True))
QUIET_END = NOW + timedelta(hours=1)


def _route(action: Action, reason: str, until: datetime | None = None) -> Route:
    return Route(action=action, reason=reason, until=until)


@pytest.mark.parametrize(
    ("chat", "urgent", "route"),
    [
        pytest.param(ACTIVE, None, _route(Action.ALERT, MATCHED), id="now"),
        pytest.param(ACTIVE, BREAKS, _route(Action.ALERT, MATCHED), id="did not ask"),
        pytest.param(PAUSE, None, _route(Action.HOLD, PAUSED, LATER), id="paused"),
        pytest.param(
            replace(ACTIVE, paused_until=NOW),
            None,
            _route(Action.ALERT, MATCHED),
            id="pause is over",
        ),
        pytest.param(LOST, None, _route(Action.HOLD, WAITS), id="unreachable"),
        pytest.param(
            replace(LOST, paused_until=LATER),
            None,
            _route(Action.HOLD, PAUSED, LATER),
            id="unreachable and paused",
        ),
        pytest.param(DIGESTS, None, _route(Action.DIGEST, DIGEST), id="digest"),
        pytest.param(DIGESTS, MARKED, _route(Action.DIGEST, DIGEST), id="digest only"),
        pytest.param(
            replace(DIGESTS, paused_until=LATER, quiet=HOURS),
            None,
            _route(Action.DIGEST, DIGEST),
            id="the digest itself waits",
        ),
        pytest.param(SMART, None, _route(Action.DIGEST, DIGEST), id="smart, not urgent"),
        pytest.param(SMART, BREAKS, _route(Action.ALERT, BREAKS), id="smart, breaks"),
        pytest.param(SMART, MARKED, _route(Action.ALERT, MARKED), id="smart, marked"),
        pytest.param(ASLEEP, None, _route(Action.HOLD, QUIET, QUIET_END), id="quiet hours"),
        pytest.param(
            ASLEEP, BREAKS, _route(Action.HOLD, QUIET, QUIET_END), id="all is held"
        ),
        pytest.param(WAKEFUL, None, _route(Action.HOLD, QUIET, QUIET_END), id="not urgent"),
        pytest.param(WAKEFUL, MARKED, _route(Action.ALERT, MARKED), id="urgent passes"),
    ],
)
def test_a_match_becomes_an_alert_or_waits(
    chat: Chat, urgent: str | None, route: Route
) -> None:
    assert decide(chat=chat, urgent=urgent, now=NOW) == route


@pytest.mark.parametrize("chat", [ACTIVE, PAUSE, LOST, DIGESTS, SMART, ASLEEP])
def test_a_story_is_told_once(chat: Chat) -> None:
    for urgent in (None, BREAKS):
        route = decide(chat=chat, already_told=True, urgent=urgent, now=NOW)

        assert route == _route(Action.DROP, ALREADY_TOLD)


@pytest.mark.parametrize(
    ("chat", "waits", "urgent", "action"),
    [
        pytest.param(SMART, Action.DIGEST, BREAKS, Action.ALERT, id="breaks later"),
        pytest.param(SMART, Action.DIGEST, None, Action.DROP, id="waits on"),
        pytest.param(DIGESTS, Action.DIGEST, BREAKS, Action.DROP, id="digests only"),
        pytest.param(WAKEFUL, Action.HOLD, BREAKS, Action.ALERT, id="breaks at night"),
        pytest.param(ASLEEP, Action.HOLD, BREAKS, Action.DROP, id="night is night"),
        pytest.param(
            replace(SMART, quiet=HOURS),
            Action.DIGEST,
            BREAKS,
            Action.HOLD,
            id="until the morning, not until the digest",
        ),
        pytest.param(ACTIVE, Action.HOLD, None, Action.DROP, id="comes with the summary"),
    ],
)
def test_what_becomes_urgent_while_it_waits_goes_before_the_rest(
    chat: Chat, waits: Action, urgent: str | None, action: Action
) -> None:
    route = decide(chat=chat, already_told=True, waits=waits, urgent=urgent, now=NOW)

    assert route.action is action


def test_over_its_limit_a_chat_gets_what_is_urgent_only() -> None:
    route = decide(chat=ACTIVE, over_limit=True, now=NOW)
    urgent = decide(chat=ACTIVE, over_limit=True, urgent=BREAKS, now=NOW)

    assert route == _route(Action.HOLD, LIMIT, NOW + timedelta(hours=1))
    assert urgent.action is Action.ALERT


@pytest.mark.parametrize(
    ("origins", "marked", "reason"),
    [(2, False, None), (3, False, BREAKS), (1, True, MARKED), (9, True, MARKED)],
)
def test_what_is_urgent(*, origins: int, marked: bool, reason: str | None) -> None:
    assert urgency(origins=origins, marked=marked) == reason


@pytest.mark.parametrize(
    ("chat", "in_digest", "minutes_ago", "action"),
    [
        pytest.param(ACTIVE, False, None, Action.ALERT, id="the first"),
        pytest.param(ACTIVE, False, 31, Action.ALERT, id="long after the last"),
        pytest.param(ACTIVE, False, 10, Action.HOLD, id="soon after the last"),
        pytest.param(
            replace(ACTIVE, follow_ups=FollowUps.FIRST),
            False,
            None,
            Action.DROP,
            id="not wanted",
        ),
        pytest.param(ACTIVE, True, None, Action.ALERT, id="came in a summary"),
        pytest.param(DIGESTS, True, 10, Action.DIGEST, id="lives on digests"),
        pytest.param(DIGESTS, False, None, Action.DIGEST, id="lives on digests by now"),
        pytest.param(PAUSE, False, None, Action.ALERT, id="paused: the outbox waits"),
        pytest.param(ASLEEP, False, None, Action.HOLD, id="asleep"),
    ],
)
def test_what_a_change_of_a_known_story_becomes(
    chat: Chat, *, in_digest: bool, minutes_ago: int | None, action: Action
) -> None:
    last_at = None if minutes_ago is None else NOW - timedelta(minutes=minutes_ago)

    route = decide_change(chat=chat, in_digest=in_digest, last_at=last_at, now=NOW)

    assert route.action is action
    assert (route.until is not None) is (action is Action.HOLD)
