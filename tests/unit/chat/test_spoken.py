import pytest

from bot.annotate.named import EXACT
from bot.annotate.resolve import resolve
from bot.chat.actions import COMMANDS
from bot.chat.spoken import _PLAIN, _WORDS, find_meant, find_plain
from bot.i18n import LANGUAGES, texts

BUTTONS = {
    "Regions": "region",
    "Keywords": "keyword",
    "My subscriptions": "list",
    "Settings": "settings",
    "Latest": "latest",
    "Help": "help",
    "Language": "lang",
    "Feeds": "feeds",
    "Export": "export",
    "Import": "import",
    "Digests": "digest",
    "Quiet hours": "quiet",
    "Time zone": "tz",
    "Pause": "pause",
    "Muted": "mute",
    "Status": "status",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("button", "command"), BUTTONS.items())
def test_the_words_of_a_button_mean_what_it_does(
    button: str, command: str, language: str
) -> None:
    assert find_plain(texts(language).gettext(button)) == command


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("regoin", "region"),
        ("setings", "settings"),
        ("регіон", "region"),
        ("Регион", "region"),
        ("куршщт", "region"),
        ("ыуеештпы", "settings"),
        ("RЕGION", "region"),
        ("unmut", "unmute"),
        ("qwerty", None),
        ("subscribe", None),
        ("сумы", None),
        ("", None),
    ],
)
def test_an_unknown_command_is_like_a_known_one(typed: str, command: str | None) -> None:
    assert find_meant(typed) == command


@pytest.mark.parametrize(
    ("text", "command"), [("Дякую!", "start"), ("ыуеештпы", "settings"), ("руддщ", "start")]
)
def test_a_word_may_be_thanks_or_on_other_keys(text: str, command: str) -> None:
    assert find_plain(text) == command


@pytest.mark.parametrize("text", ["", "🙂", "Чому", "tz", "мова ворожнечі", "hello world"])
def test_what_is_no_command(text: str) -> None:
    assert find_plain(text) is None


def test_each_word_means_a_command_that_there_is() -> None:
    assert _WORDS.keys() <= COMMANDS.keys()


def test_no_word_that_stands_for_a_command_is_a_place() -> None:
    places = [word for word in _PLAIN if any(c.score >= EXACT for c in resolve(word))]

    assert places == []
