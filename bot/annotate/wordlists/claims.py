"""Who speaks, for whom, and what is done by speaking.

Bodies and offices come first: they stay when the people in them change. The few names are
of holders of an office who are quoted without it (checked 2026 against the offices' own
pages as far as these name them); a name that has become wrong costs nothing but a claim of
somebody who is out of office.

The letters: ``X U Z`` countries as nouns (Russia, Ukraine, another), ``x u z`` as
adjectives; ``A`` an actor in one word; ``m`` ministry, ``M`` minister, ``d f n`` of
defence, foreign, interior affairs; ``g s`` general staff; ``a`` administration, ``h`` its
head; ``v`` governor, ``y`` mayor, ``p`` police, ``e r`` emergency service, ``c`` of
security, ``b`` border guards, ``t`` armed forces, ``k`` president, ``j`` prosecutors,
``o`` authorities, ``q`` spokespersons; ``S D W C T`` says, denies, rejects, confirms,
takes back; ``O`` a statement, ``H`` that; ``F`` according, ``I`` in, ``B`` by, ``R``
about, ``V`` calls (a claim something), ``l`` of, the; ``N`` not; ``K`` was; ``E`` what
people are denied; ``P`` what is confirmed before it is done.
"""

LISTS = """
X: окупант* оккупант* russia moscow россия россии россию россией рф москва москве москвы
   росія росії росію росією русские росіяни москві russland moskau rosja moskwa
U: ukraine kyiv kiev украина украине украины україна україні україни київ києві києва киев
   киеве киева kiew kijów ukraina
x: russian russia's moscow's российск* російськ* russisch* rosyjsk*
u: ukrainian ukraine's kyiv's украинск* українськ* ukrainisch* ukraińsk* зсу всу
M: minister министр* міністр*
m: ministry министерств* міністерств* ministerium ministerstwo
d: defence defense обороны оборони
f: foreign иностранных закордонних
n: interior внутренних внутрішніх
g: general генеральн* generaln*
s: staff штаб штаба штабу штабі штабе sztab sztabu
a: administration administrations администраци* адміністраці* міськрад* облрад*
h: head chief начальник* глава главы главе голова голови очільник* керівник* руководител*
   szef врио
v: governor governors губернатор* gouverneur* gubernator*
y: mayor мэр мэра мэром мэрии мэрия мер мера мером мерія мерії bürgermeister burmistrz
p: police поліція поліції поліцією полиция полиции полицией polizei policja
e: emergency emergencies rescue
r: service services department служб*
b: border госпогранкомитет* погранкомитет* держприкордонкомітет* прикордонник*
   пограничник* прикордонної пограничной прикордонна пограничная
   погранслужб* держприкордонслужб*
t: military army forces troops command армия армии армія армії командовани* командуванн*
   военные сили сил силах силы force navy marines військові військових угруповання
   угрупованні комбриг комбат
   группировка группировки группировке флоте флоті бригаді бригаде brigade armee
   streitkräfte armia armii siły
k: president президент* präsident
j: prosecutors prosecutor investigators прокуратур* следстви* следователи слідч* слідств*
o: officials authorities власти властей влада влади владі urzędnicy behörden сторона
q: spokesman spokeswoman spokesperson речник* речниц* пресс-секретар* прес-секретар*
   представител* представник* пресс-служб* прес-служб* sprecher rzecznik guard guards
   прессекретар* прессслужб* пресслужб* пресс-центр*
S: says say said claims claimed announces announced reports reported states stated writes
   wrote adds added tells told заявля* заяви* сообщи* сообща* повідоми* повідомля* сказа*
   написал* рассказ* розпові* уточни* отметил* зазначи* зазнача* добавил* поясни* объяви*
   оголоси* утвержда* стверджу* говорится йдеться пишет пише предупредил* попереди*
   подчеркнул* наголоси* sagte sagt erklärte mitteilte meldete poinformował* przekazał*
   powiedział* oświadczył* заверил* запевни* insists insisted опублікував опублікувал*
   оприлюднив оприлюднил* опубликовал* додав додала додали додає написав каже кажуть говорит
   говорят відповіли відповів відповіла ответил ответила ответили replies replied
   відреагували отреагировали показав показал* released published posted shared meldet
   melden meldeten erklärt berichtet berichtete podaje podał podała podały informuje
   informują
D: disputes disputed deny denies denied denying refute refutes refuted опроверг* спростув*
   спростову* заперечи* заперечу* отрицает отрицают отрицал* dementiert* zaprzeczył*
   zaprzecza
W: reject rejects rejected dismiss dismisses dismissed отверг* відкинул* відкинув відкидає
   відкидають odrzuci*
C: confirm confirms confirmed confirming acknowledge acknowledges acknowledged admits
   admitted concede concedes conceded подтвердил*
   подтвержда* підтверди* підтверджу* bestätigt* potwierdził* potwierdza признал признала
   признали признало визнав визнала визнали визнало
T: retracts retracted withdraws withdrew отозвал* відклика*
O: claim report allegation allegations accusation accusations words statement statements
   rumors rumours assertion assertions involvement responsibility suggestions заявлени*
   заяву заяви слова сообщени* повідомлення информаци* інформаці* обвинени* звинувачен*
   закиди закидів
   утверждени* твердження данные дані слухи чутки причастност* причетність
H: that что що saying dass że
F: according данным даними словам словами информации інформації версии версією laut według
   інформацією оцінками оценкам подсчетам повідомленням
I: in from at on over into against near for to в во у на із з по за im nach w na about
   with between
B: by
l: has have had of the a an его її its acting regional local державної state новий temporary
   also later earlier air безпілотних систем
   ранее раніше сегодня сьогодні вчера вчора также також
N: not n't didn't doesn't hasn't haven't don't neither never nor не ні нет nicht nie
   cannot refused declined отказал* відмови*
K: was were been be being is are
E: entry bail access visa visas parole asylum permission request opportunity right rights
   justice treatment charge charges guilt себя себе право права вину провину
   необхідність необходимость стереотип* need міф миф myth legend легенду
V: calls called назвал* назвав взял взяла взяли взяв взяло узяв узяла
   узяли узяло takes took bekennt bekannte reklamiert reklamierte przyznaje przyznał*
w: заявител* заявник*
R: о об обо про щодо относительно стосовно
c: security безпеки безопасности
P: plan plans readiness willingness commitment support готовніст*
   готовност* плани планы підтримку поддержку виплат* выплат* компенсаци*
   компенсаці* відданість приверженность участь участие явку обвинен*
   обвинувачен* вирок* приговор*
"""

# One-word actors: what they are and for whom they speak ("" where the word does not tell).
ACTORS = """
kremlin RU: kremlin's кремл* kreml* peskov песков* пєсков* putin putin's путин* путін*
foreign ministry RU: zakharova захаров* lavrov лавров*
president UA: zelensk* зеленськ* зеленск* selensk* zełensk*
foreign ministry UA: sybiha сибіг* сибиг*
general staff UA: syrskyi syrsky сирськ* сырск*
general staff: генштаб* generalstab generalstabs
armed forces: ссо вмс сбс
military intelligence: разведка разведки разведке розвідка розвідки розвідці wywiad
military intelligence: geheimdienst
coordination headquarters UA: координаційний координационный координаційному коордштаб*
coordination headquarters UA: координационном
ministry of defence: минобороны міноборони
foreign ministry: мид мзс mfa
interior ministry: мвд мвс
security service RU: фсб fsb
security service UA: сбу sbu ssu
military intelligence UA: гур hur
emergency service: мчс
embassy: embassy посольство посольстве посольстві дипмисси* дипмісі*
ministry: відомство відомстві ведомство ведомстве минтранс* мінтранс* минэнерго міненерго
ministry: минпромполитики минпромторг* минздрав* минтопэнерго мінінфраструктури
emergency service UA: дснс гсчс
military administration UA: ова ova мва rma
operational headquarters RU: оперштаб*
investigators RU: следком* скр
border guard UA: дпсу
police UA: нацполіці* нацполици*
pentagon US: pentagon пентагон*
US: washington вашингтон* сша
BY: minsk belarus минск мінськ білорусь беларусь белоруссия
PL: poland warsaw польша польща варшава polska
NATO INT: nato нато
UN INT: un оон
IAEA INT: iaea магатэ магате
GB: britain london великобритания британия лондон
FR: france франция франція
DE: germany германия німеччина
TR: turkey анкара туреччина турция
IL: israel израиль ізраїль
IR: iran tehran иран іран
CN: china beijing китай пекин пекін
HU: hungary венгрия угорщина
MD: moldova chisinau молдова молдавия молдавія кишинев кишинів
AM: armenia yerevan армения вірменія ереван єреван
AZ: azerbaijan baku азербайджан баку
BG: bulgaria sofia болгария болгарія
CZ: czechia prague чехия чехія
DK: denmark copenhagen дания данія
EE: estonia tallinn эстония естонія таллин таллінн
FI: finland helsinki финляндия фінляндія хельсинки гельсінкі
IT: italy италия італія
KZ: kazakhstan astana казахстан астана
LT: lithuania vilnius литва вильнюс вільнюс
LV: latvia riga латвия латвія рига
NO: norway oslo норвегия норвегія
RO: romania bucharest румыния румунія бухарест
SE: sweden stockholm швеция швеція
SK: slovakia bratislava словакия словаччина братислава
deepstate: deepstate*
isw INT: isw
armed forces UA: осув
"""
NATIONS = """
AM: armenian армянск* вірменськ* армени* вірмені*
AZ: azerbaijani азербайджан*
BY: belarusian белорусск* белорусси* білорус* беларус*
CA: canadian
CN: chinese китайск* китайськ*
CZ: czech чешск* чеськ* чехи* чехі*
DE: german немецк* німецьк* германи* німеччин*
EE: estonian эстонск* естонськ* эстони* естоні*
ES: spanish испанск* іспанськ* испани* іспані*
FI: finnish финск* фінськ* финлянди* фінлянді*
FR: french французск* французьк* франци* франці*
GB: british британск* британськ* британи* британі*
GE: georgian грузи* грузі*
HU: hungarian венгерск* угорськ* венгри* угорщин*
IL: israeli израил* ізраїл*
IN: indian индийск* індійськ*
IR: iranian иран* іран*
IT: italian итальянск* итали* італі*
JP: japanese японск* японськ* япони* японі*
KZ: kazakh казахстан*
LT: lithuanian литовск* литовськ* литв*
LV: latvian латиськ* латви* латві*
MD: moldovan молдавск* молдов* молдави*
PL: polish польск* польськ* польш* польщ*
RO: romanian румынск* румунськ* румыни* румуні*
RS: serbian сербск* сербськ* серби* сербі*
SK: slovak словацк* словацьк* словаки* словаччин*
TR: turkish турецк* турецьк* турци* туреччин*
US: american американск* американськ*
"""
# What a phrase of several words is, by the letters that must be in it; the first counts.
BODIES = (
    ("md", "ministry of defence"),
    ("mf", "foreign ministry"),
    ("mn", "interior ministry"),
    ("Md", "ministry of defence"),
    ("Mf", "foreign ministry"),
    ("Mn", "interior ministry"),
    ("gs", "general staff"),
    ("ta", "military administration"),
    ("ha", "administration"),
    ("v", "governor"),
    ("y", "mayor"),
    ("p", "police"),
    ("er", "emergency service"),
    ("cr", "security service"),
    ("b", "border guard"),
    ("t", "armed forces"),
    ("j", "investigators"),
    ("k", "president"),
    ("a", "administration"),
    ("o", "authorities"),
    ("m", "ministry"),
    ("M", "minister"),
    ("h", "head"),
    ("q", "spokesperson"),
)
# Only Ukraine has them.
ALWAYS = frozenset(("military administration",))
# Bodies of a state: named without a country in Ukrainian, they are Ukraine's own.
STATE = frozenset(
    (
        "general staff",
        "ministry of defence",
        "foreign ministry",
        "interior ministry",
        "border guard",
        "president",
        "armed forces",
        "military intelligence",
    )
)
# Countries that may be a subject in Cyrillic without a preposition.
NOMINATIVE = """
россия росія россияне росіяни рф москва украина україна киев київ окупанти оккупанты сша
белоруссия беларусь білорусь минск мінськ польша польща варшава великобритания британия
лондон франция франція германия німеччина анкара турция туреччина израиль ізраїль иран іран
китай пекин пекін венгрия угорщина молдова молдавия молдавія вашингтон нато оон
магатэ магате белоруссия кишинев кишинів армения вірменія ереван єреван азербайджан баку
болгария болгарія чехия чехія дания данія эстония естонія таллин таллінн финляндия фінляндія
хельсинки гельсінкі италия італія казахстан литва вильнюс вільнюс латвия
латвія рига норвегия норвегія румыния румунія бухарест швеция швеція словакия словаччина
"""
# Ukraine's forces, which are named more often as whose something is than as who speaks.
ARMY = "зсу всу"
# Forms in which a person or a body is no subject: "дочь президента сообщила".
OBLIQUE = r"""
(?:губернатор|мэр|мер|президент|министр|міністр|начальник|речник)(?:а|у|ом|ем|ові|ів|ов|ам|ами)
(?:керівник|очільник|представник|генштаб)(?:а|у|ом|ові|ів|ам|ами)
(?:руководител|представител|пресс-секретар|прес-секретар|прессекретар|кремл)(?:я|ю|ем|ей|ям|ями)
глав[ыеуой]{1,2}|голов[иіуою]{1,2}|пресс-служб(?:ы|е|у|ой)|прес-служб(?:и|і|у|ою)
(?:зеленськ|зеленск|сирськ|сырск)(?:ого|ому|им|ому|ом)|(?:путин|путін|песков|пєсков)(?:а|у|ым|им|ом)
"""
# Who takes responsibility confirms it.
CREDIT = (
    r" (?:responsibility|credit) for\b| (?:на себ[яе] )?(?:відповідальн|ответственн)"
    r"| (?:that )?(?:it|they|its \w+) (?:was|were|is|are) behind\b"
    r"| sich zu\b| (?:[\w-]+ ){1,6}für sich\b| się do\b"
)
# What is said by showing it: the verb alone tells of a new school as well.
SHOWN = r"""
 (?:[\w'-]+ ){0,2}(?:відео|видео|кадр|фото|знім|сним|момент|запис)\w* \w
 (?:[\w'-]+ ){0,2}(?:наслідк|последств|результат)\w* \w
 (?:[\w'-]+ ){0,2}(?:footage|videos?|images?|photos?|clips?|pictures) \w
"""
SHOWS = "показа released published posted shared"
# What follows "admits" or "must": a verb in its base form says nothing after these.
BASE = "deny refute reject dismiss confirm acknowledge"
MODALS = """
to or will would can could may might must should did does do who that won't can't couldn't
wouldn't
"""
