"""More things that news is about, as `details` has them: courts, state, trade, life."""

AFFAIRS = """
court: court judge* tribunal суд суду суда суді суде судд* судья судьи sąd sądu sędz*
   gericht richter trybunał* amtsgericht* landgericht* oberlandesger* bundesgericht*
sentence: sentenced jailed verdict вирок* приговор* засуд* осужд* осудил* wyrok* verurteilt
   urteil haftstrafe convicted conviction convictions винуват* виновен виновным виновной
   виновного skazan* skazał* schuldspruch* verurteilung*
years prison: prison jail imprison* тюрм* колоні* колони* ув'язн* позбавлен* лишен* więzien*
   gefängnis*
detained: detain* arrest* затрим* задерж* арешт* арест* zatrzym* aresztow* festgenommen
   festnahme verhaftet apprehended nabbed поймал* поймали ujeto ujety schwytan*
   festgenommen* verhaftung*
suspect: suspect* підозр* подозр* podejrzan* verdächtig* tatverdächtig
charges: charge* indict* обвинувач* обвинен* обвинил* пред'явл* предъявл* zarzut* anklage
   angeklagt
in absentia: absentia заочн* zaoczn* abwesenheit
wanted: wanted розшук* розыск* poszukiw* gesucht fahndung manhunt* fahnd* gefahndet
warrant: warrant* ордер* nakaz* haftbefehl*
extradition: extradit* екстрадиц* экстрадиц* ekstradycj* auslieferung*
sabotage: sabot* диверс* саботаж* dywers*
arson: arson* torched підпал* поджог* поджег* podpal* brandstift* brandanschlag поджигател*
   поджигал* brandleger*
bomb: bomb bombs device вибухівк* взрывчат* бомба бомбу сву взрывн* вибухов* bomba bombę
   ładun* sprengsatz* sprengstoff* бомби бомб бомбі бомбы бомбе fliegerbombe*
   weltkriegsbombe* бомбой
assassination: assassin* murder* вбивств* убийств* ліквідув* ликвидир* zabójstw* zamord*
   mord* ermordet attentat*
shooting: shooting shots gunman opened стрілян* стрельб* стріляв выстрел* постріл* застрел*
   застріл* strzelani* strzał* schüsse schießerei erschossen gunfire gunshot* перестрел*
   postrzel* postrzał* schiesserei* niedergeschossen angeschossen
stabbing: stab stabs stabbed stabbing* knife ножем ніж ножом нож поножовщин* nóż noża nożem
   nożownik* messer* knifed knives knifepoint ножевое ножевые ножевых порізав порізала
   зарізав зарізали зарезал* порезал* ugodzi*
grenade: grenade* гранат* granat* rpg handgranate* panzerfaust*
mine blast: landmine* підірва* подорва* міні мине вибухонебезпечн* нерозірв* неразорв*
   розтяжк* растяжк* mina minie blindgänger*
robbery: robber* robbed theft stole* пограб* грабіж* грабеж* ограб* крадіж* краж* вкрал*
   украл* napad* kradzie* ukradł* raub* diebstahl gestohlen thefts крадії розбій розбійн*
   грабител* разбойн* rabun* rabus* uberfallen diebstahle diebesgut*
smuggling: smuggl* contraband контрабанд* przemyt* schmuggel* schmuggl*
cigarettes: cigarette* сигарет* папирос* papieros* zigaretten* cigar cigars цигарк* цигарок
   zigarette*
drugs: cocaine heroin наркот* кокаїн* кокаин* narkot* drogen* kokain* героїн* героин*
   heroiny heroina rauschgift* narcotic* наркоділ* наркопритон*
weapons cache: cache* схрон* тайник* сховок* арсенал* skrytk* waffenlager stockpile*
   waffenversteck* waffendepot*
corruption: corrupt* корупц* коррупц* набу nabu korupcj* korruption*
budget: budget* бюджет* budżet* haushalt*
tax: tax taxes податк* налог* ндфл пдв podatek podatk* steuer steuern steuererh* steuersenk*
   steuerhinterz* оподаткув* opodatk* besteuer* taxation taxpayer* taxed skarbowk* skarbowy
   skarbowej finanzamt*
prices: price* цін* цен цена цены ценник* подорож* ceny cen drożej teurer
currency: currency exchange рубль рубля гривня долара валют* walut* währung* devaluat*
central bank: central цб нбу nbu нацбанк* центробанк* nbp zentralbank* ставк* stopy
   leitzins*
stock: bourse бірж* бирж* giełd* börse* aktien
factory closure: closure закрит* закрыт* зупинил* остановил* зупинен* остановк* zamkn*
   geschlossen stillgelegt
layoffs: layoff* redundan* jobs скорочен* сокращен* звільняє* увольн* zwolnieni* entlass*
   zwolnien stellenabbau* kundigung* jobabbau* personalabbau*
salary: salary wages зарплат* виплат* выплат* płac* pensja pensji pensje gehalt löhne
   заработн* wynagrodzeni* zarobki zarobkow lohnerhoh* tariflohn* gehalter gehaltserh*
pension: pension* пенсі* пенси* emerytur* rente emerytal* renten rentenalter* emerytaln*
   rentenreform* rentenversich* rentenerhoh*
queue: kolejk* warteschlange* schlange* queue queues черга черги чергу черзі чергою очередь
   очереди очередей
checkpoint: checkpoint* crossing кпп пропуск* переход* перехід* przejści* grenzübergang*
   блокпост* kontrollpunkt*
closed: closed closes закрит* закрил* закры* зачин* zamkni* geschlossen gesperrt sperrung
   zamyk* перекрил* перекрыл* перекрито перекрита перекриті перекрити перекритий перекрыт*
reopened: reopen* resum* відновил* восстанов* відкрил* открыл* відкрит* открыт* wznowi*
   otwart* wieder
fence: fence* wall паркан* забор забора заборы забором огорож* стіна стіни стіну стіні
   стіною стена стены стену стене стеной płot zaun ogrodzeni* bauzaun* grenzzaun* zaune
migrants: migrant* мігрант* мигрант* flüchtling* immigra* migration імміграц* іммігрант*
   міграц* иммигра* миграц* imigrant* imigracj* migracj* einwander* zuwander* migration*
citizenship: citizenship* passport* громадянств* гражданств* паспорт* obywatelstw*
   staatsbürger* paszport* reisepass* staatsangehor*
evacuation: evacuat* евакуац* евакуй* евакуюв* эвакуац* эвакуир* евакую* ewakua* evakuier*
shelter: shelter* укритт* укрыт* підвал* подвал* бомбосхов* бомбоубеж* schron* bunker
   luftschutz* piwnic* keller tiefbunker* kellern
curfew: curfew* комендантськ* комендантск* godzin* ausgangssperre*
emergency regime: чс чп надзвичайн* чрезвычайн* notstand*
draft dodging: dodg* ухилянт* ухилен* уклонист* уклонен* uchyla* wehrdienstverweiger*
contract army: contract контракт* kontrakt* vertrag
training ground: training range полігон* полигон* poligon* übungsplatz* truppenübungsplatz
exercise: exercise* drill drills навчан* учени* маневр* ćwicze* manewr* übung* manöver
barracks: barrack* казарм* koszar* kaserne*
radar: radar* рлс радар* радіолокац* радиолокац*
himars: himars* хаймарс* хімарс* рсзв рсзо градів градов
armoured vehicle: armoured armored бмп бтр бронет* бронем* бронеавт* броньован* бронирован*
   bradley pojazd* schützenpanzer*
weapons: weapon* arms зброя зброї зброю оружи* озброєн* вооружен* broń broni uzbroj* waffe*
aid: aid assistance гуманітарк* гуманитар* pomoc* hilfe* hilfspaket* допомога допомоги
   допомогу помощь помощи
humanitarian convoy: convoy* конво* колон* гумконво* konwój* konvoi*
sanction: sanction* санкц* sankcj* sanktion* blacklist*
embargo: ембарго эмбарго embarg*
export: export* експорт* экспорт* eksport* ausfuhr*
harvest: harvest* жнив* урожа* врожа* żniw* ernte* жатва жатвы жатву уборочн* plony plonow
   geerntet missernte*
livestock: cattle cow pig poultry корів* коров* свин* худоб* скот птах* птиц* куря* krow*
   świń* bydł* drób kühe schweine geflügel chickens hens turkeys кури курей індики індиків
   куры кур индейк* индюк* kurczak* kurczat indyk* huhner huhnern rinder puten
elevator: елеватор* элеватор* зерносхов* зернохран* elewator* silos getreidespeicher
field: field* поле поля полі ниву pole polu pola feld acker
talks: talks negotiat* переговор* перемовин* rozmow* negocjacj* gespräch* verhandlung*
summit: summit* саміт* саммит* szczyt* gipfel*
visit: visit* візит* визит* прибув прибул* приїхав приехал* прибыл* wizyt* przyby* besuch*
   reist eingetroffen
phone call: phone* розмов* телефон* позвонил* позвонит позвонить разговор* созвон* rozmaw*
   telefon*
peace plan: friedensplan* мирний мирного мирный
signed: підпис* подпис* podpis* unterzeichn* signed signs
memorandum: memorandum* меморандум*
nato: nato нато
eu accession: accession membership вступ* членств* członkostw* akcesj* beitritt*
election: election* ballot* вибор* выбор* избират* wybor* wahlen recount* бюлетен* бюллетен*
   stimmzettel* wahlbetrug* wahlurne* electoral electorate voter voters електорат*
   электорат* wahler wahlern wahltag* bundestagswahl* landtagswahl* kommunalwahl*
   prasidentschaftswahl*
polling: poll polls pollster* опитув* опрос* соцопрос* sondaż* umfrage*
protest: protest* rally протест* мітинг* митинг* демонстрац* пікет* пикет* demonstr*
   kundgebung rallies rallied crowds вийшли вышли picket* pikiet* manifestacj* manifestant*
truckers: trucker* hauliers перевізник* перевозчик* przewoźni* spediteur* дальнобой*
   далекобійн*
church: church* monastery cathedral церк* храм* монастир* монастыр* собор* лавра лаври лавры
   cerkiew* cerkw* kości* klaszt* kirche* kloster diocese eparch* єпарх* епарх* laura упц
   рпц пцу basilica* базилік* костел* базилик* bazylik* katedr* basilika* kathedral*
museum: museum* gallery музе* галере* muze* painting* masterpiece* artwork* картин* полотн*
   exhibit* виставк* выставк* wystaw* ausstellung* gemälde
theatre: theatre* theater* театр* teatr*
library: library бібліот* библиот* bibliot* bücherei*
monument: monument* memorial statue* пам'ятник* памятник* меморіал* мемориал* pomnik*
   denkmal*
street rename: renam* перейменув* переимен* przemianow* umbenan*
concert: concert* singer* концерт* співач* певец певиц* співак* koncert* konzert* sänger*
   piosenkar*
film: film* movie cinema фільм* фильм* кіно кино kina kino movies кінотеатр* кінофестивал*
   кінопрем* кінострічк* кинотеатр* кинофестивал* кинокартин* kinow* kinach kinofilm*
   spielfilm*
football: football* soccer match* футбол* матч* piłk* mecz* fußball*
olympics: olympi* олімп* олимп* спортсмен* olimp* sportow* athlet* fencer* fencing wrestl*
   саблист* шабліст* тенісист* теннисист* wettkampf турнір* турнир* champion* чемпіон*
   чемпион* igrzysk*
federation ban: ban banned federation відсторон* отстран* дискваліф* дисквалиф* заборон*
   запрет* запрещ* zakaz* wyklucz* verbot* ausgeschloss* prohibited prohibition outlaw*
   zabron* untersagt*
university: university* student* університет* университет* студент* вуз* uniwersyt*
   universität* studier* campus* faculty факультет* кампус* uczelni* politechnik* kampus*
   wydziału hochschul* fakultat*
exam: exam exams зно нмт егэ екзам* экзам* matur* prüfung* abitur іспит* огэ egzamin*
   abiturpruf* klausur klausuren
virus: virus* flu covid грип* вірус* вирус* коронавір* коронавир* gryp* grippe*
infection: infect* disease* epidem* інфекц* инфекц* хвороб* заболе* епідем* эпидем* zakaż*
   chorob* infektion* krankheit* erkrank* seuche
hepatitis: hepatit* гепатит* кір корь кору кори measles odra odry masern холер* choler*
bird flu: avian пташин* птич* ptasi* vogelgrippe*
swine fever: swine ачс африканськ* африканск* asf afrykańsk* schweinepest*
rabies: rabies бешенств* wściekl* tollwut* сказу
dog: dog dogs собак* пес пса psy psów psa
bear: ведмед* ведмід* медвед* niedźwied*
animal: animal* zoo звір* зоопарк* животн* тварин* zwierz* tierheim зверь зверя tierpark*
   tierschutz* wildlife wildtier*
gas leak: leak* витік* витеч* утечк* wyciek* austritt ausgetreten
gas explosion: газ газу газа газов* баллон* балон* gaz gazu butl* gasexplosion gasflasche
   gasleitung
chemical: хім* хим* chemi* аміак* аммиак* ammonia азот* chlor* хлор* amoniak
roof: roof* дах* покрівл* крыш* кровл*
rubble: rubble завал* руїн* руин* gruz gruzu gruzy gruzach gruzów gruzami gruzowisk* trümmer
windows: window* шибк* вікн* окн* szyba szyby szyb szybę okna fenster* вікон окон okien
   glasscheibe*
crater: crater* воронк* вирв* lej krater*
body found: corpse* тіло тело тела телом тел тіла тілом труп* ciało zwłok* leiche*
funeral: funeral* buried похор* похован* попрощ* прощал* pogrzeb* beerdig* beigesetzt
mourning: mourning жалоб* траур* żałob* trauer*
torture: tortur* катув* пытк* тортур* folter*
filtration: abduct* викрад* похищ* примусов* насильн* porwa* entführ* verschlepp*
war crime: crime* злочин* преступл* zbrodni* kriegsverbrech*
tribunal: tribunal* icc мус гаага гаазі гааге haag haga haadze
un: оон onz onu uno
red cross: cross хрест хреста хрестом хресту крест креста крестом кресту krzyż* kreuz
osce: osce обсє обсе obwe osze
human rights: ombudsman* омбудсман* уповноважен* уполномочен* rzecznik* menschenrecht*
   правозахисн* правозащит*
newspaper: newspaper* газет* gazet* zeitung* tabloid* gazecie boulevardblatt*
telegram: telegram телеграм*
youtube: youtube ютуб* tiktok тікток* тикток* instagram інстаграм*
fake: fake* disinformation фейк* дезінформ* дезинформ* вигад* вброс* fałsz* dezinform*
   desinform*
test: test tests tested testing testet getestet testy testu випробув* испыт* тест тесту
   теста тести тесты тестов тестуван* тестирован* испытан* próba próby prób erprob*
rocket space: space космодром* байконур* ракетоносі* kosmiczn* weltraum*
telescope: asteroid* комет* астероїд* астероид*
electricity price: tariff* тариф* taryf*
ration: coupon* talon* талон* купон* kartk* rationier* rationing rationed ration rations
transit: transit транзит* tranzyt*
coal: coal вугіл* угля уголь угольн* węgiel węgl* kohle* углем braunkohle* steinkohle*
lithium: lithium titan* титан* ruda рудник* рудн* родовищ* месторожд* złoż* vorkommen
   rohstoff* літій літію літієв* литий лития литиев*
gold: gold золот* złot* goldreserv*
anchor: anchor* якір* якор* kotwic* anker*
troops deploy: deploy* розгорн* разверн* розміщ* размещ* перекин* перебрас* rozmieszc*
   stationier* verleg*
donation: donat* fundrais* збір збору збори зібрал* сбор сбора сборы собрал* пожертв* донат*
   zbiórk* spende spenden spendet gespendet
award: award* medal* prize нагород* наград* премі* преми* орден* медал* nagrod* auszeichn*
birthday: anniversary річниц* годовщин* роковин* rocznic* jahrestag*
flag day: independence незалежн* независим* niepodleg* unabhängig*
language law: language* языков* języ* sprache
lawsuit: lawsuit sued позов* иск иска pozew* klage klagt
compensation: compens* компенс* відшкод* возмещ* odszkod* entschädig*
reconstruction: rebuil* reconstruct* відбудов* відновлен* восстановлен* odbudow*
   wiederaufbau*
demography: population births населен* народжуван* рождаем* ludnoś* bevölkerung*
parade: парад* parad*
inspection: inspect* checks перевір* проверк* інспекц* инспекц* kontrol* inspek*
agent: агент* agent*
collaborator: collaborat* колабор* коллабор* пособник* kolabor* kollabor*
terror: terror* теракт* терорист* террорист* zamach* anschlag*
partisans: partisan* партизан* підпілл* подполь* атеш partyzan*
locals underground: resistance спротив* сопротивл* widerstand*
navy fleet: fleet navy флот* чф вмс вмф flot* marine
kerch: kerch керч* kercz* kertsch*
crossing people: tysa тиса тису тисою тисі теса swim swam переплив* переплыв* cisa
emergency landing: autopilot турбул* turbulen*
lightning: lightning* блискавк* молни* piorun* blitz*
ice: ice icy ожелед* гололед* крижан* ледян* лід лед льду льоду льодом льдом lód lodu
   glatteis slippery слизьк* скользк* gołoledz gołoledzi sliskie slisko blitzeis* eisglatte*
   strassenglatte
drown: drown* потону* утону* потоп* втопил* utonę* ertrunk*
capsized: capsiz* sank sunk sinking затону* тоне тонет перекину* опрокину* zaton* gesunken
   kenter*
aground: aground мілин* мель мели mieliźn* gestrand*
lift: elevator ліфт* лифт* winda aufzug
scooter: scooter* motorcycl* самокат* мотоцикл* hulajn* motocykl* roller motorrad motorbike*
   escooter* моторолер* електросамокат* мотороллер* электросамокат* jednoslad* motorroller*
tractor: tractor* трактор* комбайн* traktor* ciągnik* combine
excavator: excavator* екскаватор* экскаватор* бульдозер* koparka* bagger digger diggers
   bulldoz* spychacz* buldozer* bulldozer* planierraupe*
crane: кран крана dźwig* kran автокран* кранівник* крановщ* zuraw zurawia baukran*
   kranfuhrer*
chimney: chimney* труба трубу труби трубы komin komina kominy kominów schornstein* димар*
   димохід димоход* дымоход*
server: server* сервер* serwer* rechenzentrum
chip: chip chips electronic* мікросхем* микросхем* електронік* электроник* мікроелектр*
   микроэлектр* elektronik* halbleiter*
engine plant: engine engines двигун* двигател* мотор* silnik* triebwerk*
gunpowder: powder explosives порох* proch* pulver* sprengstofffabrik munitions
metallurgy: steel* metallurg* металург* металлург* азовстал* сталь stahl*
cement: cement* цемент* zement*
brewery: brewery beer пив* browar* piwo brauerei bier beers brewers piwa piwowar* bierbrau*
   biere
bakery: bakery bread хліб* хлеб* пекарн* piekarni* chleb* bäckerei brot bakers булочк*
   булочн* bułk* piekarz* brotchen* backermeister*
dairy: milk dairy молок* молоч* mlecz* mlek* milch* molkerei
sugar: sugar* цукр* цукор сахар* cukr* zucker*
vodka: alcohol vodka алкогол* горілк* водк* wódk* alkohol*
fish: fish fishing риб* рыб* ryb* fisch*
forest: forest* woods ліс лісі лісу лес леса лесу lasu lesie
park: park сквер* парк парку парка парке
beach: beach* пляж* plaż*
island: island* острів* остров* wysp* insel*
lake: lake озер* jezior*
bay: бухт* затоц* залив* zatok* bucht
mountain: mountain* гор горі гору перевал*
fruit: fruit orchard* apricot* apple* cherry абрикос* яблу* яблок* сад сади садів сады садов
   черешн* owoc* obst plums pears peach peaches слива сливи персик* груша груші сливы груши
   вишня вишни вишню jabłk* jabłek sliwk* czeresni* wisnie wisnia kirsche kirschen pflaume*
   aprikose* apfelernte apfelbaum apfeln
payment cards: cards card карт карти картки карты картам карток карточ* karta karty kartę
   kartą kartami cash терминал банкомат* atm atms bankomat* geldautomat* bankkarte*
iris-t: iris айріс ірис ирис
patriot: patriot* петріот* патріот* пэтриот*
taurus: taurus* таурус*
nasams: nasams насамс
atacms: atacms атакмс атакамс*
storm shadow: shadow scalp скальп* шадоу шедоу
gripen: gripen* гріпен* грипен* грипэн*
mirage: mirage міраж* мираж*
leopard: leopard* леопард*
abrams: abrams абрамс*
bradley: bradley бредлі брэдл*
tomahawk: tomahawk* томагавк*
icbm: icbm* міжконтинент* межконтинент* ярс сармат* булава interkontinental*
   międzykontynent*
oreshnik: oreshnik орешник* орєшнік* оріхник
kinzhal: kinzhal кинжал* кинджал*
starlink: starlink старлінк* старлинк*
"""
