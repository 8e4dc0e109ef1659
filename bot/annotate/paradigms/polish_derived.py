"""What Polish makes of names of towns and regions, with diacritics."""

from bot.annotate.paradigms.derived import Derivation
from bot.annotate.paradigms.rules import irregular, table

_ADJECTIVES = table("""
[sc]k~i .
[sc]k~ie i
ów owski
[ai]w~a ski
owo owski
[iy]n~ ski/ski
ice icki
""")

_TOWNS = irregular("""
londyn londyński
""")

_LANDS = table("""
[bcdfghjklłmnprstwyzń]~ski szczyzna
cki cczyzna
""")

_LAND_NAMES = irregular("""
mazowiecki mazowsze
śląski śląsk
""")

_PEOPLE = table("""
ów owianie
""")

_TOWN_PEOPLE = irregular("""
warszawa warszawiacy/warszawianie
londyn londyńczycy
""")

_PERSON = table("""
i~anie an anom anami anach anin anina anowi aninem aninie anka ankę anki anką ankom
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
