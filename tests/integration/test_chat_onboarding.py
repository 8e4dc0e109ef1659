from chat_client import ANN, BOB, GROUP, ChatClient, buttons

from bot.store import chats


async def test_onboarding_in_english_takes_one_message(chat: ChatClient) -> None:
    await chat.add_entry("Dam breached near Sumy", "UA-59", "UA")

    greeting = await chat.say("/start")
    regions = await chat.press(greeting, "✅ English")
    chosen = await chat.press_data(regions, "v1:on:w:ua:0:UA-59")
    delivery = await chat.press(chosen, "Continue")
    summary = await chat.press(delivery, "At once")

    assert "Step 1 of 3" in greeting["text"]
    assert "/forget" in greeting["text"]
    assert "Step 2 of 3" in regions["text"]
    assert "You follow: Sumy Oblast" in chosen["text"]
    assert "/digest" in delivery["text"]
    assert "All set. Alerts: at once" in summary["text"]
    assert "Dam breached near Sumy" in summary["text"]
    assert await chat.regions() == ["UA-59"]
    assert len(chat.sent()) == 1


async def test_onboarding_speaks_the_language_of_the_reader(chat: ChatClient) -> None:
    greeting = await chat.say("/start", BOB)
    regions = await chat.press(greeting, "Далі", BOB)
    await chat.press_data(regions, "v1:on:w:ua:0:UA-63", BOB)
    typed = await chat.press(regions, "Написати назву", BOB)
    answer = await chat.say("Суми", BOB)
    delivery = await chat.press(answer, "Далі", BOB)
    summary = await chat.press(delivery, "Дайджест: 08:00", BOB)

    assert "Якою мовою писати?" in greeting["text"]
    assert "Напишіть назву регіону" in typed["text"]
    assert "Підписку оформлено: Сумська область, Україна." in answer["text"]
    assert "Ваші підписки: Харківська область; Сумська область" in summary["text"]
    assert "дайджестом о 08:00 і 20:00" in summary["text"]
    assert await chat.regions(BOB) == ["UA-63", "UA-59"]


async def test_a_language_pressed_is_the_language_from_then_on(chat: ChatClient) -> None:
    greeting = await chat.say("/start")
    regions = await chat.press(greeting, "Русский")
    answer = await chat.say("/list")

    assert "За какими регионами следить?" in regions["text"]
    assert "Подписок пока нет." in answer["text"]


async def test_regions_are_picked_page_by_page(chat: ChatClient) -> None:
    first = await chat.say("/region")
    second = await chat.press(first, "▶️")
    back = await chat.press(second, "◀️")
    border = await chat.press(back, "Russia: border")

    assert "1/3" in buttons(first)
    assert "2/3" in buttons(second)
    assert buttons(back) == buttons(first)
    assert "Belgorod Oblast" in buttons(border)
    assert "1/1" not in buttons(border)


async def test_a_second_press_of_a_mark_changes_nothing(chat: ChatClient) -> None:
    picker = await chat.say("/region")
    for _ in range(2):
        await chat.press_data(picker, "v1:on:m:ua:0:UA-59")
    after_adding = await chat.regions()
    for _ in range(2):
        await chat.press_data(picker, "v1:off:m:ua:0:UA-59")

    assert after_adding == ["UA-59"]
    assert await chat.regions() == []
    assert len(chat.calls("answerCallbackQuery")) == 4


async def test_a_deep_link_follows_its_region_at_once(chat: ChatClient) -> None:
    before = len(chat.sent())
    chat.api.start(ANN, "r_RU-BEL")
    await chat.settle()

    assert len(chat.sent()) == before + 1
    assert "You now follow Belgorod Oblast, Russia." in chat.sent()[-1]["text"]
    assert await chat.regions() == ["RU-BEL"]


async def test_a_deep_link_may_name_its_region(chat: ChatClient) -> None:
    chat.api.start(ANN, "r_belgorod")
    await chat.settle()

    assert await chat.regions() == ["RU-BEL"]


async def test_a_broken_deep_link_is_a_plain_start(chat: ChatClient) -> None:
    chat.api.start(ANN, "utm_source")
    await chat.settle()

    assert "Step 1 of 3" in chat.sent()[-1]["text"]


async def test_start_again_shows_the_settings(chat: ChatClient) -> None:
    await chat.say("/region Belgorod")

    again = await chat.say("/start")

    assert again["text"].startswith("Settings")
    assert "Belgorod Oblast" in again["text"]


async def test_start_in_a_topic_makes_it_the_place_for_alerts(chat: ChatClient) -> None:
    chat.api.add_group(GROUP, "News", "supergroup", {ANN: "creator"})
    chat.api.add_topic(GROUP, 9)

    answer = await chat.say("/start", chat_id=GROUP, thread_id=9)

    async with chat.store.read() as tx:
        group = await chats.find_chat(tx, GROUP)
    assert group is not None
    assert group.thread_id == 9
    assert answer["message_thread_id"] == 9


async def test_a_newcomer_has_a_useful_alert_after_at_most_six_actions(
    chat: ChatClient,
) -> None:
    await chat.add_entry("Dam breached near Sumy", "UA-59", "UA")
    actions = 0

    greeting = await chat.say("/start", BOB)
    actions += 1
    await chat.press(greeting, "Далі", BOB)
    actions += 1
    named = await chat.say("Суми", BOB)
    actions += 1
    delivery = await chat.press(named, "Далі", BOB)
    actions += 1
    summary = await chat.press(delivery, "Одразу", BOB)
    actions += 1

    assert actions <= 6
    assert "За останню добу ви отримали б" in summary["text"]
    assert "Dam breached near Sumy" in summary["text"]
    assert await chat.regions(BOB) == ["UA-59"]


async def test_a_link_to_a_region_needs_one_action(chat: ChatClient) -> None:
    await chat.add_entry("Dam breached near Sumy", "UA-59", "UA")

    chat.api.start(BOB, "r_UA-59")
    await chat.settle()

    assert await chat.regions(BOB) == ["UA-59"]
    assert "Dam breached near Sumy" in chat.sent(BOB)[-1]["text"]


async def test_a_location_chooses_the_region_in_start(chat: ChatClient) -> None:
    greeting = await chat.say("/start")
    await chat.press(greeting, "Continue")

    offered = await chat.share(50.9077, 34.7981)
    added = await chat.press(offered, "Sumy Oblast")
    delivery = await chat.press(added, "Continue")

    assert await chat.regions() == ["UA-59"]
    assert "Step 3 of 3" in delivery["text"]


async def test_an_example_of_before_yesterday_is_not_called_todays(
    chat: ChatClient,
) -> None:
    await chat.add_entry("Dam breached near Sumy", "UA-59", minutes_ago=3 * 24 * 60)
    greeting = await chat.say("/start")
    regions = await chat.press(greeting, "Continue")
    chosen = await chat.press_data(regions, "v1:on:w:ua:0:UA-59")
    delivery = await chat.press(chosen, "Continue")
    summary = await chat.press(delivery, "At once")

    assert "in the last day" not in summary["text"]
    assert "The latest from the archive" in summary["text"]
