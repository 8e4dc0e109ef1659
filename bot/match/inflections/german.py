"""German paradigms (no umlauts, ß is ss, so "Häuser" has the stem of "Haus")."""

from collections.abc import Iterator

from bot.match.inflections.paradigms import Paradigm, Table, Vowels

_STRONG = """
angreifen | greifen greift griff griffen gegriffen | beginnen beginnt begann begannen
begonnen | bieten bietet bot boten geboten | binden bindet band banden gebunden | bitten
bittet bat baten gebeten | bleiben bleibt blieb blieben geblieben | brechen bricht brach
brachen gebrochen | brennen brennt brannte brannten gebrannt | bringen bringt brachte
brachten gebracht | denken denkt dachte dachten gedacht | dringen dringt drang drangen
gedrungen | durfen darf durfte durften | empfehlen empfiehlt empfahl empfohlen | essen
isst ass assen gegessen | fahren fahrt fuhr fuhren gefahren | fallen fallt fiel fielen
gefallen | fangen fangt fing fingen gefangen | finden findet fand fanden gefunden |
fliegen fliegt flog flogen geflogen | fliehen flieht floh flohen geflohen | fliessen
fliesst floss flossen geflossen | fordern fordert forderte gefordert | frieren friert
fror froren gefroren | geben gibt gab gaben gegeben | gehen geht ging gingen gegangen |
gelten gilt galt galten gegolten | geschehen geschieht geschah | gewinnen gewinnt gewann
gewonnen | haben hat hatte hatten gehabt habe | halten halt hielt hielten gehalten |
hangen hangt hing hingen gehangen | heben hebt hob hoben gehoben | heissen heisst hiess
hiessen geheissen | helfen hilft half halfen geholfen | kennen kennt kannte kannten
gekannt | kommen kommt kam kamen gekommen | konnen kann konnte konnten gekonnt | laden
ladt lud luden geladen | lassen lasst liess liessen gelassen | laufen lauft lief liefen
gelaufen | leiden leidet litt litten gelitten | lesen liest las lasen gelesen | liegen
liegt lag lagen gelegen | lugen lugt log logen gelogen | messen misst mass massen
gemessen | mogen mag mochte mochten | mussen muss musste mussten | nehmen nimmt nahm
nahmen genommen | nennen nennt nannte nannten genannt | raten rat riet rieten | reissen
reisst riss rissen gerissen | rennen rennt rannte gerannt | rufen ruft rief riefen
gerufen | schaffen schafft schuf geschaffen | scheinen scheint schien schienen
geschienen | schiessen schiesst schoss schossen geschossen | schlafen schlaft schlief
geschlafen | schlagen schlagt schlug schlugen geschlagen | schliessen schliesst schloss
schlossen geschlossen | schneiden schneidet schnitt geschnitten | schreiben schreibt
schrieb schrieben geschrieben | schweigen schweigt schwieg geschwiegen | sehen sieht sah
sahen gesehen | sein ist sind war waren gewesen sei bin | senden sendet sandte gesandt |
singen singt sang gesungen | sinken sinkt sank sanken gesunken | sitzen sitzt sass
sassen gesessen | sprechen spricht sprach sprachen gesprochen | springen springt sprang
sprangen gesprungen | stehen steht stand standen gestanden | steigen steigt stieg
stiegen gestiegen | sterben stirbt starb starben gestorben | stossen stosst stiess
stiessen gestossen | streiten streitet stritt gestritten | tragen tragt trug trugen
getragen | treffen trifft traf trafen getroffen | treiben treibt trieb trieben getrieben
| treten tritt trat traten getreten | trinken trinkt trank getrunken | tun tut tat taten
getan | verlieren verliert verlor verloren | werben wirbt warb geworben | werden wird
wurde wurden geworden worden | werfen wirft warf warfen geworfen | wissen weiss wusste
wussten gewusst | ziehen zieht zog zogen gezogen | zwingen zwingt zwang zwangen
gezwungen | gross grosse grosser grossere grosseren grosste grossten | alt alter altere
alteren alteste altesten | hoch hohe hohen hoher hohere hoheren hochste hochsten | gut
bessere besser besseren beste besten | lang langer langere langeren langste langsten |
kurz kurzer kurzere kurzeste kurzesten | stark starker starkere starkeren starkste
starksten | schwach schwacher schwachere schwachste | jung junger jungere jungeren
jungste jungsten | warm warmer warmere warmste | kalt kalter kaltere kalteste | hart
harter hartere hartesten | nah naher nahere nachste nachsten | viel mehr meiste meisten
| sterbend sterbende
"""
_PREFIXES = (
    "ab an auf aus be bei durch ein ent er fest fort her heraus hin los mit nach nieder "
    "statt teil uber um unter ver vor vorbei weg weiter wieder zer zu zuruck zusammen"
).split()
# Plurals in -er are these nouns' alone: "Tanker" is no plural of "Tank".
_ER_PLURALS = (
    "mann kind haus land wort buch dorf volk bild brett dach fach fass feld gesicht "
    "glas glied grab gras gut huhn horn kleid korn kraut lamm licht lied loch nest rad "
    "rand rind schild schloss schwert tal tuch wald wurm geist gott leib strauch "
    "denkmal amt bad band blatt ei geld geschlecht gehalt gespenst gemut tum weib haupt "
    "holz"
).split()
_ER_ENDS = tuple(_ER_PLURALS)
_CONSONANTS = "bcdfghjklmnpqrstvwxyz"
_PARADIGMS = (
    Paradigm(name="ne", endings="- e en es s", final=_CONSONANTS, least=2),
    Paradigm(name="nr", endings="- e er ern es s", final=_CONSONANTS + "i", least=2),
    Paradigm(name="nn", endings="- en", final=_CONSONANTS + "ui", least=3),
    Paradigm(name="nf", endings="e en", final=_CONSONANTS + "ui", least=3),
    Paradigm(name="n-", endings="- n s", final="rln", least=4),
    Paradigm(name="ns", endings="- s", final=_CONSONANTS + "aeiouy", least=3),
    Paradigm(name="ni", endings="nis nisse nissen nisses", final=_CONSONANTS, least=2),
    Paradigm(name="nw", endings="in innen", final=_CONSONANTS, least=4),
    Paradigm(name="nu", endings="um en ums", final=_CONSONANTS + "ei", least=4),
    # Participles as nouns: «der Verletzte, ein Verletzter».
    Paradigm(name="np", endings="er e en em es", final="t", least=6),
    Paradigm(name="a", endings="- e en em er es", final=_CONSONANTS + "aeiou", least=3),
    Paradigm(
        name="v", endings="en e st t et ete eten end ende", final=_CONSONANTS, least=2
    ),
    Paradigm(name="v", endings="te ten tet", final=_CONSONANTS, least=2),
    Paradigm(name="v", endings="n t te ten nd", final="lr", least=4),
)
_TABLE = Table(_PARADIGMS, Vowels(any="aeiouy", fleeting={}))


def _strong() -> dict[str, str]:
    found = {}
    for line in _STRONG.split("|"):
        base, *forms = line.split() or [""]
        for form in (base, *forms):
            found[form] = base
    return found


_STRONG_FORMS = _strong()


def read_german(word: str, *, noun: bool | None = None) -> Iterator[str]:
    """Yield the keys of `word`.

    Args:
        word: The word, folded.
        noun: Whether it has a capital inside a sentence; None if that is not known.
    """
    for key in _TABLE.read(word):
        stem, _, paradigm = key.partition("|")
        is_noun = paradigm.startswith("n")
        if noun in {None, is_noun} and (paradigm != "nr" or stem.endswith(_ER_ENDS)):
            yield key
    if noun:
        return
    for prefix in ("", *_PREFIXES):
        if word.startswith(prefix):
            rest = word[len(prefix) :]
            yield from _strong_keys(prefix, rest)
            yield from _participle(prefix, rest)


def _strong_keys(prefix: str, rest: str) -> Iterator[str]:
    base = _STRONG_FORMS.get(rest) or (
        prefix and _STRONG_FORMS.get(f"ge{rest}")  # "verlassen" is a participle, too
    )
    if base:
        yield f"{prefix}{base}|r"


def _participle(prefix: str, rest: str) -> Iterator[str]:
    """Yield a weak verb's key for its participle: "zerstört, getötet, eingesetzt"."""
    if rest.startswith("ge") and rest.endswith("t") and len(rest) > 5:  # noqa: PLR2004  # ge+t
        stem = rest[2:-1]
        yield f"{prefix}{stem}|v"
        if stem.endswith("e"):
            yield f"{prefix}{stem[:-1]}|v"
