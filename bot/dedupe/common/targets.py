"""What is hit, burns or explodes: a kind a line, with the stems of its words.

The stems are of several languages; a word is a stem with an ending of English, Russian or
Ukrainian, with ``*`` any that begins so. Written by hand from general knowledge.
"""

KINDS = """
bus: bus minibus trolleybus автобус маршрутк мікроавтобус микроавтобус тролейбус
   троллейбус autobus* busse busses bussen busa busem kleinbus* linienbus* autobuz*
   marszrutk*
car: sedan легков легковик легковушк иномарк car
truck: truck lorry lorrie вантажівк фур грузовик грузов камаз lkw ciężarówk* lastwagen*
   lastkraftwagen* camion*
stop: зупинк остановк
tram: tram трамва tramwaj* straßenbahn* tramvai*
ambulance: ambulance карет швидк rettungswagen* krankenwagen* karetk* скор
train: train locomotive поїзд потяг електричк локомотив поезд электричк zug züge zuges
   lokomotive* lokomotyw* pociąg* тепловоз dieselzug* güterzug* вагон tren trenul контактн
tractor: tractor harvester трактор комбайн
cycle: motorcycle bicycle cyclist motorcyclist мотоцикл мопед велосипед мотоцикліст
   велосипедист мотоциклист radfahrer* motorrad* rowerzyst* motocykl* cyclists велосипедистк
hospital: hospital clinic лікарн лікарен поліклінік пологов больниц поликлиник роддом
   krankenhaus* klinik* szpital* hôpital* spital* медзаклад kórház*
school: school lyceum школ шкіл ліце гімназі лице гимнази schule* szkoł* szkol* école*
   școal* школі
kindergarten: nursery nurserie дитсад дитсадк садк садок садочк детсад детсадик kindergart*
   kita kitas przedszkol* садочок садик садочку grădiniț*
university: university universitie college університет коледж университет колледж
   universität* uniwersytet* hochschule*
shop: shop store supermarket магазин супермаркет supermarkt* sklep*
market: market bazaar ринк ринок рынк рынок базар markt marktes marktplatz* targowisk*
   bazar* marché*
cafe: cafe restaurant кафе ресторан restauracj* kawiarni* restaurants
hotel: hotel hostel hotelbrand* готел отел хостел гостиниц hotels hotelu hotelem
flats: apartment flat багатоповерхівк багатоквартирн гуртожитк гуртожиток многоэтажк
   многоквартирн общежити пятиэтажк девятиэтажк wohnhaus* wohnblock* hochhaus* wohngebäude*
   blok bloku blokowi bloki wieżow* immeuble* дев'ятиповерхівк п'ятиповерхівк гуртожит
house: cottage dacha дач приватн частн домовладени
church: biseric* church churche cathedral церкв церков храм собор kirche* kathedrale*
   kościoł* kosciol* katedr* cerkiew* cerkwi* église* catedral* monastery monastir лавр
   монастир монастыр
farm: farm cowshed barn ферм корівник коровник свинарник свиноферм птахоферм птицеферм
   агропідприємств агропредприяти bauernhof* gospodarstw*
factory: factory factorie фабрик цех fabrik* fabryk* chemiewerk* rüstungswerk* химзавод
   хімзавод usine* gyár*
ship: tanker vessel bulker балкер freighter warship ferry ferrie frigate corvette trawler
   танкер судн судно судном корабл корабел фрегат корвет паром пором сейнер тральщик schiff
   tankowiec tankowc statek statk petrolero petrolier navire buque frachter*
refinery: refinery refinerie нпз нафтопереробн нефтеперерабатывающ raffinerie* rafineri*
   rafinări*
depot train: депо
tram depot train: tramdepot
depot: depot warehouse storage нафтобаз склад елеватор ангар нефтебаз элеватор
   lagerhalle* lagerhaus* öllager* tanklager* munitionslager* magazyn* нафтосховищ
   нефтехранилищ хранилищ сховищ арсенал arsenal lager
power: substation umspannwerk підстанці енергооб'єкт тес тец подстанци энергообъект тэц
   тэс kraftwerk* heizkraftwerk* elektrociepłowni* podstacj* stromleitung*
   hochspannungsleitung* лэп леп живленн електропідстанці электроподстанци
   теплоелектростанці теплоэлектростанци
bridge: bridge мост brücke* eisenbahnbrücke* mostu mostem moście podul mosty мостом
port: port harbour harbor порт hafen* portu porcie portul
airport: airport airfield airbase аеропорт аеродром аэропорт аэродром flughafen*
   flugplatz* militärflugplatz* lotnisk* luftwaffenstützpunkt* aéroport*
pipeline: gasleitung* ölleitung* pipeline газопров трубопров газопровод трубопровод
   газопровід gaspipeline* ölpipeline* gazociąg* ropociąg* rurociąg* нафтопровід нафтопровод
   нефтепровод oleoduct gazoduct*
rails: tory torów torach track колі колією рейк рельс gleis* bahngleis* bahnstrecke*
gasworks: газовидобутк газодобыч gasförder* gasfeld*
pumpstation: pumpstation* przepompowni*
signalbox: stellwerk* nastawni* релей* сигнальн
dam: dam damb* dams дамб дамба плотин гребл греблі шлюз гідровуз гидроуз staudamm*
   staumauer* talsperre* tamę tama tamie zapora zaporę sluice
station: вокзал bahnhof* dworzec dworca dworcu
fuelstation: заправк автозаправк азс tankstelle*
fireengine: fireengine
firestation: firestation feuerwache*
recruitment: тцк военкомат військкомат recruitment rekrutierungsbüro*
prison: prison jail колоні колони сізо сизо gefängnis* więzieni*
cemetery: cemetery cemeterie кладовищ кладбищ цвинтар friedhof* cmentarz*
postoffice: postamt* poczt* пошт почту почты почте почтой почтов почтамт
trainingcentre: навчальн учебн полігон полигон truppenübungsplatz* poligon*
sarcophagus: саркофаг sarcophagus sarkofag* sarkophag* конфайнмент
library: library librarie бібліотек библиотек bibliotek* bibliothek*
museum: museum theatre theater музе театр museen museums muze*
forest: forest лісов лес
pharmacy: pharmacy pharmacie drugstore аптек apothek* aptek*
shop: kiosk кіоск киоск крамниц ларек ларьк
bakery factory: bakery bakerie пекарн хлебозавод хлібзавод хлебокомбинат хлібокомбінат
   bäckerei* piekarn*
garage house: garage гараж гаражн
car parking: parking парковк паркінг паркинг автостоянк стоянк
car: taxi таксі такси minivan мінівен минивэн pickup пікап пикап
sports: stadium stadion* стадіон стадион спортзал спорткомплекс gym gymnasium басейн бассейн
museum: cinema кінотеатр кинотеатр
power: котельн
tvtower: телевеж телевышк телебашн
port: pier причал
station: автовокзал автостанці автостанци
pumpstation: waterworks водоканал
depot: granary granarie silo зерносховищ зернохранилищ
hospital hotel: sanatorium sanatori санатор
hospital: госпітал госпитал медцентр медпункт амбулаторі амбулатори диспансер
school orphanage hospital: orphanage інтернат интернат
university: училищ технікум техникум
flats: dormitory dormitorie
council: адмінбудівл админздани
playground: playground дитмайданчик
barracks: barracks казарм kaserne* koszar*
radar: radar радар рлс радіолокаційн радиолокационн
factory: brewery brewerie dairy м'ясокомбінат мясокомбінат мясокомбинат маслозавод
   молокозавод пивзавод
greenhouse farm: greenhouse теплиц
church: mosque synagogue chapel мечет синагог каплиц часовн
cafe: pizzeria піцері пиццери їдальн
policestation: policestation
flats house: residentialbuilding
pedestrian: pedestrian пішоход пешеход
shipyard: shipyard dockyard верф суднобудівн судостроительн судноремонтн судоремонтн
"""
_VEHICLES = "bus car truck ambulance tractor cycle"
_WORKS = "factory refinery depot power"
_BUILDINGS = (
    "hospital school kindergarten university shop market cafe hotel flats house church "
    "library museum farm pharmacy bakery garage sports orphanage council barracks "
    f"policestation {_WORKS}"
)
# Words that may stand for any of several kinds.
ANY_OF = f"""
{_VEHICLES}: vehicle van фургон furgon* lieferwagen* автомобіл авто машин автомобил auto
 autos fahrzeug* samoch* pojazd* voiture* mașin*
{_BUILDINGS}: building будівл будинк будинок споруд здани постройк дом
 gebäude* haus budyn* bâtiment* clădir*
school university: навчзаклад
flats house: house home residential житлов жилой* жилог* жилом* жилые* жилых* жилым* жилая*
   жилую* жилье* жилья* жилью*
{_WORKS} port pipeline airport: facility facilitie energy об'єкт інфраструктур объект
 инфраструктур енергетичн энергетическ energie* energety* газов газовидобутк
{_WORKS}: підприємств предприяти промпідприємств промпредприяти
factory refinery power bakery shipyard: plant завод werk zakład*
depot port refinery: terminal термінал терминал tank резервуар
refinery depot ship: fuel oil пальн палив топлив нафт нефт treibstoff* paliw*
"""

# What is called by two words or by a word that others begin with, and the word for it.
PHRASES = (
    (r"житлов\w+ будин\w+|жил(?:ой|ого|ому|ом|ые|ых) дом\w*", "wohnhaus"),
    (r"residential (?:building|block|tower)s?|blocks? of flats", "apartment"),
    ("міст", "bridge"),  # while «місто» is a town
    (r"most(?= (?:kolejow|drogow|w|na|przez)\b)", "bridge"),
    (r"(?<=uszkodziły )most|(?<=wysadzono )most|(?<=zniszczono )most", "bridge"),
    (r"(?:rail(?:way)?|train) stations?|(?:залізничн|железнодорожн)\w+ станц\w*", "вокзал"),
    (r"(?:gas|petrol|filling|fuel) stations?", "tankstelle"),
    (r"stacj\w+ (?:paliw\w*|benzynow\w+)", "tankstelle"),
    (r"(?:торгов|торговельн)\w+ центр\w*|трц|shopping (?:cent(?:re|er)|mall)s?", "shop"),
    (r"(?:железнодорожн|залізничн)\w+ пут\w*|ж/д пут\w*", "рейк"),
    (r"gas (?:production|field|facilit)\w*", "gasfeld"),
    (r"газов\w+ (?:об['’]єкт|объект|інфраструктур|инфраструктур)\w*", "gasfeld"),
    (r"pump(?:ing)? stations?|насосн\w+ станц\w*", "pumpstation"),
    (r"signal(?:ling)? box(?:es)?|relay (?:cabinet|box)(?:e?s)?", "stellwerk"),
    (r"пост\w* управлени\w+", "stellwerk"),
    (r"(?:трамвайн|трол+ейбусн)\w+ депо|tram depots?|zajezdni\w+ tramwaj\w+", "tramdepot"),
    (r"fire stations?|пож(?:еж|ар)н\w+ (?:част|депо)\w*", "firestation"),
    (r"fire (?:engine|truck)s?|feuerwehrauto\w*", "fireengine"),
    (r"пож(?:еж|ар)н\w+ (?:машин|авто)\w*", "fireengine"),
    (r"(?<!nuclear )(?:power (?:station|plant)|heating plant)s?", "kraftwerk"),
    (r"power lines?|lini\w+ (?:wysokiego napięcia|energetyczn\w+|zasil\w+)", "лэп"),
    (r"лин\w+ (?:электропередач|питани)\w*|лін\w+ (?:електропередач|живленн)\w*", "лэп"),
    (r"(?:навчальн|учебн)\w+ (?:заклад|заведени)\w*", "навчзаклад"),
    (r"educational (?:institution|facilit)\w*", "навчзаклад"),
    (r"маршрутн\w+ такс\w+|route tax(?:i|is)", "minibus"),
    (r"air bases?", "airbase"),
    (r"(?:grain|ammunition|fuel|food) stores?(?! manager)", "warehouse"),
    (
        (
            r"(?:житлов|жил)\w+ (?:багатоповерхов\w+ )?"
            r"(?:дом|здани|буд)\w*"
            r"|residential (?:building|block|house|tower)s?"
            r"|(?:біля|коло|у|возле|около) (?:власного |свого |своего )?дом[ау]\b"
        ),
        "residentialbuilding",
    ),
    (r"police stations?", "policestation"),
    (r"post offices?", "пошта"),
    (r"boiler (?:house|room|plant)s?", "котельня"),
    (r"tv towers?|television towers?", "телевежа"),
    (r"swimming pools?", "басейн"),
    (r"дит\w+ майданчик\w*|детск\w+ площадк\w*", "playground"),
    (r"баз\w+ (?:отдыха|відпочинку)|турбаз\w+", "hotel"),
)

HEALS = frozenset(("hospital",))  # where the wounded of any attack are brought
# What a region has one or two of.
SITES = frozenset(
    ("refinery", "depot", "train depot", "port", "airport", "bridge", "dam", "gasworks")
)
