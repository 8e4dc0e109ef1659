"""What the masked stretches of :mod:`bot.annotate.masks` are in other European languages.

Ships, battles of history, agreements, streets: in German, French, Spanish, Italian,
Portuguese, Dutch, Polish and Turkish. Words that also mean something else when a name
follows ("Schiff", "statek") need its quotation marks.
"""

import re

# Types of ships that only a name follows, in quotes or not; adjectives stand between.
SHIPS = (
    r"(?:(?:atom-?)?u-?boote?s?|(?:atom)?unterseeboote?s?|(?:raketen|lenkwaffen|panzer)?"
    r"kreuzers?|fregatten?|korvetten?|kriegsschiffe?s?|flaggschiffe?s?|schlachtschiffe?s?|"
    r"sous-marins?|croiseurs?|fr[eé]gates?|corvettes?|p[eé]troliers?|porte-avions|"
    r"submarinos?|cruceros?|fragatas?|corbetas?|petroleros?|portaaviones|buques?|"
    r"sottomarin[oi]|sommergibil[ei]|incrociator[ei]|fregat[ae]|petrolier[ae]|"
    r"cacciatorpediniere|cruzador(?:es)?|navios?|onderzee(?:[eë]rs?|boot)|kruisers?|"
    r"okr[eę](?:t|ty|tu|tem|cie)(?:\spodwodn\w+)?|kr[aą][zż]ownik\w{0,3}|"
    r"freighters?|bulkers?|bulk\scarriers?|frachter|frachtschiffe?s?|"
    r"korwet\w{1,3}|orp|zerst[oö]rers?|landungsschiffe?s?|"
    r"niszczyciel\w{0,3}|tankow\w{2,5})"
)
SHIPS_SIGNS = (
    "u boot atom unterseeboo kreuzer raketenkreuz lenkwaffenkreuz panzerkreuz fregat "
    "korvett kriegsschiff flaggschiff schlachtschiff "
    "sous croiseur frigate corvette "
    "petrolier porte submarin crucero fragata corbeta petrolero portaavion buque "
    "sottomarin sommergibil incrociator cacciatorped cruzador navio onderzee kruiser "
    "okret krazownik niszczyciel tankow korwet orp zerstorer landungsschiff"
)
# In a text about ships: "the Kazan Star", "the Volgograd, carrying 90,000 tonnes".
UNDER_WAY = re.compile(
    r"\b[Tt]he\s[A-Z][a-z'’]+(?:\s[A-Z][a-z]+)?(?=,?\s(?:carrying|laden|loaded|flagged|flying|"
    r"bound|en\sroute|sailed|left\sport|ran\saground|"
    r"was\s(?:boarded|escorted|detained|towed|seized)|is\sbelieved)\b)|"
    r"\b[A-Z][a-z'’]+\s(?:Star|Spirit|Pride|Trader|Glory|Moon|Queen|King|Lady|Princess|Fortune|"
    r"Horizon|Breeze|Eagle|Falcon|Pearl|Pioneer|Navigator|Dream|Grace|Voyager|Legend|Maru)\b"
)
_KIND = (  # adjectives between the type and the name
    r"(?:\s(?:nucl[eé]air\w*|nuclear\w*|atomi\w+|atomow\w+|russ?[aeo]s?|rosyjsk\w+|russisch\w*|"
    r"sowjetisch\w*|sovi[eé]ti\w+|militaire|militare?s?|lance-missiles|lanzamisiles|"
    r"lanciamissili|ucraniano?s?|ukrainien|rakietow\w+)){0,2}"
)
# Whose ship it is, and not what it is called: "okręty Rosji", «корабли России».
NO_OWNER = (
    r"(?!(?:Росс|Росі|Укра[иї]н|США\b|РФ\b|НАТО|Иран|Іран|Кита|Турци|Туреччин|Польш|Польщ|"
    r"Герман|Німеччин|Великобр|Британ|Велик\w+\sБрит|Франц|Греци|Греці|Румын|Румун|Болгар|"
    r"Изра|Ізра|Север\w+\sКоре|Ukrain|Russia|Iran|China|Turk|Turc|Israel|US\b|UK\b|NATO|"
    r"Rosj|Ukrai|Chin\b|Niemiec|Polsk|Izrael)\w*)"
)
_NAMED = NO_OWNER + r"[«\"“„'‘]?\s?[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?\s?[»\"”“’']?"
QUOTED = r"[«\"“„‘'][^»\"”“’'\n]{2,30}[»\"”“’']"
_OLD_BATTLES = (
    r"(?:k(?:o?u|oe)rsk\w*|stalingrad\w*|poltawa|poltava|połtaw\w+|moskau|moscou|mosc[uú]|"
    r"mosca|moskw\w+|l[eé]ningrad\w*|sewastopol|s[eé]bastopol\w*|sebastopoli|smole[nń]sk\w*)"
)
PHRASES = (
    rf"(?i:{SHIPS}){_KIND}\s{_NAMED}",
    (
        rf"(?i:(?:(?:container|kreuzfahrt|passagier)?schiff|f[äa]hr|prom|masow\w{{2,4}}|"
        rf"kontenerow\w{{2,4}}|frachter|tanker|navire|cargo|barco|nave|statek|statk\w+|schip)\w{{0,2}})"
        rf"{_KIND}\s{QUOTED}"
    ),
    (
        r"\b[A-ZÇÖÜĞŞİ][\w'’-]+\s(?i:(?:adl[ıi]\s)?(?:n[uü]kleer\s)?(?:denizalt[ıi]|kruvaz[oö]r|"
        r"f[ıi]rkateyn)\w*)"
    ),
    r"\b[A-Z][a-z]+(?:-[A-Z][a-z]+)?-class\b",
    r"\b[A-Z][\w'’-]+-Klasse\b",
    # battles of history; a battle *for* a town is today's
    (
        rf"(?i:(?:schlacht\s(?:von|bei|am)|bataille\sde|batalla\sde|battaglia\sdi|bitw\w+\s"
        rf"(?:pod|na))\s{_OLD_BATTLES})"
    ),
    r"(?i:kursker\s(?:bogen|schlacht)|łuk\w{0,3}\skursk\w+|bitw\w+\skursk\w+)",
    # agreements and formats
    (
        r"(?i:(?:minsker|pariser|budapester|genfer|istanbuler|dayton)\s(?:abkommen\w*|"
        r"vereinbarung\w*|"
        r"memorandum\w*|konvention\w*|protokoll\w*)|normandie-format\w*)"
    ),
    (
        r"(?i:(?:accords?|protocoles?|m[eé]morandum|conventions?|format|acuerdos?|protocolos?|"
        r"memor[aá]ndum|convenci[oó]n|convenciones|formato|accordi|protocolli|convenzion[ei])\s"
        r"(?:de|di)\s(?:minsk|paris|par[ií]s|parigi|budapest|gen[eè]ve|ginebra|ginevra|istanbul|"
        r"estambul|normandie|normand[ií]a|dayton))"
    ),
    (
        r"(?i:(?:porozumie\w+|protok\w+|memorandum|konwencj\w+|format\w*)\s(?:mińsk|parysk|"
        r"budapeszteńsk|genewsk|stambulsk|normandzk)\w+)"
    ),
    # dishes
    (
        r"(?i:(?:kiewer\skotelett\w*|poulet\s(?:à\sla\s)?ki[eé]v|pollo\s(?:a\sla\s)?kiev|kotlet\w*\s"
        r"(?:po\skijowsku|de\svolaille)))"
    ),
    # streets and squares
    r"[A-ZÄÖÜ][a-zäöüß]+er\s(?:Straße|Strasse|Platz|Allee|Tor|Brücke)\b",
    r"(?i:rue|avenue|boulevard|quai)\s(?:de\s|d['’]|du\s)[A-ZÉ][\w'’-]+",
    r"(?i:(?:calle|avenida|paseo)\s(?:de\s(?:la\s)?)?|plaza\sde\s(?:la\s)?)[A-Z][\w'’-]+",
    r"(?i:ulic\w+|ul\.|alej\w+|plac(?:u|em)?)\s[A-ZŁŚŻ][\w'’-]+sk(?:a|ą|iej|i|im|iego)\b",
    # titles in quotes after a word for a work or a firm
    (
        rf"(?i:reżyser\w*|autork?\w{{0,3}}|scenarzyst\w+|regisseur(?:in)?\svon|autor(?:in)?\svon|"
        rf"spielfilm\w*|roman|serie|série|película|romanzo|powieś\w+|serial\w*|filmie|filmu|"
        rf"hôtel|hotelu|restauracj\w+)\s{QUOTED}"
    ),
)
HISTORY = (  # what history, law and cooking call after a place
    (
        r"(?i:(?:oslo|helsinki|maastricht|dayton|lisbon|hague|vienna|kyoto|montreal|ramsar|bologna|munich|"
        r"camp\sdavid)\s(?:accords?|agreements?|conventions?|protocols?|process|treaty))\b"
    ),
    r"(?i:rome\sstatute|treaty\sof\s(?:lisbon|rome|versailles|maastricht|lausanne|nice))\b",
    (
        r"(?i:prague\sspring|warsaw\spact|nuremberg\s(?:trials?|tribunal|laws)|"
        r"berlin\s(?:wall|airlift)|boston\stea\sparty|paris\scommune|manhattan\sproject|panama\spapers|"
        r"(?:stockholm|havana)\ssyndrome|copenhagen\scriteria)\b"
    ),
    (
        r"(?i:brussels\ssprouts?|bombay\smix|worcester\ssauce|dijon\smustard|parma\sham|"
        r"bordeaux\swines?|bermuda\s(?:shorts|triangle)|philadelphia\scream\scheese|"
        r"boston\scream|kentucky\sfried|peking\sduck|panama\shats?|"
        r"yorkshire\s(?:puddings?|terriers?)|manila\s(?:envelopes?|folders?))\b"
    ),
    r"Crimean (?:War|Congo)\b|(?i:crimean-congo)\b",
    r"(?i:notre[\s-]dame)(?![\w-])",  # the cathedral, the university
    # streets of towns in America and Turkey
    r"\b[A-Z][a-z]+\s(?:Drive|Lane|Parkway|Ave|Blvd|Turnpike|Pike(?!\sCounty))\b",
    r"\b[A-ZÇÖÜĞŞİ][\w-]+\s(?:Caddesi|Sokağı|Sokak|Bulvarı|Meydanı)\b",
)
HISTORY_SIGNS = (
    "notre oslo dayton lisbon hague vienna kyoto montreal ramsar bologna munich camp "
    "treaty prague warsaw nuremberg berlin boston paris manhattan panama stockholm havana "
    "copenhagen brussels bombay worcester dijon parma bordeaux bermuda philadelphia "
    "helsinki maastricht rome kentucky peking yorkshire manila"
)
STREET_SIGNS = "drive lane parkway ave blvd turnpike pike caddesi sokag sokak bulvar meydan"
OPENING_SIGNS = (
    "schiff containerschiff kreuzfahrt passagierschiff fahre prom promu masow kontenerow "
    "frachter navire cargo barco nave statek statk schip schlacht bataille batalla "
    "battaglia bitw kursker łuk minsker pariser budapester genfer istanbuler dayton "
    "normandie accord protoc memorand convention format acuerdo convenci accordi "
    "convenzion porozumie protok konwencj kiewer poulet pollo kotlet rue avenue boulevard "
    "quai calle avenida plaza paseo ulic ul alej plac spielfilm roman serie pelicula "
    "romanzo powies serial filmie filmu hotel restauracj rezyser autor scenarzyst regisseur"
)
CLOSING_SIGNS = (
    "denizalt kruvazor fırkateyn firkateyn class klasse strasse platz allee tor brucke"
)
