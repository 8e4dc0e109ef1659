"""Words that tell what kind of thing happened, in all languages, by kind.

A word stands for itself, with ``*`` for whatever begins so. `PAIRS` need two words, one
from each side of the ``+``.
"""

WORDS = """
strike: airstrike* missile* strike strikes struck barrage barrages kab kabs rocket удар*
   вдарив авиаудар* авіаудар* уражен* уразил* поражен поражена поражено поражены поцілил*
   влучил* влучив ракета ракету ракеты ракети ракет ракетой ракетою ракете ракеті ракетам
   ракетами ракетах каб каба каби кабы кабом кабами кабам кабов кабів приліт прильот*
   влучання попадани* luftangriff* fliegerbombe* gleitbombe* bomb* frappe frappes frappé*
   misil* attaque* ataque* ataca* бомб* авиабомб* авіабомб* pocisk* rakiet* вдарил* вдарить
   прилетіло прилетело luftschlag* rachet* rakét* raket* smūg* прилет прилета прилеты
   прилетов прилету прилетом прилетах
drone: drone drones uav uavs shahed* kampfdrohne* dron drona drony dronów dronem dronami
   dronie dronom bezzałogow* дрон* бпла бла беспилотник* безпілотник* безэкипажн*
   безекіпажн* квадрокоптер* шахед* геран* fpv drohn* seedrohn* kamikazedrohn* dronă dronei
   dronele drón* dronas drono droną dronų dronai drons droni wabik* gerber* гербер*
   täuschdrohn* lockdrohn*
shelling: shelling shelled shells artillery mortar mortars обстрел* обстріл* артиллери*
   артилері* рсзо рсзв beschuss beschossen ostrzał* ostrzela* миномет* міномет* артобстрел*
   артобстріл* bombardament* ágyúz* ostřelov*
interception: intercepted intercepts downed сбит* збит* збили сбили перехвачен*
   перехоплен* abgefangen abgeschossen zestrzel* abgewehrt abschuss sestřelen* numuš*
   doborât* lelőtt*
capture: seized seizes captures retake* retook recaptur* liberates освободил* освобожден*
   захоплен* захопил* захопив захватил* захвачен* окупован* окупувал* окупував оккупировал*
   оккупирован* звільнил* зачистил* зачистк* overran overrun einnahme eingenommen zajęli
   zdobyli s'empare* conquist* zdobyto zdobyty zdobyta zdobyte zajęto zajęła zajął erober*
   zurückerober* cucer* dobyl* elfogla*
battle: fighting clashes battle battles frontline engagements боєзіткнен* боестолкновен*
   gefechte starć starcia боях бої боев боїв бои бой штурм* kämpfe walki столкновен*
   зіткнен*
incursion: incursion saboteurs диверсант* прорыв* прорив* дрг sabotagetrupp*
   drohnentrümmer* drohnenteil* drohnenfund* drohnenabsturz*
explosion: explosion* blast blasts exploded explode explodes explosive* detonat* взрыв*
   взорва* вибух* детон* сдетон* здетон* подрыв* подорвал* підрив* підірва* хлопк*
   прогремел* прогриміл* бавовн* гучно eksplozj* eksplodow* wybuch* explodier* explosió*
   déton* бахає бахает бахал* бахк* гримить гриміл* грохот* громыха* рвануло рвонуло рвутся
   рвуться explozi* sprengung* gesprengt autobombe* wysadz* robbanás* výbuch* sprogim*
   sprādzien* експлози* бахнуло бахнули гупає гупало гупнуло гримнуло грюкнуло грюкає knall
   knalle knallgeräusch* knallte
fire: fire fires blaze ablaze flames burning wildfire* пожар пожара пожару пожаром пожаре
   пожары пожаров пожарам пожарами пожарах пожарище* лесопожар* пожежа пожежі пожежу пожежею
   пожеж пожежам пожежами пожежах загорел* загорі* загорян* загоран* горел* горит горят
   горів горіл* горить горять возгоран* займан* пылает пылают полыхает палає палають палав
   палал* палахкот* зарево заграв* задымлен* задимлен* тушат тушил* тушени* гасять гасили
   гасінн* гашени* полум'я полымя пламя großbrand stellwerksbrand* wohnungsbrand*
   kabelbrand* waldbrand brände brennt brannte feuer pożar* incendi* płonie płonął płonęł*
   spłon* burned burnt torched вогні огне сгорел* згорі* сожг* сожж* спалил* спален* вигорі*
   выгорел* flammen ausgebrannt abgebrannt ogniu podpal* brandanschlag* tűz* požár* gaisr*
   ugunsgrēk*
derailment: derail* entgleis* wykole*
crash: crash crashes crashed collision collided collides derail* overturned overturns дтп
   авиакатастроф* авіакатастроф* столкнул* зіткнул* зіткнувс* wypadku разбил* розбив*
   разбивш* упавш*
   перекинул* перекинув*
   опрокинул* unfall absturz wypadek katastrof*
power cut: outage outages обесточ* знеструм* блекаут* блэкаут* stromausfall stromausfälle*
   знеживл* напівтемряв* dunkeln dunkelheit ciemności blackout* темряв* тьму
evacuation: evacuat* эвакуац* эвакуир* евакуац* евакую* евакуй* evakuier* ewakuac*
   ewakuow* вивезут* вывезут вивозять вивозити
arrest: arrest* detain* задержал* задержан* арестова* затрима* заарешт* festnahme
   festgenommen verhaftet zatrzyma* aresztow* letartózt* zatčen* zadržen* sulaik*
talks: talks negotiat* summit переговор* саммит* саміт* перемов* делегаци* делегаці*
   delegation* verhandlung* gespräche rozmowy negocjacj*
alarm: siren sirens alert тревог* тривог* luftalarm
sabotage: sabotage* arson диверси* диверсі* поджог* поджег* подожг* подожж* підпал*
   sabotaż* brandanschlag* podpal* dywersj* dywersyj*
shooting: shooting gunman gunmen shootout стрельб* стрілянин* застрел* schießerei
   strzelanin*
earthquake: earthquake* quake землетрясен* землетрус* erdbeben trzęsieni*
flood: flood floods flooding flooded наводнен* паводк* паводок повінь повен* затопил*
   підтопил* підтоплен* подтопил* подтоплен* hochwasser powódź powodzi inunda* árvíz*
   potvyn*
storm: storm hurricane tornado cyclone typhoon ураган* шторм* смерч* торнадо буря
   буревій* sturm
sanctions: sanction* санкци* санкці* sanktion* sankcj*
trial: sentenced convicted verdict trial jailed приговор* вирок* засуди* засуджен*
   осужден* осудил* verurteilt skazan* skazał* skazuj*
election: election* выборы выборах вибори виборах wahl wahlen wybory
protest: protest* rally rallies митинг* мітинг* протест* demonstrat*
mourning: mourning траур* жалоб* скорбот* trauer żałob*
"""
PAIRS = """
strike: attack attacks attacked attacking angriff* angegriffen zaatakow* + russian
   ukrainian russia russia's ukraine overnight missile* drone* aerial combined massive
   russische* ukrainische* rosyjsk* ukraińsk* nocn* nacht
strike: raid raids + overnight drone drones air aerial missile night
strike: атак* + ракетн* масован* массирован* массов* комбинирован* комбінован* ночн*
   нічн* ранков* утренн* вечірн* вечерн* ночью вночі уночі ворож* вражеск* дрон* бпла
   беспилотник* безпілотник* шахед* російськ* росіян* украинск* всу підстанц* подстанц* нпз
   нафтобаз* нефтебаз* порт порту порти порты портів портов порта аеродром* аэродром*
   енергетик* энергетик*
strike: hit hits hitting damage damages damaged + refinery port ports depot substation
   airfield airbase terminal drone drones missile missiles bomb bombs shells
strike: attack attacks attacked attacking angriff* angegriffen greifen atak* zaatakow*
   attaque* atac* támadás* útok* + rosja rosjanie rosjan росія росіяни росіян россия
   russland russisch* wydobyc* gasförder* nächtlich* nacht nocn* drohn* dron* drón* rakiet*
   rakéta rachet* raket* kraftwerk* umspannwerk* raffinerie* pumpstation* bahnhof* hafen
   energie* wohnhaus* wohngebäude* dworzec dworca elektrowni* elektrociepłowni* podstacj*
   rafineri* przepompowni* blok lotnisko refinery substation station port harbour base depot
   плотин* гребл* военкомат* тцк вокзал* тэц тец больниц* лікарн* танкер* завод* газов*
strike: hit hits getroffen trifft treffen treffer trafi* uderz* повред* повреж* пошкод*
   uszkodz* beschädig* + drohn* dron* drón* ракет* rakiet* rakete* bomb* дрон* бпла
   беспилотник* безпілотник* elektrociepłowni* kraftwerk* staudamm* газов* нпз нефтебаз*
   нафтобаз* tamę tamie dam bridge station rosj* rosyj* росі* русск*
strike: поражен* порази* ураж* уничтожени* знищенн* + терминал* термінал* склад* порт* мост*
   міст завод* нпз нефтебаз* нафтобаз* аэродром* аеродром* штаб* объект* об'єкт* подстанц*
   підстанц* арсенал* причал* эшелон* ешелон* депо
strike: прилет* приліт* + шахед* дрон* ракет* каб садоч* школ* будин* дом*
drone: resturi fragmente bucăți rămășițe débris trosky nuolauž* + dron*
explosion: booms bangs громко + series serie loud rattle* heard night windows серия
   взрыв* прилет* слышн* string several hears
explosion: blown blew + up
explosion: рванул* рвонув рвонул* + газ* нефт* нафт* склад* завод* боепр* боєпр*
strike: glide guided + bomb bombs
drone: debris fragments wreckage обломк* уламк* trümmer* szczątk* + fell falls fall falling
   дрон* бпла беспилотник* безпілотник* шахед* упал* упав* впал* впав* падени* падінн*
   damaged повред* повреж* пошкод* drohne* dron*
interception: уничтож* знищ* ліквідов* ликвидир* отраз* отраж* відби* + дрон* бпла
   беспилотник* безпілотник* шахед* ракет* цели цілі цілей целей
interception: пво ппо + работ* отраж* отраз* відбива* працю* спрацю* сработ* сбил* сбив*
   збил* збив* уничтож* знищ*
interception: shot shoots shoot + down
interception: downs down repel* repuls* thwart* stopped neutrali* + drone drones missile
   missiles
capture: claim claims control captured taken took seize контрол* взят* взяла взяли захват*
   opanowa* + village* town settlement* city сел* населен* пункт* wieś borders
capture: captures captured capture claims claimed liberated takes took + village villages
   settlement settlements town forces troops
capture: capture captured seizure liberation liberated + claim claims claimed claiming
   russia russian ukraine ukrainian moscow kyiv
capture: взяли взял взяла взято заняли зайняли овладели + войск* військ* подразделен*
   підрозділ* армия армія
capture: залишили відійшли покинули оставили отошли відвели + сили силы зсу всу підрозділ*
   подразделен* війська войска військові бійці бойцы
capture: контрол* + перешел перешла перешло перешли перейшов перейшла перейшло перейшли
   взял* установил* встановил* утратил* втратил*
capture: loss lost falls fallen verlust utrac* utrat* втрат* потер* + denies denied deny
   dementiert bestreitet zaprzecz* спрост* опроверг* заперечу* moscow kremlin
capture: prise kontrolle контрол* + revendique annonce village russ* armee armée moskau
   unter
capture: взят* взяв взял взяла взяли взяло занят занята занято заняты занял заняла заняли
   зайняв зайняли зайняла зайнято + минобороны міноборони вс мо бойцы штурмовик* десантник*
   мотострелк* морпех*
capture: take takes took taken taking seize seizing occupy occupies occupied overruns +
   village villages hamlet settlement town
capture: liberate liberated occupy occupies capturing + forces troops army soldiers marines
   brigade units claim claims
capture: control liberated + taken takes took full gain gains gained our its
capture: flag flags флаг* прапор* flagę flaga fahne flagge + flies raise raises raised
   hoist* поднят* поднял* водруз* установил* підня* встанов* здійня* wywies* zatknę* gehisst
   weht hissen
capture: занял заняла заняли занята занято заняты зайняв зайняла зайнято окупаці* звільненн*
   оккупаци* освобожден* + группировк* угруповання росіяни росіян росія росії окупанти
   окупантів ворог противник россияне россия армия армія
capture: hand hands hände ręku руках + russian ukrainian russischer russischen rosjan
   rosyjskich
capture: besetzt besetzen verlust + russische russischen russland moskau dorf dorfes ort
   ortes
capture: повернут* повернен* возвращен* вернули odzyska* + контрол* сел* зсу всу корпус*
   бригад* wieś wsi
capture: втрат* потер* утрат* выби* вибил* вибит* оставить залишити + сел* пункт* аналітик*
   аналитик* картограф* deepstate зсу всу противник* ворог* ворож*
capture: втрат* потер* losing + запереч* опроверг* отриц* denies denied deny rejects
capture: zdobył* zdobyl* zajęł* zajęl* odbił* odbil* opanował* opanowal* wyzwolił* wyzwolil*
   wkroczył* wkroczyl* rękach + rosj* rosyj* wojsk* armi* sił siły żołnier* ukraińs* moskw*
   wieś wsi miejscowoś*
capture: eingenommen gefallen kontrolle kontrolliert nimmt nehmen + moskau russlands
   russische russischen dorf dorfes ortschaft angaben
capture: отбили отбил відбили + всу зсу войск* військ* бригад* штурмовик* десантник* село
   сел посел* населен* контрол* позици* позиці*
power cut: power electricity света свет світла світло электричеств* електри* strom prąd*
   электроэнерги* електроенергі* + cut cuts lost without без остал* відключ* отключ* лиши*
   залиши* ohne bez loss loses restored restores off-site zewnątrz вернул* вернет* поверну*
   восстанов* віднов* возвращ* заживл* заживил*
power cut: electricity lights + back
strike: поврежден* пошкоджен* пошкодил* + гражданск* промышленн* инфраструктурн* цивільн*
   промислов* інфраструктурн*
strike: атаки атакою атакой атаку атаці атаке attack + загорел* загорі* зайнял* спалахн*
   горит
   горить пожар* пожеж* ablaze fire
power cut: абонент* потребител* споживач* + отключен* отключил* відключен* відключил*
power cut: homes households + dark darkness blacked
evacuation: children kids families kinder familien dzieci rodziny дітей детей + orders
   ordered forced mandatory zwangsevakuier* zwangsweise przymusow* примусов* принудительн*
power cut: netz sieci + wieder znów ponownie
shooting: shot shoots + dead killed kills wounded wounds
fire: burns + depot refinery warehouse market school plant factory ship ferry tanker
   terminal building forest shop
strike: атакован* атаковал* атакував атакувала атакували attacked + швидк* скорую скорой
   ambulance* маршрутк* автобус* bus легков* пожежн* пожарн*
strike: атакован* атаковал* атакували attacked attacks + ferry пором* паром* port порт порту
   refinery нпз нафтобаз* нефтебаз* depot підстанц* подстанц* substation airfield аеродром*
   аэродром* tanker танкер* судно судна
power cut: line lines лини* лінія лінії лінію ліній лінією лініями нитк* linia linii
   linię linią netz grid + power off-site питани* живлен* живит* запитан запитана запитаны
   запитывает электропередач* електропередач* zasil* akw kernkraftwerk* atomkraftwerk*
power cut: живлен* запитан запитана запитаны запитывает напряжени* напруг*
   электроснабжен* електропостачан* zasilan* stromversorgung* + втрат* утрат* потер* остал*
   лиш* поверн* верну* восстанов* віднов* подал* подан* отключ* відключ* loss loses
   restored restores wieder znów przywróc* odzysk* utrac* zewnątrz ohne bez without
power cut: stromleitung* hochspannungsleitung* + einer letzte* ausgefallen repariert
   getroffen unterbrochen nur
power cut: privé privée rămas rămân nélkül netek* + électricité courant curent áram*
   elektros
power cut: grid лини* лінія лінію лінії ліній лэп леп leitung* stromleitung* + lost loses
   disconnect* отключен* отключил* вимкнен* відключ* знеструм* обесточ* обірва* оборва*
   einzige* letzte* gekappt ausgefallen
power cut: аварийн* аварійн* экстренн* екстрен* погодинн* почасов* график* графік* + отключ*
   відключ* вимкн* обесточив*
derailment: сошел сошла сошло сошли сход сходе схода зійшов зійшла зійшло зійшли
   сходження сходженням + рельс* рейок колії поезд* поїзд* потяг* вагон*
exchange: exchange* swap* échang* intercambi* canje* обмен* обмін* austausch* tauschen
   wymian* wymien* gefangenenaustausch + prisoner* prisonnier* prisioner* pow pows captive*
   плен* полонен* военноплен* bodies тел тіл gefangen* jeńc* jeniec* захисник* захисниц*
   оборонц* воїн* военнослужащ* військов* soldiers servicemen soldat* żołnierz* freed
   released
exchange: плена плену полону пленные пленных полонені полонених captivity captive
   військовополонен* военнопленн* prisoners pows + вернул* вернут* возвра* освобо* поверн*
   звільн* return* freed released додому домой home переда*
exchange: обмен обмін swap + состоялся відбувся отбувся завершен* завершил* completed
exchange: додому домой родину вдома удома возвращен* повернуто home + захисник* захисниц*
   оборонц* військовослужбовц* военнослужащ* подконтрольной
exchange: тіл тела тел тіла bodies ciał ciała leichen leichname + поверн* передал* передан*
   получил* отримал* returned returns receives received repatriat* odebra* erhält
   übergab* übergibt übergeben rückführung repatrii* репатріа* возвращен*
exchange: обмен обмін swap wymiana austausch + додому домой родину захисник* военных
   військових українц* украинц* żołnierz* soldaten
arrest: взят* + стражу варту
arrest: викри* разоблач* unmask* + агент* шпигун* шпион* сбу фсб зрадни* agent*
talks: зустрі* встреч* встрет* раунд* meet meets meeting met round trifft treffen spotka* +
   делегаци* делегаці* delegat* переговор* президент* president* міністр* министр* minister*
   leaders envoys послан* negotiat* diplomat* путин* путін* зеленськ* зеленск* трамп* putin*
   zelensk* trump*
trial: суд суда суду court gericht sąd + лет років years jail prison тюрм* колони*
   колоні* ув'язнен* в'язниц* довічн* пожизненн* haft gefängnis* więzieni*
closure: аэропорт* аеропорт* airport airports flughafen lotnisk* мост моста міст мосту
   bridge переезд* трас* границ* кордон* border checkpoint railway вокзал* crossing
   grenzübergang* grenze przejści* granic* пункт* погранпереход* кпп sieną pulkovo пулково
   аэродром* + закры* закри* shuts closes schließt schloss zamyka* uždar* ограничен*
   обмежен* ограничи* обмежи* приостанов* призупин* close closed shut suspends suspended
   halted halts gesperrt geschlossen zamknięt* перекры* перекри*
closure: рейс* вылет* виліт* вильот* аэропорт* аеропорт* flights flüge lotów loty + без
   принимает принимают приймає приймають отмен* скасов* скасув* cancelled canceled grounded
   gestrichen odwołan*
incursion: jet jets fighter* винищувач* истребител* myśliw* kampfjet* aircraft літак*
   самолет* samolot* flugzeug* + airspace luftraum przestrze* пространств* простір простору
   border границ* кордон* granic* grenze
incursion: sabotage диверси* диверсі* разведыват* dywersyj* + group группа группы группу
   група групи групу grupa grupy grupę gruppe
incursion: разведгрупп* розвідгруп* + вош* зайш* прон*
incursion: resturi fragmente bucăți rămășițe débris trosky dronă drons drón* dronas szczątki
   + dron* găsit* descoperit* prăbușit* căzut* nukrit* nokrit* lezuhant zuhant
incursion: drone drones дрон* бпла беспилотник* безпілотник* шахед* missile ракет* drohne*
   dron drona drony obiekt* object + airspace luftraum przestrze* пространств* простір
   простору violat* наруш* поруш* debris fragment* wreck* crashes crashed уламк* обломк*
   szczątk* trümmer* spadł* rozbił* впав впали упал упали found найшли знайш* знайд* нашл*
   найден* обнаруж* виявл* залет* заліт* разбил* розбив* abgestürzt gefunden entdeckt stürzt
   retrouv* рухнул* falls
crash: mig-* миг-* міг-* су-* ан-* ил-* самолет* літак* вертолет* гелікоптер* вертоліт*
   transportflugzeug* flugzeug* hubschrauber* samolot* plane jet + впав впал упал упав
   рухнул* катастроф* крушени* abgestürzt stürzt потерпел* spadł* rozbił*
alarm: ракетн* + опасност* небезпек* загроз* угроз*
crash: столкновени* зіткненн* + поезд* потяг* поїзд* автобус* автомобил* автомобіл*
   машин* электричк* электропоезд* електричк* трамва* судов суден самолет* літак*
fire: brand + nach der das im ein einen einem gesteckt gesetzt geraten stellwerk*
   lagerhalle* fabrik* werk wohnhaus* hochhaus* feuerwehr* raffinerie* öllager* kraftwerk*
battle: вошли увійшли зайшли закрепил* закріпил* entered enters + войск* військ* подразд*
   підрозд* штурмов* troops forces росіян* противник*
capture: взятт* взяти* zajęci* zdobyci* odbili opanowa* wyzwol* + rosj* rosyj* moskw*
   ukrai* minister* wsi wieś armi* wojsk* minobrony минобороны міноборони рапорт* росі*
   росси* рф войск* москв* всу зсу пункт* сел*
power cut: prąd + sieci przywróc* bez
capture: захват захвате захваті захопленн* взятие взятии взяття + минобороны міноборони
power cut: світлом светом + знову снова вновь опять
power cut: дизел* diesel* dieselgenerat* + заэс заес аэс аес plant kernkraftwerk* akw
closure: аэропорт* аеропорт* самолет* літак* рейс* полет* польот* + открыл* открыт* відкри*
   возобнов* снял* снят* зняли знято reopen*
strike: поврежден* пошкоджен* + терминал* термінал* нпз нефтебаз* нафтобаз* подстанц*
   підстанц* портов* элеватор* елеватор* причал* зернов* энергообъект* енергооб'єкт*
exchange: prisoners pows бранц* + free frees release releases звільнен* визволен*
arrest: held + suspicion suspected arson
strike: angriff* attacke* + kleinbus* bus markt* hafen* wohnhaus* wohnhäuser schule* hotel*
   krankenhaus* raffinerie* öldepot* umspannwerk* kraftwerk* krankenwagen
"""
# Words that are none of their kind so many words from another: an air raid alert is none
# yet, nor is a bomb of the last war that somebody found, or a stroke of lightning.
NEAR_MISSES = """
1: raid + alert siren warning alarm
0: bombendroh bombenalarm + bomben
1: bombow + alarm
1: bomb + threat scare hoax warning alert wartime wwii ww2 war-era unexploded
2: бомб авиабомб авіабомб + времен часів світової мировой
3: удар ударил вдарив поразил поражен уражен вразил + молни блискав током струм
3: struck strike strikes + lightning
2: задержано задержаны затримано затримані + рейсы рейси рейсів вылет вильот поезд поїзд
"""
