import pytest

from bot.chat.actions import COMMANDS, SCREENS
from bot.chat.request import MAX_DATA, data, parse_data


def test_what_a_button_says_is_read_back() -> None:
    assert parse_data(data("on", "m", "ua", 0, "UA-59")) == (
        "on",
        ("m", "ua", "0", "UA-59"),
    )


def test_the_button_of_an_alert_leads_to_the_settings() -> None:
    parsed = parse_data("v1:s:")

    assert parsed is not None
    assert parsed[0] in SCREENS
    assert SCREENS["s"].fresh


@pytest.mark.parametrize("value", ["", "v1", "v1:", "v0:m", "v2:m", "m", "v1::x"])
def test_data_of_another_version_is_not_read(value: str) -> None:
    assert parse_data(value) is None


def test_the_longest_id_of_a_place_fits_into_a_button() -> None:
    assert len(data("on", "w", "border", 99, "x" * 40)) <= MAX_DATA


def test_what_changes_settings_is_for_administrators() -> None:
    reading = {name for name, action in COMMANDS.items() if not action.changes}

    assert reading == {
        *(
            "list",
            "latest",
            "settings",
            "help",
            "status",
            "privacy",
            "feeds",
            "why",
            "story",
            "search",
            "test",
            "trend",
            "about",
        ),
        "admin",  # it reads, and answers admins of the bot only
    }
