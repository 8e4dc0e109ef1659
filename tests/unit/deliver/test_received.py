"""One message that the library cannot read silences nobody."""

import json
from typing import Any

import pytest
from telegram import Update

from bot.deliver.received import UpdatesRequest, readable

PERSON = {"id": 7, "is_bot": False, "first_name": "Olena"}
MESSAGE = {
    "message_id": 1,
    "date": 1,
    "chat": {"id": 7, "type": "private"},
    "from": PERSON,
}
POLL = {"id": "1", "question": "?", "options": []}  # lacks what a poll has today
TEXT = {"update_id": 5, "message": {**MESSAGE, "text": "Sumy"}}
PRESS = {
    "id": "1",
    "from": PERSON,
    "chat_instance": "1",
    "data": "v1:m",
    "message": {**MESSAGE, "poll": POLL, "text": "Settings"},
}


def test_a_readable_update_stays_as_it_is() -> None:
    update = {**TEXT, "some_day": {"new": True}}

    assert readable(update) is update


@pytest.mark.parametrize(
    "update",
    [
        pytest.param({"message": {**MESSAGE, "poll": POLL}}, id="a message"),
        pytest.param(
            {"message": {**MESSAGE, "reply_to_message": {**MESSAGE, "poll": POLL}}},
            id="what a message answers",
        ),
        pytest.param({"callback_query": PRESS}, id="a press"),
    ],
)
def test_what_we_use_of_an_unreadable_update_is_read(update: dict[str, Any]) -> None:
    read = Update.de_json(readable({"update_id": 6, **update}), None)

    assert read.update_id == 6
    assert read.effective_user is not None
    assert read.effective_chat is not None


def test_an_unreadable_update_takes_no_other_with_it() -> None:
    batch = [
        {"update_id": 4, "message": {"chat": 7}},
        TEXT,
        {"message": MESSAGE},
        "nonsense",
    ]
    payload = json.dumps({"ok": True, "result": batch}).encode()

    answer = UpdatesRequest.parse_json_payload(payload)

    assert answer["result"] == [{"update_id": 4}, TEXT]
    assert Update.de_list(answer["result"])[0].effective_chat is None


@pytest.mark.parametrize("result", [None, True, {}], ids=str)
def test_another_answer_is_left_to_the_library(result: object) -> None:
    payload = json.dumps({"ok": True, "result": result}).encode()

    assert UpdatesRequest.parse_json_payload(payload)["result"] == result
