"""What words say how many people something happened to.

The letters: ``k w c m e d`` what happened (killed, wounded, captured, missing, evacuated,
detained) in a form whose subject are the victims, ``x y`` killed and wounded with the
victims as its object, ``K W`` the victims themselves ("the dead", "раненых"), ``Z``
casualties of either sort, ``V`` victims, ``D`` and ``U`` one dead or wounded person,
``P`` people, ``S`` one person, ``a`` article or possessive, ``b`` auxiliaries and adverbs
between, ``f`` words that end a phrase, ``u`` units of what is no people, ``t l h`` the
three parts of "at least", "no fewer than"; ``q`` more, another; ``n`` number of, ``T``
toll, ``r`` rises or stands at, ``~`` to, ``g`` from, ``o`` of, ``&`` and; ``z`` no, ``0``
nobody; ``H`` there are; ``R`` injuries, ``G`` gets; ``i`` lives that are ``j`` taken; ``F``
a hospital or doctors, ``C`` who is taken or turns to them, ``I`` treated for;
``v`` a vague number, ``s`` a scale, ``A`` another or one more in order, ``B`` between,
``X`` about, ``1`` a condition, ``2`` help that ``3`` is given or needed, ``4`` fights for,
``+`` lies; ``E`` an English month (a number after it is a date); ``p`` what is done with
one wounded, of English who fails to; ``M`` saved or survives; ``!`` undoes what
follows: not, may, could, to.
"""

from bot.annotate.wordlists import tolls_trades as trades
from bot.annotate.wordlists.tolls_people import EAST, ENGLISH
from bot.annotate.wordlists.tolls_west import GERMAN, POLISH

_EN = """
k: killed died perished slain dead drowned drowns drown die dies succumbs succumbed
   tués tuées tué morts mortes muertos muertas fallecidos
x: kills killing kill
w: wounded injured hurt hospitalised hospitalized concussed maimed blessés blessées blessé
   herid*
y: wound wounds wounding injures injuring injure hurts hurting
c: captured
m: missing
e: evacuated evacuates evacuating
d: detained arrested detains arrests detaining arresting
K: deaths fatalities death
Z: casualties casualty
V: victims victim
M: save saving survive
p: fail fails failed unable couldn't
P: personnes personas civils civiles people persons civilians soldiers troops servicemen
   workers residents children men women policemen officers firefighters rescuers medics
   passengers teenagers kids students pupils villagers locals others adults girls boys
   miners sailors crew journalists paramedics drivers employees personnel operators
   mechanics welders loaders conductors pensioners guards prisoners fighters militants
   family members volunteers nurses doctors tourists migrants protesters demonstrators staff
   infants babies pows saboteurs suspects hostages citizens nationals foreigners pedestrians
   bystanders worshippers teachers farmers fishermen seamen hikers climbers refugees inmates
   sons daughters brothers sisters parents relatives spouses neighbours neighbors friends
   colleagues guests priests athletes fans visitors cyclists motorcyclists scientists
   engineers troopers marines servicewomen schoolchildren teens recruits conscripts pilgrims
   commuters responders shoppers gunmen attackers worshipers campers skiers divers crewmen
   reservists spectators truckers elders ukrainians poles germans israelis palestinians
   syrians turks romanians moldovans georgians britons americans belarusians lithuanians
   latvians czechs estonians armenians azerbaijanis iranians indians nepalis pakistanis
   kazakhs
S: person man woman civilian soldier serviceman worker resident child policeman officer
   firefighter rescuer medic passenger teenager student pupil villager girl boy miner sailor
   journalist paramedic driver employee pensioner guard volunteer nurse doctor tourist wife
   husband son daughter mother father infant baby toddler teen suspect saboteur citizen
   pedestrian grandmother grandfather brother sister farmer fisherman teacher pilot cyclist
   motorcyclist neighbour neighbor friend colleague guest priest athlete fan visitor nun
   monk trooper recruit conscript bystander shopkeeper postman engineer scientist girlfriend
   boyfriend grandson granddaughter conductor operator watchman seaman technician mechanic
   welder loader baker cook cashier vendor seller trader electrician librarian janitor
   caretaker forester
a: a an the his her their those
b: were was are is been being have has had reportedly also left leaving be including
   confirmed reported seriously badly fatally critically severely slightly lightly mortally
   both already considered went gone shot found beaten burned pulled
f: en dans par por in on by as after when while with during near outside inside following
   amid but so who that which says said say reports according since across overnight today
   yesterday tonight late early monday tuesday wednesday thursday friday saturday sunday
   this last or then because where before under it he she they we i its official officials
   authorities governor mayor police ministry via despite among along off into out within
u: % percent per cent days day years year hours hour minutes minute weeks week months month
   seconds km kilometers kilometres kilometer kilometre miles mile meters metres times time
   drones drone missiles missile rockets bombs houses homes buildings cars vehicles tanks
   villages settlements towns cities dollars euros pounds million billion trillion degrees
   tons tonnes animals dogs cats horses sheep cows cattle pigs birds jobs goals points games
   matches am pm gmt apartments flats shells aircraft planes jets helicopters ships boats
   attacks strikes districts regions
t: at
l: least less fewer over
h: than
q: more further additional other
n: number count list
T: toll
r: rises rise rising rose risen climbs climb climbed climbing grows grew increases grown
   increased reaches reached reaching stands stood jumps jumped mounts hits updated up
   passes passed tops topped exceeds exceeded surpasses surpassed crosses crossed surges
   surged now doubles doubled triples soars soared swells swelled edges
~: to past above beyond
g: from
B: between
o: of
&: and et y
z: no without zero
0: nobody none noone
C: taken rushed brought sent admitted
I: treated treatment
F: hospital hospitals clinic clinics care
1: condition
2: help attention assistance
3: needed sought required received needing requiring
4: fight fighting
R: injuries burns bruises concussion concussions fractures lacerations inhalation
G: suffered sustained received suffering sustaining suffers
j: claimed claims claiming lost took taking lose loses
i: lives life
!: for might could would can should feared plotted plotting tried threatened not n't didn't
   wasn't weren't never if may
v: several few dozens scores hundreds couple
s: dozen thousand hundred
E: january february march april june july august september october november december jan feb
   sept oct nov dec
A: another first second third fourth fifth
X: about around some nearly almost approximately estimated roughly
H: there
Y: body bodies
"""
_CYRILLIC = """
k: погиб погибла погибли погибло погибнет убит убита убиты убито скончал* умер умерла умерли
   умерло загинув загинула загинули загинуло загине вбито вбитий вбита вбиті убитий убиті
   помер померла померли померло гинуть гинет убило вбило утонул* потонув потонула потонули
   захлинул*
x: убил убила убили убив вбив вбила вбили убивает вбиває
w: отравились отравилась отравился отруїлися отруїлась отруївся отруїлось ранен ранена
   ранены ранено ранило пострадал пострадала пострадали пострадало травмирован травмирована
   травмированы травмировано поранен поранена поранено поранені поранений постраждав
   постраждали постраждало травмовано травмований травмована травмовані травмувався
   травмувалася травмувалися госпитализир* госпіталіз* поранило травмувало контузило посекло
   посікло зачепило контужен контужена контужены контужений контужені зранено контужено
   госпитализован* шпиталізов* порізало порезало посечен посечена посечены посічений
   посічена посічені
y: ранил ранила ранили ранив поранив поранила поранили зранив ранит
m: пропал* зник зникла зникли зникло зниклими зниклих пропавшими пропавших зниклі
c: пленен* плен полон полонен* полонили пленили плін
e: эвакуировал* эвакуирован* евакуюва* евакуйован* эвакуируют евакуюють
d: задержан* задержал* затрима* арестован* арестовал* заарештова*
K: погибших погибшие погибшими погибшим загиблих загиблі загиблими загиблим мертвих мертвых
   убитых убитыми вбитих убитих
W: раненых раненые ранеными пострадавших пострадавшие пострадавшими пострадавшим поранених
   пораненими постраждалих постраждалі постраждалими постраждалим травмированных
   травмированные травмованих травмированными травмованими
M: врятувати врятували спасти спасли вижив вижила выжил выжила пережив пережила пережил
V: жертва жертву жертв жертвы жертви жертвами жертвой жертвою
D: погибший погибшего погибшему погибшая погибшей погибшую загиблий загиблого загиблому
   загибла загиблої загиблу загиблою
U: пострадавший пострадавшего пострадавшему пострадавшем пострадавшая пострадавшей раненный
   раненная раненного раненной раненную пораненої поранену пострадавшую постраждалий
   постраждалого постраждалому постраждала постраждалої раненый раненого раненому раненая
   пораненого пораненому раненую ранену пораненім раненом пораненим раненным
P: люди людей людям людьми осіб особи особа особам мирных мирні мирних мужчинам женщинам
   чоловікам жінкам дети детей детям діти дітей дітям військові военные бойцов бойцы бійців
   бійці гражданских цивільних цивільні рабочие полицейские пожилых человек граждан громадян
   росіян пленных полонених військовополонених военнопленных врачей лікарів девушки девушек
   дівчини дівчат парней хлопців хлопці местных взрослых дорослих несовершеннолетних
   неповнолітніх мігрантів вахтовиков задержанных девочек малолітніх отдыхающих заложников
   лікарі пожежних жител* мешкан* пенсіонер* пенсионер* рятувальник* спасател* медик*
   працівник* сотрудник* пасажир* работник* пассажир* журналіст* журналист* студент* школяр*
   школьник* підлітк* подростк* волонтер* прикордонник* пограничник* диверсант* бойовик*
   дівчатка дівчаток немовлят немовлята младенцев младенцы боевик* моряк* матрос* оператор*
   слесар* слюсар* механик* рибалк* рыбак* шахтар* шахтер*
   фермер* сосед* сусід* родствен* родич* строител* будівельник* учител* вчител* енергетик*
   пациент* пацієнт* энергетик* молдован румунів румын турків ізраїльтян израильтян
   палестинців палестинцев сирійців сирийцев портовик* докер* грузчик* вантажник* вахтер*
   доярк* библиотекар* бібліотекар* комбайнер* тракторист* колег* містян* горожан*
S: людини дитини немовля немовляти младенец младенца батько батька мати матір мама отец
   отца мать жена жену дружина дружину син сина сын сына
   дочь дочку дочка донька доньку муж мужа ребенок ребенка дитина дитину подростка підлітка
   девушка девушку дівчина дівчину парень парня хлопець хлопця боец бойца боєць бійця врач
   врача лікар лікаря журналист журналиста школьник школьника диверсант диверсанта человека
   людину людина слесарь слесаря помощник помощника помічник помічника продавец священник
   священника касирка касирку кассирша заправщик заправник пекарь кухарка повар медсестры
   учительки учительницы воспитательницы провідниця провідницю проводница проводницу кухарку
   повара школьница школьницу рабочая рабочую
a: его ее їх його її их свою своего
b: были было был была були було був вже уже также тоже теж предварительно попередньо тяжело
   важко смертельно серьезно серйозно легко лише только нині сейчас теперь тепер наразі
   стало стали сразу одразу
f: в во у на по о об про за к ко же после після при під под через внаслідок вследствие біля
   возле поблизу а але но що что который яка який которые які коли когда если якщо или або
   чи також сообщил* повідоми* заяви* рассказал* розпові* уточнил* зазначи* вчора вчера
   сегодня сьогодні вночі ночью вранці утром ввечері вечером днем вдень удень унаслідок
   результате результаті
u: % процент* відсотк* дней дня день днів дні суток діб доби сутки лет года год років роки
   рік годин часов часа час хвилин минут мин неделю недели недель тижні тижнів тиждень
   месяц* місяц* км километр* кілометр* метр* м раз раза разів рази беспилотник*
   безпілотник* дрон* бпла ракет* бомб* дом дома домов будин* квартир* машин* автомоб* авто
   танк* населенн* сел* деревн* поселк* город* міст* рубл* грив* доллар* долар* евро євро
   млн млрд миллион* мільйон* миллиард* мільярд* градус* тонн* корів коров собак* котов
   котів коней лошад* января февраля марта апреля мая июня июля августа сентября октября
   ноября декабря січня лютого березня квітня травня червня липня серпня вересня жовтня
   листопада грудня предприят* підприємств* район* област* регион* регіон* атак* обстріл*
   обстрел* улиц* вулиц* № ст школ* лике* утра вечера ранку вечора самолет* літак* шт
t: как як
l: минимум мінімум менее менше менш больше более більше більш щонайменше понад свыше
   принаймні найменше
h: чем ніж
q: еще ще дополнительно додатково
n: число числа кількість кількості количество количества список списку списке перелік
   переліку
r: выросл* вырос возросл* возрос увеличил* достигл* достиг зросл* зріс збільши* сягнул*
   сягнув сягає досягл* досяг составляет составило становить склала возрастает растет
   зростає поднял* превысил* перевищил* перевищив
~: до
g: с со от від
B: між между
o: из із з зі
&: и й і та
z: нет немає нема без отсутствуют відсутні обошлось обійшлося
0: никто ніхто
C: обратил* обращал* звернул* зверталис*
F: врачам медикам лікарям медпомощ* меддопомог* медицинск* медичн* больниц* лікарн*
   поликлиник* поліклінік* травмпункт* реанимации реанимацию реанімації реанімацію
1: стані состоянии
2: допомогу допомога помощь операція операция
3: надали надано оказали оказана потрібна знадобилася нужна понадобилась потребовалась
4: борються борются боролися боролись
H: есть є имеются зафиксированы
R: ранения ранение ранений ранениями ранением пораненням травмою травмой контузией
   контузією опіком ожогом поранення поранень пораненнями травмы травм травми
   травму травмами осколочные осколкові ожоги ожогов ожогами опіки опіків опіками контузию
   контузии контузий контузиями контузію контузії контузій контузіями ушибы ушибов ушибами
   забої забоїв забоями порезы порезов порезами порізи порізів порізами переломы переломов
   переломами переломи переломів баротравмами баротравмою баротравмой баротравму баротравма
   травма стрес стресс
G: получил* отримал* отримав зазнал* зазнав дістал* дістав
j: унесл* унес забрал* забрав забирает обірвал* оборвал* обірвав
i: жизнь жизни жизней життя життів
J: місцеві літні молоді перша першу перше першою друга другу другою третя третю третьою
   третья третью третьей
   четверта четверту четвертою четвертой п'ята п'ятою пятой шоста шостою шестой
!: не могли мог могла може могут можуть хотел* хотів хотіли планировал* планува* готовил*
   пытал* якби бы б чтобы щоб
p: доставили доставлен* доправили доправлен* везуть везут відвезли увезли отвезли
   увезла отвезла забрала відвезла попал попала попали потрапив потрапила потрапили
   оказывают надають получает отримує находится перебуває
v: несколько нескольких кілька кількох декілька декількох десятки десятків десятков сотни
   сотні
s: тысяча тысячи тысяч тыс тисяча тисячі тисяч тис десяток десятка
X: около примерно приблизительно почти порядка близько приблизно майже орієнтовно
Y: тело тела тел тіло тіла тіл
"""
LISTS = {
    "en": _EN + ENGLISH,
    "cyrillic": f"{_CYRILLIC}{EAST}{trades.EAST}",
    "de": f"{GERMAN}{trades.GERMAN}",
    "pl": f"{POLISH}{trades.POLISH}",
}
# Whose tolls they are, by the beginning of a word in the phrase.
SOLDIERS = (
    "soldier serviceme troop fighter militant військов солдат военнослуж военн боец бойц "
    "бійц soldat żołnier окупант оккупант"
)
CIVILIANS = "civilian мирн цивіл гражданск zivilist cywil"
CHILDREN = "child kids infant bab toddler дет дит діт ребен дівчат kind dzieck dzieci"
