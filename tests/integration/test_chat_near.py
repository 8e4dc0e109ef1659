"""``/region`` with distances, locations and groups; one answer, one way back."""

import logging
from pathlib import Path

import pytest
from chat_client import ANN, BOB, GROUP, ChatClient, buttons, data_of

from bot.annotate.gazetteer import load
from bot.chat.request import MAX_DATA
from bot.pipeline.regions import find_group

SUMY = load().centre("UA-59")
BELGOROD = load().centre("RU-BEL")
IN_SUMY = (50.9216, 34.8003)
IN_BELGOROD = (50.5997, 36.5983)
AT_SEA = (0.0, -30.0)

OBLASTS = (
    "Вінницька Волинська Дніпропетровська Донецька Житомирська Закарпатська Запорізька "
    "Івано-Франківська Київська Кіровоградська Луганська Львівська Миколаївська Одеська "
    "Полтавська Рівненська Сумська Тернопільська Харківська Херсонська Черкаська "
    "Чернівецька"
)


@pytest.mark.parametrize(
    "text",
    ["Sumy near 50 km", "Суми 50 км", "50 км от Сум", "near Sumy", "Sumy Oblast 50km"],
)
async def test_a_distance_means_what_lies_around_the_city(
    chat: ChatClient, text: str
) -> None:
    answer = await chat.say(f"/region {text}")

    assert "You now follow Sumy and 50 km around." in answer["text"]
    assert "when they are named themselves" in answer["text"]
    assert await chat.regions() == [f"{SUMY}~50"]


async def test_the_examples_lie_within_the_distance(chat: ChatClient) -> None:
    await chat.add_entry("Sudzha without water", "g486816", "RU-KRS", "RU")
    await chat.add_entry("Kharkiv without light", "UA-63", "UA")

    answer = await chat.say("/region Sumy 60 km")

    assert "Sudzha without water\nExample Post · 13:55" in answer["text"]
    assert "Kharkiv" not in answer["text"]


async def test_a_distance_is_listed_and_its_news_are_found(chat: ChatClient) -> None:
    await chat.say("/region Sumy 60 km")
    await chat.add_entry("Sudzha without water", "g486816", "RU-KRS", "RU")

    latest = await chat.say("/latest")
    listed = await chat.say("/list")
    after = await chat.press(listed, "1. Delete")

    assert "Sudzha without water" in latest["text"]
    assert "1. Sumy and 60 km around" in listed["text"]
    assert "You no longer follow Sumy 60 km." in after["text"]


async def test_a_distance_is_taken_back_and_given_again(chat: ChatClient) -> None:
    added = await chat.say("/region Sumy 50 km")
    undone = await chat.press(added, "Undo")
    again = await chat.press(undone, "Follow again")
    removed = await chat.say("/region -Sumy")

    assert "You no longer follow Sumy and 50 km around." in undone["text"]
    assert "You now follow Sumy and 50 km around." in again["text"]
    assert "You no longer follow Sumy and 50 km around." in removed["text"]
    assert await chat.regions() == []


async def test_a_misspelt_town_is_offered_with_its_distance(chat: ChatClient) -> None:
    question = await chat.say("/region Belgrod 30 km")
    chosen = await chat.press(question, "Belgorod and 30 km around")

    assert "Did you mean one of these?" in question["text"]
    assert "You now follow Belgorod and 30 km around." in chosen["text"]
    assert await chat.regions() == [f"{BELGOROD}~30"]


@pytest.mark.parametrize("text", ["Sumy 0 km", "Sumy 201 km", "near 999999999 km"])
async def test_a_distance_out_of_bounds_is_explained(chat: ChatClient, text: str) -> None:
    answer = await chat.say(f"/region {text}")

    assert "A distance can be from 1 to 200 km: /region Sumy 50 km" in answer["text"]
    assert await chat.regions() == []


async def test_around_a_country_nothing_can_be_drawn(chat: ChatClient) -> None:
    answer = await chat.say("/region Ukraine 50 km")
    followed = await chat.press(answer, "Follow Ukraine")

    assert "Ukraine is too wide for a distance around it" in answer["text"]
    assert "You now follow Ukraine." in followed["text"]


async def test_a_keyword_may_be_asked_of_what_lies_around(chat: ChatClient) -> None:
    await chat.say("/keyword drone in Sumy 50 km")

    [subscription] = await chat.subscriptions()
    assert subscription.regions == (f"{SUMY}~50",)


async def test_a_shared_location_offers_what_is_near(chat: ChatClient) -> None:
    answer = await chat.share(*IN_SUMY)
    before = await chat.regions()
    chosen = await chat.press(answer, "Sumy Oblast")

    assert "Near the location: Sumy, Sumy Oblast, Ukraine." in answer["text"]
    assert list(buttons(answer).values()) == [
        "v1:add:UA-59",
        f"v1:add:{SUMY}",
        *(f"v1:add:{SUMY}~{km}" for km in (20, 50, 100)),
        "v1:help",
    ]
    assert before == []
    assert "You now follow Sumy Oblast, Ukraine." in chosen["text"]
    assert await chat.regions() == ["UA-59"]


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.exists() else b""


async def test_nothing_of_a_location_is_stored_or_logged(
    chat: ChatClient, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    latitude, longitude = 50.9216123, 34.8003456
    with caplog.at_level(logging.INFO):
        answer = await chat.share(latitude, longitude)
        await chat.press(answer, "50 km around")
    await chat.store.close()

    stored = b"".join(map(_content, (tmp_path / "tocsin.db", tmp_path / "tocsin.db-wal")))
    for part in ("50.92", "34.80", "50,92"):
        assert part.encode() not in stored
        assert part not in caplog.text
    assert f"{SUMY}~50".encode() in stored


async def test_far_from_every_town_a_name_is_asked_for(chat: ChatClient) -> None:
    answer = await chat.share(*AT_SEA)

    assert "I know no town within 100 km of that location." in answer["text"]


async def test_near_follows_what_is_around_the_location_shared_before(
    chat: ChatClient,
) -> None:
    await chat.share(*IN_BELGOROD)

    answer = await chat.say("/region near 30 km")

    assert "You now follow Belgorod and 30 km around." in answer["text"]
    assert await chat.regions() == [f"{BELGOROD}~30"]


async def test_near_asks_for_the_location_and_follows_it_at_once(chat: ChatClient) -> None:
    question = await chat.say("/region near 30 km")
    answer = await chat.share(*IN_BELGOROD)

    assert "Around what? Send me a location" in question["text"]
    assert "/region Sumy 30 km" in question["text"]
    assert "You now follow Belgorod and 30 km around." in answer["text"]


async def test_near_takes_a_typed_name_as_well(chat: ChatClient) -> None:
    await chat.say("/region near 30 km")

    answer = await chat.say("Belgorod")

    assert "You now follow Belgorod and 30 km around." in answer["text"]


async def test_a_location_is_forgotten_after_a_while(chat: ChatClient) -> None:
    await chat.share(*IN_BELGOROD)
    chat.clock.forward(minutes=16)

    answer = await chat.say("/region near 30 km")

    assert "Around what?" in answer["text"]
    assert await chat.regions() == []


async def test_forget_forgets_the_location_too(chat: ChatClient) -> None:
    await chat.share(*IN_BELGOROD)
    question = await chat.say("/forget")
    await chat.press(question, "Delete everything")

    answer = await chat.say("/region near 30 km")

    assert "Around what?" in answer["text"]


async def test_a_location_in_a_group_is_not_answered(chat: ChatClient) -> None:
    chat.api.add_group(GROUP, "Town", "group", {ANN: "creator"}, bot_status="administrator")
    chat.api.share_location(ANN, *IN_SUMY, GROUP)
    await chat.settle()

    assert chat.sent(GROUP) == []


async def test_a_group_is_asked_for_a_town(chat: ChatClient) -> None:
    chat.api.add_group(GROUP, "Town", "group", {ANN: "creator"})
    await chat.settle()

    question = await chat.say("/region near 20 km", ANN, chat_id=GROUP)
    answer = await chat.say("Belgorod", ANN, chat_id=GROUP, reply_to=question["message_id"])

    assert "Around what? Name a town: /region Sumy 20 km" in question["text"]
    assert "You now follow Belgorod and 20 km around." in answer["text"]


async def test_a_group_of_regions_is_followed_and_left_as_one(chat: ChatClient) -> None:
    border = [place.id for place in find_group("border")]

    answer = await chat.say("/region прикордоння")
    followed = await chat.regions()
    await chat.say("/region -RU-BEL")
    left = await chat.say("/region -border")

    assert "You now follow Bryansk Oblast, Kursk Oblast, Belgorod Oblast" in answer["text"]
    assert sorted(followed) == sorted(border)
    assert "You no longer follow" in left["text"]
    assert "Belgorod" not in left["text"]
    assert await chat.regions() == []


async def test_several_names_are_taken_back_as_one(chat: ChatClient) -> None:
    await chat.say("/region Belgorod, Kharkiv Oblast")

    answer = await chat.say("/region Суми, Харків -Белгород")
    undone = await chat.press(answer, "Undo all of it")
    twice = await chat.press_data(undone, data_of(answer, "Undo all of it"))

    assert "You now follow Sumy Oblast, Ukraine." in answer["text"]
    assert "You already follow Kharkiv Oblast, Ukraine." in answer["text"]
    assert "You no longer follow Belgorod Oblast, Russia." in answer["text"]
    assert "You no longer follow Sumy Oblast, Ukraine." in undone["text"]
    assert "You follow Belgorod Oblast, Russia again." in undone["text"]
    assert twice["text"] == undone["text"]
    assert sorted(await chat.regions()) == ["RU-BEL", "UA-63"]


async def test_what_one_command_gives_and_takes_is_no_change(chat: ChatClient) -> None:
    answer = await chat.say("/region border -Belgorod")
    followed = await chat.regions()

    await chat.press(answer, "Undo all of it")

    assert "RU-BEL" not in followed
    assert len(followed) == 5
    assert await chat.regions() == []


@pytest.mark.parametrize(
    ("command", "label"),
    [
        pytest.param("/region Belgrod", "Belgorod Oblast", id="a candidate"),
        pytest.param("/region Belgorod", "Only the city", id="the city"),
        pytest.param("/region Belgorod", "Undo", id="undo"),
        pytest.param("/region Belgrod 50 km", "Belgorod", id="a distance"),
    ],
)
async def test_a_double_tap_is_one_tap(chat: ChatClient, command: str, label: str) -> None:
    question = await chat.say(command)
    data = data_of(question, label)

    once = await chat.press_data(question, data)
    regions = await chat.regions()
    twice = await chat.press_data(once, data)

    assert twice["text"] == once["text"]
    assert buttons(twice) == buttons(once)
    assert await chat.regions() == regions


async def test_the_same_button_a_day_later_says_that_it_is_followed(
    chat: ChatClient,
) -> None:
    question = await chat.say("/region Belgrod")
    data = data_of(question, "Belgorod Oblast")
    await chat.press_data(question, data)
    chat.clock.forward(days=1)

    later = await chat.press_data(question, data)

    assert "You already follow Belgorod Oblast" in later["text"]


async def test_an_answer_says_what_is_covered(chat: ChatClient) -> None:
    region = await chat.say("/region Belgorod")
    town = await chat.say("/region Sudzha")

    count = load().count_inside("RU-BEL")
    assert f"its towns and villages; I know {count:,} of them" in region["text"]
    assert "Also known as: Белгородская область" in region["text"]
    assert "This covers news that names it, in any language." in town["text"]


async def test_names_that_one_command_does_not_take_are_given_back(
    chat: ChatClient,
) -> None:
    towns = [f"{name} область" for name in OBLASTS.split()]

    answer = await chat.say(f"/region {', '.join(towns)}")
    few = await chat.say("/region Суми, Харків")

    assert "I take 20 names at once." in answer["text"]
    assert "/region Черкаська область, Чернівецька область" in answer["text"]
    assert len(await chat.regions()) == 20
    assert "at once" not in few["text"]


async def test_a_city_that_is_a_region_covers_no_towns(chat: ChatClient) -> None:
    kyiv = await chat.say("/region Kyiv")

    assert "This covers news that names it, in any language." in kyiv["text"]


async def test_a_district_and_a_country_say_what_they_cover(chat: ChatClient) -> None:
    district = await chat.say("/region Охтирський район")
    country = await chat.say("/region Ukraine")

    count = sum(load().count_inside(place.id) for place in load().regions("UA"))
    assert "You now follow Okhtyrskyi Raion, Sumy Oblast, Ukraine." in district["text"]
    assert "This covers its towns and villages." in district["text"]
    assert f"its towns and villages; I know {count:,} of them" in country["text"]


@pytest.mark.parametrize(
    "text",
    [
        ",,,;",
        "-",
        "+ - +",
        "<b>Sumy</b> 50 km",
        "~50",
        "g1~50",
        "km " * 500,
        "\u202eSumy\u200b 50 km",
        "''; DROP TABLE chat",
        "💥" * 2000,
        "near near near",
    ],
)
async def test_hostile_names_get_one_plain_answer(chat: ChatClient, text: str) -> None:
    answer = await chat.say(f"/region {text}")

    assert "fault is mine" not in answer["text"]
    assert len(answer["text"]) <= 4096


@pytest.mark.parametrize(
    "data",
    ["v1:add:x~50", "v1:add:UA~50", "v1:drop:~", "v1:undo::", "v1:undo:,x,:y", "v1:undo"],
)
async def test_old_or_forged_buttons_change_nothing(chat: ChatClient, data: str) -> None:
    message = await chat.say("/region Sumy")

    after = await chat.press_data(message, data)

    assert "fault is mine" not in after["text"]
    assert await chat.regions() == ["UA-59"]


async def test_a_member_of_a_group_changes_nothing_by_distance(chat: ChatClient) -> None:
    chat.api.add_group(GROUP, "Town", "group", {ANN: "creator", BOB: "member"})
    await chat.settle()

    await chat.say("/region Sumy 50 km", BOB, chat_id=GROUP)

    assert await chat.regions(GROUP) == []


async def test_every_button_of_a_region_fits(chat: ChatClient) -> None:
    for text in ("Belgrod 200 km", "border, Lviv 200 km, Kyiv 200 km", "Georgia"):
        answer = await chat.say(f"/region {text}")

        assert all(len(data.encode()) <= MAX_DATA for data in buttons(answer).values())
