"""What tells one event from another beside kind, place and numbers, in several languages.

A line is one thing; ``*`` stands for any ending. What any attack has (drones, houses, the
wounded) is not here, nor what any report has. Written by hand from general knowledge.
"""

DETAILS = """
interceptors: interceptor* перехоплювач* перехватчик*
air defence: patriot* ппо пво зенітн* зенитн* flugabwehr* luftverteidigung* зрк зрпк панцир*
   iris nasams samp
ammunition: ammunition munition* ammo arms боєприпас* боеприпас* снаряд* amunicj* shells
   pocisk* granaten
tanks: tank tanks танк танка танки танків танков panzer* czołg* leopard* abrams танками
fighter: винищувач* истребител* myśliw* kampfjet* f16 fighter*
bomber: bomber бомбардувальник* бомбардировщик* bombow*
helicopter: helicopter* гелікоптер* hubschrauber* śmigłow* вертол* chopper choppers
   helikopter* rettungshubschrauber*
balloon: balloon* аеростат* аэростат* куля кулі куль шар шары шаров balon* зонд* кулю шара
flights: flight flights lotów loty lotnisk* flüge airport* аеропорт* аэропорт* flughafen*
   plane planes jet aircraft airliner* літак* самолет* samolot* flugzeug* runway* злітн*
   взлетн* приземл* посадку рейс* maschine
satellite: satellite* супутник* спутник* satelit* starlink космос* космічн* космическ*
   orbit* kosmo*
jamming: jamming jammed глушінн* глушени* рэб реб zakłóca* gps gnss глонас* навігац*
   навигац* nawigacj* navigation*
airspace: airspace пространств* luftraum* przestrzeń przestrzeni violat* порушил* порушен*
   наруш* простор* простір* narusz* verletzt
wreckage: wreck* debris уламк* обломк* szczątk* trümmer* fragment* осколк* odłamk*
   bruchstück*
cable: cable* кабел* kabel* kabl*
undersea: undersea subsea underwater seabed підводн* подводн* podmorsk* unterwasser*
   unterseekabel*
railway: rail rails railway railroad track tracks колія колії колію колією рейк* рельс*
   залізниц* залізничн* железн* tory torów torach szyn* kolej* gleis* schiene* bahnstrecke*
   bahnanlage*
dam: dam dams плотин* гребл* staudamm* дамб* tamę
coal mine: coal colliery kopaln* górni* bergwerk* bergleute miner* шахт*
collapse: collaps* обвал* обруш* завал* einsturz* eingestürzt zawal* рухн* runą* runiec*
   eingesturzt*
landslide: landslide* mudslide* зсув* оползен* оползн* сель селя erdrutsch* osuwisk*
avalanche: avalanche* лавин* lawin*
river: river* річка річки річці річкою река реки реке рекой fluss rzeka rzeki rzece
spill: розлив* разлив* wyciek* spill* slick мазут* нафтопродукт* нефтепродукт* ölteppich
   plam*
poisoning: poison* отруєн* zatru* vergift* отруї* отравл* отрави*
outbreak: outbreak cholera measles холер* холєр* спалах* вспышк* masern ognisk*
vaccine: vaccin* вакцин* щепленн* привив* szczepi* impf*
hostages: hostage* заручник* заложник* zakładni* geisel* заручниц* заложниц*
kidnapping: kidnap* abduct* викрад* викрали похищ* похити* entführ* porwa*
refugees: refugee* displaced біженц* переселен* беженц* flüchtling* uchodź* впо
   asylbewerber*
camp: camp camps лагер* obóz obozu obozie flüchtlingslager* табір* табор*
mosque: mosque* мечет* moschee* meczet*
journalist: photographer journalist* reporter* correspondent* журналіст* журналист*
   корреспонд* кореспонд* dziennik* korespond* newsman newsmen репортер*
volunteers: volunteer* волонтер* доброволец wolontari* freiwillig* доброволь* ochotni*
teacher: teacher* вчител* учител* lehrer* nauczyciel* педагог* освітян* pedagog* lehrkraft*
   padagog*
teenager: teenage* підліт* подрост* nastolat* jugendlich*
officer: officer* офіцер* офицер* oficer* offizier*
general: general генерал* generał*
colonel: colonel* полковник* pułkownik* oberst
deputy: lawmaker* mp mps deputies депутат* нардеп* posłan* posłów abgeordnet*
priest: priest* bishop* ksiądz* księd* biskup* patriarch* священ* єписк* еписк* патріарх*
   патриарх* митрополит* bischof
fsb: fsb фсб
sbu: sbu сбу
gru: gru hur гру гур
spying: spy spies scouting ausgespäht* ausspäh* espionage шпигун* шпион* szpieg* spion*
   шпіон*
treason: treason держзрад* госизмен* zdrad* hochverrat* зрад* измен* landesverrat
foiled: foil* thwart* prevented запобіг* попереди* відверну* предотвра* udaremn* vereitel*
plot: plot plots plotting замах* покушен* теракт* zamach* anschlag*
explosives: explosives explosive bomb bombs вибухівк* вибухов* взрывчат* взрывн* бомба бомбу
   подрыв подрыва підрив підриву sprengsatz* sprengstoff* wybuchow*
car: car cars авто автомобіл* автомобил* samoch* autobombe* машина машини машину машині
   машиною машин машины машине pkw
bribe: bribe* corrupt* хабар* взятк* взяточ* коруп* корруп* łapówk* bestech* неправомірн*
   мздоимств*
embezzlement: embezzl* fraud розтрат* растрат* мошеннич* шахрай* oszust* розкра* хищен*
   привласн* присво* zdefraud* veruntreu* fraudulent misappropriat* афера аферу wyłudz*
   defraudac* betrug betrugs unterschlag*
search: raided обшук* обыск* przeszuk* durchsuch* search* razzia
recruited: recruit* завербов* вербу* вербов* werbow* anwerb* завербув* zwerbow* angeworben
custody: custody remand* арешт* арест* варту стражу haft areszt* сізо сизо
   untersuchungshaft*
mobilisation: mobilis* mobiliz* conscript* мобіліз* мобилиз* призов* tck тцк військкомат*
   военкомат* повістк* повестк* einberuf* wkr enlist* забусиф* mobilmachung*
desertion: дезерт* сзч соч desert* awol dezerter* fahnenflucht*
mercenaries: mercenar* найманц* наемник* söldner* wagner* вагнер* najemn*
north korea: korean* кндр корейськ* корейц* корейск* северокоре* північнокоре* nordkorea*
bodies: bodies remains тіла тіл тела тел останки рештки leichen ciała szczątki* cadaver*
   труп трупи трупів трупы трупов zwłoki zwłok leichenfund*
graves: могил* поховання захоронен* кладовищ* кладбищ* grób groby grave graves graveyard*
   cemet* cmentar* friedhof
nuclear: nuclear atomic ядерн* атомн* jądrow* nuklear* atomow* atomwaffe* atombombe*
reactor: reactor* реактор* energoblok* енергоблок* энергоблок*
radiation: radiation радіац* радиац* promieniowan* strahlung*
iaea: iaea магате магатэ maea ieao
demining: demin* minefield* розмінув* замінов* разминир* заминир* rozminow* розміновують
   entmin*
hackers: hack* cyber* хакер* кібер* кибер* ddos hakers*
internet: internet інтернет* интернет* мобільн* мобильн* zasięg* mobilfunk*
package: package пакет* pakiet* sanktionspaket*
tankers: tanker* танкер* нафтоналив* tankow* öltanker
shadow fleet: shadow тіньов* тенев* cieni schatten*
freighter: freighter* cargo сухогруз* суховантаж* frachter* masowiec masowc* frachtschiff*
banks: bank banks банк банка банки банків банков banków banki banken sparkasse банку banking
   банком банках банківськ* банкір* банковск* банкир* banku bankiem bankier* bankfiliale*
   bankenaufs*
assets: assets активы активов активами активам активи активів aktywa aktywów aktywami
   vermögen* frozen frees заморож* замороз* арешт* zamroż* eingefroren*
price cap: cap ceiling pułap* preisdeckel* стел* потол*
loan: loan* credit кредит* pożyczk* kredyt* darlehen* kredit kredite krediten kreditvertr*
import: import* імпорт* импорт* einfuhr*
grain: wheat зерн* пшениц* zboż* pszenic* getreide* weizen* grain* corn кукурудз* кукуруз*
   kukurydz* barley ячмін* ячмен* jeczmie* zyto zyta owies gerste roggen
tariff: tariff* duties мита мито пошлин* cła ceł zölle zoll
petrol: petrol gasoline diesel бензин* дизел* дизпали* benzyn* benzin* fuel пальн* топлив*
   солярк* paliw* kraftstoff* gasoil kerosene petroleum бензовоз* керосин* kerosin*
   dieselkraftstoff*
gas: gas газ газу газа газом gaz gazu erdgas* газопостач* газоснабж* dostaw* gaslieferung*
walkout: walkout strikers страйк* забастов* strajk* streik* stoppage* зупинку бастуют
   бастовали бастующ* warnstreik* arbeitsniederleg*
farmers: farmer* фермер* rolnik* rolnic* bauern аграр* landwirte agricultur* сільгосп*
   агрохолдинг* сельхоз* агроном* колхоз* landwirt landwirtschaft* bauernhof* bauernverb*
   agrarmin*
blockade: blockad* блокад* блокув* блокир* blokad*
ambassador: ambassador* envoy посол посла послу послом послів послов послы посли посольств*
   ambasad* botschaft* embassy embassies
consulate: consul* консул* konsul*
summoned: summon* виклик* вызвал* вызов* wezwa* einbestell*
expelled: expel* expuls* висла* выслал* высыл* выдвор* видвор* wydal* ausgewiesen ausweis*
   deport* депорт* abgeschoben abschieb*
visas: visa visas віза візи візов* виза визы визов* wiza wizy wiz visum* візу визу wizę
   wizow*
border: border* кордон* границ* grenz* granic*
treaty: treaty accord договор* угод* umow* porozumien* abkommen* agreement* pact deal
   договір* соглаш* vertrag*
ceasefire: waffenruhe* waffenstillstand* rozejm* ceasefire* truce* перемир* зупинення
   прекращение тиші
veto: veto* вето weto weta wetem
resolution: resolution* резолюц* rezolucj*
parliament: parliament* knesset парламент* верховній верховної рада раді ради раду госдум*
   держдум* дума думы думе sejm* bundestag* deputies lawmaker* мп депутат* abgeordnete* mps
   legislators верховну poselsk* bundesrat* parlamentarier*
law: bill law ustaw* gesetz* закон*
vote: vote votes voted voting голосув* голосован* проголосов* głosow* abstimm* głosuj*
   zagłosow* stimmabgabe* wahlgang*
referendum: referendum* референдум* plebiscite* плебісцит* плебисцит* plebiscyt*
   volksentscheid* volksbegehr* burgerentscheid*
minister: minister* міністр* министр* ministr*
prime minister: premier* прем'єр* премьер* ministerpräsident* regierungschef*
resignation: resign* відставк* отставк* звільненн* увольнен* dymisj* rücktritt* zurücktret*
   звільня* quit quits quitting звільнив* звільнили уволи* zrezygn* tritt entlassen усунен*
   усунул* сместил* zdymisjon* abberuf* zuruckgetreten ustapienie ustapienia zurucktrat
appointed: appoint* nominat* призначен* призначив* призначил* назначен* назначил* mianow*
   ernannt* powoła* ernennt
energy: energy енергетик* енергетичн* енергі* энергети* energety* energi* енергоринок
   енергоринку энергорынк* strommarkt*
azov: azov азовськ* азовск* azowsk* asowsch*
"""
