"""What befalls a town at most once in a day, and is no kind of attack.

A line is one incident: a word of each side of the ``+`` must be said, near each other, or
one of the words alone where there is no ``+``; ``*`` stands for any ending. What a whole
region has but once is in `OF_REGIONS`, what a town may have again the next day in `DAILY`.
Written by hand from general knowledge.
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
internet cut: internet інтернет* интернет* internetu + off shut* cut down outage dark
   switches switched restrict* отключ* ограничен* ограничил* обмежен* обмежил* вимкн*
   відключ* зник* пропал* исчез* глуш* abgeschaltet ausgefallen wyłącz* odcię* без
drought: засух* посух* drought* susz* dürre* + emergency режим* чс нс надзвичайн*
   чрезвычайн* notstand* klęsk*
remote lessons: school schools lessons classes pupils школ* урок* занят* уроч* учн* учен*
   учащ* szkoł* lekcj* uczni* schule schulen unterricht* schüler* + online remote* distance
   онлайн дистанц* дистант* удаленк* удаленн* віддален* zdaln* fernunterricht*
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
strike over pay: забастовк* страйк* strajk* streik* walkout* + завод* предприят*
   підприємств* шахт* plant factory mine werk* zakład* fabryk* fabrik*
strike over pay: смену зміну shift schicht zmianę + отказал* відмов* refus* verweiger*
   odmów*
strike over pay: arbeitsniederleg*
works stopped: steel* металлург* металург* сталь печь піч furnace* huta hutę hucie piec
   stahl* + остановл* остановил* зупин* stop* halt* shut* згас* погас* wygas* zgas* idle*
   stillgelegt
bribe for exemption: мобіліз* мобилиз* призов* призыв* влк тцк військкомат* военкомат*
   непридатн* draft + відмаз* отмаз* хабар* взятк* bribe* łapówk*
fight over the draft: тцк військком* военком* оповіщен* мобіліз* draft recruit* + бійк*
   побил* драк* сутичк* стычк* brawl* scuffle* bójk*
logging: рубк* вирубк* вырубк* зруб* сруб* logging felled wycin* + дуб* дерев* ліс лісу лес
   леса лісгосп* лесхоз* лісник* лесник* oak* timber drzew*
log lorry: лесовоз* лісовоз* + автобус* авар* столкн* зіткн* дтп bus
animal on the line: moose elk cow deer лось лося лоси łoś łosia elch hirsch + train trains
   поїзд* потяг* поезд* pociąg* zug regionalzug tory torach rails рельс* рейк* gleis*
treasure: treasure hoard клад скарб skarb schatz талер* talar* + found нашл* нашли знайш*
   discover* odkry* entdeckt coins монет* monet* строител* будівельн*
stained glass: вітраж* витраж* witraż* stained + костел* собор* церк* church kościół*
   kirche* розби* разби* wybi* vandal* вандал*
vote for an assembly: election* vote votes вибор* выбор* обира* выбира* wybor* wahl* +
   assembly збори зборів собрание собрания zgromadz*
balloon: balloon* balon* куля кулі шар шары шаров ballon* аеростат* аэростат* + smuggl*
   przemyt* контрабанд* schmuggel* jets f-16 myśliw* винищувач* истребител* kampfjet*
driver taken ill: кермом кермо керма рулем руль wheel kierownic* steuer + помер* умер* died
   dies zmarł* starb зле плохо погано
egg prices: яйця яйцо яйца яиц яєць egg eggs jaj jaja jajek eier eiern + цін* цен* price*
   подорож* cen* preis*
trains late: train trains поїзд* поезд* потяг* pociąg* zug züge + delay* cancel* late
   запізн* затрим* задерж* опаздыв* опозда* отмен* скас* opóźn* verspät* odwoł*
layoffs: lay lays layoffs laid скороч* сокращ* увольн* entlass* zwolni* + jobs workers
   people працівник* работник* сотрудник* mitarbeiter* pracowni*
lift crash: lift lifts elevator* ліфт* лифт* winda windy windę windzie aufzug* fahrstuhl* +
   обірв* оборв* рухн* впав упал сорвал* зірв* plung* fell falls crash* spadł* abgestürzt
heating season: heating опалюв* отопит* опален* отоплен* тепло ogrzew* + season сезон*
   begin* start* розпоч* начал* дали включ* пуск* подал* sezon
heating season: heizsaison* heizperiode*
snow on roads: snow* сніг* снег* śnieg* śnież* schnee* метел* хуртов* заметіл* + road roads
   traffic трас* дорог* рух движени* drog* dróg straßen verkehr*
mayor resigns: mayor мер мера мэр мэра burmistrz* bürgermeister* + resign* відставк*
   отставк* ушел ушла quit* rezygn* rücktritt*
mass brawl: brawl* бійк* драк* bójk* schlägerei* + mass масов* массов* teen* підліт*
   подрост* школь* dozens десятк* zbior*
mass brawl: massenschlägerei*
animal in town: bear bears wolf wolves boar boars moose elk ведмід* ведмед* медвед* вовк
   вовки волк волки кабан* лось лося лосі лоси niedźwi* wilki dzik* bär wölfe wildschwein* +
   wander* walk* street streets вийш* вышел вышла забрел* забрів забіг* забеж* вулиц* улиц*
   ulic* straße*
dogs bite: dog dogs собак* пес пса псів psy psów hund hunde + maul* bit bites bitten attack*
   покус* напал* загриз* загрыз* pogry* gebissen
cable theft: cable cables кабел* kabel* + theft stole* steal* вкрал* украл* похит* викрал*
   skrad* ukrad* gestohlen
prison riot: riot* бунт* bunt* aufstand* + prison inmate* colony jail тюрм* колон* сізо сизо
   ув'язнен* заключен* więzien* gefängnis*
shelter locked: shelter shelters укритт* убежищ* бомбосх* schron* luftschutz* + locked
   closed shut відчин* закрит* закрыт* зачинен* замкн* zamknięt* verschlossen
hospital opens: hospital* clinic* лікарн* больниц* відділенн* отделени* корпус* szpital*
   krankenhaus* klinik* + opens opened reopen* відкри* откры* otwar* eröffn*
dam burst: dam dams дамб* гребл* плотин* tama tamę damm dämme staudamm* + burst* breach*
   прорв* прорыв* прорив* розми* размы* pęk* gebrochen bricht
fake alcohol: vodka alcohol горілк* водк* алкогол* спирт* wódk* alkohol* + fake counterfeit
   підроб* поддел* контрафакт* фальсиф* підпільн* подпольн* нелегальн* illegal* gefälscht
   podrob*
bodies identified: body bodies тіла тіл тела тел останк* ciał* leichen + identif* ідентиф*
   опозна* впізна* zidentyf*
bus in ditch: bus автобус* маршрутк* autobus* + ditch кювет* rowu rowie graben
weapons cache: weapons arms зброї зброю зброєю оружи* broni waffen* + cache stash схрон*
   тайник* схован* склад* арсенал* skryt*
utility rates: water вода воду води воды тепло газ gas electricity електро* электро* wasser
   strom wody prąd + tariff* bills тариф* подорож* дорожч* taryf* rachunk* gebühr*
roof collapse: roof дах даху крыша крыши крышу dach dachu + collaps* обвал* обруш* рухн*
   zawal* eingestürzt
landslide: landslide* mudslide* зсув* оползень оползни оползня osuwisk* erdrutsch*
power station halted: тес тец тэц plant kraftwerk* elektrown* + halt* зупинил* зупинен*
   остановил* остановлен* wyłącz* abgeschaltet
exams leaked: exam* зно нмт егэ испит* экзамен* екзамен* matur* prüfung* + leak* злив* слив*
   утечк* wyciek*
lottery win: lottery jackpot лотере* loteri* lotto + win* won виграв* виграш* выигр* wygra*
   gewinn*
zoo: zoo зоопарк* зверинец звіринець zoologisch* + born escape* dies died народ* родил*
   втік* втекл* сбежал* помер* умер* urodzi* uciek* geboren entlaufen
monument unveiled: monument memorial statue памятник* пам'ятник* меморіал* мемориал* pomnik*
   denkmal* + unveil* open* відкри* откры* odsłon* enthüll* eingeweiht
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
DAILY = frozenset(
    (
        *("bus in ditch", "cable theft", "dogs bite", "internet cut", "jamming"),
        *("mass brawl", "queue at the border", "record weather", "snow on roads"),
        *("trains late", "transport stopped", "water cut", "weapons cache"),
    )
)
