"""Whatever stands in a configuration file, the answer is values or a ConfigError."""

import json
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.config.addresses import read_url, same_url_key
from bot.config.duration import format_duration, parse_duration
from bot.config.feeds import parse_feeds
from bot.config.regions import PLACE_KEYS, REGION_KEYS, Known, parse_regions
from bot.config.settings import Settings, load_settings, setting_name
from bot.config.yaml import parse_yaml
from bot.domain.errors import ConfigError
from bot.domain.model import Kind, Place

YAML_BITS = st.sampled_from(
    [
        *("version: 1\n", "feeds:\n", "  - url: https://a.b/\n", "    interval: ", "5m\n"),
        *("{", "}", "[", "]", ": ", "- ", "\n", "  ", "'", '"', "&a ", "*a", "!x ", "<<: "),
        *(
            "? ",
            "| ",
            ">\n",
            "#",
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "\t",
            "\0",
            "є",
            "\ufeff",
        ),
    ]
)


@given(
    st.lists(YAML_BITS, max_size=30).map("".join).map(str.encode) | st.binary(max_size=200)
)
def test_any_bytes_are_values_or_an_error_in_one_line(body: bytes) -> None:
    for read in (lambda: parse_yaml(body, "f"), lambda: parse_feeds(body, "f")):
        try:
            read()
        except ConfigError as error:
            assert str(error).startswith("f")  # noqa: PT017  # most bytes do raise


PLACE = Place(id="RU-BEL", kind=Kind.REGION, names={"en": "Belgorod Oblast"}, country="RU")
KNOWN = Known({"RU-BEL": PLACE}.get, lambda _: PLACE)
REGION_BITS = st.recursive(
    st.none()
    | st.sampled_from(["RU-BEL", "ZZ", "", "a", "Гладков", "village", 51.5, True]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*REGION_KEYS, *PLACE_KEYS, "ru", "UK", "en-GB", "x"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(st.lists(REGION_BITS, max_size=3), REGION_BITS)
def test_any_regions_are_values_or_an_error_that_names_the_line(
    regions: list[object], groups: object
) -> None:
    body = json.dumps({"version": 1, "regions": regions, "groups": groups})

    try:
        found = parse_regions(body.encode(), KNOWN, "f")
    except ConfigError as error:
        assert all(line.startswith("f:1: ") for line in str(error).splitlines())  # noqa: PT017  # most do raise
    else:
        assert {region.id for region in found.own.regions} <= {"RU-BEL"}


@given(st.sampled_from([*Settings.model_fields]), st.text(max_size=30))
def test_any_value_of_a_setting_is_read_or_refused_by_name(field: str, value: str) -> None:
    try:
        load_settings({setting_name(field): value}, None)
    except ConfigError as error:
        assert str(error).startswith("TOCSIN_")  # noqa: PT017  # most texts do raise


@given(st.integers(0, 366 * 86400).map(lambda seconds: timedelta(seconds=seconds)))
def test_a_duration_reads_back(duration: timedelta) -> None:
    assert parse_duration(format_duration(duration)) == duration


@given(
    st.text(max_size=40) | st.from_regex(r"https?://[a-z.]{1,9}(:[0-9]{1,6})?/[ -~]{0,9}")
)
def test_an_address_that_is_accepted_has_a_key_that_is_stable(text: str) -> None:
    try:
        url = read_url(text)
    except ValueError:
        return

    assert same_url_key(same_url_key(url)) == same_url_key(url)
