from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest
from pydantic import ValidationError

from bot.config.settings import Settings, load_settings, setting_name
from bot.domain.errors import ConfigError, ConfigErrors


def load(**environ: str) -> Settings:
    return load_settings({f"TOCSIN_{name}": value for name, value in environ.items()}, None)


def complaint(**environ: str) -> str:
    with pytest.raises(ConfigError) as caught:
        load(**environ)
    return str(caught.value)


def test_defaults_need_no_environment() -> None:
    settings = load()

    assert settings.database_url == "sqlite:///tocsin.db"
    assert settings.feeds_file == Path("feeds.yaml")
    assert settings.min_interval == timedelta(minutes=1)
    assert settings.web_port == 8081
    assert settings.send_rate == 27
    assert settings.cross_language
    assert settings.feed_allow_networks == ()


def test_each_kind_of_value_is_read() -> None:
    settings = load(
        ADMIN_IDS="1, 22,",
        FEED_ALLOW_NETWORKS="127.0.0.0/8, ::1",
        CROSS_LANGUAGE="off",
        MIN_INTERVAL="2s",
        LOG_LEVEL="debug",
        LOG_FORMAT="JSON",
        TELEGRAM_API_URL="http://127.0.0.1:8080/",
        SEND_RATE="2.5",
        PAID_BROADCAST="on",
    )

    assert settings.admin_ids == {1, 22}
    assert settings.feed_allow_networks == (ip_network("127.0.0.0/8"), ip_network("::1"))
    assert not settings.cross_language
    assert settings.min_interval == timedelta(seconds=2)
    assert (settings.log_level, settings.log_format) == ("DEBUG", "json")
    assert settings.telegram_api_url == "http://127.0.0.1:8080"
    assert (settings.send_rate, settings.paid_broadcast) == (2.5, True)


def test_an_empty_port_turns_the_web_off_and_other_empty_values_mean_the_default() -> None:
    settings = load(WEB_PORT="", REGIONS_FILE="", TELEGRAM_TOKEN="", LOG_LEVEL="")

    assert settings.web_port is None
    assert settings.regions_file is None
    assert settings.telegram_token is None
    assert settings.log_level == "INFO"


def test_the_environment_wins_over_the_file_and_an_argument_over_both(
    tmp_path: Path,
) -> None:
    env_file = tmp_path / ".env"
    env_file.write_text(
        "# for the tests\nexport TOCSIN_SEND_RATE=5\nTOCSIN_WEB_HOST='::1'\n"
        "TOCSIN_WEB_PORT=1\nOTHER=x\n",
        encoding="utf-8",
    )

    settings = load_settings({"TOCSIN_SEND_RATE": "6", "PATH": "x"}, env_file, web_port=2)

    assert (settings.send_rate, settings.web_host, settings.web_port) == (6, "::1", 2)


def test_the_process_environment_is_read_by_default(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TOCSIN_WEB_HOST", "192.0.2.1")

    assert load_settings(env_file=None).web_host == "192.0.2.1"


@pytest.mark.parametrize("name", ["TELEGRAM_TOKN", "TELEGRAMTOKEN"])
def test_an_unknown_name_is_an_error_with_the_nearest_known_one(name: str) -> None:
    message = complaint(**{name: "1:secret"})

    assert f"TOCSIN_{name}: there is no such setting" in message
    assert "did you mean TOCSIN_TELEGRAM_TOKEN?" in message
    assert "secret" not in message


def test_a_name_near_nothing_lists_them_all_and_a_lower_case_name_is_unknown() -> None:
    assert "known are TOCSIN_ADMIN_IDS, " in complaint(ZZZ="1")
    with pytest.raises(ConfigError, match=r"tocsin_log_level: .* TOCSIN_LOG_LEVEL"):
        load_settings({"tocsin_log_level": "DEBUG"}, None)


def test_names_in_the_file_are_checked_and_the_file_is_named(tmp_path: Path) -> None:
    env_file = tmp_path / "my.env"
    env_file.write_text("TOCSIN_SENDRATE=5\nTOCSIN_LOG_LEVEL\n", encoding="utf-8")

    with pytest.raises(ConfigErrors) as caught:
        load_settings({}, env_file)

    unknown, empty = str(caught.value).splitlines()
    assert unknown.startswith(f"TOCSIN_SENDRATE in {env_file}: ")
    assert empty.startswith(f"TOCSIN_LOG_LEVEL in {env_file}: no value")


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    env_file = tmp_path / ".env"
    env_file.write_bytes(b"TOCSIN_WEB_HOST=\xff\n")

    with pytest.raises(ConfigError, match="cannot be read"):
        load_settings({}, env_file)


def test_names_of_the_tests_are_ignored() -> None:
    assert load(TEST_POSTGRES_URL="postgresql://x") == load()


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("DATABASE_URL", "mysql://user:secret@host/x", "must be sqlite:///FILE or"),
        ("DATABASE_URL", "sqlite://", "must be sqlite:///FILE or"),
        ("TELEGRAM_TOKEN", "123:secret token", "is not a bot token"),
        ("TELEGRAM_API_URL", "api.telegram.org", "is not an address"),
        ("TELEGRAM_API_URL", "https://[x", "is not an address"),
        ("FEED_PROXY", "socks5://user:secret@host", "is not an http proxy such as"),
        ("ADMIN_IDS", "1,@me", "'@me' is not a Telegram user id"),
        ("ADMIN_IDS", "-100123", "is not a Telegram user id"),
        ("WEB_PORT", "70000", "less than or equal to 65535"),
        ("WEB_PORT", "http", "is not a whole number"),
        ("SEND_RATE", "fast", "is not a number"),
        ("SEND_RATE", "0", "greater than 0"),
        ("CROSS_LANGUAGE", "maybe", "write on or off"),
        ("MIN_INTERVAL", "60", "'60' is not a duration"),
        ("LOG_LEVEL", "loud", "'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
        ("LOG_FORMAT", "xml", "'text' or 'json'"),
        ("FEED_ALLOW_NETWORKS", "10.0.0.1/8", "has host bits set"),
        ("WEBHOOK_SECRET", "sec ret", "characters A-Z a-z 0-9 _ -"),
    ],
)
def test_one_sentence_names_the_setting_and_no_secret(
    name: str, value: str, reason: str
) -> None:
    message = complaint(**{name: value})

    assert message.startswith(f"TOCSIN_{name}: ")
    assert reason in message
    assert "\n" not in message
    assert "secret" not in message


def test_all_faults_are_reported_at_once() -> None:
    message = complaint(WEB_PORT="x", LOG_FORMAT="x", NOTHING="x")

    assert len(message.splitlines()) == 3


def test_a_webhook_needs_its_secret_and_the_secret_its_webhook() -> None:
    both = "TOCSIN_WEBHOOK_URL and TOCSIN_WEBHOOK_SECRET are needed together"

    assert both in complaint(WEBHOOK_URL="https://example.org/hook")
    assert both in complaint(WEBHOOK_SECRET="a")
    assert load(WEBHOOK_URL="https://example.org/hook", WEBHOOK_SECRET="a").webhook_url


def test_a_missing_token_is_one_line_with_its_name_and_the_demo() -> None:
    with pytest.raises(ConfigError) as caught:
        load().require_token()

    message = str(caught.value)
    assert "TOCSIN_TELEGRAM_TOKEN" in message
    assert "make demo" in message
    assert "\n" not in message
    assert load(TELEGRAM_TOKEN="1:a").require_token() == "1:a"


def test_a_bug_report_shows_every_setting_and_no_secret() -> None:
    settings = load(
        TELEGRAM_TOKEN="1:hunter2",
        DATABASE_URL="postgresql://user:hunter2@host/db?password=hunter2",
        FEED_PROXY="http://user:hunter2@proxy:3128",
        WEB_TOKEN="hunter2",
        WEB_PORT="",
        ADMIN_IDS="7",
    )

    shown = settings.masked()

    assert set(shown) == {setting_name(field) for field in Settings.model_fields}
    assert "hunter2" not in f"{shown} {settings!r} {settings}"
    assert shown["TOCSIN_DATABASE_URL"] == "postgresql://(set)@host/db?(set)"
    assert shown["TOCSIN_TELEGRAM_TOKEN"] == "(set)"
    assert shown["TOCSIN_WEB_PORT"] == ""
    assert shown["TOCSIN_MIN_INTERVAL"] == "1m"
    assert shown["TOCSIN_CROSS_LANGUAGE"] == "on"
    assert shown["TOCSIN_ADMIN_IDS"] == "7"


def test_settings_are_frozen() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        load().send_rate = 1
