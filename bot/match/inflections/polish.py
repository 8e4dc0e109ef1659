"""Polish paradigms (folded: only ł keeps its mark, so ą is a and ę is e)."""

from collections.abc import Iterator

from bot.match.inflections.paradigms import (
    Paradigm,
    Table,
    Vowels,
    each_with,
    irregular,
    single,
)

_HARD = "bcdfghjklłmnprstwz"
_SOFTENED = {
    "d": "dzi",
    "t": "ci",
    "r": "rz",
    "ł": "l",
    "s": "si",
    "z": "zi",
    "n": "ni",
    "b": "bi",
    "p": "pi",
    "w": "wi",
    "m": "mi",
    "f": "fi",
    "st": "sci",
    "ch": "sz",
    "ast": "esci",
    "as": "esi",
    "iat": "ieci",
    "lat": "leci",
    "iał": "iel",
    "zd": "zdzi",
    "iar": "ierz",
    "iazd": "iezdzi",
    "azd": "ezdzi",
    "sł": "sl",
    "iad": "iedzi",
}
_FEMININE = {**_SOFTENED, "k": "c", "g": "dz"}
_PERSONS = {"k": "c", "r": "rz", "t": "c", "d": "dz", "g": "dz", "st": "sc", "ł": "l"}
_MUTATED = {
    "s": "sz",
    "z": "z",
    "t": "c",
    "d": "dz",
    "k": "cz",
    "g": "z",
    "r": "rz",
    "st": "szcz",
}
_PREFIXES = frozenset(
    "||do|na|nad|o|ob|od|ode|po|pod|prze|przy|roz|roze|s|u|w|we|wy|z|za|ze|po".split("|")
)


_PAST = "ł ła ło li ły łem łam wszy"
_PASSIVE = "no ny na ne ni nego nej nemu nym nych nymi"
_PARADIGMS = (
    Paradigm(
        name="m",
        bare="-",
        endings="a u owi em iem e y i ow om ami ach owie ie ze",
        altered="e",
        changes=_SOFTENED,
        final=_HARD,
    ),
    Paradigm(name="m", endings="", altered="y i", changes=_PERSONS, final=_HARD),
    Paradigm(
        name="ms", bare="-", endings="ia iu iowi iem ie i iom iami iach iow", final=_HARD
    ),
    Paradigm(name="in", endings="in ina inowi inem inie ie - om ami ach", final="n"),
    Paradigm(
        name="f",
        bare="-",
        endings="a y i e o om ami ach",
        altered="e",
        changes=_FEMININE,
        final=_HARD,
    ),
    Paradigm(name="fs", bare="-", endings="ia i ie io iom iami iach", final=_HARD),
    Paradigm(
        name="ft", endings="- i y e ia a iom iami iach om ami ach mi", final="clzsnwdp"
    ),
    Paradigm(
        name="n",
        bare="-",
        endings="o a u em om ami ach",
        altered="e",
        changes=_SOFTENED,
        final=_HARD,
    ),
    Paradigm(name="ne", bare="-", endings="e a u em om ami ach", final="lczrj"),
    Paradigm(name="ni", bare="-", endings="ie ia iu iem iom iami iach", final=_HARD),
    Paradigm(
        name="nm", endings="ie ienia ieniu ieniem iona ion ionom ionami ionach", final="m"
    ),
    Paradigm(name="a", endings="y a e ego ej emu ym ych ymi i", final=_HARD, least=3),
    Paradigm(name="a", endings="", altered="y i", changes=_PERSONS, final=_HARD, least=3),
    Paradigm(name="a", endings="i a ie iego iej iemu im ich imi", final="kg", least=2),
    Paradigm(name="as", endings="i ia ie iego iej iemu im ich imi", final=_HARD, least=3),
    Paradigm(
        name="va",
        endings=each_with("a", f"c m sz - my cie ja j jcie jac {_PAST} {_PASSIVE}"),
        final=_HARD + "i",
        least=2,
    ),
    Paradigm(
        name="vu",
        endings=each_with("owa", f"c {_PAST} {_PASSIVE}")
        + " uje ujesz ujemy ujecie uja uj ujcie ujac",
        final=_HARD + "ei",
    ),
    Paradigm(
        name="vi",
        endings=each_with("i", f"c {_PAST} - sz my cie")
        + " ie ia iec iał iała iało ieli iały "
        + each_with("io", _PASSIVE)
        + " eni ieni",
        altered="e a " + each_with("o", _PASSIVE) + " eni",
        changes=_MUTATED,
        final=_HARD,
    ),
    Paradigm(
        name="vy",
        endings=each_with("y", f"c {_PAST} - sz my cie")
        + " e a "
        + each_with("o", _PASSIVE)
        + " eni",
        final="zcr",
    ),
    Paradigm(
        name="vn",
        endings="ac ał eła eło eli eły e iesz ie iemy iecie a ij eto iety ieta iete ieci",
        final="n",
        least=3,
    ),
    Paradigm(
        name="vp",
        endings=each_with("a", f"c {_PAST} {_PASSIVE}"),
        altered="e esz emy ecie a",
        changes=_MUTATED,
        final=_HARD,
    ),
)
_VERBS = """
byc był była było byli były bede bedzie beda bedziemy jest sa jestem | isc ide idzie ida
idziemy szedł szła szło szli szły | jsc jde jdzie jda jdziemy szedł szła szło szli szły
| miec mam ma maja mamy miał miała mieli miały | dac dam da dadza dal dał dała dało dali
dały dano dany dana dane danych | wziac wezme wezmie wezma wział wzieła wzieli wzieły
wzieto | bic bije bija bił biła biło bili biły bito bity bita bite bici bitych bij | zyc
zyje zyja zył zyła zyli zyły | jechac jade jedzie jada jechał jechała jechali | moc moge
moze moga mozemy mogł mogła mogło mogli mogły | chciec chce chca chcemy chciał chciała
chcieli | niesc niose niesie niosa niosł niosła niesli niosły niesiono niesiony | wiezc
wioze wiezie wioza wiozł wiozła wiezli | wiesc wiode wiedzie wioda wiodł wiodła wiedli |
mrzec mre mrze mra marł marła marli marły | czac czne cznie czna czał czeła czeli czeto
czety czeta | jac jme jmie jma jał jeła jeli jeto jety jeta jete jetych | brac bior
biore bierze biora brał brała brali brano | stac stane stanie stana stał stała stało
stali stały | wiedziec wiem wie wiedza wiedział wiedziała wiedzieli | rosnac rosnie
rosna rosł rosła rosli | ciac tne tnie tna cieto ciety cieta | słac sle sla słał słała
słali słano
"""
_WORDS = """
rdzien d: zien nia niu niem ni niom niami niach
rtydzien tygod: zien nia niu niem nie ni niom niami niach
rtydzien tyd: zien
rwies w: ies si sia siom siami siach
rpies p: ies sa su sem sie sy sow som sami sach
rczłowiek : człowiek człowieka człowiekowi człowiekiem człowieku ludzie ludzi ludziom ludzmi
rdziecko dziec: ko ka ku kiem i iom mi iach
rrok rok: - u owi iem
rbrat bra: t ta tu tem cie cia ci ciom cmi ciach
roko o: ko ka ku kiem czy czu czom czami czach
rreka : reka reki rece reke rekom rekami rekach rak
rsasiad sasi: ad ada adowi adem edzie edzi adow adom adami adach
rksiadz ksi: adz edza edzu edzem eza ezy ezom ezmi ezach
rniemiec niem: iec ca cowi cem cu cy cow com cami cach
rogien og: ien nia niowi niem niu nie ni niom niami niach
rkrew kr: ew wi wia
rokno ok: no na nu nem nie ien nom nami nach
rksiaze ksi: adz edza edzu edzem eza
rzab z: ab eba ebu ebem eby ebow ebami ebach
rsad s: ad adu adowi adem adzie ady adow adom adami adach
"""
_VOWELS = Vowels(any="aeiouy", fleeting={"e": ("",)}, closed={})
_TABLE = Table((*_PARADIGMS, *irregular(_VERBS, _PREFIXES), *single(_WORDS)), _VOWELS)


def read_polish(word: str) -> Iterator[str]:
    """Yield the keys of `word`."""
    return _TABLE.read(word)
