"""Who is in hospital, in what condition, or could not be saved."""

from datetime import UTC, datetime

import pytest

from bot.annotate.reports import read_report

AT = datetime(2026, 6, 5, tzinfo=UTC)
TOLD = {
    ("uk", "wounded", 1): """
        Сторож у лікарні з опіками.
        Водія з контузією доправили до лікарні.
        Жінка контужена.
        Продавчиня дістала контузію.
        Водій дістав опіки.
        Чоловік зазнав контузії.
        У лікарню з пораненням ноги потрапив пенсіонер.
        Пенсіонер потрапив до лікарні з осколковими пораненнями.
        Двірника госпіталізували з травмою голови.
        Машиніст у реанімації.
        Робітник у важкому стані.
        Вахтерку порізало склом.
        Сторожа поранило уламком.
        Дівчину травмувало уламками скла.
        Чоловік у лікарні.
        Шпиталізовано двірника з баротравмою.
        Лікарі борються за життя водія.
        У жінки осколкове поранення.
        У хлопця мінно-вибухова травма.
    """,
    ("uk", "wounded", 2): """
        Двоє працівниць контужені.
        Двоє людей у лікарні.
        Двоє у лікарні.
        Двом жінкам надали допомогу.
        Двоє зазнали контузій.
        Двоє з порізами склом.
        Медики лікують двох поранених.
        Госпіталізовано двох.
        Двох робітників госпіталізували.
        Шпиталізовано двох людей.
        Двоє чоловіків у важкому стані.
        Двоє дітей у реанімації.
        Гостра реакція на стрес у двох жінок.
        Двоє дістали опіки.
        Двом потрібна операція.
        Двоє потрапили до лікарні.
        Постраждали двоє.
        Травмовано двох.
    """,
    ("uk", "killed", 1): """
        Одна людина не вижила.
        Помер торговець, поранений уранці.
        Врятувати пенсіонерку не вдалося.
        Лікарі не змогли врятувати водія.
        Обірвалося життя вчительки.
        Тіло жінки дістали з-під завалів.
        З-під завалів дістали тіло чоловіка.
        Загинула пенсіонерка.
        Дрон убив тракториста.
        Уламки вбили сторожа.
        Життя водія врятувати не вдалося.
        Чоловік не вижив.
        Жінка загинула на місці.
        Є загиблий.
        Від отриманих травм помер сторож.
        Вибух забрав життя робітника.
        Під завалами знайшли загиблого.
        Рятувальники знайшли тіло хлопчика.
        Забрав життя пенсіонерки.
    """,
    ("ru", "wounded", 1): """
        Сторож в больнице с ожогами.
        Водителя с контузией доставили в больницу.
        Женщина контужена.
        Продавщица получила контузию.
        Водитель получил ожоги.
        Мужчина получил баротравму.
        Водитель с баротравмой и ранением плеча госпитализирован.
        В больницу с ранением ноги попал пенсионер.
        Пенсионер попал в больницу с осколочными ранениями.
        Дворника госпитализировали с травмой головы.
        Машинист в реанимации.
        Рабочий в тяжёлом состоянии.
        Вахтёршу порезало стеклом.
        Сторожа ранило осколком.
        Девушку посекло осколками стекла.
        Мужчина в больнице.
        Врачи борются за жизнь водителя.
        У женщины осколочное ранение.
        У парня минно-взрывная травма.
        Посечён осколками тракторист.
    """,
    ("ru", "wounded", 2): """
        Две работницы контужены.
        Двое в больнице.
        Двое людей в больнице.
        Двум женщинам оказали помощь.
        Двое получили контузии.
        Двое с порезами стеклом.
        Врачи лечат двоих раненых.
        Госпитализированы двое.
        Двоих рабочих госпитализировали.
        Двое мужчин в тяжёлом состоянии.
        Двое детей в реанимации.
        Двое получили ожоги.
        Двоим нужна операция.
        За помощью к медикам обратились двое.
        Двое попали в больницу.
        Пострадали двое.
        Травмированы двое.
        Осколочные ранения у двоих.
    """,
    ("ru", "killed", 1): """
        Один человек не выжил.
        Умер торговец, раненный утром.
        Спасти пенсионерку не удалось.
        Врачи не смогли спасти водителя.
        Оборвалась жизнь учительницы.
        Тело женщины достали из-под завалов.
        Из-под завалов извлекли тело мужчины.
        Погибла пенсионерка.
        Дрон убил тракториста.
        Осколки убили сторожа.
        Жизнь водителя спасти не удалось.
        Мужчина не выжил.
        Женщина погибла на месте.
        Есть погибший.
        От полученных травм скончался сторож.
        Взрыв унёс жизнь рабочего.
        Под завалами нашли погибшего.
        Спасатели нашли тело мальчика.
        Тракторист от ранений скончался до приезда скорой.
    """,
    ("en", "wounded", 1): """
        A watchman suffered burns.
        A driver was taken to hospital with concussion.
        The driver is in hospital.
        A woman is in intensive care.
        A worker was concussed.
        A pensioner was hospitalised with shrapnel wounds.
        A driver was treated for burns.
        A guard sustained shrapnel injuries.
        A worker is in a serious condition.
        Doctors are fighting for the life of a driver.
        A teenager was left with head injuries.
    """,
    ("en", "wounded", 2): """
        Two people were hospitalised.
        Two are in hospital.
        Two people needed medical help.
        Two people were treated for smoke inhalation.
        Two women were left concussed.
        Two were taken to hospital.
        Two workers suffered burns.
        Two people are in a critical condition.
        Two people sought medical help.
        Two people were being treated by medics.
        Two people required hospital treatment.
    """,
    ("en", "killed", 1): """
        A woman did not survive.
        The body of a 71-year-old woman was recovered from the rubble.
        Rescuers pulled the body of a man from the rubble.
        A driver lost his life.
        A worker succumbed to his injuries.
        A woman was found dead under the rubble.
        The blast claimed the life of a worker.
        Doctors could not save the driver.
        One person died at the scene.
        A pensioner was pulled dead from the rubble.
        A drone killed a tractor driver.
        The strike took the life of a teacher.
    """,
    ("de", "wounded", 1): """
        Ein Wachmann erlitt Verbrennungen.
        Ein Fahrer kam mit Splitterverletzungen ins Krankenhaus.
        Eine Frau wurde verletzt.
        Ein Arbeiter liegt im Krankenhaus.
        Ein Mann schwebt in Lebensgefahr.
        Ein Kind wurde schwer verletzt.
        Eine Rentnerin wurde mit einer Kopfverletzung in die Klinik gebracht.
    """,
    ("de", "wounded", 2): """
        Zwei Menschen kamen ins Krankenhaus.
        Zwei Arbeiter erlitten Verbrennungen.
        Zwei Personen mussten behandelt werden.
        Zwei Menschen liegen im Krankenhaus.
        Zwei Verletzte.
        Außerdem wurden zwei Menschen verletzt.
        Zwei Frauen wurden ärztlich versorgt.
    """,
    ("de", "killed", 1): """
        Rettungskräfte fanden die Leiche der 71-Jährigen.
        Tote Frau aus Trümmern geborgen.
        Ein Mann kam ums Leben.
        Eine Frau überlebte nicht.
        Ein Fahrer starb noch vor Ort.
        Die Leiche eines Mannes wurde geborgen.
        Eine Rentnerin erlag ihren Verletzungen.
        Drohne tötet Traktorfahrer.
        Ein Toter.
        Eine 71-Jährige wurde tot geborgen.
    """,
    ("pl", "wounded", 1): """
        Stróż trafił do szpitala z oparzeniami.
        Kierowca doznał oparzeń.
        Kobieta została ranna.
        Robotnik jest w szpitalu.
        Mężczyzna w stanie ciężkim.
        Kierowca z ranami od odłamków w szpitalu.
    """,
    ("pl", "wounded", 2): """
        Dwie osoby trafiły do szpitala.
        Dwie osoby są w szpitalu.
        Dwóm osobom udzielono pomocy.
        Dwóch robotników doznało oparzeń.
        Dwie osoby ranne.
        Dwie osoby hospitalizowano.
        Poszkodowane dwie osoby.
    """,
    ("pl", "killed", 1): """
        Nie żyje sprzedawca miodu.
        47-latek zmarł na stole operacyjnym.
        Spod gruzów wydobyto ciało kobiety.
        Zginął kierowca.
        Jedna osoba nie przeżyła.
        Kobiety nie udało się uratować.
        Ratownicy znaleźli ciało mężczyzny.
        Mężczyzna zginął na miejscu.
        Dron zabił traktorzystę.
        Śmierć poniosła emerytka.
    """,
}
NOBODY = {
    "uk": """
        Лікарі у лікарні працюють без світла.
        Двоє лікарів у лікарні чергували.
        Дах у поганому стані.
        Двом громадам надали допомогу.
        Президент у лікарні не був.
        Борються за життя міста.
    """,
    "ru": """
        Мужчина был в нетрезвом состоянии.
        Врач в больнице рассказал о пожаре.
        Двум сёлам нужна помощь.
        Мост в тяжёлом состоянии.
        Спасти здание не удалось.
    """,
    "en": """
        Doctors in hospital work without power.
        Two districts needed help.
        A nurse at the hospital spoke to reporters.
        The bridge is in a critical condition.
        The plan did not survive.
    """,
    "de": """
        Zwei Brücken mussten repariert werden.
        Ein Arzt im Krankenhaus berichtete.
    """,
    "pl": """
        Lekarz w szpitalu mówił o prądzie.
        Most w złym stanie.
    """,
}


def rows() -> list[tuple[str, str, int, str]]:
    return [
        (language, kind, count, line.strip())
        for (language, kind, count), lines in TOLD.items()
        for line in lines.strip().splitlines()
    ]


@pytest.mark.parametrize(("language", "kind", "count", "text"), rows())
def test_whom_it_says_was_harmed(language: str, kind: str, count: int, text: str) -> None:
    for title, summary in ((text, ""), ("Sumy", text)):
        report = read_report(title, summary, language, published_at=AT)
        assert [(toll.kind.value, toll.low) for toll in report.tolls] == [(kind, count)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (lang, line.strip())
        for lang, lines in NOBODY.items()
        for line in lines.strip().splitlines()
    ],
)
def test_nobody_was_harmed(language: str, text: str) -> None:
    assert not read_report(text, "", language, published_at=AT).tolls
