"""Settings: the only reader of the environment.

Each field is one setting of docs/configuration.md: ``telegram_token`` is
``TOCSIN_TELEGRAM_TOKEN`` in the environment or in ``.env``; the environment wins. All that
is wrong is reported at once, and no message holds the value of a secret.
"""

import os
import re
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any

from dotenv.parser import parse_stream
from pydantic import Field, SecretStr, ValidationError, model_validator
from pydantic_settings import (
    BaseSettings,
    DotEnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from bot.config.duration import format_duration
from bot.config.fields import (
    BotToken,
    DatabaseUrl,
    Duration,
    LogFormat,
    LogLevel,
    Networks,
    Port,
    ProxyUrl,
    Rate,
    UserIds,
    WebhookSecret,
    WebUrl,
)
from bot.config.nearest import did_you_mean
from bot.domain.errors import ConfigError, ConfigErrors

PREFIX = "TOCSIN_"
TEST_PREFIX = "TOCSIN_TEST_"  # belongs to the tests
MASK = "(set)"


class Settings(BaseSettings):
    """All settings, frozen; docs/configuration.md explains each."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, frozen=True, extra="forbid", hide_input_in_errors=True
    )

    telegram_token: BotToken | None = None
    telegram_api_url: WebUrl = "https://api.telegram.org"
    database_url: DatabaseUrl = "sqlite:///tocsin.db"
    feeds_file: Path = Path("feeds.yaml")
    regions_file: Path | None = None
    admin_ids: UserIds = frozenset()
    web_host: str = "127.0.0.1"
    web_port: Port | None = 8081
    web_token: SecretStr | None = None
    webhook_url: WebUrl | None = None
    webhook_secret: WebhookSecret | None = None
    feed_allow_networks: Networks = ()
    feed_proxy: Annotated[ProxyUrl | None, Field(repr=False)] = None
    send_rate: Rate = 27
    paid_broadcast: bool = False
    cross_language: bool = True
    min_interval: Duration = timedelta(seconds=60)
    log_level: LogLevel = "INFO"
    log_format: LogFormat = "text"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003  # the signature is pydantic's
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003  # likewise
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003  # likewise
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003  # likewise
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Read what `load_settings` gives; it merges the sources and checks their names."""
        return (init_settings,)

    @model_validator(mode="after")
    def _check_webhook(self) -> "Settings":
        if (self.webhook_url is None) != (self.webhook_secret is None):
            msg = f"{PREFIX}WEBHOOK_URL and {PREFIX}WEBHOOK_SECRET are needed together"
            raise ValueError(msg)
        return self

    def require_token(self) -> str:
        """Return the bot token.

        Raises:
            ConfigError: It is not set.
        """
        if self.telegram_token is None:
            reason = (
                "not set; put the token that @BotFather gave you into the environment or "
                ".env, or try Tocsin without one: make demo"
            )
            raise ConfigError(setting_name("telegram_token"), reason)
        return self.telegram_token.get_secret_value()

    def masked(self) -> dict[str, str]:
        """Return each setting's name and value for a bug report, secrets masked."""
        return {
            setting_name(field): "" if value is None else _masked(field, value)
            for field, value in self
        }


def setting_name(field: str) -> str:
    """Return the name in the environment of a field of `Settings`."""
    return PREFIX + field.upper()


def _masked(field: str, value: object) -> str:
    """Return `value` as it would stand in the environment, without its secrets."""
    if isinstance(value, SecretStr):
        return MASK
    if field in _SECRETS:
        return re.sub(
            r"\?.*", f"?{MASK}", re.sub(r"//[^/]*@", f"//{MASK}@", str(value or ""))
        )
    match value:
        case bool():
            return "on" if value else "off"
        case timedelta():
            return format_duration(value)
        case frozenset() | tuple():
            return ",".join(sorted(map(str, value)))
        case _:
            return f"{value:g}" if isinstance(value, float) else str(value)


def load_settings(
    environ: Mapping[str, str] | None = None,
    env_file: Path | None = Path(".env"),
    **overrides: Any,
) -> Settings:
    """Return the settings of `environ` and `env_file`; the environment wins.

    Args:
        environ: The environment, of this process by default.
        env_file: Read when it exists; None reads no file.
        overrides: Fields of `Settings` that win over both, such as ``database_url``.

    Raises:
        ConfigError: Something is wrong; ConfigErrors when several things are.
    """
    in_file, wrong_in_file = _known(_read_env_file(env_file), f" in {env_file}")
    in_environ, wrong = _known(os.environ if environ is None else environ, "")
    values = in_file | in_environ
    given: dict[str, Any] = {field: value for field, value in values.items() if value}
    if values.get("web_port") == "":
        given["web_port"] = None  # empty: off
    errors = wrong_in_file + wrong
    try:
        settings = Settings(**(given | overrides))
    except ValidationError as exc:
        errors += _sentences(exc, given | overrides)
    else:
        if not errors:
            return settings
    raise errors[0] if len(errors) == 1 else ConfigErrors(errors)


def _known(
    names: Mapping[str, str | None], where: str
) -> tuple[dict[str, str], list[ConfigError]]:
    """Return the values of our settings by field, and an error for each wrong name."""
    known = [field.upper() for field in Settings.model_fields]
    values: dict[str, str] = {}
    errors: list[ConfigError] = []
    for name, value in names.items():
        field = name.removeprefix(PREFIX).lower()
        if not name.upper().startswith(PREFIX) or name.startswith(TEST_PREFIX):
            continue
        if name != setting_name(field) or field not in Settings.model_fields:
            meant = did_you_mean(name.upper(), known, PREFIX)
            reason = f"there is no such setting; {meant}"
            errors.append(ConfigError(name + where, reason))
        elif value is None:
            errors.append(ConfigError(name + where, f"no value; write {name}=…"))
        else:
            values[field] = value.strip()
    return values, errors


def _read_env_file(env_file: Path | None) -> Mapping[str, str | None]:
    """Return the names and values of `env_file`, none if there is no such file."""
    if env_file is None or not env_file.is_file():
        return {}
    try:
        _check_lines(env_file)
        source = DotEnvSettingsSource(
            Settings, env_file=env_file, env_file_encoding="utf-8", case_sensitive=True
        )
    except (OSError, UnicodeDecodeError) as exc:
        raise ConfigError(str(env_file), f"cannot be read: {exc}") from None
    return source.env_vars


def _check_lines(env_file: Path) -> None:
    """Refuse a line of ours that the reader would pass over; others' lines are theirs."""
    with env_file.open(encoding="utf-8") as stream:
        for read in parse_stream(stream):
            if read.error and PREFIX in read.original.string.upper():
                where = f"{env_file}:{read.original.line}"
                reason = f"cannot be read; write {PREFIX}NAME=value, and close each quote"
                raise ConfigError(where, reason)


# What pydantic calls the faults of our fields, in words that say what to do.
_REASONS = {
    "int_parsing": "is not a whole number",
    "float_parsing": "is not a number",
    "bool_parsing": "write on or off",
}
_SECRETS = {  # or addresses that may hold a password
    "telegram_token",
    "telegram_api_url",
    "database_url",
    "web_token",
    "webhook_url",
    "webhook_secret",
    "feed_proxy",
}


def _sentences(error: ValidationError, given: Mapping[str, Any]) -> list[ConfigError]:
    """Return one error for each setting that `error` complains about."""
    found: dict[str, ConfigError] = {}
    for detail in error.errors(include_input=False, include_url=False):
        field = str(detail["loc"][0]) if detail["loc"] else "webhook_url"
        message = detail["msg"].removeprefix("Value error, ")
        reason = _REASONS.get(detail["type"], message.replace("Input should", "should"))
        value = given.get(field)
        if isinstance(value, str) and field not in _SECRETS and repr(value) not in reason:
            reason = f"{value!r}: {reason}"
        found.setdefault(field, ConfigError(setting_name(field), reason))
    return list(found.values())
