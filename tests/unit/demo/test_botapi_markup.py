import json

import pytest

from bot.demo.botapi.args import Args
from bot.demo.botapi.errors import ApiError
from bot.demo.botapi.markup import inline_of, read_markup


def read(markup: object) -> dict[str, object]:
    return read_markup(Args(values={"reply_markup": json.dumps(markup)}))


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        ({"inline_keyboard": {}}, 'field "inline_keyboard" must be of type Array'),
        (
            {"inline_keyboard": [{}]},
            "can't parse inline keyboard button row: Expected an Array",
        ),
        ({"keyboard": 1}, 'field "reply_keyboard" must be of type Array'),
        (
            {"inline_keyboard": [["x"]]},
            "can't parse inline keyboard button: Expected an Object",
        ),
        (
            {"inline_keyboard": [[{"callback_data": "x"}]]},
            "can't parse inline keyboard button: Can't find field \"text\"",
        ),
        (
            {"inline_keyboard": [[{"text": " ", "callback_data": "x"}]]},
            "inline keyboard button text must be non-empty",
        ),
    ],
)
def test_refuses(markup: object, message: str) -> None:
    with pytest.raises(ApiError) as caught:
        read(markup)

    assert caught.value.description == f"Bad Request: {message}"


def test_only_inline_keyboards_stay_at_the_message() -> None:
    reply = {"keyboard": [["yes", "no"]]}

    assert read(reply) == reply
    assert inline_of(read(reply)) == {}
    assert inline_of(read({"inline_keyboard": []})) == {}
    assert read({"remove_keyboard": True}) == {"remove_keyboard": True}
    assert read({"force_reply": True}) == {"force_reply": True}
    assert read({}) == read({"other": 1}) == {}
    assert read_markup(Args()) == {}


def test_buttons_that_need_no_data_and_links_are_completed() -> None:
    row = [{"text": "a", "url": "example.org"}, {"text": "b", "copy_text": {"text": "x"}}]

    kept = read({"inline_keyboard": [row, []]})

    assert kept == {
        "inline_keyboard": [
            [
                {"text": "a", "url": "http://example.org/"},
                {"text": "b", "copy_text": {"text": "x"}},
            ]
        ]
    }
