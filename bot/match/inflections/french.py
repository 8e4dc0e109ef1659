"""French paradigms (folded: no accents, ç is c)."""

from collections.abc import Iterator

from bot.match.inflections.paradigms import Paradigm, Table, Vowels, irregular

_CONSONANTS = "bcdfghjklmnpqrstvxyz"
_ANY = _CONSONANTS + "aeiou"
# Words of two genders end so, or are listed: "port" is no form of "porte".
_GENDERED = (
    "grand petit mort blond chaud froid haut bas lourd sourd gris noir vert clair fort "
    "court plein lent absent present mecontent vrai ouvert offert couvert direct exact "
    "strict suspect"
).split()
_ENDS = (
    "ais",
    "ois",
    "ain",
    "and",
    "ant",
    "ent",
    "ard",
    "ert",
    "al",
    "eur",
    "u",
    "e",
    "i",
    "it",
    "is",
    "in",
    "ct",
    "at",
)
_ER = (
    "er e es ent ons ez ee ees ais ait aient ant era erai erez erons eront erait eraient "
    "a ai erent assent"
)
_VERBS = """
dire dis dit disent disait dira diront dite dites dits disant | faire fais fait font
faisait faisaient fera feront ferait faite faits faites fasse fit | aller vais va vont
allait allaient ira iront irait alle allee alles aille | venir viens vient viennent
venait viendra viendront venu venue venus vienne vint | tenir tiens tient tiennent
tenait tiendra tiendront tenu tenue tenus tienne tint | prendre prend prennent prenait
prendra prendront pris prise prises prenne prenant prit | voir voit voient voyait verra
verront vu vue vus vues vit | pouvoir peut peuvent pouvait pourra pourront pourrait pu
puisse put | vouloir veut veulent voulait voudra voudrait voulu veuille | devoir doit
doivent devait devra devront devrait du due | savoir sait savent savait saura su sache |
avoir ai a ont avait avaient aura auront aurait eu eue ait ayant | etre est sont etait
etaient sera seront serait ete soit soient etant fut furent | mourir meurt meurent
mourait mourra mourront mort morte morts mortes mourut | mettre met mettent mettait
mettra mettront mis mise mises mette | detruire detruit detruite detruits detruites
detruisent detruisait detruira | duire duit duite duits duisent duisait duira | struire
struit struite struits struisent struisait struira | ouvrir ouvre ouvrent ouvert ouverte
ouverts ouvrait ouvrira | offrir offre offrent offert offerte offrait | courir court
courent couru courait courra | partir part partent partait partira parti partie partis |
sortir sort sortent sortait sortira sorti sortie sortis | ecrire ecrit ecrivent ecrivait
ecrira ecrite ecrits | lire lit lisent lisait lira lu lue lus | vivre vit vivent vivait
vivra vecu | recevoir recoit recoivent recevait recevra recu recue recus | connaitre
connait connaissent connaissait connu connue connus | croire croit croient croyait
croira cru | craindre craint craignent craignait craindra crainte | œil yeux | oeil yeux
| monsieur messieurs | madame mesdames | nouveau nouvelle nouveaux nouvelles nouvel |
beau belle beaux belles bel | vieux vieille vieilles vieil | blanc blanche blancs
blanches | public publique publics publiques | long longue longs longues | sec seche
secs seches | jeter jette jettent jete jetee jetes jetees jetait jetaient jetant jeta
jettera | travail travaux | bail baux | vitrail vitraux | email emaux | grec grecque
grecs grecques | turc turque turcs turques
"""
_PREFIXES = frozenset(
    "||re|de|des|par|pre|inter|re|sur|con|pro|intro|ad|com|per|sou|sous|contre|ob|main|ap|com|"
    "a|en|r|ra|intro|con".split("|")
)
_PARADIGMS = (
    Paradigm(name="s", endings="- s", final=_ANY, least=2),
    Paradigm(name="s0", endings="al aux", final=_ANY, least=2),
    Paradigm(name="s", endings="- x", final="u", least=3),
    Paradigm(name="s8", endings="al aux ale ales", final=_ANY, least=3),
    Paradigm(name="g", endings="- e s es", final="drtsnliuec", least=2),
    Paradigm(name="s1", endings="f ve fs ves", final="i", least=3),
    Paradigm(name="s2", endings="eux euse euses", final=_ANY, least=3),
    Paradigm(name="s3", endings="en enne ens ennes", final="ei", least=3),
    Paradigm(name="s4", endings="el elle els elles", final=_CONSONANTS + "iu", least=3),
    Paradigm(name="s5", endings="er ere ers eres", final="i", least=3),
    Paradigm(name="s6", endings="on onne ons onnes", final="ti", least=3),
    Paradigm(name="s7", endings="teur trice teurs trices", final=_ANY, least=3),
    Paradigm(name="va", endings=_ER, final=_ANY, least=2, weak="e es ee ees a ai"),
    Paradigm(
        name="va",
        endings="",
        altered="e es ent era eront erait",
        changes={"l": "ll", "t": "tt"},
        final=_ANY,
        least=4,
    ),
    Paradigm(
        name="va",
        endings="",
        altered="ons ais ait aient ant a",
        changes={"g": "ge"},
        final="g",
        least=3,
    ),
    Paradigm(name="va", endings="", altered="e es ent era", changes={"y": "i"}, final="y"),
    Paradigm(
        name="vi",
        endings="ir is it issons issez issent issait issaient issant i ie is ies ira irait "
        "iront irent isse",
        final=_ANY,
        least=3,
    ),
    Paradigm(
        name="vr",
        endings="re s - ent ait aient ant u ue us ues ra rait ront it irent",
        prefixes=frozenset(
            "vend rend attend entend defend perd repond descend tend pend fond suspend "
            "etend pretend depend confond correspond mord tord romp interromp corromp bat "
            "combat debat abat repand".split()
        ),
    ),
    *irregular(_VERBS, _PREFIXES),
)
_TABLE = Table(_PARADIGMS, Vowels(any="aeiou", fleeting={}))


def read_french(word: str) -> Iterator[str]:
    """Yield the keys of `word`."""
    for key in _TABLE.read(word):
        stem, _, name = key.partition("|")
        if name == "g" and not (
            stem in _GENDERED or (len(stem) > 4 and stem.endswith(_ENDS))  # noqa: PLR2004
        ):
            continue
        yield key
