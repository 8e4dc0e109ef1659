"""Each case of the lists has its test: here by its name, or elsewhere by this table.

T1 to T29 are the pitfalls of ingest and of words that other readers fell into, T30 to T50
those of delivery and of the service; 1 to 30 are bad input and faults.
"""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HERE = "tests/reliability"
PITFALLS = tuple(f"t{number:02}" for number in range(1, 51))
FAULTS = tuple(f"case_{number:02}" for number in range(1, 31))
_NAME = re.compile(r"test_(t\d\d|case_\d\d)_")

INTEGRATION, UNIT = "tests/integration", "tests/unit"
GUARD = f"{HERE}/test_guard.py"
REFUSED = f"{HERE}/test_refusals.py"
DIGESTS = f"{INTEGRATION}/test_digests.py"
HOSTILE = f"{HERE}/test_hostile.py"
UNREAD = f"{HOSTILE}::test_t23_hostile_document_is_a_feed_error"
BOUNDED = f"{HOSTILE}::test_t23_hostile_text_is_bounded"

DELIVERY = {
    "t30": (
        "tests/crash/test_crash_steps.py::test_killed_at_each_step_in_turn",
        "tests/crash/test_crash_series.py::test_alerts_over_kills",
        f"{INTEGRATION}/test_dispatch.py::test_answer_lost_after_acceptance_repeats_once",
    ),
    "t33": (
        f"{REFUSED}::test_what_a_message_meets",
        f"{INTEGRATION}/test_send.py::test_markup_that_telegram_cannot_parse_goes_as_plain_text",
    ),
    "t34": (
        f"{REFUSED}::test_what_a_message_meets[Bad Request: message is too long]",
        f"{UNIT}/deliver/test_html.py::test_cutting_keeps_tags_balanced_and_says_so",
        f"{UNIT}/deliver/test_html.py::test_ten_megabytes_end_within_the_limit",
        f"{UNIT}/deliver/test_digest.py::test_the_longest_page_fits",
        f"{UNIT}/chat/test_trend_view.py::test_the_longest_caption_fits",
        "tests/property/test_render_html.py::test_any_card_is_a_message",
    ),
    "t40": (
        f"{UNIT}/route/test_wall_clock.py::test_slots_follow_one_another_over_both_changes_of_the_clock",
        f"{UNIT}/route/test_wall_clock.py::test_quiet_hours_span_midnight",
        "tests/property/test_wall_clock.py::test_quiet_hours_end_after_less_than_two_days",
        f"{DIGESTS}::test_another_zone_moves_the_next_digest",
        f"{DIGESTS}::test_quiet_hours_end_with_one_summary",
    ),
    "t41": (f"{DIGESTS}::test_digests_missed_while_down_come_as_one",),
    "t42": (
        f"{INTEGRATION}/test_ingest.py::test_first_poll_is_silent_and_the_next_entry_alerts",
        f"{INTEGRATION}/test_ingest.py::test_who_subscribed_later_hears_of_the_story_from_its_next_outlet",
        f"{DIGESTS}::test_who_comes_back_after_a_block_gets_one_summary",
        f"{INTEGRATION}/test_after_pause.py::test_without_a_choice_it_is_one_message",
        f"{INTEGRATION}/test_after_pause.py::test_all_come_one_by_one",
        f"{INTEGRATION}/test_after_pause.py::test_what_is_skipped_never_comes_and_news_does",
        "tests/blackbox/test_summary.py::test_resuming_brings_one_summary",
    ),
    "t45": (f"{DIGESTS}::test_a_clock_that_jumps_back_sends_no_digest_twice",),
    "t49": (
        f"{INTEGRATION}/test_chat_onboarding.py::test_a_second_press_of_a_mark_changes_nothing",
        f"{INTEGRATION}/test_chat_rules.py::test_an_outdated_button_brings_the_new_menu",
        f"{INTEGRATION}/test_chat_rules.py::test_a_late_press_still_works",
        f"{UNIT}/chat/test_request.py::test_the_longest_id_of_a_place_fits_into_a_button",
    ),
    "t50": (
        f"{UNIT}/match/test_parse.py::test_a_hostile_text_is_refused_and_nothing_worse",
        "tests/property/test_queries.py::test_any_text_is_read_or_refused_where_it_is_wrong",
        f"{INTEGRATION}/test_subscription_index.py::test_many_changes_at_once_build_a_new_index",
    ),
}
# A name in brackets is the one of many documents that the test is run with.
NAMES = f"{UNIT}/match/test_names.py"
ELSEWHERE = {
    "t27": (f"{UNIT}/parse/test_feed_text.py::test_t27_signs_in_a_title",),
    "t28": (f"{NAMES}::test_t28_one_word_in_odd_letters",),
    "t29": (f"{NAMES}::test_t29_another_word", f"{NAMES}::test_t29_one_name"),
    "case_01": (f"{GUARD}::test_t24_redirect_to_a_private_address",),
    "case_04": (
        f"{INTEGRATION}/test_fetch_guard.py::test_t24_no_spelling_reaches_this_machine",
    ),
    "case_05": (
        f"{UNIT}/config/test_feeds_file.py::test_only_http_addresses_are_feeds",
        f"{INTEGRATION}/test_fetch_guard.py::test_a_redirect_to_another_scheme_is_not_followed",
    ),
    "case_08": (
        f"{INTEGRATION}/test_fetch.py::test_a_loss_of_tls_is_told_once",
        f"{UNIT}/poll/test_redirects.py::test_a_loss_of_tls_is_noticed",
    ),
    "case_09": (
        f"{UNREAD}[gzip bomb]",
        f"{UNIT}/poll/test_inflate.py::test_a_bomb_is_stopped_at_the_limit",
    ),
    "case_12": (f"{BOUNDED}[billion laughs]", f"{BOUNDED}[quadratic entity]"),
    "case_13": (f"{UNREAD}[author]",),
    "case_14": (f"{UNREAD}[200,000 tags deep]", f"{UNREAD}[200,000 tags deep and closed]"),
    "case_19": (
        "tests/blackbox/test_service.py::test_hostile_markup_arrives_as_text",
        f"{UNIT}/deliver/test_render.py::test_hostile_texts_end_well",
    ),
    "case_20": (
        f"{BOUNDED}[7 MB in the title]",
        f"{UNIT}/deliver/test_html.py::test_ten_megabytes_end_within_the_limit",
    ),
    "case_21": (
        f"{UNIT}/deliver/test_html.py::test_links_lead_to_the_web_only",
        f"{UNIT}/deliver/test_render.py::test_no_button_to_read_without_a_web_link",
    ),
    "case_22": (
        f"{INTEGRATION}/test_chat_store.py::test_a_chat_removes_only_its_own",
        f"{INTEGRATION}/test_chat_feeds.py::test_others_cannot_press_their_way_in",
    ),
    "case_23": (
        f"{INTEGRATION}/test_chat_rules.py::test_a_button_of_another_time_does_no_harm",
        f"{UNIT}/chat/test_request.py::test_data_of_another_version_is_not_read",
    ),
    "case_24": (
        f"{UNIT}/chat/test_rights.py::test_the_number_of_the_sender_makes_an_admin",
        f"{INTEGRATION}/test_chat_feeds.py::test_others_are_told_politely",
    ),
    "case_26": (
        f"{UNIT}/match/test_parse.py::test_what_cannot_be_read_is_refused_with_its_position",
    ),
    "case_28": (
        "tests/crash/test_crash_steps.py::test_killed_at_each_step_in_turn",
        f"{INTEGRATION}/test_dispatch.py::test_what_a_dead_process_was_sending_is_sent_again",
    ),
    "case_29": (
        f"{INTEGRATION}/test_send.py::test_a_flood_limit_defers_as_long_as_telegram_asks",
        f"{INTEGRATION}/test_send.py::test_a_chat_that_cannot_be_written_to_is_unreachable",
        f"{INTEGRATION}/test_send.py::test_what_telegram_refuses_even_plain_is_rejected",
        f"{INTEGRATION}/test_send.py::test_a_group_that_became_a_supergroup_has_a_new_id",
    ),
    "case_30": (
        f"{INTEGRATION}/test_polling.py::test_poll_that_could_not_be_stored_is_repeated_soon",
        f"{INTEGRATION}/test_polling.py::test_database_that_stays_away_leaves_the_lease_to_run_out",
        f"{INTEGRATION}/test_web.py::test_a_sick_service_says_why",
        f"{HERE}/test_watch.py::test_t48_locked_database_and_full_disk",
        f"{HERE}/test_watch.py::test_t48_lost_postgres_with_two_processes",
    ),
}
ELSEWHERE |= DELIVERY


@cache
def texts_of(path: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the tests of a file, and the texts that it holds."""
    tree = ast.parse((ROOT / path).read_bytes())
    nodes = list(ast.walk(tree))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    names = (node.name for node in nodes if isinstance(node, functions))
    texts = (node.value for node in nodes if isinstance(node, ast.Constant))
    return (
        frozenset(name for name in names if name.startswith("test_")),
        frozenset(text for text in texts if isinstance(text, str)),
    )


def own_cases() -> set[str]:
    """Return the cases that a test of this folder is named by."""
    files = (ROOT / HERE).glob("test_*.py")
    names = (name for path in files for name in texts_of(str(path.relative_to(ROOT)))[0])
    return {found[1] for name in names if (found := _NAME.match(name))}


def exists(test: str) -> bool:
    """Tell whether `test`, a path with a name, is there."""
    path, _, name = test.partition("::")
    name, _, document = name.rstrip("]").partition("[")
    if not (ROOT / path).is_file():
        return False
    names, texts = texts_of(path)
    return name in names and (not document or document in texts)


@pytest.mark.parametrize("case", [*PITFALLS, *FAULTS])
def test_each_case_has_its_test(case: str) -> None:
    elsewhere = ELSEWHERE.get(case, ())

    missing = [test for test in elsewhere if not exists(test)]

    assert missing == []
    assert case in own_cases() or elsewhere


def test_the_table_names_cases_only() -> None:
    assert {*own_cases(), *ELSEWHERE} == {*PITFALLS, *FAULTS}


@pytest.mark.parametrize(
    "test",
    [
        "tests/no_such_file.py::test_x",
        f"{HOSTILE}::test_of_another_time",
        f"{UNREAD}[no such document]",
    ],
)
def test_a_test_that_is_gone_is_missed(test: str) -> None:
    assert not exists(test)
