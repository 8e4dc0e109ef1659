"""Whether a report says that nobody in office has told it yet."""

from datetime import UTC, datetime

import pytest

from bot.annotate.reports import read_report
from bot.domain.reports import CueKind

AT = datetime(2026, 6, 5, tzinfo=UTC)
HEARSAY = {
    "ru": """
        Пишут о попадании в склад
        Пишут, что горит нефтебаза
        Кадры от подписчиков
        Видео от подписчиков
        Фото прислали читатели
        Видео очевидцев
        Снято очевидцами
        Ждём мэрию
        Ждём официальных данных
        Ждём комментария губернатора
        В чатах пишут о дыме
        В соцсетях пишут о прилёте
        Соцсети сообщают о взрывах
        В сети появилось видео пожара
        По предварительным данным соцсетей, горит склад
        Мониторинговые каналы пишут о группе дронов
        Местные говорят о сильном дыме
        Люди пишут о взрывах
        Жители жалуются на грохот
        Власти пока молчат
        Официальной информации нет
        Официального подтверждения пока нет
        Администрация пока не комментирует
        Горожане сообщают о запахе гари
        По словам очевидцев, горит крыша
    """,
    "uk": """
        Пишуть про влучання у склад
        Місцеві пабліки показують дим над портом
        Пишуть, що горить нафтобаза
        Кадри від підписників
        Відео від підписників
        Фото надіслали читачі
        Відео очевидців
        Зняли очевидці
        Чекаємо на мерію
        Чекаємо офіційних даних
        Чекаємо коментаря ОВА
        У чатах пишуть про дим
        У соцмережах пишуть про приліт
        Соцмережі повідомляють про вибухи
        У мережі з'явилося відео пожежі
        Моніторингові канали пишуть про групу дронів
        Місцеві кажуть про сильний дим
        Люди пишуть про вибухи
        Жителі скаржаться на гуркіт
        Влада поки мовчить
        Офіційної інформації немає
        Офіційного підтвердження поки немає
        Адміністрація поки не коментує
        Містяни повідомляють про запах гару
        За словами очевидців, горить дах
        Офіційно ще не підтверджено
    """,
    "en": """
        Residents report smoke over the plant
        Local channels say a depot is burning
        Footage shared by residents shows smoke
        Videos on social media show a fire
        Footage posted online shows a blaze
        Witnesses heard several blasts
        Officials have not commented
        There was no official comment
        Authorities have yet to confirm
        Local Telegram channels reported a fire
        Monitoring channels reported drones
        Subscribers sent in videos
        No confirmation from officials so far
        Eyewitnesses reported a fire
    """,
    "de": """
        Anwohner berichten von Rauch
        Augenzeugen filmten den Brand
        In sozialen Netzwerken kursieren Videos
        Telegram-Kanäle melden einen Brand
        Eine offizielle Bestätigung gibt es nicht
        Die Behörden äußerten sich zunächst nicht
        Anwohner hörten Explosionen
    """,
    "pl": """
        Mieszkańcy informują o dymie
        Świadkowie słyszeli wybuchy
        W mediach społecznościowych pojawiły się nagrania
        Kanały na Telegramie piszą o pożarze
        Oficjalnego potwierdzenia nie ma
        Władze na razie milczą
        Władze nie skomentowały
    """,
}
TOLD = {
    "ru": """
        Губернатор ждёт гостей
        Мэр: горит склад
        Газета пишет о ценах
        Мэр города пишет о ремонте
        Очевидно, что это удар
        Власти сообщили об ударе
        Официально: двое погибших
        В сети магазинов снижены цены
        Источник воды загрязнён
    """,
    "uk": """
        ОВА: горить склад
        Газета пише про ціни
        Мер пише про ремонт
        Влада повідомила про удар
        Офіційно: двоє загиблих
        У мережі магазинів знизили ціни
    """,
    "en": """
        The governor said a depot burned
        Officials said two died
        The mayor wrote on Telegram that a depot burned
        Residents of Kursk were evacuated
    """,
    "de": """
        Die Behörden meldeten einen Brand
        Anwohner wurden evakuiert
    """,
    "pl": """
        Władze poinformowały o pożarze
        Mieszkańcy zostali ewakuowani
    """,
}


def rows(table: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (lang, row.strip())
        for lang, text in table.items()
        for row in text.strip().splitlines()
    ]


@pytest.mark.parametrize(("language", "text"), rows(HEARSAY))
def test_hearsay(language: str, text: str) -> None:
    assert read_report("Sumy", text, language, published_at=AT).has_cue(CueKind.RUMOUR)


@pytest.mark.parametrize(("language", "text"), rows(TOLD))
def test_what_somebody_in_office_told_is_none(language: str, text: str) -> None:
    assert not read_report(text, "", language, published_at=AT).has_cue(CueKind.RUMOUR)
