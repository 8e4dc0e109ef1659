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
   остал* отключ* нет зник* пропал* исчез* відключ* залиш* лиши* без ohne bez brak перебо*
   fără privé*
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
internet cut: internet інтернет* интернет* internetu mobile мобильн* мобільн* + off shut*
   cut down outage dark switches switched restrict* отключ* ограничен* ограничил* обмежен*
   обмежил* вимкн* відключ* зник* пропал* исчез* глуш* abgeschaltet ausgefallen wyłącz*
   odcię* без
drought: засух* посух* drought* susz* dürre* + emergency режим* чс нс надзвичайн*
   чрезвычайн* notstand* klęsk*
remote lessons: school schools lessons classes pupils школ* урок* занят* уроч* учн* учен*
   учащ* szkoł* lekcj* uczni* schule schulen unterricht* schüler* + online remote* distance
   онлайн дистанц* удаленк* удаленн* віддален* zdaln* fernunterricht*
lorries blocked: lorry lorries truckers hauliers haulers фур* вантажів* грузови* перевізник*
   перевозчик* дальнобой* далекобій* przewoźni* ciężarów* lkw spediteur* + block* блоку*
   блокир* заблок* перекр* страйк* забасто* blokad* застря* protest* протест* stuck
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
transport stopped: metro метро subway underground tram trams трамва* троллейбус* тролейбус*
   електротранспорт* электротранспорт* straßenbahn* tramwaj* + stopped halt* suspend*
   остановил* остановлен* зупинив* зупинил* зупинен* wstrzym* eingestellt
curfew: curfew комендантськ* комендантск* ausgangssperre* policyjn* + extend* shorten*
   chang* lift* introduc* impos* продл* продов* сократ* скороч* скорот* измен* змін* ввод*
   ввел* введ* запров* отмен* скас* verlänger* wprowadz* skróc*
swine fever: fever чума чуму чуми чумы чумой ачс asf pomór pomoru schweinepest* + african
   африкан* swine pig* свин* afryk* wildschwein*
bird flu: bird avian птич* пташин* ptasi* + flu influenza грип* gryp*
bird flu: vogelgrippe* geflügelpest*
quarantine: quarantine карантин* kwarantann* quarantäne* + introduc* impos* declar* ввел*
   введ* запров* оголо* объяв* wprowadz* verhäng* rabies бешенств* сказ сказу tollwut
fish kill: fish риба риби рибу рыба рыбы рыбу ryb* fische + dead die dies died мор мору
   загиб* гибел* погиб* śnię* tote
fish kill: fischsterben*
oil spill: oil нафт* нефт* мазут* öl + spill* slick пляма плями пятн* розлив* разлив*
   разлил* розлил* plam*
oil spill: ölteppich* ölpest*
monument removed: monument statue bust памятник* пам'ятник* бюст* pomnik* denkmal* + remov*
   dismantl* демонт* знес* снес* toppl* abgebaut entfernt usunię* zdemont*
street renamed: street streets square вулиц* улиц* площ* ulic* straße* + renam* перейм*
   переимен* umbenannt* przemian*
fares: fare fares проїзд* проезд* biletów fahrpreis* + rise* rising rais* hike подорож*
   дорожч* дорожа* повыс* повыш* підвищ* podwyż* erhöh* zdroż* drożej
festival called off: festival* concert* parade карнавал* фестивал* концерт* парад* ярмар*
   fest koncert* stadtfest* + cancel* отмен* скас* abgesagt odwoł* postpon* перенес*
queue at the border: queue queues черга черги чергу черг очередь очереди очередей kolejk*
   schlange* stau затор* пробк* + border кордон* границ* granic* grenz* crossing checkpoint
   пункт* bridge мост* міст
drug lab: нарколаборатор*
drug lab: lab laboratory лаборатор* laborator* labor + drug drugs наркот* meth mephedrone
   мефедрон* амфетам* narkot* drogen*
record weather: record* рекорд* rekord* + heat спек* жара* жары temperatur* температур*
   upał* hitze* frost мороз* snow* сніг* снег* śnieg*
children poisoned: poison* отруї* отруєн* отрав* zatru* vergift* + children child pupils
   діт* дет* dzieci* kinder* школяр* школьник* учн* садк* садик* таб* лагер*
strike over pay: страйк* забасто* strajk* streik* walkout* + pay wage* зарплат* miners
   шахтар* шахтер* workers robotni* teachers вчител* учител* drivers воді* водител* lekarz*
strike over pay: strike strikes + pay wage wages unpaid
trains late: train trains поїзд* поезд* потяг* pociąg* zug züge + delay* cancel* late
   запізн* затрим* задерж* опаздыв* опозда* отмен* скас* opóźn* verspät* odwoł*
layoffs: lay lays layoffs laid скороч* сокращ* увольн* entlass* zwolni* + jobs workers
   people працівник* работник* сотрудник* mitarbeiter* pracowni*
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
   dzieci braci* + missing vanish* disappear* зник зникл* пропал* пропавш* розшук* розыск*
   ищут шукають vermisst* verschwund* zagin* poszukiw* alive живыми живим живими живой
   lebend żyw*
"""
OF_REGIONS = frozenset(("drought", "fuel rationing", "internet cut", "reactor"))
