"""What Polish makes of names of towns and regions, with diacritics."""

from bot.annotate.paradigms.derived import Derivation
from bot.annotate.paradigms.rules import irregular, table

_ADJECTIVES = table("""
[^a-ząćęłńóśźż].*[sc]k~i .
[sc]k~i !
[scz]k~ie i
[scz]k~a i
[sc]k~o i
[sc]k~ i
ów owski
owo owski
owa owski
ewo ewski
[iy]~no ński
ice icki
ica icki
ce cki
ec ecki
nia ński
n ński
na ński
ń ński
ź zki
dź dzki
d dzki
t cki
k cki
ka cki/czański
g ski
ga ski
ż ski
że ski
rz rski
cz cki
sz ski
sza ski
l~ ski
le lski
la lski
ja jski
sa ski
ia jski
dno dzieński
no neński
sy ski
y ski
[bfmprw]~a ski
ta cki
da dzki
ła łski/lski
[bfłmprw]~ ski
s~ ki
""")

_TOWNS = irregular("""
moskwa moskiewski
lublin lubelski
łódź łódzki
kielce kielecki
białystok białostocki
zakopane zakopiański
równe rówieński
dniepr dnieprowski
budapeszt budapeszteński
wenecja wenecki
suwałki suwalski
rzym rzymski
petersburg petersburski
gdynia gdyński
kowno kowieński
wilno wileński
""")

_LANDS = table("""
[bcdfghkłlmnprwzńj]~ski szczyzna
cki cczyzna/czczyzna
""")

_LAND_NAMES = irregular("""
mazowiecki mazowsze
śląski śląsk
małopolski małopolska
wielkopolski wielkopolska
podlaski podlasie
podkarpacki podkarpacie
pomorski pomorze
lubelski lubelszczyzna
wołyński wołyń
krymski krym
zakarpacki zakarpacie
zaporoski zaporoże
""")

_PEOPLE = table("""
ów owianie
ław ławianie
[iy]~ca czanie
ice iczanie
sk szczanie
ck cczanie
[iy]~n nianie
awa awianie
""")

_TOWN_PEOPLE = irregular("""
warszawa warszawiacy/warszawianie
poznań poznaniacy/poznanianie
łódź łodzianie
moskwa moskwianie/moskwiczanie
londyn londyńczycy
berlin berlińczycy
paryż paryżanie
białystok białostoczanie
gdynia gdynianie
toruń torunianie
sumy sumianie
""")

_PERSON = table("""
anie an anom anami anach anin anina anowi aninem aninie anka ankę anki ance anką ankom anek
[zi]~acy aków akom akami akach ak aka akowi akiem aku
cz~ycy yków ykom ykami ykach yk yka ykowi ykiem yku
""")

_LINKED = table("""
[^aeiouy]~y o
[kg]~i o
[^aeiouy]~a o
[^aeiouy]~e o
""")

DERIVATION = Derivation(
    adjectives=_ADJECTIVES,
    town_adjectives=_TOWNS,
    lands=_LANDS,
    land_names=_LAND_NAMES,
    people=_PEOPLE,
    town_people=_TOWN_PEOPLE,
    person=_PERSON,
    linked=_LINKED,
)
