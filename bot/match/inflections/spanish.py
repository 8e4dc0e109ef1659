"""Spanish paradigms (folded: no accents, ñ is n)."""

from collections.abc import Iterator

from bot.match.inflections.paradigms import Paradigm, Table, Vowels, irregular

_CONSONANTS = "bcdfghjklmnpqrstvxyz"
_ANY = _CONSONANTS + "aeiou"
_SPELT = {"c": "qu", "g": "gu", "z": "c", "gu": "gu"}
# Words of two genders end so, or are listed: "puerto" is no form of "puerta".
_GENDERED = (
    "ad id os ic iv ari ian an en in er nuev rus muert herid mism otr much poc tod "
    "segund prim tercer últim ultim larg cort alt baj buen mal nuestr vuestr pequen "
    "fals ric pobr blanc negr roj amarill viej ampli sever graves seri neutr "
    "abiert escrit rot vist hech dich puest vuelt cubiert hij nin herman amig enemig "
    "vecin chin polac turc suec grieg checo sirio iraqui limpi prop propi extran "
    "extranj milit estric exact dur pur clar oscur pront sol loc tont list direct "
    "correct perfect actual just junt quiet complet concret secret discret remot vast "
    "fij tens dens intens inmens divers advers"
).split()
_ENDS = tuple(_GENDERED)
_A = (
    "ar a as o amos ais an e es en emos aba abas aban abamos aste aron are ara aran aremos "
    "aria arian ase asen aras ando ado ada ados adas arla arlo"
)
_E = (
    "e es o emos en a as an amos ia ian ias iamos i io iste imos ieron iera ieran iendo "
    "ido ida idos idas"
)
_WEAK = "o a e as es i ia io"
_FUTURE = "{0}r {0}re {0}ra {0}ran {0}remos {0}ria {0}rian"
_VERBS = """
decir digo dice dicen dices dijo dijeron dicho dicha dichos dira diran diria diga digan
diciendo decia decian | hacer hago hace hacen hizo hicieron hecho hecha hechos hara
haran haria haga hagan haciendo hacia hacian | ir voy va van vamos fue fueron ido iba
iban ira iran iria vaya vayan yendo | ser soy es son somos fue fueron sido era eran sera
seran seria sea sean siendo | estar estoy esta estan estuvo estuvieron estado estaba
estaban estara este esten | haber he ha han hemos hay hubo hubieron habia habian habra
habran habria haya hayan | venir vengo viene vienen vino vinieron venido vendra vendran
vendria venga vengan venia | tener tengo tiene tienen tuvo tuvieron tenido tendra
tendran tendria tenga tengan tenia teniendo | poder puedo puede pueden pudo pudieron
podido podra podran podria pueda puedan podia | poner pongo pone ponen puso pusieron
puesto puesta puestos pondra pondran ponga pongan ponia poniendo | querer quiero quiere
quieren quiso quisieron querido querra quiera quieran queria | saber se sabe saben supo
supieron sabido sabra sepa sepan sabia | dar doy da dan dio dieron dado daba daban dara
daran daria dando | ver veo ve ven vio vieron visto vista vistos vera veran veia viendo
| morir muere mueren murio murieron muerto muerta muertos muertas morira moriran
muriendo | pedir pide piden pidio pidieron pedido pedira pida pidan pidiendo pedia |
seguir sigue siguen siguio siguieron seguido seguira siga sigan siguiendo seguia |
servir sirve sirven sirvio sirvieron servido sirva | elegir elige eligen eligio
eligieron elegido elegida elegira elija | volver vuelve vuelven volvio volvieron vuelto
vuelta volvera vuelva volvia | abrir abre abren abrio abrieron abierto abierta abiertos
abrira abra | escribir escribe escriben escribio escribieron escrito escrita escribira |
romper rompe rompen rompio rompieron roto rota rotos rompera | traer trae traen trajo
trajeron traido traera traiga | caer cae caen cayo cayeron caido caida caera caiga
cayendo | salir salgo sale salen salio salieron salido saldra saldran salga salia | leer
lee leen leyo leyeron leido leera | oir oye oyen oyo oyeron oido | ducir duce
ducen dujo dujeron ducido ducida duzca duzcan ducira | joven jovenes
"""
# Verbs on -ir whose vowel changes: «herir, hiere, hirió».
_ON_IE = "h.r s.nt m.nt pref.r ref.r conv.rt adv.rt inv.rt sug.r transf.r interf.r"
_ON_I = "m.d imp.d desp.d rep.t comp.t v.st r.nd inv.st"
_CHANGING = (
    *((stem, "e", "ie", "i") for stem in _ON_IE.split()),
    *((stem, "e", "i", "i") for stem in _ON_I.split()),
    ("d.rm", "o", "ue", "u"),
)


def _changing() -> str:
    """Return the forms of the verbs in `_CHANGING`."""
    verbs = []
    for stem, plain, stressed, closed in _CHANGING:
        a, b, c = (stem.replace(".", vowel) for vowel in (plain, stressed, closed))
        forms = f"{a}ir {a}ido {a}ida {a}idos {a}idas {a}ia {a}ian {a}imos {a}ira {a}iran "
        forms += f"{b}o {b}e {b}en {b}es {b}a {b}an {c}io {c}ieron {c}iendo"
        verbs.append(forms)
    return " | ".join(verbs)


_PREFIXES = frozenset(
    "||de|des|re|con|pre|com|dis|ob|su|pro|a|im|o|ex|intro|in|tra|se".split("|")
)
_PARADIGMS = (
    Paradigm(name="s", endings="- s", final="aeiou", least=3),
    Paradigm(name="s", endings="- es", final="bcdjlmnrsty", least=2),
    Paradigm(name="s", endings="z ces", final=_ANY, least=1),
    Paradigm(name="gc", endings="- a es as", final="nrsl", least=4),
    Paradigm(name="g", endings="o a os as", final=_CONSONANTS + "iu", least=2),
    Paradigm(name="gn", endings="e a es as", final="t", least=5),
    Paradigm(
        name="va",
        endings=_A,
        altered="e es en emos",
        changes=_SPELT,
        final=_ANY,
        weak=_WEAK,
        least=3,
    ),
    Paradigm(
        name="ve", endings=f"{_E} er {_FUTURE.format('e')}", final=_ANY, weak=_WEAK, least=3
    ),
    Paradigm(
        name="vi", endings=f"{_E} ir {_FUTURE.format('i')}", final=_ANY, weak=_WEAK, least=3
    ),
    Paradigm(
        name="vu",
        endings="uir uye uyen uya uyan uyo uyeron uyendo uido uida uidos uidas uira uia",
        final=_CONSONANTS,
        least=1,
    ),
    Paradigm(
        name="vz",
        endings="cer cir zco zca zcan ce cen cio cieron cido cida cidos ciendo cera cia",
        final="aeou",
    ),
    *irregular(f"{_VERBS} | {_changing()}", _PREFIXES),
)
_TABLE = Table(_PARADIGMS, Vowels(any="aeiou", fleeting={}))


def read_spanish(word: str) -> Iterator[str]:
    """Yield the keys of `word`; a verb's stem has its unstressed vowel."""
    for key in _TABLE.read(word):
        stem, _, name = key.partition("|")
        is_long = len(stem) > 4  # noqa: PLR2004  # "reina" is no form of "reino"
        if name == "g" and not (stem in _GENDERED or (is_long and stem.endswith(_ENDS))):
            continue
        yield key
    for stressed, plain in (("ie", "e"), ("ue", "o")):
        place = word[:-1].rfind(stressed)
        if place > 0:
            unstressed = word[:place] + plain + word[place + 2 :]
            yield from (
                key for key in _TABLE.read(unstressed) if "|va" in key or "|ve" in key
            )
