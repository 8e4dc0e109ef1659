"""Reports of one event in other words or another language, and of events much like it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zlib import crc32

import pytest
from heard_reports import hear_report, tell_story

from bot.dedupe.across import find_same_event
from bot.dedupe.features import Features
from bot.dedupe.story_state import StoryState
from bot.dedupe.updates import Update, decide_update
from bot.dedupe.vetoes import find_veto

MORNING = datetime(2026, 3, 2, 7, tzinfo=UTC)


def report(
    title: str, summary: str = "", *, language: str = "en", hours: float = 0
) -> Features:
    at = MORNING + timedelta(hours=hours)
    feed = crc32(title.encode()) % 1000
    return hear_report(title, summary, language, at=at, feed_id=feed)


def told(*reports: Features) -> StoryState:
    return tell_story(7, *reports)


def joins(new: Features, story: StoryState) -> bool:
    return find_same_event(new, story) is not None and find_veto(new, story) is None


def change(new: Features, story: StoryState) -> str | None:
    update: Update | None = decide_update(new, story)
    return None if update is None else update.kind


EXPLOSIONS = report("У Полтаві лунали вибухи", language="uk")


def test_what_was_heard_and_what_it_was_are_one_event_for_some_hours() -> None:
    outcome = "Fire at a warehouse in Poltava after drone attack, governor says"

    assert joins(report(outcome, hours=1), told(EXPLOSIONS))
    assert not joins(report(outcome, hours=5), told(EXPLOSIONS))
    assert not joins(
        report("Fire at a warehouse in Lubny after drone attack", hours=1),
        told(EXPLOSIONS),
    )


def test_the_first_in_office_to_say_what_was_heard_is_a_change() -> None:
    outcome = report(
        "Дрони влучили у склад в Полтаві, сталася пожежа",
        "Про це повідомив начальник ОВА.",
        language="uk",
        hours=1,
    )

    assert change(outcome, told(EXPLOSIONS)) == "confirmation"
    assert change(outcome, told(EXPLOSIONS, outcome)) is None
    assert change(outcome, told(report("Дрон влучив у склад в Полтаві"))) is None


def test_those_who_struck_in_another_country_speak_for_the_other_side() -> None:
    fire = told(report("Пожар на нефтебазе в Ливнах после атаки БПЛА", language="ru"))
    credit = report("Генштаб ЗСУ: уражено нафтобазу у Лівнах", language="uk", hours=2)
    at_home = told(report("Пожежа на нафтобазі в Полтаві", language="uk"))

    assert joins(credit, fire)
    assert change(credit, fire) == "confirmation"
    assert change(report("Генштаб: удар по нафтобазі в Полтаві"), at_home) is None


def test_another_side_may_confirm_what_an_office_has_confirmed() -> None:
    story = told(
        report("Губернатор подтвердил удар по заводу в Саратове", language="ru"),
    )
    other = report("Генштаб ЗСУ підтвердив удар по заводу в Саратові", language="uk")
    office = report("Мэр подтвердил удар по заводу в Саратове", language="ru")

    assert change(other, story) == "confirmation"
    assert change(office, story) is None


def test_an_exchange_of_prisoners_is_known_by_how_many_it_frees() -> None:
    story = told(report("Ukraine and Russia each free 117 prisoners of war in swap"))

    assert joins(
        report("Україна повернула з полону 117 військових", language="uk", hours=1), story
    )
    assert not joins(
        report("Україна повернула з полону 64 військових", language="uk", hours=1), story
    )


def test_two_villages_of_one_name_in_a_region_are_taken_for_one() -> None:
    claim = report("Russian forces capture village of Myrne in Donetsk region")
    denial = report("ЗСУ спростували захоплення Мирного на Донеччині", language="uk")

    assert joins(denial, told(replace(claim, places=frozenset({"another Myrne"}))))


def test_a_derailment_in_one_region_is_one_event_whatever_town_is_named() -> None:
    story = told(
        report("Под Брянском сошли с рельсов вагоны товарного поезда", language="ru")
    )

    assert joins(report("Freight train derails in Russia's Bryansk region"), story)
    assert not joins(report("Bus and lorry collide in Russia's Bryansk region"), story)


def test_a_correction_may_lower_a_toll_and_an_open_count_is_no_lower_one() -> None:
    story = told(report("Strike on Kramatorsk kills two and wounds six"))

    assert joins(
        report(
            "Уточнення: у Краматорську від удару загинув один, а не двоє", language="uk"
        ),
        story,
    )
    assert joins(report("Two dead, several hurt in missile strike on Kramatorsk"), story)
    assert not joins(report("One dead, several hurt in strike on Kramatorsk"), story)


def test_one_thing_hit_joins_a_town_and_its_region_within_hours_only() -> None:
    story = told(
        report("Росіяни вдарили по Сумщині: пошкоджено лікарню", language="uk"),
    )
    same = "Russian strike damages hospital in Sumy region"

    assert joins(report(same, hours=1), story)
    assert not joins(report(same, hours=9), story)


def test_who_looks_over_many_regions_tells_no_strike_of_one() -> None:
    story = told(report("Drones hit oil refinery in Saratov, fire reported"))
    survey = report(
        "What is known about drones hitting Russian oil refineries",
        "From Saratov to Samara: a year of fires.",
        hours=3,
    )

    assert not joins(survey, story)
    assert find_veto(survey, story) == "it tells of many places"


def test_the_same_in_another_region_is_another_event() -> None:
    story = told(report("Над Тульской областью сбиты четыре БПЛА", language="ru"))

    assert find_veto(
        report("Над Калужской областью сбиты четыре БПЛА", language="ru"), story
    )
    assert not find_veto(
        report("Над Тульской областью перехватили четыре БПЛА", language="ru"), story
    )


def test_bodies_that_all_reports_name_do_not_make_two_towns_one() -> None:
    story = told(
        report(
            "В аэропорту Самары введён план «Ковёр»",
            "Об этом сообщили в Росавиации.",
            language="ru",
        )
    )
    other = report(
        "В аэропорту Пензы введён план «Ковёр»",
        "Об этом сообщили в Росавиации.",
        language="ru",
    )

    assert find_veto(other, story) == "another place"


def test_a_town_and_the_district_named_after_it_are_no_two_places() -> None:
    town = told(report("Обломки БПЛА упали на дом под Россошью", language="ru"))
    district = "Обломки БПЛА упали на дом в Россошанском районе"
    other = "Обломки БПЛА упали на дом в Калачеевском районе"

    assert find_veto(report(district, language="ru"), town) is None
    assert find_veto(report(other, language="ru"), town) == "another place"


def test_a_report_that_names_the_day_of_a_strike_may_come_late() -> None:
    story = told(report("Drones hit oil refinery in Saratov"))
    late = "General Staff confirms strike on Saratov refinery"

    assert find_veto(report(f"{late} on 2 March", hours=26), story) is None
    assert find_veto(report(late, hours=26), story) is not None


@pytest.mark.parametrize(
    ("title", "language", "is_another"),
    [
        ("В Сумах атакована ещё одна подстанция", "ru", True),
        ("У Сумах атаковано ще одну підстанцію", "uk", True),
        ("Drones strike a further substation in Sumy", "en", True),
        ("Ein weiterer Drohnenangriff auf Sumy", "de", True),
        ("Kolejny atak na Sumy, dron uderzył w podstację", "pl", True),
        ("Fire after strike spreads further in Sumy", "en", False),
        ("Drei weitere Tote nach Drohnenangriff auf Sumy", "de", False),
        ("Kolejne ofiary ataku drona na Sumy", "pl", False),
        ("Ещё один человек погиб после удара по Сумам", "ru", False),
    ],
)
def test_what_is_called_one_more_after_hours_is_another_event(
    title: str, language: str, *, is_another: bool
) -> None:
    story = told(report("Drone strike on substation in Sumy"))
    veto = find_veto(report(title, language=language, hours=9), story)

    assert (veto == "one more of its kind") is is_another


def test_a_second_strike_is_the_second_though_more_is_damaged() -> None:
    story = told(report("Strike on Sumy damages homes"))
    second = "Second strike on Sumy leaves a further street damaged"

    assert find_veto(report(second, hours=2), story) == "one more of its kind"


def test_a_strike_again_after_hours_is_another_one() -> None:
    story = told(report("Росіяни вдарили по Балаклії, поранено двох людей", language="uk"))
    again = "Росіяни знову вдарили по Балаклії: пошкоджено ліцей"

    assert find_veto(report(again, language="uk", hours=9), story) == "one more of its kind"
    assert find_veto(report(again, language="uk", hours=2), story) is None


@pytest.mark.parametrize(
    ("title", "is_another"),
    [
        ("Ещё одна атака дрона: в Муроме Шебекинского округа горит комбайн", True),
        ("Снова удар дрона по Новой Таволжанке, горит комбайн", False),
        ("Ещё один раненый дроном под Шебекино умер в больнице Белгорода", False),
    ],
)
def test_one_more_within_hours_is_another_event_in_another_town(
    title: str, *, is_another: bool
) -> None:
    story = told(report("Дрон атаковал машину в Новой Таволжанке", language="ru"))
    veto = find_veto(report(title, language="ru", hours=2), story)

    assert (veto == "one more of its kind") is is_another


def test_two_words_for_one_incident_are_no_other_thing() -> None:
    story = told(report("Коломия: чоловіки побилися з групою оповіщення", language="uk"))

    assert joins(report("Драка с военкомами в Коломые", language="ru", hours=2), story)


def test_a_city_that_is_a_region_is_a_place_like_others() -> None:
    story = told(report("У Києві екстрені відключення світла", language="uk"))

    assert joins(report("Emergency power cuts in Kyiv", hours=1), story)
    assert not joins(report("Emergency power cuts in Brovary", hours=1), story)


def test_a_ship_is_the_same_wherever_it_is_and_another_one_is_not() -> None:
    story = told(report('Finland boards tanker "Amber Wind"'))

    assert joins(
        report("Эстония проверила танкер Amber Wind", language="ru", hours=9), story
    )
    other = report('Finland boards tanker "Cedar Star"', hours=9)
    assert not joins(other, story)
    assert find_veto(other, story) == "another ship"


def test_a_drone_in_a_country_at_peace_is_the_only_one_there() -> None:
    story = told(report("Obiekt spadł w lesie pod Chełmem", language="pl"))

    assert joins(report("У Польщі розбився дрон", language="uk", hours=3), story)
    assert not joins(report("У Литві розбився дрон", language="uk", hours=3), story)
    assert not joins(report("Poland to buy drones", hours=3), story)


def test_fewer_are_wounded_when_one_of_them_has_died() -> None:
    story = told(report("Missile hits Mykolaiv, nine wounded"))
    died = "One dead, eight wounded in missile strike on Mykolaiv"

    assert joins(report(died, hours=2), story)
    assert not joins(
        report("One dead, two wounded in missile strike on Mykolaiv", hours=2), story
    )


def test_more_victims_of_another_kind_of_attack_are_others() -> None:
    story = told(report("Херсон: обстріляли ринок, двоє поранених", language="uk"))

    assert not joins(report("Drone wounds four in Kherson", hours=1), story)
    assert joins(report("Shelling wounds four in Kherson", hours=1), story)


def test_the_first_victims_are_those_of_what_was_heard() -> None:
    story = told(EXPLOSIONS)
    victims = "У Полтаві четверо загиблих"

    assert joins(report(victims, language="uk", hours=3), story)
    assert not joins(report(victims, language="uk", hours=9), story)
    assert not joins(report(f"{victims} у ДТП", language="uk", hours=3), story)


def test_the_second_side_of_an_exchange_confirms_it() -> None:
    story = told(report("Обмін: 270 захисників повернулися з полону", language="uk"))
    other = "Минобороны РФ: из плена возвращены 270 военнослужащих"

    assert change(report(other, language="ru", hours=1), story) == "confirmation"


def test_another_day_takes_more_than_a_place_and_a_kind() -> None:
    story = told(report("Moscow claims capture of Robotyne"))
    again = "Росіяни захопили Роботине"

    assert joins(report(again, language="uk", hours=5), story)
    assert not joins(report(again, language="uk", hours=24), story)


def test_two_sentences_of_one_court_are_two_events() -> None:
    story = told(report("Суд в Ростове осудил шпиона на 15 лет", language="ru"))

    assert not joins(report("Rostov court jails former road chief", hours=2), story)
    assert joins(report("Rostov court jails man for 15 years", hours=2), story)


def test_several_hurt_are_no_more_than_some() -> None:
    story = told(report("В Одесі горить готель, є поранені", language="uk"))

    assert change(report("Hotel burns in Odesa, several injured"), story) is None
    assert change(report("Hotel burns in Odesa, 12 injured"), story) == "casualties"


def test_two_guests_of_a_capital_are_two_events() -> None:
    story = told(report("Greek minister meets Zelensky for talks in Kyiv"))

    assert not joins(
        report("Делегация Сената на переговорах в Киеве", language="ru"), story
    )


def exchange(title: str, *, hours: float = 0, language: str = "en") -> Features:
    return report(title, language=language, hours=hours)


def test_an_exchange_is_counted_on_one_side_or_on_both() -> None:
    first = told(exchange("85 захисників повернулися з полону", language="uk"))

    assert joins(exchange("Kyiv and Moscow exchange 170 prisoners", hours=2), first)
    assert not joins(exchange("Kyiv and Moscow exchange 190 prisoners", hours=2), first)
    assert not joins(exchange("Kyiv and Moscow exchange 170 prisoners", hours=20), first)
    assert not joins(exchange("Kyiv and Moscow exchange 85 prisoners", hours=30), first)


def test_a_days_battles_are_known_by_their_number_and_for_that_day_only() -> None:
    first = told(
        report(
            "Від початку доби 1 березня – 143 боєзіткнення. Зведення Генштабу",
            language="uk",
        )
    )

    assert joins(report("Ukraine counts 143 clashes in a day", hours=1), first)
    assert not joins(report("Ukraine counts 151 clashes in a day", hours=1), first)
    assert not joins(report("Ukraine counts 143 clashes in a day", hours=24), first)


def test_victims_of_what_was_hit_in_a_town_are_told_without_what_hit_it() -> None:
    first = told(report("Дрон влучив у тролейбус у Нікополі", language="uk"))
    later = "До лікарів звернулися двоє пасажирів {} тролейбуса"

    assert joins(report(later.format("нікопольського"), language="uk", hours=2), first)
    assert not joins(report(later.format("марганецького"), language="uk", hours=2), first)
    assert not joins(
        report(
            "На Дніпропетровщині госпіталізували трьох пасажирів тролейбуса",
            language="uk",
            hours=2,
        ),
        told(report("Дрон влучив у тролейбус у Нікополі, двоє поранених", language="uk")),
    )


def test_where_a_title_names_no_place_the_text_says_where_it_was_heard() -> None:
    heard = told(report("Жители Алексина сообщают о серии взрывов", language="ru"))
    text = "В {} обломки БПЛА вызвали возгорание на складе."

    def governor(town: str) -> Features:
        title = "Губернатор: ночью была атака БПЛА"
        return report(title, text.format(town), language="ru", hours=1)

    assert joins(governor("Алексине"), heard)
    assert change(governor("Алексине"), heard) == "confirmation"
    assert not joins(governor("Ефремове"), heard)


def test_the_nuclear_plant_and_the_town_of_its_name_are_two_places() -> None:
    plant = told(
        report("ЗАЭС: линия отключена после обстрела", language="ru"),
        report("AKW Saporischschja ohne Strom", language="de", hours=1),
    )
    title = "Zaporizhzhia nuclear plant loses power line after shelling"

    assert joins(report(title, hours=2), plant)
    assert not joins(
        report("Обстрел Запорожья: часть города без света", language="ru", hours=2), plant
    )
    assert not joins(report("Shelling of Zaporizhzhia cuts power", hours=2), plant)


def test_authorities_confirm_nothing_anew_that_their_head_has_told() -> None:
    governor = report(
        "Дрон влучив у склад в Полтаві", "Про це повідомив губернатор.", language="uk"
    )
    later = report("У Полтаві влада підтвердила пожежу на складі", language="uk", hours=2)

    assert change(later, told(governor)) is None
    assert change(later, told(report("Дрон влучив у склад в Полтаві"))) == "confirmation"


def test_another_language_tells_it_by_what_both_name() -> None:
    plot = report(
        "ФСБ заявила о предотвращённом подрыве автомобиля офицера в Пскове", language="ru"
    )
    aid = report(
        "Norway to pay €250m for interceptors",
        "The air-defence missiles are for Ukraine, Oslo said.",
    )

    foiled = "Russia's FSB says it foiled car bomb attack on officer in Pskov"
    assert joins(report(foiled, hours=3), told(plot))
    assert joins(
        report(
            "Норвегія виділить 250 млн євро на ракети-перехоплювачі",
            "Вони посилять ППО України.",
            language="uk",
            hours=9,
        ),
        told(aid),
    )
    assert not joins(
        report("Данія виділить 250 млн євро на перехоплювачі для ППО", language="uk"),
        told(aid),
    )
    assert not joins(
        report("Норвегія виділить 90 млн євро на перехоплювачі для ППО", language="uk"),
        told(aid),
    )


def test_a_village_that_nobody_lists_is_known_by_its_sound() -> None:
    shot = report("Армения: у Хзнавара обстрелян пост, ранен солдат", language="ru")
    elsewhere = "Armenian soldier wounded near Verishen in Syunik, ministry says"

    assert joins(report(elsewhere.replace("Verishen", "Khznavar"), hours=1), told(shot))
    assert not joins(report(elsewhere, hours=1), told(shot))


def test_the_wounded_are_fewer_when_more_of_them_died() -> None:
    hit = report(
        "Дрон ударив по маршрутці в Херсоні: 3 загиблих, 7 поранених", language="uk"
    )
    later = "Херсон: число погибших в маршрутке выросло до 5, двое раненых в больнице"

    assert joins(report(later, language="ru", hours=20), told(hit))
    elsewhere = later.replace("маршрутке", "школе")
    assert not joins(report(elsewhere, language="ru", hours=20), told(hit))


def test_a_village_that_one_language_does_not_know_is_known_by_its_sound() -> None:
    claim = told(report("Росія заявляє про захоплення Новопавлівки", language="uk"))

    def taken(title: str) -> bool:
        return joins(report(title, language="pl", hours=1), claim)

    assert taken("Rosja ogłasza zajęcie Nowopawliwki")
    assert not taken("Rosja ogłasza zajęcie Nowopetriwki")
    assert not taken("Koncert w Nowopawliwce odwołany")


def test_two_places_of_one_region_are_two_though_nobody_lists_one() -> None:
    story = told(report("Drone crashes in field near Chelm in eastern Poland"))
    other = report("Dron spadł na pole w Osinach na Lubelszczyźnie", language="pl", hours=1)

    assert not joins(other, story)


def test_what_befalls_a_town_once_is_one_event() -> None:
    story = told(report("Донецк остался без воды", language="ru"))

    assert joins(report("Donetsk left without running water", hours=2), story)
    assert not joins(report("Donetsk water prices rise", hours=2), story)
    assert not joins(report("Makiivka left without running water", hours=2), story)


def test_petrol_for_coupons_is_one_event_of_a_region() -> None:
    story = told(report("В Крыму ввели талоны на бензин", language="ru"))

    assert joins(report("Petrol rationed in Crimea", hours=2), story)
    assert not joins(report("Petrol rationed in Khabarovsk", hours=2), story)


def test_as_many_dead_of_an_accident_are_others() -> None:
    story = told(report("В Одесі в ДТП загинули троє людей", language="uk"))

    assert not joins(
        report("Drei Tote nach nächtlichem Angriff auf Odessa", language="de"), story
    )


def test_victims_of_shells_are_not_those_of_a_drone() -> None:
    story = told(report("Drone over Kherson"))
    shells = report("В Херсоне артобстрел, ранена медсестра", language="ru", hours=1)

    assert not joins(shells, story)


def test_two_countries_are_as_good_as_a_town() -> None:
    story = told(report("Undersea cable between Finland and Estonia damaged"))

    assert joins(
        report("Повреждён подводный кабель из Эстонии в Финляндию", language="ru"), story
    )
    assert not joins(report("Эстония и Финляндия проводят учения", language="ru"), story)


def test_again_in_somebodys_words_is_no_other_strike() -> None:
    story = told(report("Удар по Харькову, четырнадцать раненых", language="ru"))
    words = report(
        "'We will mend it again', says Kharkiv mayor after strike",
        "Fourteen people were wounded.",
        hours=8,
    )

    assert joins(words, story)
    assert not joins(report("Kharkiv hit again by strike", hours=8), story)


def test_a_word_in_another_sense_tells_no_attack() -> None:
    story = told(report("Харьков: взрывы", language="ru"))

    for title, language in (
        ("Харків: гримнув скандал у міськраді", "uk"),
        ("Kharkiv bangs drum for festival", "en"),
        ("В Харькове прилетела делегация из Литвы", "ru"),
        ("Knallharter Wahlkampf in Charkiw", "de"),
        ("W Charkowie zajęcia dla dzieci", "pl"),
    ):
        assert not joins(report(title, language=language, hours=1), story)


def test_two_villages_near_one_town_are_two() -> None:
    story = told(
        report("Russia claims village on western edge of Kupiansk", "Moskovka was seized."),
        report("Российские войска заняли Московку западнее Купянска", language="ru"),
    )
    other = report(
        "Минобороны сообщило о взятии Песчаного в Харьковской области",
        "Село на купянском направлении.",
        language="ru",
        hours=1,
    )
    denial = report(
        "Україна заперечує втрату Московки під Купʼянськом", language="uk", hours=1
    )

    assert find_veto(other, story) == "another place, which was taken"
    assert joins(denial, story)


def test_the_next_nights_attack_on_a_town_is_another() -> None:
    story = told(report("Нічна атака дронів на Охтирку", language="uk"))

    assert joins(report("Drone attack on Okhtyrka", hours=4), story)
    assert not joins(report("Drone attack on Okhtyrka", hours=20), story)


def test_one_thing_tells_the_event_of_a_town_seldom_in_the_news() -> None:
    story = told(report("У Хусті буря пошкодила музей", language="uk"))
    new = report("Khust museum loses roof", hours=2)

    assert joins(new, story)
    assert find_same_event(new, story, busy=new.places) is None
    assert not joins(report("Khust museum director arrested", hours=2), story)
    assert not joins(report("Khust elects council", hours=2), story)


def test_that_both_are_in_england_tells_no_event() -> None:
    first = report(
        "Night blaze ruins a Lidl supermarket in Cornwall",
        "Nobody was in the Lidl store in Truro.",
    )
    other = report(
        "Twelve crews fight flames at the store until morning",
        "Kent firefighters say that the Lidl supermarket in Ashford burned down.",
        hours=2,
    )

    assert first.regions & other.regions == {"GB-ENG"}
    assert not joins(other, told(first))


def test_the_first_victims_in_a_text_are_of_the_only_town_that_it_names() -> None:
    struck = report("Полтава: ракетний удар по заводу, триває пожежа", language="uk")
    text = "Полтава: усіх госпіталізовано."
    first = report("Четверо працівників поранені на заводі", text, language="uk", hours=1)
    elsewhere = report(
        "Четверо працівників поранені на заводі", "Суми: усіх госпіталізовано.", hours=1
    )

    assert joins(first, told(struck))
    assert change(first, told(struck)) == "casualties"
    assert not joins(elsewhere, told(struck))


def test_a_town_and_its_district_are_one_place_for_some_hours() -> None:
    town = report("Ізмаїл: прильоти в районі порту", language="uk")
    district = "Нічний удар по Ізмаїльщині: вимкнено світло"

    assert joins(report(district, language="uk", hours=2), told(town))
    assert not joins(report(district, language="uk", hours=5), told(town))
    assert not joins(
        report("Обстріл Ізмаїльщини з артилерії", language="uk", hours=2), told(town)
    )
