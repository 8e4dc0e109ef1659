"""What tells a capital's city from its government in French, Spanish and Italian.

Beside :mod:`bot.annotate.wordlists.city_life`, in the same form.
"""

SCENE = """
immeuble edifici palazz bloque$ entrepot almacen deposito$ depot$ incendi brul bruci arde$
arden$ fuego$ fiamme$ flammes$ llamas$ decombr escombr maceri morts$ mortes$ morti$ muert
tues$ tuee fallecid vittim blesse$ blesses$ blessee herid ferit[oaie]$ pompier voiture$
coche$ tue$ uccis horreur horror manifest panique panico vigili$ secour rescat soccors hopit
ospedal ecole$ ecoles$ escuela scuol maternel aerop electric elettric coupure apagon
corte[s]?$ luz$ luce$ corrente$ courant$ chauff calefac riscald agua$ acqua$ habitant vecin
evacu sirene$ sirenes$ sirena$ alerte$ alerta$ allarme$ refuges$ refugios?$ abris$ rifugi
neige$ nieve$ neve$ crue$ inond accident incident gare$ policia$ polizia$ arrete$ deteni
fusillad sparatoria$
"""
POLICY = """
pourparl negoci negozia paix$ paz$ treve$ tregua cessez alto$ sancion sanzion acuerd accord
prisonni prision prigion soldad reponse respuest rispost menac amenaz minacci garant
"""
# Before the city's name: what flies at it, or hits it.
STRIKE = """
attaqu ataque ataca attacc frapp visent$ missil misil esplosion bombe golpe[ao] colpisc
colpit impact alcanz cohet roquet razz[oi]$ lluvia$ pluie$ nuee$ sciame$
"""
# What befalls it, near its name.
EVENT = """
brul bruci arde$ arden$ incendi morts$ morti$ muert blesse[es]*$ herid ferit esplosion
missil attaquee$ frappee$ visee$ touchee$ bombardee$ ciblee$ secouee$ atacada$ golpeada$
alcanzada$ bombardeada$ sacudida$ attaccata$ colpita$ bombardata$ electric elettric
"""
DWELLS = "privee$ secouee$ plongee$ reveill despiert amanec sveglia$"
HOW = "sans sous sin bajo senza sotto"
# "Le maire de Kiev", "periferia di Mosca".
PARTS = """
maire alcalde$ alcaldesa$ sindac centre$ centro$ banlieu afueras$ periferi quartier barrio$
rue$ rues$ calle via$ vie$ habitant vecino abitant aerop gare$ estacion stazion metro$ pres$
cerca$ vicin ciel$ cielo$ cieli$ nord$ norte$ sud$ est$ ovest$ ouest$ oeste$ este$ hopit
hospital ospedal ecole escuela scuol tribunal marche$ mercado$ mercato$ universit
universidad capitale$ capital$ entree$ porte[s]?$ puertas$ almacen entrepot deposito$ siege$
bombardement$ nuit$ noche$ notte$ parc$ parque$ parco$ zoo$ musee museo theatre teatro
gobernador prefet
"""
SUPPLY = "livr envo[iy] envia envio$ fourni entreg suministr invi[ao] forni consegn"
TRAVEL = "voyag viaj viagg rend$ rendu retour regres ritorn deplac llega llego visit"
# Who is at war sends drones as well.
AT_WAR = "russi rusia rusa$ rusas$ ruso poutin mosc"
