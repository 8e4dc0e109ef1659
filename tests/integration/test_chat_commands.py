from datetime import timedelta

import pytest
from chat_client import ANN, NOW, ChatClient, buttons, data_of
from sqlalchemy import select, update

from bot.chat.actions import COMMANDS
from bot.pipeline.subscriptions import change_keywords
from bot.store import chats, schema
from bot.store.chats import FOREVER, find_chat


async def test_every_command_works_without_start(chat: ChatClient) -> None:
    for person, command in enumerate([*COMMANDS, "nonsense"], start=100):
        chat.api.add_person(person, "Newcomer")

        answer = await chat.say(f"/{command}", person)

        said = answer.get("text") or answer["caption"]
        assert "fault is mine" not in said, command


async def test_the_region_comes_at_once_with_its_city_one_tap_away(
    chat: ChatClient,
) -> None:
    for minutes, title in enumerate(("Old", "Drone hits depot", "Power cut", "Bridge")):
        await chat.add_entry(title, "RU-BEL", minutes_ago=60 - minutes)

    answer = await chat.say("/region Belgorod")
    followed = await chat.regions()
    city = await chat.press(answer, "Only the city of Belgorod")

    assert "You now follow Belgorod Oblast, Russia." in answer["text"]
    assert [t in answer["text"] for t in ("Bridge", "Power", "Drone", "Old")] == [
        True,
        True,
        True,
        False,
    ]
    assert followed == ["RU-BEL"]
    assert "You now follow Belgorod, Belgorod Oblast, Russia." in city["text"]
    assert [place for place in await chat.regions() if place == "RU-BEL"] == []
    assert len(chat.sent()) == 1


async def test_a_region_is_known_in_any_language(chat: ChatClient) -> None:
    answer = await chat.say("/region Суми")

    assert "You now follow Sumy Oblast, Ukraine." in answer["text"]
    assert "Nothing about it in the last 7 days." in answer["text"]
    assert await chat.regions() == ["UA-59"]


async def test_the_same_region_again_is_kept_once(chat: ChatClient) -> None:
    await chat.say("/region Sumy")

    answer = await chat.say("/region Sumy Oblast")

    assert "You already follow Sumy Oblast, Ukraine." in answer["text"]
    assert await chat.regions() == ["UA-59"]


async def test_a_misspelt_region_is_offered(chat: ChatClient) -> None:
    answer = await chat.say("/region Belgrod")
    nothing_yet = await chat.regions()
    chosen = await chat.press(answer, "Belgorod Oblast")

    assert "I do not know “Belgrod”. Did you mean one of these?" in answer["text"]
    assert nothing_yet == []
    assert "You now follow Belgorod Oblast, Russia." in chosen["text"]
    assert await chat.regions() == ["RU-BEL"]


async def test_a_name_of_several_places_is_asked_about(chat: ChatClient) -> None:
    answer = await chat.say("/region Georgia")

    assert "Several places are called “Georgia”" in answer["text"]
    assert data_of(answer, "Georgia, country") == "v1:add:GE"
    assert await chat.regions() == []


async def test_a_name_of_many_villages_is_found_with_its_region(chat: ChatClient) -> None:
    many = await chat.say("/region Миколаївка")
    inside = await chat.say("/region Миколаївка Сумська область")

    labels = list(buttons(many))
    assert len(labels) == 9  # eight of them, and the way to the subscriptions
    assert len(set(labels)) == 9
    assert "/region Mykolaivka Sumy Oblast" in many["text"]
    assert all("Sumy Oblast" in label for label in list(buttons(inside))[:-1])
    assert await chat.regions() == []


async def test_a_large_city_is_meant_and_not_its_small_namesakes(chat: ChatClient) -> None:
    answer = await chat.say("/region London")

    assert "You now follow London" in answer["text"]
    assert "United Kingdom" in answer["text"]


async def test_nonsense_is_no_region(chat: ChatClient) -> None:
    answer = await chat.say("/region Zzyzxqq")

    assert "I do not know a place called “Zzyzxqq”" in answer["text"]


async def test_several_regions_in_one_command(chat: ChatClient) -> None:
    await chat.say("/region Sumy, Kharkiv Oblast")
    answer = await chat.say("/region +Belgorod +Kursk -Sumy")

    assert "You no longer follow Sumy Oblast" in answer["text"]
    assert await chat.regions() == ["UA-63", "RU-BEL", "RU-KRS"]


async def test_one_answer_among_several_leaves_the_other_questions(
    chat: ChatClient,
) -> None:
    question = await chat.say("/region Belgrod, Georgia")

    after = await chat.press(question, "Belgorod Oblast")

    assert buttons(after) == buttons(question)
    assert "You now follow Belgorod Oblast" in chat.sent()[-1]["text"]


async def test_a_region_is_removed_and_brought_back(chat: ChatClient) -> None:
    await chat.say("/region Sumy")

    removed = await chat.say("/region -Sumy")
    back = await chat.press(removed, "Follow again")
    gone = await chat.press(back, "Undo")

    assert "You no longer follow Sumy Oblast" in removed["text"]
    assert "You now follow Sumy Oblast" in back["text"]
    assert "You no longer follow Sumy Oblast" in gone["text"]
    assert await chat.regions() == []


async def test_removing_what_is_not_followed_says_so(chat: ChatClient) -> None:
    answer = await chat.say("/region -Sumy")

    assert "You did not follow Sumy Oblast" in answer["text"]


@pytest.mark.parametrize("typed", ["none", "-all", "-Усі", "жодного"])
async def test_all_regions_go_only_after_a_confirmation(
    chat: ChatClient, typed: str
) -> None:
    await chat.say("/region Sumy, Kharkiv Oblast")
    await chat.say("/keyword dam")

    question = await chat.say(f"/region {typed}")
    before = await chat.regions()
    cleared = await chat.press(question, "Yes, remove")

    assert "Stop following all 2 regions?" in question["text"]
    assert before == ["UA-59", "UA-63"]
    assert "You no longer follow 2 regions." in cleared["text"]
    assert [each.query for each in await chat.subscriptions()] == ["dam"]


async def test_a_keyword_comes_with_its_newest_matches(chat: ChatClient) -> None:
    await chat.add_entry("Dam breached <b>at night</b>")
    await chat.add_entry("Quiet day")

    answer = await chat.say("/keyword dam")

    assert "You now follow “dam”." in answer["text"]
    assert "Dam breached <b>at night</b>\nExample Post · 13:55" in answer["text"]
    assert "Quiet day" not in answer["text"]


async def test_a_query_is_repeated_in_words_and_can_be_undone(chat: ChatClient) -> None:
    answer = await chat.say("/keyword drone NEAR/8 refinery -football")
    saved = [each.query for each in await chat.subscriptions()]
    await chat.press(answer, "Undo")

    assert "I look for: drone near refinery, but not football." in answer["text"]
    assert saved == ["drone NEAR/8 refinery -football"]
    assert await chat.subscriptions() == []


async def test_a_query_with_fields_and_groups_is_saved_once(chat: ChatClient) -> None:
    first = await chat.say("/keyword (дрон OR ракета) region:Sumy lang:uk in Sumy Oblast")
    again = await chat.say("/keyword (ДРОН|ракета) region:UA-59 lang:UK in Суми")
    gone = await chat.say("/keyword -(дрон | ракета) region:UA-59 lang:uk in UA-59")

    assert "You now follow" in first["text"]
    assert "(дрон or ракета), about Sumy Oblast, in Ukrainian" in first["text"]
    assert "You already follow" in again["text"]
    assert "You no longer follow" in gone["text"]
    assert await chat.subscriptions() == []


async def test_what_no_database_can_store_is_left_out(chat: ChatClient) -> None:
    await chat.say("/start")
    async with chat.store.read() as tx:
        ann = await find_chat(tx, ANN)
    assert ann is not None

    await change_keywords(chat.store, ann, "da\x00m fl\ud800ood", now=NOW)

    assert [each.query for each in await chat.subscriptions()] == ["dam flood"]


async def test_a_keyword_in_a_region_is_one_subscription(chat: ChatClient) -> None:
    answer = await chat.say("/keyword evacuation in Sumy Oblast, Kharkiv Oblast")

    [subscription] = await chat.subscriptions()
    assert subscription.query == "evacuation"
    assert subscription.regions == ("UA-59", "UA-63")
    assert "“evacuation” in Sumy Oblast or Kharkiv Oblast" in answer["text"]


async def test_a_keyword_is_removed_by_its_query_only(chat: ChatClient) -> None:
    await chat.say("/keyword dam flood")

    other = await chat.say("/keyword -dam")
    same = await chat.say("/keyword -DAM  flood")

    assert "only excludes" in other["text"]
    assert "You no longer follow “dam flood”." in same["text"]
    assert await chat.subscriptions() == []


async def test_a_query_that_cannot_be_read_is_explained(chat: ChatClient) -> None:
    answer = await chat.say('/keyword dam "flood')

    assert "A quotation mark is missing." in answer["text"]
    assert 'Position 5: dam 👉"flood' in answer["text"]
    assert await chat.subscriptions() == []


async def test_a_keyword_can_be_typed_after_the_command(chat: ChatClient) -> None:
    await chat.say("/keyword")

    answer = await chat.say("dam")

    assert "You now follow “dam”." in answer["text"]


async def test_another_command_ends_the_waiting_for_text(chat: ChatClient) -> None:
    await chat.say("/keyword")
    await chat.say("/help")

    await chat.say("dam")

    assert await chat.subscriptions() == []


async def test_the_list_removes_with_a_press(chat: ChatClient) -> None:
    await chat.say("/region Sumy")
    await chat.say("/keyword dam in Sumy Oblast")

    shown = await chat.say("/list")
    after = await chat.press(shown, "1. Delete")

    assert "You have 2 subscriptions:" in shown["text"]
    assert "You no longer follow Sumy Oblast." in after["text"]
    assert [each.query for each in await chat.subscriptions()] == ["dam"]


async def test_a_long_list_has_pages(chat: ChatClient) -> None:
    for number in range(10):
        await chat.say(f"/keyword word{number}")

    first = await chat.say("/list")
    second = await chat.press(first, "▶️")

    assert "“word3”" in first["text"]
    assert "“word4”" not in first["text"]
    assert "“word4”" in second["text"]


async def test_latest_merges_what_matches(chat: ChatClient) -> None:
    await chat.add_entry("Dam breached", "UA-59", minutes_ago=1)
    await chat.add_entry("Shelling", "UA-59", minutes_ago=2)
    await chat.add_entry("Football", minutes_ago=3)
    await chat.say("/region Sumy")
    await chat.say("/keyword dam")

    newest = await chat.say("/latest")
    one = await chat.say("/latest 1")

    assert newest["text"].count("Dam breached") == 1
    assert "Shelling" in newest["text"]
    assert "Football" not in newest["text"]
    assert "Shelling" not in one["text"]


async def test_pause_and_resume(chat: ChatClient) -> None:
    paused = await chat.say("/pause 2h")
    until = await _paused_until(chat)
    resumed = await chat.press(paused, "Resume")

    assert "Alerts are paused until 16:00 Kyiv time." in paused["text"]
    assert until == NOW + timedelta(hours=2)
    assert "Alerts are on again, and what waited is coming." in resumed["text"]
    assert await _paused_until(chat) is None
    assert "Alerts were not paused." in (await chat.say("/resume"))["text"]


async def test_pause_without_a_length_has_no_end(chat: ChatClient) -> None:
    answer = await chat.say("/pause")

    assert "until you resume" in answer["text"]
    assert await _paused_until(chat) == FOREVER


async def test_pause_of_an_unclear_length_changes_nothing(chat: ChatClient) -> None:
    answer = await chat.say("/pause <later>")

    assert "I cannot read “<later>” as a length of time" in answer["text"]
    assert await _paused_until(chat) is None


async def _paused_until(chat: ChatClient) -> object:
    async with chat.store.read() as tx:
        found = await chats.find_chat(tx, ANN)
    assert found is not None
    return found.paused_until


async def test_the_language_changes_by_command_and_button(chat: ChatClient) -> None:
    by_command = await chat.say("/lang uk")
    by_button = await chat.press(by_command, "Русский")
    unknown = await chat.say("/lang fr")

    assert "Відтепер пишу українською." in by_command["text"]
    assert "Теперь пишу по-русски." in by_button["text"]
    assert "Этого языка я пока не знаю." in unknown["text"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("українською", "Відтепер пишу українською."),
        ("Ukrainian", "Відтепер пишу українською."),
        ("по-русски", "Теперь пишу по-русски."),
        ("Russian", "Теперь пишу по-русски."),
        ("англійська", "From now on I write in English."),
    ],
)
async def test_a_language_is_known_by_its_name_in_each(
    chat: ChatClient, typed: str, told: str
) -> None:
    assert told in (await chat.say(f"/lang {typed}"))["text"]


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("until 8:00", "until 23 Nov, 08:00 Kyiv time"),
        ("до 18", "until 18:00 Kyiv time"),
        ("до 8 ранку", "until 23 Nov, 08:00 Kyiv time"),
        ("на годину", "until 15:00 Kyiv time"),
    ],
)
async def test_a_pause_ends_at_a_time_of_day(
    chat: ChatClient, typed: str, until: str
) -> None:
    assert until in (await chat.say(f"/pause {typed}"))["text"]


async def test_a_pause_that_is_not_understood_may_last_until_it_is_ended(
    chat: ChatClient,
) -> None:
    asked = await chat.say("/pause forever")

    paused = await chat.press(asked, "Until I resume")

    assert "until you resume them" in paused["text"]


async def test_status_tells_feeds_and_the_chat(chat: ChatClient) -> None:
    await chat.add_entry("Dam breached", "UA-59", minutes_ago=12)
    await chat.say("/region Sumy")

    answer = await chat.say("/status")

    assert "1 of 1 feed is read without errors" in answer["text"]
    assert "Newest entry: 12 min ago" in answer["text"]
    assert "You have 1 subscription" in answer["text"]
    assert "Alerts: at once" in answer["text"]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"failures": 1}, "1 could not be read the last time: /feeds"),
        ({"last_success_at": None}, "1 was not read yet"),
    ],
)
async def test_status_counts_no_feed_as_read_that_was_not(
    chat: ChatClient, values: dict[str, object], told: str
) -> None:
    await chat.add_entry("Dam breached")
    async with chat.store.write() as tx:
        await tx.execute(update(schema.feed).values(values))

    answer = await chat.say("/status")

    assert f"0 of 1 feed is read without errors\n{told}\n" in answer["text"]


async def test_forget_deletes_everything_after_a_confirmation(chat: ChatClient) -> None:
    await chat.say("/lang uk")
    await chat.say("/region Суми")

    question = await chat.say("/forget")
    before = await chat.regions()
    done = await chat.press(question, "Видалити все")

    assert before == ["UA-59"]
    assert "Усе про цей чат видалено" in done["text"]
    async with chat.store.read() as tx:
        for table in (schema.chat, schema.subscription, schema.delivery, schema.match):
            assert (await tx.execute(select(table))).all() == []
