"""What befalls a town at most once in a day, and is no kind of attack.

A line is one incident: a word of each side of the ``+`` must be said, near each other, or
one of the words alone where there is no ``+``; ``*`` stands for any ending. What a whole
region has but once is in `OF_REGIONS`. Written by hand from general knowledge.
"""

INCIDENTS = """
reactor: reactor* реактор* енергоблок* энергоблок* reaktor* блок блока блоку blok + offline
   online shut stopped restart* отключ* остановл* остановил* запуст* запущен* включ* вернул*
   відключ* зупин* увімкн* повернул* heruntergefahren abgeschaltet hochgefahren läuft
   wyłącz* włącz*
water cut: water вода води воду воды водой wasser woda wody wodę apă eau + without running
   остал* отключ* нет зник* відключ* залиш* лиши* без ohne bez brak перебо* fără privé*
water cut: supply водоснабжени* водопостачанн* wasserversorgung + cut off without отключ*
   відключ* без перебо* unterbrochen ausgefallen ohne зупин*
heating cut: heating отоплени* опаленн* тепла теплопостачанн* теплоснабжени* heizung
   fernwärme ogrzewani* + without cut остал* отключ* без залиш* лиши* ohne bez
fuel rationing: petrol gasoline fuel diesel бензин* пальн* топлив* benzin* benzyn* paliw*
   sprit kraftstoff* treibstoff* заправк* заправок азс tankstell* stacjach автозаправ*
   дизпалив* дизел* motorin* carburant* літр* литр* liter* litr* + ration* talon* талон*
   купон* coupon* limit* ліміт* лимит* обмежен* обмежил* ограничен* ограничил* черг* очеред*
   queue* shortage* дефіцит* дефицит* brak* kolejk* kartki schlange* knapp dry одни максимум
   найвища najwyżej більше больше не only nur відпуска* отпуска* нема нету
internet cut: internet інтернет* интернет* internetu + off shut* cut down outage отключ*
   вимкн* відключ* зник* пропал* исчез* глуш* abgeschaltet ausgefallen wyłącz* odcię* без
mass grave: grave graves могил* поховання захоронени* grób groby grobu gräber mormânt* +
   mass масов* массов* братськ* братск* masow* zbiorow*
mass grave: massengrab*
sea mine: mine mines мина мину мины міна міну міни mina + naval sea drifting морськ* морск*
   marină morsk* maritim* дрейф*
sea mine: seemine* treibmine*
leak: leak* утечк* витік витоку витеч* wyciek* austritt leck* scurger* fuite + ammonia
   аміак* аммиак* amoniak* ammoniak* chlor* хлор* gas газу газа хім* хим* chemical*
truce for repairs: truce ceasefire тиш* waffenruhe* rozejm* перемир* + repair* ремонт*
   reparatur* napraw*
jamming: gps gnss + jam* глуш* zakłóc* störung* gestört interfer* перебо* спуф* spoof*
   перешкод* помех* brui*
car bomb: autobombe*
car bomb: car vehicle авто автомобіл* автомобил* машин* auto samoch* wagen + bomb bomba
   bombe підірв* підрив* взорв* взрыв* подорв* blown explod* вибух* wybuch* eksplod*
miners: miner miners шахтар* шахтер* горняк* górni* bergleute* + killed dead trapped stuck
   загиб* погиб* загинул* заблок* застря* zgin* uwięz* getötet tote eingeschlossen kills
track blown up: tory torów torach track tracks колі* рейк* рельс* gleis* bahngleis*
   bahnstrecke* железн* залізниц* залізничн* + blown wysadz* підірв* подорв* взорв* взрыв*
   sprengung* gesprengt explosion sabot* саботаж* диверс* dywers* explodier*
bridge down: мост моста мосту мостом мосте міст мості bridge brücke most + разруш* сложил*
   обруш* рухн* уничтож* зруйн* руйнуван* знищ* обвал* destroy* collaps* zerstört*
   eingestürzt zniszcz* zawal*
missing children: boy boys girl girls child children teen* brothers sisters schoolboy*
   schoolgirl* хлопч* хлопець хлопц* мальчик* мальчишк* дівчат* дівчин* девоч* дитин* діти
   дітей ребен* дети детей брати братів братья братьев брата сестри сестер сестры підліт*
   подрост* школяр* школьни* kind kinder jungen mädchen brüder chłopc* chłopi* dziewczyn*
   dzieci
   braci* + missing vanish* disappear* зник зникл* пропал* пропавш* розшук* розыск* ищут
   шукають vermisst* verschwund* zagin* poszukiw* alive живыми живим живими живой lebend
   żyw*
"""
OF_REGIONS = frozenset(("fuel rationing", "internet cut", "reactor"))
