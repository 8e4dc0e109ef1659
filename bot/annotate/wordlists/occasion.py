"""Words that date a report or say what sort of text it is.

The letters: ``M`` a month, ``W`` a weekday, ``x`` since, until, from, by
(what follows is no day on which it happened), ``s`` said, ``F`` will; ``R V A`` words of
roundups, live pages and anniversaries, beside which the phrases are looked
for.
"""

MONTHS = """
1: january jan января січня januar stycznia
2: february feb февраля лютого februar lutego
3: march mar марта березня märz marca
4: april apr апреля квітня kwietnia
5: may мая травня mai maja
6: june jun июня червня juni czerwca
7: july jul июля липня juli lipca
8: august aug августа серпня sierpnia
9: september sep sept сентября вересня września
10: october oct октября жовтня oktober października
11: november nov ноября листопада listopada
12: december dec декабря грудня dezember grudnia
"""
WEEKDAYS = """
0: monday понедельник понеділок montag poniedziałek
1: tuesday вторник вівторок dienstag wtorek
2: wednesday среду середу mittwoch środę
3: thursday четверг четвер donnerstag czwartek
4: friday пятницу п'ятницю freitag piątek
5: saturday субботу суботу samstag sobotę
6: sunday воскресенье неділю sonntag niedzielę
"""
LISTS = """
o: on в у во am w
x: since until till from by before starting next last з с до к від seit bis ab od после
   після after
s: said says announced reported wrote told повідоми* заяви* сообщ* повідомля*
F: will would scheduled planned expected будет будут буде будуть состоится пройдет
   відбудеться відбудуться wird werden ma będzie
R: новини новости сталося случилось утру вечеру entwicklungen aktuell оперативна roundup
   round-up briefing developments events digest overnight day hours дайджест сутки суток
   добу
   доби сводка сводку зведення итоги підсумки главное головне ночь ночью ніч вночі уночі
   доба
   день 24 stunden doby
   дрон* бпла безпілотник* беспилотник* цілей цілі целей цели шахедів шахедов drones
   targets missiles drohnen dronów
V: ticker* newsblog ukraine-* minute minuta минута хвилина direct directo diretta última
   трансляц* relacja спецоперация спецоперации сво пряма прямая онлайн* live liveblog
   live-blog blog latest rolling updates happened liveticker newsticker хроника хроніка żywo
   наживо
A: anniversary anniversaries years year годовщин* річниц* роковин* лет год года років роки
   рік jahrestag* jahr jahren rocznic* lat remember* commemorat* honour* honor* mourn* pays
   pay paid tribute lay laid flowers вшанув* вшанов* пом'яну* згадал* згадую* почтил* помян*
   вспомин* вспомнил* возложил* поклали покладен*
"""
# Words for a day of memory; beside a year that is past they tell an old event.
REMEMBERS = (
    r"\b(?:remember(?:s|ed)?|commemorat(?:es?|ed)|honou?r(?:s|ed)?|mourn(?:s|ed)?"
    r"|(?:pays?|paid) tribute|(?:lays?|laid) (?:flowers|wreaths?))\b"
    r"|\b(?:вшанув|вшанов|пом['’]яну|згадал|згаду|почтил|почита|помян|вспомин|вспомнил)\w*"
    r"|\b(?:возложил|поклали)\w* (?:цвет|квіт|венк|вінк)\w*"
)
LONG_SINCE = (
    r"\b(?P<year>(?:19|20)\d\d)\b(?! (?:people|residents))"
    r"|\b(?:[\w-]+ ){0,2}years? (?:ago|on|since|after|later|have passed)\b"
    r"|\b(?:рік|роки|років|год|года|лет) (?:тому|потому|назад|спустя)\b"
    r"|\b(?:минуло|минув|прошло|прошел|пройшло|спустя) (?:[\w-]+ ){0,2}"
    r"(?:рік|роки|років|год|года|лет)\b"
)
