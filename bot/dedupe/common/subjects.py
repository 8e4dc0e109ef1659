"""Whom and what a town's news is about, beside what was hit: a subject a line.

Labels before the colon, parted by ``;``, are all that its words may mean; ``*`` stands for
any ending. What any event of a kind has (a victim, police, a court) is not here. Written by
hand from general knowledge, in five languages.
"""

SUBJECTS = """
boy: boy boys schoolboy* хлопч* хлопець хлопця хлопці мальчик* мальчиш* chłopiec chłopc*
   chłopak* junge jungen
girl: girl girls schoolgirl* дівчин* дівчат* девоч* dziewczyn* mädchen
boy; girl; pupil; baby; teenager: child children kid kids дитин* діти дітей дітям дітьми
   дитя ребен* дети детей детям детьми dziecko dziecka dzieci kind kinder kindern
pupil; boy; girl; school: pupil* schoolchild* школяр* учень учня учні учнів учениц*
   школьник* школьниц* ученик* uczeń uczni* uczennic* schüler*
teenager; boy; girl; pupil: teen teens teenage* підліт* подрост* nastolat* jugendlich*
   юнак* юнош* youth youths
baby: newborn* baby babies infant infants toddler* немовля* младен* новонар* noworod*
   niemowl* säugling* neugebor* kleinkind*
student: student* студент* studierend*
pensioner: pensioner* elderly пенсіонер* пенсионер* літн* бабус* дідус* пожил* бабушк*
   дедушк* emeryt* rentner* seniorin* seniorka пристаріл*
teacher: teacher* вчител* учител* nauczyciel* lehrer* вихователь* воспитател*
doctor; hospital: doctor* surgeon* physician* лікар лікаря лікарі лікарка лікарку лікарем
   головлікар* хірург* врач врача врачи врачей врачом главврач* хирург* lekarz* lekark*
   ärzt* chefarzt
nurse; medic; hospital: nurse nurses медсестр* pielęgniark* krankenschwester* санітар*
medic: paramedic* medic medics медик* фельдшер* ratownik* sanitäter* medyk*
taxi: taxi* cab таксі таксист* такси taksów*
courier: courier* кур'єр* курьер* kurier*
postman; postal: postman* postal поштар* почтальон* поштове поштовий поштового поштової
   поштовому поштову почтов* пошт пошта пошти пошту почт почта почты почту listonosz*
   poczt* postbot* briefträger* postauto* post
driver: motorist* driver* водій водія водії водієм водител* kierowc* fahrer* lenker*
passenger: passenger* пасажир* пассажир* pasażer* fahrgast* passagier*
pedestrian: pedestrian* пішоход* пешеход* piesz* fußgänger*
cyclist; cycle: cyclist* cycling велосипед* radfahrer* rower rowerz* rowerem roweru
cycle: motorcycl* motorbik* biker* мотоцикл* мопед* motocykl* motorrad* moped*
scooter: scooter* самокат* hulajnog* roller
fisherman; boat: fisherm* angler* рибал* рыбак* wędkarz* rybak* fischer
hunter: hunter* мисливц* мисливець охотник* myśliw* jäger
shepherd: shepherd* herdsm* пастух* чабан* pasterz* hirt hirten
beekeeper: beekeeper* бджоляр* пасічник* пчеловод* пасечник* pszczelarz* imker*
farmer; tractor: farmer* фермер* rolnik* landwirt* аграрі* аграри* комбайнер*
miner; mine shaft: miner miners colliery шахтар* шахтер* гірник* горняк* górnik* górnic*
   bergleut* bergmann kumpel шахта шахті шахту шахте kopaln* bergwerk* zeche
builder: builder* construction будівельник* строител* budowl* bauarbeiter* будівництв*
   стройк* baustelle* bricklayer*
crane: crane* кран крана крану кранівни* крановщик* dźwig* żuraw* baukran* kran
   kranführer*
worker: worker* робітник* працівник* работник* рабочий рабочие рабочих рабочего robotni*
   pracowni* arbeiter* mitarbeiter* angestellt*
electrician: electrician* електрик електрика електрики електриків энергетик* монтер*
   електромонтер* электромонтер* elektryk* elektriker* lineman
guard: охоронець охоронц* охранник* ochroniarz* wachmann watchman сторож*
shop clerk; shop: cashier* salesw* продав* касир* кассир* ekspedient* kasjer* verkäufer*
lawyer: lawyer* solicitor* attorney* адвокат* adwokat* anwalt rechtsanwalt* нотаріус*
   нотариус*
business: businessm* businessw* entrepreneur* бізнесмен* підприємець підприємця
   бизнесмен* предпринимател* biznesmen* przedsiębiorc* unternehmer* geschäftsmann
journalist: journalist* reporter* blogger* bloger* журналіст* журналист* блогер*
   dziennikar*
athlete: athlete* footballer* coach boxer* спортсмен* тренер* футболіст* футболист*
   боксер* sportow* trener* sportler* trainer piłkarz* fußballer*
tourist; foreigner: tourist* hiker* турист* mountaineer* альпініст* альпинист* turyst*
   wanderer bergsteiger*
priest; church: priest* clergy* pastor* bishop* священ* єпископ* епископ* ksiądz księd*
   biskup* pfarrer* bischof
neighbour: neighbour neighbours neighbor neighbors сусід* сосед* sąsiad* nachbar*
wife: wife ex spouse дружин* жену жена жены женой żona żony ehefrau exfrau husband муж
   мужа мужем mąż męża ehemann подружж* супруг* małżeń* ehepaar
parent: mother* father* мати матір* матер* мать батьк* отец отца отцом matk* ojciec ojca
   mutter vater мама маму мамы
family: family families сім'я сім'ю сім'ї сім'єю родин* семья семью семьи семьей rodzin*
   familie familien
prisoner; prison: inmate* prisoner* convict в'язн* в'язень заключенн* осужденн* więzie*
   häftling* засуджен*
soldier; military: soldier* serviceman солдат* військов* военн* боєц* боец бойц* żołnierz*
   wojskow* soldat* recruit recruits новобран* строковик* срочник*
officer; police officer; commander; military: officer*
commander; officer; military: commander* командир* комбат* комбриг* офіцер* офицер*
   полковник* майор майора майором капітан капітана капитан капитана oficer* dowód*
   kommandeur* offizier* colonel* генерал* oberst pułkownik* lieutenant лейтенант*
police officer: policem* policew* constable* поліціянт* поліцейськ* полицейск*
   policjant* polizist* патрульн* гаішник* гаишник*
firefighter: firefight* fireman firemen пожежник* пожарный пожарного пожарные
   рятувальник* спасател* strażak* strażac* feuerwehrm*
sapper: sapper* deminer* сапер* піротехнік* пиротехник* saper* sprengmeister*
mayor: mayor mayors mayoral мер мера мером мэр мэра мэром burmistrz* bürgermeister*
   oberbürgermeister* голови градоначальник*
deputy: vice віцемер* віце вице wiceburmistrz* wiceprezydent* vizebürgermeister* deputy
   заступник* заместител* zastępc* stellvertret*
governor: governor* губернатор* gubernator* wojewod* gouverneur*
councillor: councillor* councilman депутат* radny radnego radna stadtrat stadtrats
   lawmaker* poseł posł* abgeordnet*
judge: judge* суддя судді суддю суддею судья судью судьи судьей sędzi* richter*
prosecutor: prosecutor* прокурор* prokurator* staatsanw*
tax: tax taxman податк* налог* skarb* steuer* фіскал*
customs: customs митн* тамож* celn* zöllner* zoll
recruitment: conscript* военком* військком* воєнком* тцк wkr wehrersatz* recruiter*
minister: minister* міністр* министр* ministr*
rector; university: rector* dean ректор* декан* rektor* dziekan*
director: director* директор* dyrektor* direktor* manager* ceo
dealer; drugs: dealer* наркотор* наркодил* дилер* handlarz* diler*
drugs: drug drugs cocaine heroin cannabis наркот* кокаїн* кокаин* героїн* героин*
   narkotyk* kokain* drogen* мефедрон* метадон* амфетамін* амфетамин*
bribe: bribe* graft corruption хабар хабарі хабара хабарів хабарн* взятк* взяточ* łapów*
   bestech* корупц* коррупц* korupc*
treason; spotter: treason traitor* держзрад* госизмен* зрада зради зраду измен* zdrad*
   hochverrat* landesverrat* spy spies spying espion* шпигун* шпион* шпіон* szpieg* spion*
   collaborat* колабор* коллабор*
spotter; treason: spotter* filmed ворогу знімал* снимавш* противнику wrogowi коригув*
   корректир* навідник* наводчик* координат* coordinates
murder: murder* killer* вбивств* вбивц* убийств* убийц* zabójstw* zabójc* mord mörder*
rape: rape rapes raped rapist* зґвалт* изнасил* gwałt* vergewalt*
abuse: abuse abused molest* розбещ* растлен* missbrauch* педоф* pedof* pädo*
fraud: fraud* scam* шахрай* мошенн* oszust* betrüg* embezzl* розтрат* растрат* розкрад*
   хищен* sprzeniew* veruntreu* привласн* присво*
extortion: extort* racket* blackmail* вимаган* вымогат* wymusz* erpress* рекет* рэкет*
theft: theft* thief thieves stole stolen крадіж* крадій краж* вор ворів украл* украв
   kradzie* złodziej* diebstahl dieb diebe
smuggling: smuggl* контрабанд* przemyt* schmugg*
weapons: weapons зброї зброю зброя оружи* broni broń waffen* арсенал*
desertion: desert* дезертир* сзч awol dezerter* fahnenflucht*
land: землю землі земля земельн* ziemi* działk* grundstück*
procurement: procurement purchas* закуп* тендер* zakup* przetarg* beschaff* ausschreib*
wages: wage wages salar* зарплат* płac* pensj* wynagrodz* lohn löhne gehalt gehälter
landfill: landfill* dump waste rubbish сміт* звалищ* мусор* свалк* wysypisk* śmiec*
   mülldep*
pension: pensions пенсій пенсії пенсий пенсии emerytur* renten
mobilisation: mobilis* mobiliz* мобіліз* мобилиз*
war memorial: monument* memorial* пам'ятник* памятник* pomnik* denkmal* statue*
bank: bank banks банк банку банка банків банков banku banki bankfiliale sparkasse
cash machine; bank: cashpoint* atm банкомат* bankomat* geldautomat*
jeweller: jewel* ювелір* ювелир* jubiler* juwel*
shop: mall malls shop shops store supermarket* магазин* супермаркет* гіпермаркет*
   гипермаркет* трц тц торгов* galeri* sklep* einkaufszentr* supermarkt* laden kiosk* кіоск*
   киоск*
court: court courts courthouse* суд суду суда суді суде sąd sądu sądzie gericht
   gerichts*
nursing home; pensioner: nursing пансіонат* пансионат* престарел* altenheim* pflegeheim*
   opieki seniorenheim* хоспіс* хоспис*
nightclub; bar: nightclub* club disco bars pub pubs клуб* бар бару барі баре klub*
   nachtclub* diskothek* kneipe* дискоте*
cafe; bar: restaurant* café* кафе ресторан* kawiarn* restaurac* pizzer* піцер* пиццер*
   gaststätt* imbiss*
canteen; food; school: canteen* їдальн* столов* stołówk* kantine*
food: food meal lunch shawarma sushi шаурм* суші суши їжею едой salmonel* сальмонел*
   fish риба рибу риби рыба рыбу рыбы ryby rybą fisch
mushrooms: mushroom* гриб* grzyb* pilz*
alcohol: alcohol* vodka moonshine алкогол* горілк* самогон* водк* метанол* methanol*
   метилов* alkohol* wódk* schnaps
chlorine: chlor* хлор*
ammonia: ammonia* аміак* аммиак* amoniak*
mercury: mercury ртут* rtęć rtęci quecksilber*
carbon monoxide: monoxide чадн* угарн* czad czadem tlenk* kohlenmonoxid*
gas: gas газ газу газа газом газов* gaz gazu gasexplos* erdgas* gasleitung* gasleck*
boiler: boiler* котел котла котлі котле котельн* kocioł kotł* heizkessel* kessel
balcony: balcon* балкон* balkon*
roof: roof* дах даху даха крыш* dach dachu schuldach* dächer покрівл* кровл*
wall: wall стін стіна стіни стіну стен стена стены стену mur muru mauer*
lift: elevator* fahrstuhl* ліфт* лифт* aufzug* windzie
manhole: manhole* sewer* sewage люк люку каналіз* канализ* колектор* коллектор*
   studzienk* kanaliz* gully
pool: pool басейн* бассейн* basen* schwimmbad* hallenbad
open water: pond* lake* river* beach* swimming ставок ставку озер* річк* річц* пляж*
   море морі купан* купал* пруд пруду речк* реке реку реки staw stawie jezior* rzek* rzece
   plaż* teich* fluss strand* morz* meer canal канал* kanal*
boat; ship: boat* yacht* canoe* човен човн* лодк* катер* яхт* łód* kajak* jacht* boot boote
   ferry ferries паром* пором* prom promu fähre*
dog: dog dogs собак* пес пса пси псів psy psów pies psa hund hunde hunden
bear: bear bears ведмід* ведмед* медвед* niedźwie* bären braunbär*
wolf: wolf wolves вовк* волк* wilk* wölfe
boar: boar boars кабан* dzik* wildschwein*
snake: snake* viper* змія змію змії зміями гадюк* змея змеи zmij* wąż schlange*
bees: bee bees wasp* бджол* пчел* pszczół* osy biene* wespe*
cow; farm: cow cows cattle pig pigs коров* свин* скот krow* świni* kuh kühe schweine*
tree: tree trees дерев* drzew* baum*
lightning: lightning блискавк* молни* piorun* blitz blitzschlag*
hail: hailstorm* hagel*
tornado: tornado* смерч* trąb*
grass: grass reeds сухост* трава траву трави травы очерет* камыш камыша камыше камыши
   тростник* trawa trawy traw trzcin* gras flächenbrand* wiesenbrand* steppe стерн*
sawmill: sawmill* пилорам* лісопил* лесопил* tartak* sägewerk*
timber; sawmill: timber lumber деревообр* пиломатер* tarcic* holzlager*
sugar: sugar цукр* сахар* cukr* zucker*
meat: meat* м'яс* мяс* mięsn* mięso mięsa fleisch*
bakery: baker* пекар* хлібозав* хлебозав* piekar* bäcker*
chemical: хім* хим* chemi*
signalbox; rails: relay signalling релей* сигнальн* przekaźnik* relais* stellwerk*
rails: track tracks rails railway колія колії колією рейк* рельс* torach torów gleis*
   schienen залізниц* железн*
metro: metro subway метро
plane: plane planes aircraft airliner* jet літак* самолет* samolot* flugzeug*
helicopter: helicopter* гелікоптер* вертоліт* вертольот* вертолет* śmigłow* hubschrauber*
water supply: water вода води воду водою воды водой водогін* водогон* водопровод* водоканал*
   водопостач* водоснаб* woda wody wodę wodoc* wasser*
heating: heat heating тепло тепла тепломереж* опален* отоплен* теплотрас* ogrzew* ciepł*
   fernwärm* heizung*
electricity; power: power electric* світл* свет света електр* электр* знеструм* обесточ*
   prąd* strom stromausf* підстанц* подстанц* podstacj* umspannw* blackout* substation*
   живлен* питани*
internet: internet інтернет* интернет*
measles: measles кір кору кором корь корью кори odra odry masern*
botulism: botulism* ботуліз* ботулиз* botuliz*
hepatitis: hepatit* гепатит* żółtacz* wzw
flu: flu influenza грип грипу грипп* grypa grypy grippe
covid: covid* коронавірус* коронавирус* ковід* ковид* koronawir* corona*
cholera: cholera* холер*
diphtheria: diphther* дифтер* błonic*
tuberculosis: tubercul* туберкул* gruźlic* tuberkul*
rabies: rabies сказ сказу бешенств* wściekliz* tollwut*
anthrax: anthrax сибірк* сибирск* wąglik* milzbrand*
whooping cough: whooping кашлюк* коклюш* krztus* keuchhust*
hand grenade: grenade* гранат* granat*
wartime bomb: wartime wwii unexploded часів времен czasów ww2 weltkriegsb* світової мировой
   niewybuch*
nuclear; electricity; power: nuclear аес аэс заес заэс чаес чаэс akw kernkraftwerk*
   atomkraftwerk* jądrow* ядерн* атомн* reactor* реактор* reaktor*
"""
# Who is of no trade may be anybody of `GROWN`.
PERSONS = """
woman women жінк* женщин* kobiet* frau frauen man men чоловік* мужчин* mężczyzn* mann
männer
"""
GROWN = """
pensioner; student; teacher; doctor; nurse; medic; taxi; courier; postman; driver;
passenger; pedestrian; cyclist; fisherman; hunter; shepherd; beekeeper; farmer; miner;
builder; worker; electrician; guard; shop clerk; lawyer; business; journalist; athlete;
tourist; priest; neighbour; wife; parent; prisoner; soldier; commander; officer; police
officer; firefighter; sapper; dealer; mechanic; welder; cook; cleaner; plumber;
homeless; migrant; foreigner; actor; singer; sailor; pilot; veteran; grandson; brother;
bailiff; engineer; scientist; forester; poacher; climber; diver; patient
"""
# What harms people beside the war.
HARMFUL = """
dog; bear; wolf; boar; snake; bees; tree; lightning; hail; mushrooms; alcohol; food;
mercury; carbon monoxide; crane; manhole; murder; rape; abuse; fraud; theft; drugs;
bribe; drowning; hostages; robbery; poisoning; stabbing; measles; botulism; hepatitis;
flu; covid; cholera; diphtheria; tuberculosis; rabies; anthrax; whooping cough
"""
# What is rather what happened: that both tell it makes them no more one event.
SORTS = """
electricity; power; missing; beating; theft; treason; spotter; murder; open water; boat;
ship; fraud
"""
# Such of it as may leave out, or stand for, what it befell.
BARELY = """
gas; collapse; shots
"""
# Who tells what happened as often as it happens to them.
OFFICIALS = """
mayor; deputy; governor; councillor; minister; prosecutor; police officer; director; judge
"""
