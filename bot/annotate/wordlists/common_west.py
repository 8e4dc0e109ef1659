"""German and Polish words, brands and names of persons that are towns far away as well.

All are keys. Those of `NEVER` are no place in the language; those of `INSIDE` only after
"in", "from" and the like: "in Split", «w Kampanii».
"""

NEVER = {
    "de": """
aba abe adonis ajax americana andy arabi asbest assen astoria babylon balkan banda
barmer barra basti batman bello benfica berat bie bimbo brick brod bush casper centrale
centro cerro cesar chu cicero commonwealth dabei dalai davies deka delta edo eisen
eldorado enterprise franko freistaat fuji galle goodyear hamas hansi hashimoto highland
hitachi humus imo independence indios jaroslav jau jette jos jupiter kabale kairos
kanton kantons karas kenner kilo kita kitas klang kolumbus kom kork kulti lander
landstrasse largo levis liege lira mandela mango manta marche maritime marken mascara
massa matura medea meridian mie mon mongo moro mosel murakami muskat nigel nikki
nordkap nordwest olympia orang orange oriental orion owo para paramount passus pech
perus plateau pontiac quiche rades regio reservoir reus ridder rosetta rugby russe saga
sakura sale sales salto samba san sari scottish sides sido sinan sparte springs sudost
sudstadt suess sunrise sus suzuki tanga temple tete timon toyota turbo unity vista
waldorf wei welsh werder yamato zahle zaire
""",
    "pl": """
abe abie akki andy anna annie artem bam barak baraki bate batman batmana bolach
brandona brick bude bundy bush carrefour chamie chandler chu cora czastkowe czechow
darwina delty derbach duma dumie dumy dzida dzidy george gilberta hanna hanny hassan
hassana hue ice ikei imo kampanie kana kani kanie kasa kasie kena kenta kilo kira kity
konstantina kure licha lira lucie mala mandela mania manie manu marce mati matole mec
miltona nag nara newtona nigel nikki normana och oke orange oranie palme para pawłowa
prestona puszkina regio sage sari serowe stryja suite susie suzuki swat
tarasem tepic tima toma toyota toyoty turbo tylera usera vana warrena wałkow
""",
}
INSIDE = {
    "de": """
amazonas atlantis bath corona dayton derby duma engels favoriten frechen kawasaki leiden
minden mitte natal phoenix siegen split tours van victoria weiden wladimir
""",
    "pl": """
derby jarosław jarosława kampania kampanii kazania phoenix split victoria wiktoria wiktorii
władimir władimira włodzimierz galicja galicji kawasaki charlotte florence nancy regina
""",
}
LOCATIVE = "in bei nach aus nahe von um w we z ze do pod koło od stadt raum miasto miasta"
