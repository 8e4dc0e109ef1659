import pytest

from bot.chat.rooms import find_address


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@news_of_sumy Суми", ("@news_of_sumy", "Суми")),
        ("t.me/news_of_sumy", ("@news_of_sumy", "")),
        ("https://t.me/news_of_sumy/15 Суми", ("@news_of_sumy", "Суми")),
        ("https://t.me/s/news_of_sumy/", ("@news_of_sumy", "")),
        ("https://t.me/c/1234567890/15 Суми", (-1001234567890, "Суми")),
        ("-1001234567890 Суми", (-1001234567890, "Суми")),
        ("Суми @news_of_sumy", None),
        ("https://example.org/news", None),
        ("@abc", None),
        ("", None),
    ],
)
def test_a_chat_is_named_before_the_rest(
    text: str, found: tuple[int | str, str] | None
) -> None:
    assert find_address(text) == found
