"""What English says of towns and not of persons, for townlife.py."""

# Right after a name, with or without "'s".
HAS = (
    r"(?:residents?|mayor|police|firefighters|prosecutors|suburb|councillors?|"
    r"refinery|refineries|substations?|blackouts?|outskirts|airfield|"
    r"airbase|railway|townsfolk|hromada|garrison|salient|pocket|agglomeration|suburbs?|"
    r"streets|districts?|raion|hospitals?|kindergarten|evacuees|refugees|pipeline|"
    r"thermal|seaport|port|airport|oblast)$"
)
# ... and what a person may have too: "Klodzko man", but not "Kurchatov students".
HAS_TOO = (
    r"(?:students?|teenagers?|man|woman|boy|girl|synagogue|mosque|church|court|riots?|"
    r"warehouse|train|tram|bus|university|shooting|stabbing|blast|explosion|fire|flats?|"
    r"villagers|locals|drivers?|nightclub|market|plant|mall|cathedral)$"
)
# What is called after persons too.
CALLED_AFTER = r"(?:district|hospital|street|port$|thermal$|pipeline$|oblast$)"
# A name and one of these is a headline: "Siversk encircled".
ALONE = frozenset("encircled surrounded besieged burning ablaze".split())
# Which part of a town is meant, after "in".
PARTS = frozenset("central western eastern northern southern downtown occupied".split())
INTO = frozenset("in into inside near outside from through over".split())
# Before a name in a headline whose words have capitals.
BEFORE = frozenset(
    "for in of near to toward towards inside outside from around over at on how why will "
    "what when as and the after before losing leaving".split()
)
PAIRS = (
    "power_plant power_station power_grid power_outage power_substation oil_depot "
    "oil_terminal oil_refinery fuel_depot ammunition_depot ammo_depot arms_depot "
    "death_toll city_council city_hall water_supply water_utility train_station "
    "rail_station rail_hub rail_junction nuclear_plant nuclear_power chemical_plant "
    "apartment_block apartment_building military_airfield air_base gas_plant "
    "local_authorities town_hall town_council heating_plant bus_station"
)
# A verb and, after the bar, how words begin one of which follows it.
SUFFERS = r"""
has have | (?:fallen$) ;
hit rocked shaken | (?:blackout|flood|storm|hurricane|earthquake|explosion|blast|riot) ;
in | (?:flames$|ruins$|rubble$|darkness$|blackout$) ;
left remains goes plunged is was | (?:burning$|ablaze$|power(?:less)?$|water$|
  electric|heat(?:ing)?$|gas$|
  darkness$|rubble$|ruins$|encircled|besieged|occupied$|shelled$|flooded) ;
without | (?:power|water|electric|heat|gas$|light) ;
loses lost | (?:power|water|electric|heat|gas$) ;
braces | (?:winter|storm|snow|assault|attack|strikes?$|siege|flood) ;
buries counts mourns | (?:its$|dead$|victims$) ;
evacuates | (?:child|civilian|resident|famil|hospital|patients$) ;
under | (?:occupation|shelling|drone|missile|siege|bombardment|artillery|attack$) ;
falls fell | (?:russia|ukrain|silent$|enem)
"""
# ... but a politician may lose power.
OF_POLITICIANS = frozenset("loses lost remains".split())
# ... of a town abroad that people are called like: "the mayor of Austin".
PEOPLED = frozenset("mayor residents outskirts suburb suburbs streets city town".split())
# Before a preposition and the name.
OF = r"""
of | (?:residents?|mayor|outskirts|ruins|streets|suburbs?|defenders|siege|capture|
  liberation|occupation|evacuation|bombardment|shelling|fall|north|south|east|west|
  northeast|northwest|southeast|southwest|centre|center|town|city|bombing)$ ;
for | (?:battle|battles|fight|fighting)$ ;
toward towards | (?:push\w*|advanc\w*|mov\w+|troops|forces) ;
near outside | (?:fight\w*|clash\w*|troops|advanc\w*|battles?|enemy|positions) ;
to | (?:trains?|roads?|bus|buses|railway|highway|evacuees)$ ;
from | (?:trains?|evacuees|evacuat\w+|residents?|refugees|man|woman|boy|girl|
  teen(?:ager)?|pensioner|soldier|family|withdraw\w*|retreat\w*|pull\w*)$ ;
in | (?:blasts?|explosions?|fire|shelling|outages?|blackouts?|sirens|rubble|arrested|
  detained|held|hit|killed|wounded|injured|officials|ablaze|burns|damaged|dead|toll|ordered|fighting)$
"""
FLIES = (
    r"(?:head(?:s|ed|ing)?|fl(?:y|ies|ew|ying|own)|fall(?:s|en|ing)?|fell|slam(?:s|med)?|"
    r"rain(?:s|ed|ing)?|approach(?:es|ed|ing)?|crash(?:es|ed)?|smash(?:es|ed)?|"
    r"plough(?:s|ed)?|plow(?:s|ed)?|launched|fired|land(?:s|ed)?|explode(?:s|d)?|"
    r"hover(?:s|ed|ing)?|down(?:s|ed)|intercept(?:s|ed)|shot|down|moving|course)$"
)
ARMS = (
    r"(?:drones?|uavs?|missiles?|rockets?|shells?|bombs?|debris|shaheds?|iskanders?|"
    r"kalibrs?|fpvs?|airstrikes?|wreckage)$"
)
# Before a colon and the name of those who are warned.
ALERTS = frozenset("alert alarm warning sirens siren alerts danger".split())
# What happened where the place and a colon or a dash stand before it.
HAPPENED = (
    r"(?:drones?$|uavs?$|missile|shell|attack|strike|struck$|hits?$|killed|kills|wounded|"
    r"hurt$|injur|dead$|explo|blast|fire$|ablaze|blackout|power$|air$|evacuat|sirens?$|"
    r"debris|bomb|rubble)"
)
# Who holds or takes a town, before its name.
TAKES = (
    r"(?:visit(?:s|ed)?|hold(?:s|ing)?|held|enter(?:s|ed)?|abandon(?:s|ed)?|"
    r"captur(?:es?|ed|ing)|seiz(?:es?|ed|ing)|tak(?:es?|ing)|took|liberat(?:es?|ed|ing)|"
    r"bombard(?:s|ed|ing)?|encircl(?:es?|ed|ing)|storm(?:s|ed|ing)?|shell(?:s|ed|ing)?|"
    r"pound(?:s|ed|ing)?|defend(?:s|ed|ing)?|reach(?:es|ed)?|approach(?:es|ed|ing)?|"
    r"near(?:s|ing)?|los(?:es?|ing|t)|occup(?:y|ies|ied))$"
)
# What a regiment is called after ("capture of Azov fighters"), and a town of Luhansk
# Oblast as Russian spells it.
OTHERS_TOO = frozenset(("azov", "rovenki"))
