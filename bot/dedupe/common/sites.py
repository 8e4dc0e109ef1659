"""More that a town's news may be about: sites and goods, as `subjects` has them."""

SITES = """
circus: circus цирк цирку цирка цирке cyrk* zirkus*
zoo: zoo zookeep* зоопарк* zoopark* zwierzyniec zoowärter* tierpark*
tyres: tyre* tire tires шин шини шины шина opon* reifen*
fireworks: firework* pyrotech* феєрверк* фейерверк* піротех* пиротех* салют* fajerwerk*
   petard* feuerwerk*
gas cylinder: cylinder* балон балона балоном баллон* butla butli butlę gasflasche*
suitcase: suitcase* bag backpack parcel валіз* сумк* чемодан* рюкзак* пакунок walizk*
   plecak* koffer* rucksack* paket посилк* посылк* paczk*
boat; ship: kayak* каяк* байдарк* kanu
crocodile: crocodile* alligator* крокодил* krokodyl* krokodil*
fox: fox foxes лисиц* лиса лису лис лисы lis lisem fuchs füchse
elk: elk deer moose лось лося лосі олен* лоси косул* łoś łosia jeleń jelenia elch*
   hirsch* reh
horse: horse* кінь коня коні коней конь кони лошад* koń konia konie koni pferd*
poultry: poultry chicken* hens птахофаб* птицефаб* кур курей птахоферм* drób drobi*
   kurcz* geflügel* hühner*
mechanic: mechanic* механік* автомеханік* механик* автомеханик* слюсар* слесар*
   mechanik* schlosser*
welder: welder* welding зварник* зварюв* сварщик* сварк* spawacz* spawan* schweiß*
cook: cook cooks кухар* повар* kucharz* köche küchenchef*
cleaner: cleaner* прибиральн* двірник* уборщиц* дворник* sprzątacz* putzfrau
   reinigungskraft
plumber: plumber* сантехнік* сантехник* hydraulik* klempner*
homeless: homeless безхат* безпритул* бездомн* бомж* bezdomn* obdachlos*
migrant: migrant* refugee* asylum мігрант* мигрант* біжен* бежен* uchodźc* flüchtl*
   переселен*
foreigner: foreigner* foreign іноземц* іноземец* иностран* cudzoziem* ausländer*
actor: actor* actress* актор* актер* aktor* schauspieler*
singer: singer* musician* співак* співач* певец певца певиц* музикант* музыкант*
   piosenkar* muzyk sänger*
sailor; ship: sailor* seaman моряк* матрос* marynarz* matrose*
pilot; plane: pilot* льотчик* пілот* летчик* пилот*
veteran: veteran* ветеран* weteran*
grandson: grandson* nephew* онук онука онуки внук* племінник* племянник* wnuk* enkel
   neffe
parent: stepfather* stepmother* вітчим* мачух* отчим* мачех* ojczym* macoch* stiefvater
brother: brother* sister* брат брата брати братів братья братьев сестра сестру сестри сестры
   brat brata bracia siostr* bruder schwester*
bailiff: bailiff* notar* виконавц* пристав* komornik* gerichtsvollzieher*
engineer: engineer* інженер* инженер* inżynier* ingenieur*
scientist: scientist* professor* вчен* ученого ученый науковець науковця професор*
   профессор* naukowiec naukowc* profesor* wissenschaftler*
forester; forest: forester* logger* лісник* лісоруб* лесник* лесоруб* leśnik* drwal*
   förster* holzfäller*
poacher; hunter: poach* браконьєр* браконьер* kłusown* wilderer*
climber; tourist: climber* paraglid* parachut* парапланерист* парашут* скалелаз*
   скалолаз* alpinist* spadochron* fallschirm* kletterer*
diver; open water: diver divers swimmer* водолаз* дайвер* плавц* nurek nurk* taucher*
   schwimmer
fuel tanker; train: бензовоз* tanklaster* cystern* цистерн* автоцистерн*
digger: excavator* digger* bulldozer* екскаватор* экскаватор* бульдозер* kopark* bagger*
bin lorry; landfill: dumpster* сміттєвоз* мусоровоз* śmieciark* müllwagen*
pram: pram pushchair stroller візочк* візок* коляск* wózk* kinderwagen*
carousel: carousel* ride rides funfair* карусел* атракціон* аттракцион* karuzel*
   karussell*
playground: swing swings гойдалк* качел* huśtawk* schaukel*
sauna: bathhouse лазн* сауна сауні баня бане баню saun* łaźni*
stadium; sports: grandstand* трибун* trybun*
camp: camp camps campsite табір табору таборі лагер* кемпінг* кемпинг* obóz obozu obozie
   kolonii zeltlager* ferienlager*
grain; depot: grain elevator* елеватор* элеватор* зерн* zboż* getreide* silos*
mill: mill mills млин млині мельниц* młyn* mühle* борошно* мука муку мукой
brewery; factory: brewer* пивоварн* пивзавод* browar* brauerei*
distillery; alcohol: distiller* спиртзавод* горілчан* лікеро* спиртов* gorzelni*
   brennerei*
dairy; factory: dairy milk молок* молоч* mlecz* mleko molkerei* milch*
hay; farm: hay straw сіно сіна солом* сено сена siano słom* heu stroh*
peat: peat торф* torf*
scrap: scrap металобрухт* металлолом* брухт* złom* schrott*
paint: paint* фарб* краск* лакокрас* farb* lack
furniture; factory: furniture мебл* мебел* mebl* möbel*
textile; factory: clothes clothing одяг* одежд* швейн* вещев* речов* odzież* textil*
   kleider*
glass: glass скло скла склозавод* стекл* szkła szklan* glas glashütte*
cement: cement* concrete цемент* бетон* beton*
brick: brick* цегл* кирпич* cegieln* ziegel*
steel: steel steelworks foundry metallurg* сталь сталі металург* металлург* ливарн*
   литейн* huta huty hucie stahl* gießerei*
quarry: quarry quarries sandpit кар'єр* карьер* kamienioło* żwirown* steinbruch*
   kiesgrube*
chimney: chimney* димар* дымоход* димох* komin* schornstein*
mast; tvtower: mast masts вишка вишку вышка вышку антен* maszt* sendemast* antenn*
turbine: turbine* вітряк* ветряк* турбін* турбин* wiatrak* windrad*
solar: сонячн* солнечн* solar* słoneczn*
battery: battery batteries акумулятор* аккумулятор* powerbank* повербанк* akumulator*
   akku akkus
mobile; internet: mobile phone phones зв'язок зв'язку связь связи мобильн* мобільн*
   телефон* zasięg* handynetz* mobilfunk* telefon*
sewage plant; sewage: очисн* oczyszczalni* klärwerk* kläranlage*
staircase: stairs staircase сходи сходах лестниц* schod* treppe*
escalator: escalator* ескалатор* эскалатор* ruchom* rolltreppe*
ceiling: ceiling* стеля стелі стелю потолок потолка sufit* decke
facade: facade* фасад* elewacj* fassade*
scaffolding: scaffold* риштуван* строительн лесах rusztow* gerüst*
icicle: icicle* icefall бурульк* сосульк* sopel* eiszapfen
billboard: billboard* білборд* билборд* рекламн* reklam*
painting; museum: painting* картин* ікон* икон* obraz obrazy obrazów gemälde*
gold; jeweller: gold золот* złot* goldbarren
safe: сейф* sejf* tresor*
cable: cable* copper кабел* мідь міді медь меди kabel* kabl* miedź miedzi kupfer*
beating: beating beaten побив* побил* побит* побої избил* избит* избиен* побои pobicie
   pobito pobity verprügel* zusammengeschlagen
brothel: brothel* prostitut* pimp* проститу* бордел* сутенер* притон* burdel* bordell*
   zuhälter*
trafficking: traffick* торгівл* торговл* handel*
forgery: forged forger* counterfeit* підроб* поддел* фальш* fałszer* podróbk* podrabia*
   fälsch*
casino: casino* gambling казино гральн* игорн* kasyn* glücksspiel*
amber: amber бурштин* янтар* bursztyn* bernstein*
cigarettes: cigarette* tobacco сигарет* тютюн* табак* табач* papieros* tytoń* zigarett*
   tabak*
patient; hospital: patient* пацієнт* пациент* pacjent*
missing: missing disappear* зник* пропал* пропавш* zagini* zaginę* vermiss*
robbery: robber* robbed heist пограб* грабеж* грабіж* ограб* rozboj* napad raub* überfall*
drowning: drown* втоп* потону* утону* тонув* тонул* uton* utop* ertrunk* ertrank*
   ertrink*
hostages: hostage* заручн* заложн* zakładn* geisel*
poisoning: poison* отруї* отруєн* отрав* zatru* vergift*
stabbing: stab stabs stabbed stabbing knife knifed ніж ножем ножов* зарізав* зарізал*
   поножов* нож зарезал* nóż nożem nożownik* messer* erstochen
shots: shot shots застрел* розстріл* расстрел* zastrzel* postrzel* erschoss* schüsse
collapse: collaps* caves завал* обвал* обруш* рухнул* рухнув* zawali* runą* einsturz*
   eingestürzt
"""
