"""What is hit, burns or explodes: a kind a line, with the stems of its words.

The stems are English, Ukrainian and Russian, in folded letters; a word is a stem with an
ending of its language. Written by hand from general knowledge.
"""

KINDS = """
bus: bus minibus trolleybus автобус маршрутк мікроавтобус микроавтобус тролейбус троллейбус
car: sedan легков легковик легковушк иномарк
truck: truck lorry lorrie вантажівк фур грузовик грузов камаз
stop: зупинк остановк
tram: tram трамва
ambulance: ambulance карет
train: train locomotive поїзд потяг електричк локомотив поезд электричк
tractor: tractor harvester трактор комбайн
cycle: motorcycle bicycle cyclist motorcyclist мотоцикл мопед велосипед мотоцикліст
 велосипедист мотоциклист
hospital: hospital clinic лікарн лікарен поліклінік пологов больниц поликлиник роддом
school: school lyceum школ шкіл ліце гімназі лице гимнази
kindergarten: kindergarten nursery nurserie дитсад дитсадк садк садок садочк детсад детсадик
university: university universitie college університет коледж университет колледж
shop: shop store supermarket магазин супермаркет
market: market bazaar ринк ринок рынк рынок базар
cafe: cafe restaurant кафе ресторан
hotel: hotel hostel готел отел хостел гостиниц
flats: apartment flat багатоповерхівк багатоквартирн гуртожитк гуртожиток многоэтажк
 многоквартирн общежити пятиэтажк девятиэтажк
house: cottage dacha дач приватн частн домовладени
church: church churche cathedral церкв церков храм собор
farm: farm cowshed barn ферм корівник коровник свинарник свиноферм птахоферм птицеферм
   агропідприємств агропредприяти
factory: factory factorie фабрик цех
ship: tanker vessel bulker балкер freighter warship ferry ferrie frigate corvette trawler
 танкер судн судно судном корабл корабел фрегат корвет паром сейнер тральщик schiff
 tankowiec tankowc statek statk petrolero petrolier pétrolier navire buque
refinery: refinery refinerie raffinerie rafineri нпз нафтопереробн нефтеперерабатывающ
depot train: депо
depot: depot warehouse storage нафтобаз склад елеватор ангар нефтебаз элеватор
power: substation umspannwerk підстанці енергооб'єкт тес тец подстанци энергообъект тэц тэс
bridge: bridge мост
port: port harbour harbor порт
airport: airport airfield airbase аеропорт аеродром аэропорт аэродром
pipeline: pipeline газопров трубопров газопровод трубопровод газопровід
library: library librarie бібліотек библиотек
museum: museum theatre theater музе театр
forest: forest лісов лес
"""
_VEHICLES = "bus car truck ambulance tractor cycle"
_WORKS = "factory refinery depot power"
_BUILDINGS = (
    "hospital school kindergarten university shop market cafe hotel flats house church "
    f"library museum farm {_WORKS}"
)
# Words that may stand for any of several kinds.
ANY_OF = f"""
{_VEHICLES}: vehicle автомобіл авто машин автомобил
{_BUILDINGS}: building будівл будинк будинок споруд здани постройк дом
flats house: house home residential житлов жил
{_WORKS} port pipeline airport: facility facilitie energy об'єкт інфраструктур объект
 инфраструктур енергетичн энергетическ
{_WORKS}: plant завод підприємств предприяти промпідприємств промпредприяти werk zakład
depot port refinery: terminal термінал терминал tank резервуар
refinery depot ship: fuel oil пальн палив топлив нафт нефт
"""
