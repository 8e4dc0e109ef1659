"""What tells one event from another beside kind, place and numbers, in several languages.

A line is one thing; ``*`` stands for any ending. What any attack has (drones, houses, the
wounded) is not here, nor what any report has. Written by hand from general knowledge.
"""

DETAILS = """
interceptors: interceptor* перехоплювач* перехватчик*
air defence: patriot* ппо пво
   зенітн* зенитн* flugabwehr* luftverteidigung*
ammunition: ammunition munition* ammo arms боєприпас* боеприпас* снаряд* amunicj*
tanks: tank tanks танк танка танки танків танков panzer* czołg*
fighter: fighter fighters винищувач* истребител* myśliw* kampfjet*
bomber: bomber бомбардувальник* бомбардировщик* bombow*
helicopter: helicopter* гелікоптер* вертоліт вертольот* вертолет* hubschrauber* śmigłow*
balloon: balloon* аеростат* аэростат* куля кулі куль шар шары шаров balon*
flights: flight flights рейс рейси рейсів рейсы рейсов lotów loty lotnisk* flüge
   airport* аеропорт* аэропорт* flughafen*
satellite: satellite* супутник* спутник* satelit* starlink
jamming: jamming jammed глушінн* глушени* рэб реб zakłóca*
airspace: airspace простір простору пространств* luftraum* przestrzeń przestrzeni
wreckage: wreck* debris уламк* обломк* szczątk* trümmer*
cable: cable* кабел* kabel* kabl*
undersea: undersea subsea underwater seabed підводн* подводн* podmorsk* unterwasser*
   unterseekabel*
railway: rail rails railway railroad track tracks колія колії колію колією рейк* рельс*
   залізниц* залізничн* железнодорожн* железн* tory torów torach szyn* kolej* gleis*
   schiene* bahnstrecke*
dam: dam dams дамба дамби дамбу плотин* гребл* греблі staudamm*
coal mine: miner miners coal colliery шахта шахті шахту шахти шахтар* шахте шахтер* kopaln*
   górni* bergwerk* bergleute
collapse: collaps* обвал* обруш* завал* einsturz* eingestürzt zawal* zawali*
landslide: landslide* mudslide* зсув* оползен* оползн* сель селя erdrutsch* osuwisk*
avalanche: avalanche* лавин* lawin*
river: river* річка річки річці річкою река реки реке рекой fluss rzeka rzeki rzece
spill: spill spills розлив* разлив* wyciek*
poisoning: poison* отруєн* отруїл* отравлен* отравил* zatru* vergift*
outbreak: outbreak cholera measles холер* холєр* спалах* вспышк* masern ognisk*
vaccine: vaccin* вакцин* щепленн* привив* szczepi* impf*
hostages: hostage* заручник* заложник* zakładni* geisel*
kidnapping: kidnap* abduct* викрад* викрали похищ* похити* entführ* porwa*
refugees: refugee* displaced біженц* переселен* беженц* flüchtling* uchodź*
camp: camp camps табір табору таборі лагер* obóz obozu obozie flüchtlingslager*
mosque: mosque* мечет* moschee* meczet*
journalist: journalist photographer журналіст журналіста журналістка журналістку журналистка
   журналист журналиста журналистку dziennikarz dziennikarka
volunteers: volunteer* волонтер* доброволец добровольц* wolontari* freiwillig*
teacher: teacher* вчител* учител* lehrer* nauczyciel*
teenager: teenage* підліт* подрост* nastolat* jugendlich*
officer: officer* офіцер* офицер* oficer* offizier*
general: general генерал* generał*
colonel: colonel* полковник* pułkownik* oberst
deputy: lawmaker* mp mps deputies депутат* нардеп* posłan* posłów abgeordnet*
priest: priest* bishop* священн* єпископ* епископ* ksiądz* księd* biskup*
fsb: fsb фсб
sbu: sbu сбу
gru: gru hur гру гур
spying: spy spies espionage шпигун* шпион* шпигунств* szpieg* spion*
treason: treason зрада зради зраду держзрад* госизмен* измена измене измену zdrad*
   hochverrat*
foiled: foil* thwart* prevented запобіг* попереди* відверну* предотвра* udaremn* vereitel*
plot: plot plots plotting замах* покушен* теракт* zamach* anschlag*
explosives: explosives explosive bomb bombs вибухівк* вибухов* взрывчат* взрывн* бомба бомбу
   подрыв подрыва підрив підриву sprengsatz* sprengstoff* wybuchow*
car: car cars авто автомобіл* автомобил* машин* samoch* autobombe*
bribe: bribe* corrupt* хабар* взятк* взяточ* коруп* корруп* łapówk* bestech*
embezzlement: embezzl* fraud розкрадан* розтрат* растрат* хищени* мошеннич* шахрай* oszust*
search: searches searched raided обшук* обыск* przeszuk* durchsuch*
recruited: recruit* завербов* вербу* вербов* werbow* anwerb*
custody: custody remand* арешт* арест* варту стражу haft areszt*
mobilisation: mobilis* mobiliz* conscript* мобіліз* мобилиз* призов* призовник* mobiliza*
desertion: deserter* deserted desertion дезерт* сзч соч
mercenaries: mercenar* найманц* наемник* najemnik* söldner*
north korea: korean* koreans кндр корейськ* корейц* корейск* северокоре* північнокоре*
bodies: bodies remains тіла тіл тела тел останки рештки leichen ciała szczątki*
graves: grave graves cemetery могил* поховання захоронен* кладовищ* кладбищ* grób groby
nuclear: nuclear atomic ядерн* атомн* jądrow* nuklear*
reactor: reactor* реактор* energoblok* енергоблок* энергоблок*
radiation: radiation радіац* радиац* promieniowan* strahlung*
iaea: iaea магате магатэ maea
demining: demin* minefield* розмінув* замінов* разминир* заминир* rozminow*
hackers: hack* cyber* хакер* кібер* кибер*
internet: internet інтернет* интернет*
package: package пакет* pakiet* sanktionspaket*
tankers: tanker* танкер* tankowc* tankowiec
shadow fleet: shadow тіньов* тенев* schattenflotte*
freighter: freighter* cargo сухогруз* суховантаж* frachter* masowiec masowc* frachtschiff*
banks: bank banks банк банка банки банків банков banków banki banken
assets: assets актив* aktyw* vermögen*
price cap: cap ceiling стеля стелі потолок потолк* pułap* preisdeckel*
loan: loan* credit кредит* pożyczk* kredyt* darlehen*
import: import* імпорт* импорт* einfuhr*
grain: grain wheat зерн* пшениц* zboż* pszenic* getreide* weizen*
tariff: tariff* duties мита мито пошлин* cła ceł zölle zoll
petrol: petrol gasoline diesel бензин* дизел* дизпали* benzyn* benzin*
gas: gas газ газу газа газом gaz gazu erdgas*
walkout: walkout strikers страйк* забастов* strajk*
farmers: farmer* фермер* rolnik* rolnic* bauern
blockade: blockad* блокад* блокув* блокир* blokad*
ambassador: ambassador* envoy посол посла послу послом послів послов послы посли посольств*
   ambasad* botschaft*
consulate: consul* консул* konsul*
summoned: summon* викликал* виклик* вызвал* вызов* wezwa* einbestell*
expelled: expel* expuls* висла* выслал* высыл* выдвор* видвор* wydal* ausgewiesen ausweis*
visas: visa visas віза візи віз візов* виза визы виз визов* wiza wizy wiz visum*
border: border* кордон* границ* grenz* granic*
treaty: treaty accord agreement договір договор* угод* соглашен* umow* porozumien* abkommen*
ceasefire: ceasefire truce перемир'* перемири* waffenruhe* waffenstillstand* rozejm*
veto: veto* вето weto weta wetem
resolution: resolution* резолюц* rezolucj*
parliament: parliament* knesset парламент* верховній верховної рада раді ради раду госдум*
   держдум* дума думы думе sejm* bundestag*
law: bill law законопро* закон закону закона закони законы ustaw* gesetz*
vote: vote votes voted voting голосув* голосован* проголосов* głosow* abstimm*
referendum: referendum* референдум*
minister: minister* міністр* министр* ministr*
prime minister: premier* прем'єр* премьер* ministerpräsident*
resignation: resign* відставк* відставку отставк* звільненн* увольнен* dymisj*
   rücktritt* zurücktret* звільня*
appointed: appoint* nominat* призначен* призначив* призначил* назначен* назначил* mianow*
   ernannt*
energy: energy енергетик* енергетичн* енергі* энергетик* энергетич* энергети* energety*
   energi*
azov: azov азовськ* азовск* azowsk* asowsch*
"""
# What much of the news has: it tells something beside a thing of the others, or if many.
BROAD = frozenset(
    (
        *("ammunition", "banks", "border", "car", "energy", "gas", "general", "package"),
        *("law", "minister", "officer", "river", "treaty", "nuclear", "custody", "tanks"),
        *("wreckage", "airspace", "railway", "explosives", "air defence", "parliament"),
        *(
            "fsb",
            "sbu",
            "gru",
            "spying",
            "treason",
            "foiled",
            "plot",
            "recruited",
            "search",
        ),
        *("bribe", "iaea", "reactor", "radiation", "volunteers", "refugees", "flights"),
    )
)
