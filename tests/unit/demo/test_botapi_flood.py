from bot.demo.botapi.flood import Flood


def refuse(flood: Flood, chat: int, now: float, *, edit: bool = False) -> int:
    return flood.refuse(chat, is_private=chat > 0, is_edit=edit, now=now)


def test_a_person_gets_a_short_burst_and_then_one_a_second() -> None:
    flood = Flood()

    assert [refuse(flood, 7, 0.0) for _ in range(6)] == [0, 0, 0, 0, 0, 5]
    assert [refuse(flood, 7, second) for second in (5.0, 5.5)] == [0, 0]


def test_one_a_second_is_never_refused() -> None:
    flood = Flood()

    assert [refuse(flood, 7, float(second)) for second in range(200)] == [0] * 200


def test_a_group_gets_twenty_a_minute() -> None:
    flood = Flood()

    assert [refuse(flood, -5, second * 2.0) for second in range(20)] == [0] * 20
    assert refuse(flood, -5, 40.0) == 20
    assert refuse(flood, -5, 60.0) == 0


def test_all_chats_get_thirty_a_second() -> None:
    flood = Flood()

    assert [refuse(flood, chat, 0.0) for chat in range(1, 32)] == [0] * 30 + [1]
    assert refuse(flood, 31, 1.0) == 0


def test_edits_have_their_own_window() -> None:
    flood = Flood()

    assert [refuse(flood, -5, 0.0, edit=True) for _ in range(20)] == [0] * 20
    assert refuse(flood, -5, 1.0, edit=True) == 59
    assert refuse(flood, -5, 1.0) == 0
    assert [refuse(flood, 7, 2.0, edit=True) for _ in range(10)] == [0] * 10


def test_a_refused_message_is_not_counted() -> None:
    flood = Flood()
    for _ in range(20):
        refuse(flood, 7, 0.0)

    assert refuse(flood, 7, 5.0) == 0


def test_it_can_be_switched_off() -> None:
    flood = Flood(enabled=False)

    assert [refuse(flood, 7, 0.0) for _ in range(100)] == [0] * 100
