"""Russian terms and how often they are in texts of the length of a news entry.

Counted from the vocabulary of Natasha's word vectors of news (MIT), by the stems that
`bot.dedupe.terms` makes of its words, for texts of 56 words.
"""

DROPPED = """
в на и с по из к о за у от до для не что как это его ее их он она они но или под при во со
об же бы был была было были будет года году стал v na i s po iz k o za u ot do dlya ne
chto kak eto pri vo so ob zhe bil bila bilo budet goda godu dla
"""

# Terms by how rare they are: of 2 ** key texts one has the term.
COMMON = {
    2: """
skotor
""",
    3: """
setom sros srosisk ssvo stak stakz sukrain svse
""",
    4: """
sbol sbols scelove sctob sdan sdeistv sdel sdrug sese sesl sglav sgod sgorod sgosuda sgovori
sinform skompan slet smac smest smi sminist smoskv smozet snas snov snovost soblast sodn
sorgani sperv sposl sposled spredst sprezid srabot sran sresen srf srubl ssa ssam sskazal
sslov ssobsae ssobsil ssoglas ssostav sstran ssud stem stisac sto stog stolk stom suze
svopros svrem szavil
""",
    5: """
sagenct sakc saleksa samerik savgust savlaec savtomo sbank sbezopa sbit sbudut scast scel
scem scempio scen scentr scetver scisl sdaz sdokume sdolar sdolzn sdom sdva sekonom seksper
sest seto setog setot sfedera sfinans sfutbol sgazet sgde sglavn sgrazda sgrup shod sigr
simen sispolz sistocn sizvest skogd skomand skonc skrom sletn slud smart smatera smen smer
smezd smezdun smilion smir smln smnen smnog smogut smoment smoskov smozn snacal snacion
snahodi snaprav snastoa sneobho sneskol snet sni snih sobs sobsest socen sodin sodnak
sofical sokol soktabr sotmeca sotmeti sotnose spereda spoderz spodpis spok spokaza spoliti
spoluci spomos spostav sprav spravit spredlo spredpr sprinat sprizna sprodol sproekt sproizo
sproizv sprosl sprot sproved sputin sra srabota srad sraion sraskaz sraz srazvit sregion
srespub srezult srukovo ssait sscet sseb ssegodn sseicas ssem ssentab sserg ssil ssistem
ssituac ssluca ssobsen ssostoa ssotrud ssotvec ssovet ssozdan sspecal ssred ssredst sstal
sstat sstoron sstroit ssvaz sterito sucast supravl sustano svibor svistup svladim svlast
svoen svozmoz svremen svseg svseh svstrec svtor szaderz szakon szakono szitel szurnal
""",
    6: """
sadmini saktivn saleks sandr sanvar saprel sarm sbeloru sbivs sbiznes sblizai sborb sbudzet
scas scastno scentra sclen sdal sdeatel sdekabr sden sdeng sdeputa sdet sdirekt sdmitr sdna
sdobavi sdogovo sdolg sdolzen sdonbas sdoneck sdopoln sdorog sdvizen sdvuh selektr semu ses
seti setih setim sevr sevrop sevrope sfakt sfevral sfilm sfond sfranc sgaz sgenera sgerman
sgorods sgranic sgubern shoros shot sidet sigrok sim simet sinostr sintere sinterf sinvest
siskluc sisledo sispoln sistor sitog sizdan sizmene skacest skak skandid skazd skiev sklub
skolice skoment skomis skomite skomple skonecn skonfli skonkur skontra skontro skredit skrim
skrizis skrupn skto skultur skurs sli slic slider slis slub slucs sma smasin smeropr smesac
smestn smetr smihail smilard sminut smirov smlrd smne smuzcin smvd snablud snad snahoda snam
snamere snapisa snapomn snarodn snaruse snasele snazad snaziva snaznac snedel sneft sneg
snekoto snic snikak snim snoabr snoc snuzn sobekt sobem sobespe sobnaru soboron sobrati
sobraz sobrazo sobsuzd socered sograni sokazal soperac sopozic soprede sopubli sorgan soruz
sosnova sosnovn sosuses sotkaza sotkrit sotprav sotvect sparlam spart spasazi spat spatnic
spered sperego sperevo speriod speterb spiset splan splanir splosad spobed spoct spodcer
spodgot spodobn spodozr spodtve spoet spogibl spol spolic spoln spoluca spoluce spolzov
sponede sporadk spost spostra spostup spot spotreb spozic spozvol sprakti spravil spredos
spredpo spredse sprekra sprestu spricin sprimen sprimer sprinal sprinim sprivle sproble
sprocen sproces sprodaz sproduk sprogr sprogra sprohod sproiso sprokur sprost sprotiv
sprover sprovod spunkt sput sramk srasled sraspol srazmer srazmes srazrab srealiz srink
srost srusk ssamole ssankc ssborn sscitae sserezn ssest sset ssezon ssilk ssiln ssir sskol
sskor ssledst ssledus ssluzb ssmi ssobit ssobsal ssobstv ssocaln ssoderz ssohran ssouz
ssovers ssport ssposob ssredn ssrok sstoimo sstolic sstrani ssum ssusest ssvazan ssvobod
stam stas stecen steh steper sterori stis stogd storgov stransp strebov strener stret stri
sturnir subistv sucastn sucen sudalos sugolov sula sulic suna surovn suslov sutverz suvelic
svas svazn svedoms sves svi svid svipoln svisok svmest svod svoin svoruze svot svsem svtorni
szakluc szamest szanima szaseda szasit szat szavers szavlen szdan szdes szensin szil szizn
sznacit szon
""",
    7: """
sadern sadres sadvoka saeropo saktiv saktivi sanalit sanalog saparat sapon sarest saresto
sasocac satak savakom savar savlauc savtobu savtoma savtor sazik sbaz sbel sbistr sblagod
sboev sboevik sbolnic sbolsin sbort sbritan sbud sbudus scastn sceg scern scetir scetire
scinovn scitait scitiru scsk scuvstv sda sdalnei sdat sdeck sdelat sdemokr sdemons sdepart
sdesat sdesatk sdevat sdinam sdiplom sdne sdnr sdobic sdohod sdokaza sdol sdolzno sdostat
sdostav sdostig sdostup sdtp sduma sdve sdvo sedin sedinst sefekti sei sekater sekspor
sekstre senerge seta setap setu sevgen sevroso sfestiv sfinal sfon sfontan sform sformir
sforum sfot sfotogr sfrancu sgo sgol sgolos sgoloso sgosdum sgospit sgost sgot sgovora sgrec
sgrupir sgruz sharakt shotel side sigor simuses sincide sindeks sinicat sinstit sintern
sinterv siran sisk siskust sislams sistori sital sivan sizbira sizmeni sizrail skanal
skapita skartin skasaec skazahs skilome skita skitais sklas sknig skoleg skolon skoncer
skonfer skonsta skonsti skontak skor skorabl skoresp skorpor skra skrain skrasn skrasno
skrupne skubk skvarta skvarti slegk slib slicn slig slikvid slin slisen slondon slugans
smagazi smaksim smal smas smasov smcs smedici smedved smens smid sminobo sminsk smirn smis
smiting smodel smog smogl smolod smolode smor smsk smuz smuzika snacaln snacina snaibol
snakanu snakaza snalog snapada snapade snaprim snarod snat snazval snazvan sne snebols
snedavn snei sneizve snelz snem snemeck snesmot snezako snezavi snikogd snikola snikt
sninesn snomer snorm soao sobam sobavil sobavle sobazan sobazat sobedin sobicn soborud
sobrase sobstoa sobstre sobvina sobvine socenk socevid sock soctavk socuctv sogn sohran
sokaziv sokonca sokrug soleg solimpi son sono soperat sopolce sosibk sosnov sosob sosoben
sostaec sostaln sostano sostrov sosvobo sotdel sotdele sotdeln soteces sotkril sotnosi
sotvet sotveti sozidae soznako spaden spalat spamatn spar spark spartne spensio spereho
sperese sperspe spetr spism spoasni spoavil spobedi spoc spodeli spodraz spodrob spogibs
spoisk spokinu spolet spolice spolnom spolnos spolovi spoloze spols spomese spomim sponima
spopal spopitk spopula spor sporaze sporose sposeti sposkol sposmot spostan spostoa spostro
sposvas spotera spovise spovod spoz spozar spozdn spram spravd spravoh sprazdn spredel
spredid spredla spredup spredus spredva sprem spremer spreten sprevis spribil spric sprigov
sprihod sprinad sprinci spriobr sprirod sprisuc sprivel sprivod spriziv sprizva sprobl
sprofes sprogno sproide sproise spromis sprotes sprovel sproves spublik sraboc srabotn
sraket sranen srascit srasmat srasmot srasod sraspro srazgov srazlic srazn srazres srealn
srebenk srec sredakc sreform sregula sreis sreitin sremont sresil sresurs srezim srezise
srinok srol srosan srosi sru srub sruk ssag sscitau ssdelal ssdelat ssdelk ssekret ssektor
ssel sser ssevern ssfer ssin ssirisk ssist sskazat ssledov ssledue sslozn ssmert ssmogl
ssmogut ssnizen ssob ssobese ssobira ssobran ssoc ssokras ssokrat ssopern ssorevn ssostoi
ssoveck ssovmes ssovrem ssozdat ssparta sspisk sspisok ssporcm ssporti ssr ssravne ssraz
sstabil sstanc sstanet sstanov sstatis sstatus sstavk sstoit sstolkn sstraf sstrate sstrukt
sstuden ssubot ssudebn ssvidet stazel steatr stehnic stehnik stehnol stekst stekus stel
stelefo steleka sterakt stock stocn ston storg stot stovar stoz stradic stravm streh stur
sturc sturist stut sucastk sucastv sucet sucrezd sudar sugroz suk sukazan sul sunicto
suniver suri suroven susl suslug suspesn sustroi sutocni sutr suveren suzn svalut svam
svarant svasing svecer sved sveden svedus svek svel svelik sveliko sverhov sveroat svers
svertol svest svide svihod sviktor svinuzd sviplat svipusk svirazi svis sviskaz svisl
svistav svivod svizit svkluc svladel svnesn svniman svnov svnutre svobs svodite svoenos
svoisk svoskre svostan svostoc svostok svozbuz svozgla svoznik svozras svozvra svperv svrac
svsegd svstret svsu svzaimo svzriv szadac szakonc szakrit szal szapad szapadn szapres
szapret szaregi szarpla szasitn szavisi szavod szdorov szelezn szeml szenit szertv szna
szolot szren
""",
    8: """
sa sabsolu sacenuk safgani sagent sakadem sakcion sakob sakt sakter saktris salans salkogo
sana sanaliz sanatol sangl sanglis santon sanukov saponsk sarbitr saren sarend sarhite
sarmen sarosla sartile sartist satmosf saukcio savac savstra savtono sazerba sbal sbankov
sbarak sbarel sbatalo sbelaru sbereg sberlin sbespla sbespor sbezenc sbilet sbirz sblizk
sblizn sblok sblokir sboi sboic sbolels sbolezn sboris sbrat sbrazil sbrigad sbrusel sbumag
sbur scastic scb scecn sceh scelabi scenost sceremo scerkv scest scist scitat scitate
screzvi scut scvet sdalek sdaln sdalog sdals sdavlen sdavn sdefici sdelega sdelov sdeneg
sdenezn sdenis sdevock sdevusk sdiskus sdlin sdnem sdni sdobavl sdobiva sdobrov sdoklad
sdomasn sdopust sdorozn sdostiz sdostoi sdovoln sdozd sdruz sdum sdvigat sdvum sdzon sedinic
sefir segipt sekipaz sekolog seksplu selemen selen senergo sestest seston setaz sezegod
sfaktic sfaktor sfinlan sfirm sfizice sflag sflot sformat sforvar sfrakc sfront sfsb sfunkc
sgarant sgazov sgazpr sgazpro sgendir sgenpro sger sgibel sglaz sglobal sgodov sgolov sgonk
sgor sgorac sgorazd sgospod sgostin sgotov sgotovi sgotovn sgovor sgradus sgrn sgruzov sgu
sgumani shl shoc shocet shokein shotat shozais shram shudozn sidut sig sigral sigrat sima
simel simeus simeut simport sind sinflac sinfras sinspek sinstru sirak siransk sirin sisod
sispan sispans sispita sistreb sitalan sizat sizbran sizobra skabine skadr skalini skamer
skampan skanad skarer skart skatast skatego skazec skievsk skin skirgiz skit sklient sklucev
skm skoalic skodeks skog skolekt skom skomerc skomers skompen skomput skomuni skongre
skonkre skonstr skonsul skontin skordin skorole skorotk skorpus skorupc skosmic skreml
skrimsk skritik skrov skrug skrusen skstat skud skvadra skvalif slager slatv slavr slecen
slening slent sleonid sles slev slicenz slicnos slitera slitv slnr slokomo smae smagnit
smaks smalcik smalenk smar smark smarsru smastab smaster smater smedal smehani smemora
smerkel smetod smigran smilic sminfin sminima sminimu sminuvs smnogoc smnozes smobiln
smodern smoi smoldav smonito smorsk smoseni smosn smosnos smost smoz smunici smuzik smvf
snabral snacals snacat snacnec snadezd snagrad snaiden snait snalic snalogo snapomi snapraz
snarkot snarusa snarusi snasil snaskol snasl snasled snastro snastup snatal snaucn snauk
snavern snedost snedovo snedviz sneftan snegati snemn sneodno sneposr sneprav snevozm snik
sniz snizk snizn snog snomina snormal snovoro snovosi snu so soba sobasna sobasni sobe
sobigra soblada sobmen sobnovl soborot sobrasa sobsluz sobstan sobsudi sobvini soceniv socet
soderza sodnovr soficer sofis soforml sogon sogromn sokazan solg solimpa sopasn sopasno
sopit soplat sopravd sopros soprove sorient sosen soskorb sostava sostavi sostavl sostr
sosuzde sotel sotkaz sotkazi sotkriv sotmen sotmeni sotmet sotrasl sotrica sotveca sozidan
soznaca spaket spalest spamat spariz spaspor spavel spens sperekr spereme sperene speresm
sperest spereve sperson spesk spesn spilot spisate spitan splanet splat splatez splatfo
sploh splus spoavic spoavla spoavle spobesa spodal spodhod spodmos spodnal spodrad spodros
spodver spoedin spoezd spoezdk spogib spogod spogran spohise spohoz spokazi spokole spokupa
spokupk spolaga spolos spolozi spolsk spoluos spoluza spolz spomoc spomoga spomosn sponat
sponatn spopada spopita spoprav spopros sporado sport sportal sposelk sposols spotenc spoter
spoterp spotok spovede spovest spovisi spovrez spovtor spozarn spravle spravos spravov
spravoz spredav spredme spredna spreimu spres spresle sprevra sprezd spribli spricas spridec
sprieha sprigla sprikaz spriloz sprimet sprimor sprimut sprines spriost sprisl sprislo
sprisoe spristu sprived sproavl sproc sproced sprodav sprodle sprodli sprofil sprogol
sprogre sproidu sproigr sprokom spropag spropus sprosb sprosed sprosel sprospe sprostr
sprotaz sprotok sprovin sproziv spsihol spublic spust sradika sraketn srans srascet srasire
sraskri sraspor sraund sravn srazdel srazrus srazved srazviv sreakc sreal srebat sredakt
srefere sregist sreguli srek sreklam srekome srekons srekord sreligi sresit srestor srevolu
srez srezerv srezk srisk srod srodin srodite srodn srodstv sroman srosani srosnef srostov
srozden srozisk srubez ssad ssaib ssamit ssamost ssans ssaudov ssberba ssbor sscen sscenar
sscita ssdelan ssekund sselsk sserb sserebr sseredi sservis sses ssevast ssever ssformi
ssignal ssigral ssih ssilov ssilovi ssimvol ssirok ssit ssk sskanda sskolk sskolni sskonca
sskoros sslisk sslozno ssluc ssluzeb ssmen ssmisl ssmog ssmozet ssnacal ssnat ssng ssnizil
ssnov ssoblud ssobral ssobsau ssobses ssoedin ssoldat ssoprov ssos ssotn ssovesa ssovetn
ssovs ssozale ssozdal ssozdav sspasat sspecsl sspekta sspiker sspokoi ssprave sspros sspust
ssputni sst sstab sstadio sstanda sstar sstars sstart sstarto ssten sstepen sstol sstr
sstraho sstraz sstrelb ssu ssubekt ssudb ssudn ssuprug ssut ssutk ssvec ssveden ssveica
ssvet ssvis stamoze stank starif statan stelevi stemp stemper stepl sti stip stomsk stopliv
storzes straged stramp stransl stras strebue strenir stro strud strudn stud stureck sturm
stvorce subit sucasti sucebn sucitiv sudovle suhod sukaz sukaziv sukrepl sule sune sunikal
supal suregul suridic suserb susil susilen suspeh suspel sustana sutocna svacesl svaler
svalutn svasil svasnil svavlen svcer svedet sver svernuc svernul svernut svesest svesn
svetera svezd svhodit svidel svidele svideli svidet svidn sviglad svigral svihodi svihodn
svin svinovn sviros svirosl svisel svisoko svisot svit svital sviz sviziva svizval svizvan
svklad svkluca svkluce svkonta svladiv svlan svnesen svnutr svokrug svoln svorot svos svosl
svosm svospit svozduh svozdus svozl svozobn svp svpered svpoln svproc svratar svs svsa
svsemir svskor svstupi svtb svuz svzal svzat svzglad svzr szabil szabole szadolz szafiks
szahvat szainte szalob szameti szanal szanat szapas szapis szaplan szapros szapusk szarabo
szarube szastav szavede szavk szavlal szavoev szdravo szelan szemlet szen szensk szestk
szimn sziv szivotn sznacen sznaet sznak sznakom sznamen szritel szvezd
""",
    9: """
sabhaz sablok sadmira saerodr saerofl saes safrik sagres sagresi sakaunt sakredi saktual
sali saltern san sanasta sandeks sangel santite sapelac sarabsk sarav sargent sark sarktik
sarmeic sarsen sarsena sart sasad sasambl sasn sastron satlant satleti sato satomn saudito
savacio savarin savlaus savlen savn savstr savstri savtori savtors sazi sbak sbalans sbaltis
sbankro sbarsel sbasket sbatlon sbazov sbelg sbenzin sbesed sbespil sbespok sbespre sbezrab
sbezusl sbiblio sbil sbitov sbivaet sblagop sblagot sbliz sblog sblokad sboepri sbog sbogat
sbokser sbolgar sboln sbomb sbombar sboroc sbrak sbrend sbrifin sbrosil sbudt sbukval
sbulvar scateln scecens scelev scels scentro scestn scetk scifr scik scikl scislen scm scp
scten scuz sdaet sdagest sdar sdast sdaut sdaval sdavat sdeklar sdelaet sdelal sdelaut
sderev sderevn sderzat sdesant sdesati sdetal sdetm sdevid sdik sdinami sdiscip sdiskva
sdistan sdizain sdlitel sdmitri sdobav sdobr sdoc sdocer sdoktor sdolgos sdolgov sdonald
sdopros sdopusk sdos sdosroc sdostal sdover sdrak sdrevn sduh sdus sdvadca sdvazd sdver
sdvoin sdvor sdvorc sdvusto sdzeims sdzordz seduard sedv sefekt segipec sekran seksped
sekzame selit senerg sepizod sepoh sevakua sevakui sevrazi sevreis sevroko sevrozo sezedne
sfamil sfanat sfas sfedor sfif sfigur sfigura sfiguri sfiksir sfilal sfinaln sfinsk sfondov
sformal sformul sfrg sfucers sfunkci sfunt sg sgazopr sgektar sgenad sgeopol sgeorg sgero
sgibd sglavk sglubin sglubok sgodovs sgoland sgolkip sgolovn sgoroza sgosdep sgosekr sgotova
sgrafik sgranat sgreces sgrigor sgriven sgromk sgrozit sgrozn sgrub sgrupov sgruzin shabaro
sharkov shimice shisen shocec shodata shok shokeis sholdin sholodn shorvat shotelo shoza
shozaev shranen shrista shudoze shuliga shuz shvatae sidenti sideolo sidt siemen sif sigil
sigraet sigrov sila sime simi sinac sindisk sindivi sindone sindust sinicir sinih sino
sinogd sinovac sintegr sintele sintens sinvali sinzene siraksk sirkuck sirland siskat
sislami sispiti sisprav sivanov sizbeza sizdate sizdel sizgoto siznaca sizucen skabmin skaf
skamn skanads skancle skartoc skasaus skatalo skavkaz skazan skazans skazn skemero sker skg
skilogr skim skipr skiril skirovs skladbi sklasic sklick sklimat sklinik sklinto skndr sknr
sko skolc skolekc skolumb skombin skomfor skomnat skompoz skompro skomsom skomuna skoncen
skoncep skonec skonser skonsol skop skopeik skorekt skorido skorol skorzin skosmod skosmos
skotiro skprf skraev skrasiv skraz skrest skril skrimin skris skrista skritic skrugl skub
skuban skubok skubome skupit skurort skuznec skv slabora slainer slaurea sldpr sled slegend
slegkov slekars slenin slesn slibera slidiru slisn sliv slodk slubim slubite sludm slukase
slun sm smadrid smagist smagk smaidan smaikl smalaiz smam smances smandat smanevr smarin
smars smartin smarupo smask smat smatvie smed smedik smeil smeksik smenedz smestor smetalu
smetrop smigrac smilan smilici smin smineko sminome sminus sminzdr smirotv smisl smks
smnogok smoa smobili smoe smoraln smoroz smosgor smoskvi smotiv smozg smurman smusulm smutk
smuzsk smvb snabere snabor snac snacala snacali snacalo snacin snacnet snadeus snadezn
snadzor snaftog snagraz snagruz snakone snamece snanese snanesl snaobor snapal snapitk
snaprot snarad snascit snasils snastai snastav snastol snavaln snazemn snazmit snazvat sneb
snedale snedopu sneftep snek snelega snemal snemc snemcov snemedl snenavi sneobic sneozid
sneploh sneprat snepros sneset snesove sneudac snevsk sneznac snhl sniderl snikit snikol
snin snizego snocn snormat snorveg snorvez snosit snovgor snovogo snoz snravic snuzen
sobasne sobekti sobesal sobesan sobespo sobisk sobliga sobnaro sobo sobosno sobostr sobozna
sobozre sobrabo sobratn sobrazc sobrusi sobsen sobsled sobucen sobzalo socenil soctran sodes
sodesk sodezd sodinoc sodobre sodobri sofert soformi sognest sokazat sokean sokn sokruza
sokruze sokupir soland soligar somsk sopasen sopat sopek sopitn soprose soptimi sopusti
sorbit sorden sorenbu sorigin soruzi sosadk soset soslabl sosmotr sosnase sosozna sostac
sostali sostalo sostals sostane sostank sostauc sostavs sotbiva sotboro sotdal sotdih sotec
sotklon sotkluc sotkroe sotkrov sotkud sotlic sotlica sotlici sotlicn sotmece sotmene
sotmetk sotnosa sotobra sotozva sotpusk sotrabo sotrad sotravl sotraza sotreag sotvec
sotverg sotvetn sotvod sozer sozidal sozidau spacien spakist span spap sparad sparale
sparame sparkov sparn spas spater spatrar spatrio spatrul spavl spedago spekin spen spenalt
spentag sper sperebr sperece spereci speredv speremi spereno sperepi sperepr sperera spereri
speresl sperezi spermsk sperven spervon speseho spetrov spevic spik spis spisal spismen
spistol spisut spitaec spitali spitals spitauc splasti splatit splen spoasna spobere spobiva
spocetn spodac spodan spodavl spodbor spodcin spodklu spodlez spodnat spodnim spodope
spodoro spodsce spodsud spoduma spodvod spodzem spogase spohiti spohoro spoidet spoisko
spoit spokaz spoklon spokrit spokuse spolezn spolgod spoligo spolito spolk spolkov spolnoc
spoltor spoluc spolufi spolugo spomesa spomogl spomoze sponal sponrav spopast spopoln
sportug sporuce sporuci sposadk sposcit sposesa sposese sposlan sposlin sposol sposred
spostep spotrat spoverh spovisa spovlek spovsta spozalu spozdra spozela spozici spoziti
spozvon spra spratn spravas spravon sprebiv spredot spredve spredvi spreodo sprepac sprepar
sprepod spresec sprezen sprezn spri spribit spribiv spridum spriem sprieza sprigor sprim
sprinos spriori sprisel sprista sprisvo sprit sprivat sprivec sprives sprivez sprivic spriz
sproavi sprobil sprodan sprodat sprodem sprodov sprodus sprodvi sproezd sprofso sprohoz
sproit sprokat spronik spropal spropav spropis sprorab spros sprosil sprosit sprosmo sproval
sprovok sprovoz sptic spusk spuskin sputese sraboto sradi sradios sradost srak srasiri
sraspre srastet srastoa srastre srazbil srazbir srazgro sraznic srazobr srazver srbk sreabil
sreagir srealno srebeno sred sredk sreglam srer sres sresat sresaus sreseni srespon srestr
srezide srezolu srfs srib srinocn srobert srodils srolik srosank sroskom sroskos srospot
sroznic srubin srul srumin srus sruslan srzd ssahali ssaht ssahter ssakasv ssalon ssamopr
ssamoup ssankci ssar ssavcen ssbit ssbu sscast sscastl sscital sscitat ssdac ssedm ssegmen
sseksua ssemein ssemk ssen ssenato ssepara sseral sserdc ssester ssestv ssetev ssevero ssezd
ssibir ssigrae ssigrat ssiz sska sskaz sskazan ssklad sskoln sskr sskriva ssla sslab sslav
sslavan ssled ssledit sslo sslovak sslozil ssloziv sslucai sslucil ssluciv ssluh sslusan ssm
ssmartf ssmertn ssmolen ssmotre ssmotri ssnal ssnarad ssneg ssnimk ssnizit ssobak ssobani
ssobor ssocset ssodeis ssolnc ssolnec ssomnen ssoprot ssoruze ssosed ssosedn ssosred ssotece
ssotlan ssou ssouzni ssovpad ssozdae sspasen sspecop sspor sspravi sspravk ssprosi ssravni
ssredne ssrocn sstad sstalin sstanis sstanut sstavit sstavro sstavs sstepan sstih sstil
sstimul sstoal sstoat sstolk sstrada sstrafn sstrasn sstrela sstrelk sstremi sstrock sstrog
sstud ssubsid ssuh ssumel ssutok ssuvere ssuzet ssvasen ssvat ssvaziv ssvedsk ssverdl
ssvetla stablic stadzik stailan staim stain stakov stalant statars stazest stazk steatra
steb stegera steksto steleko stenden stenis stenisi stermin stimose stitul stovari stransf
stranzi strebut strem stribun strilio strln stroik strudno strudov strup stu sturizm sturope
stv stversk stviter subezde subil subitk sucasto sucenik sucitel sucredi sudacn sudalen
sudasc sudivit sudobn sudosto suef suge sugl sugroza suhodit suhudse suit sukazal sulucse
sulucsi sumensi sumer sumvd supolno supomin supotre sura sural surist susel suslisa suslovn
sustic sustoic sustrai sustran sustupi sutverd suvazen suvedom suvidel suvidet suvolen
suvolne suz suzbeki suzesto suznal suznat svad svagon svalent svan svarsav svasile svaznei
svbliz svdv svedec svedomo svedut svelici svenesu svengr sverh sverhn svern svesm sveter
svetr svhod svhodas svhodat svibira svibral svibros svidac svidan svidat svidela svidim
svidit svidvin sviehal sviezd svigodn svilet svilete svinese sviplac svipuse svipust svirabo
svirast sviraza sviraze sviruck svirus svistre svizov svkluci svladet svladis svmesat svne
svnedre svnesne svnest svnimat svodn svoinsk svokzal svol svolgog svolk svolont svorone
svospol svospri svovs svoz svozbud svozdei svozgor svozloz svozmes svozmus svozros svpecat
svposle svrad svrag svred svrod svrucen svsak svseros svspomi svspomn svstupa svstupl
svzaimn svzatk svziska svzorva svzrivn svzrosl szabit szabiva szablok szabros szac szadan
szadeis szahvac szakanc szakaz szakazc szakrep szakril szakriv szakupk szaliv szalog szaloze
szalozn szameca szamen szameni szametn szamgla szamini szamoro szampre szao szapisa szaplat
szapuse szapust szaran szasisa szasiti szasluz szastre szastro szatrat szatrud szaveri
szavise szavlae szavlau szavtr szdat szdet szdut szelaus szelen szemeln szestok szh szilisn
szim szit sziteln szivet szivut szloumi szloupo sznacim sznal sznan sznaut szvan
""",
}
