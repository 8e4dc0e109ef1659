"""How Polish names of places decline, written with their diacritics.

The genitive of a masculine name is in -a for most native towns and in -u for most foreign
names; both are given where the ending of the word does not decide.
"""

import re

from bot.annotate.paradigms.rules import Grammar, indeclinable, irregular, table

_NOUNS = table("""
[sc]k~i iego iemu . im im
[sc]k~ie iego iemu . im/iem im/iem
k~ie iego iemu . im/iem im/iem
nów~ka ki ce kę ką ce
z~ka ki ce kę ką ce
ow~a ej/y ej/ie ę/ą ą ej/ie
[^aeioyuąę]n~a ej/y ej/ie ę/ą ą ej/ie
ka ki ce kę ką ce
ga gi dze gę gą dze
cha chy sze chę chą sze
sta sty ście stę stą ście
sła sły śle słę słą śle
sna sny śnie snę sną śnie
[csrd]z~a y y ę ą y
[żc]~a y y ę ą y
ra ry rze rę rą rze
ła ły le łę łą le
ta ty cie tę tą cie
da dy dzie dę dą dzie
[aeouy]~ja i i ję ją i
[lj]~a i i ę ą i
oa~ . . . . .
[aeu]~a i i ę ą i
[dfghklrt]i~a i i ę ą i
(?:[aeou]n|[aeilmr]b|[ao]p|[ai]w)i~a i i ę ą i
[bcmpwzn]i~a i/- i/- ę ą i/-
[śćźńsz]i~a - - ę ą -
a y ie ę ą ie
ów owa owowi . owem owie
[bpmwnsz]~iec ca cowi . cem cu
rzec rca rcowi . rcem rcu
dziec dźca dźcowi . dźcem dźcu
ciec ćca ćcowi . ćcem ćcu
[ljrżdzł]~ec ca cowi . cem cu
[dlmnprtwz]~iek ka kowi . kiem ku
[bcdlłmnprstwzż]~ek ka kowi . kiem ku
[kg]~ a/u owi . iem u
ch~ a/u owi . em u
sł sła/słu słowi . słem śle
st sta/stu stowi . stem ście
zd zda/zdu zdowi . zdem ździe
t ta/tu towi . tem cie
ód odu odowi . odem odzie
d da/du dowi . dem dzie
ór oru orowi . orem orze
órz orza orzowi . orzem orzu
r ra/ru rowi . rem rze
ół ołu ołowi . ołem ole
ł ła/łu łowi . łem le
(?:[dg]o|ge)szcz~ y/a y/owi . ą/em y/u
eż eży/eża eży/eżowi . eżą/eżem eży/eżu
[csrd]z~ a/u owi . em u
[żcl]~ a/u owi . em u
sław sławia/sława sławiowi/sławowi . sławiem/sławem sławiu/sławie
cław cławia cławiowi . cławiem cławiu
kiew kwi kwi . kwią kwi
[oi]m~ ia iowi . iem iu
[y]m~ ia/u iowi/owi . iem/em iu/ie
[^aeiouy]i~eń enia eniowi . eniem eniu
eń enia/nia eniowi/niowi . eniem/niem eniu/niu
ń nia niowi . niem niu
dź dzi/dzia dzi/dziowi . dzią/dziem dzi/dziu
ść ścia/ści ściu/ści . ściem/ścią ściu/ści
uś usi usi . usią usi
ś sia siowi . siem siu
ź zia ziowi . ziem ziu
ć cia ciowi . ciem ciu
ój oju ojowi . ojem oju
j~ a/u owi . em u
[bpfmwnszv]~ a/u owi . em ie
ko ka ku . kiem ku
go ga gu . giem gu
[sc]z~o a u . em u
[sz]~to ta tu . tem cie
ro ra ru . rem rze
ło ła łu . łem le
sto sta stu . stem ście
dno dna dnu . dnem dnie
[bpfmwns]~o a u . em ie
wce wiec/wców wcom . wcami wcach
[^i]c~e - om . ami ach
ic~e - om . ami ach
rz~e a u . em u
[cs]z~e a/y u/om . em/ami u/ach
pol~e a u . em u
l~e a/i u/om . em/ami u/ach
ż~e a u . em u
[bmpwscz]i~e a u . em u
[ydrltf]i~e i om . ami ach
ni~e a/i u/om . em/ami u/ach
[nwtpbrs]~e ego emu . em/ym em/ym
j~e ów om . ami ach
[bcćdlłmnprstwżz]~ki ek/ków kom . kami kach
k~i -/ów om . ami ach
g~i -/ów om . ami ach
chy ch/chów chom . chami chach
[^aeiouyąęó]~y -/ów om . ami ach
""")

_WORDS = irregular("""
suwałki suwałk suwałkom suwałki suwałkami suwałkach
białystok białegostoku białemustokowi białystok białymstokiem białymstoku
krasnystaw krasnegostawu krasnemustawowi krasnystaw krasnymstawem krasnymstawie
biała białej białej białą białą białej
łódź łodzi łodzi łódź łodzią łodzi
niemcy niemiec niemcom niemcy niemcami niemczech
włochy włoch włochom włochy włochami włoszech
węgry węgier węgrom węgry węgrami węgrzech
czechy czech czechom czechy czechami czechach
prusy prus prusom prusy prusami prusiech/prusach
zakopane zakopanego zakopanemu zakopane zakopanem zakopanem
róg rogu rogowi róg rogiem rogu
golub golubia golubiowi golub golubiem golubiu
stany stanów stanom stany stanami stanach
wyspy wysp wyspom wyspy wyspami wyspach
góry gór górom góry górami górach
terytoria terytoriów terytoriom terytoria terytoriami terytoriach
wieś wsi wsi wieś wsią wsi
ostrów ostrowa/ostrowi ostrowowi/ostrowi ostrów ostrowem/ostrowią ostrowie/ostrowi
krym krymu krymowi krym krymem krymie
""")

_ADJECTIVES = table("""
i iego iemu . im im
y ego emu . ym ym
[kg]~a iej iej ą ą iej
[^aeiou]~ia iej iej ią ią iej
a ej ej ą ą ej
[^aeiou]~ie iego iemu . im im
e ego emu . ym/em ym/em
""")

_PLURAL_ADJECTIVES = table("""
[scz]k~ie ich im . imi ich
ie ich im . imi ich
e ych ym . ymi ych
""")

_AFTER_NOUN = table("""
(?:wielk|drug|trzec)~i iego iemu . im im
(?:duż|pierwsz|star|mał)~y ego emu . ym ym
(?:wielk|drug)~a iej iej ą ą iej
(?:duż|pierwsz|star|mał)~a ej ej ą ą ej
(?:wielk|drug)~ie iego iemu . im/iem im/iem
(?:duż|pierwsz|star|mał)~e ego emu . ym/em ym/em
[scz]k~i iego iemu . im im
[nl]~i iego iemu . im im
[nw]~y ego emu . ym ym
[scz]k~a iej iej ą ą iej
[cdlrz]n~ia iej iej ią ią iej
(?:[ao]w|bi|[cijnlr]n|b|ł)~a ej ej ą ą ej
[scz]k~ie iego iemu . im/iem im/iem
[dr]n~ie iego iemu . im im
[nwz]~e ego emu . ym/em ym/em
""")

_FULL = table("""
[scz]~ki kiego kiemu kim ka kiej ką kie kich kimi cy
[kg]~i iego iemu im a iej ą ie ich imi
i iego iemu im ia iej ią ie ich imi
y ego emu ym a ej ą e ych ymi
""")

GRAMMAR = Grammar(
    nouns=_NOUNS,
    adjectives=_ADJECTIVES,
    after_noun=_AFTER_NOUN,
    plural_adjectives=_PLURAL_ADJECTIVES,
    plural=re.compile(r"(?:[yi]|ce|oria)$"),
    words=_WORDS
    | indeclinable(
        "chicago chile haiti mali oslo santiago terytorium togo toronto zimbabwe"
    ),
    foreign=frozenset(
        "san santa los las la el new sri hong abu addis puerto porto port saint st sankt "
        "burkina kuala tel rio sierra buenos costa el sint cabo".split()
    ),
    fixed=frozenset(),
    heads=frozenset(
        "województwo dystrykt gwinea terytoria stany republika królestwo księstwo "
        "wyspa wyspy stan prowincja wybrzeże terytorium federacja związek miasto rejon "
        "obwód kraj okręg".split()
    ),
    tails=frozenset("nad pod przy na w we z ob del de da am upon".split()),
    joints=frozenset(("i", "oraz")),
    full=_FULL,
    joined=True,
)
