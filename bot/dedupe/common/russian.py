"""Russian terms and how often they are in texts of the length of a news entry.

Counted from the vocabulary of Natasha's word vectors of news (MIT).
"""

DROPPED = """
в на и с по из к о за у от до для не что как это его ее их он она они но или под при во со
об же бы был была было были будет года году стал v na i s po iz k o za u ot do dlya ne
chto kak eto pri vo so ob zhe bil bila bilo budet goda godu dla
"""

# Terms by how rare they are: of 2 ** key texts one has the term.
COMMON = {
    2: """
sa skotor
""",
    3: """
setom sposle spreds srosi srosis sstran stakze sukrai
""",
    4: """
sbole scelov scentr sctobi sdeist sdolzn sese sesli sgorod sgosud sgovor sinfor sinter
sispol skompa smezdu smi sminis smoskv smozet snacal snovos soblas sorgan sotmet sotnos
spered spolit spoluc spravi sprezi sprina sproiz sproti sprove srabot srane sresen srf ssa
sskaza sslova ssobsa ssobsi ssogla ssosta stak stisac sto stogo stolko stom sucast suze
svopro svrema svse szakon szavil
""",
    5: """
sagenc saktiv saleks sameri savgus savlae savtom sbez sbezop sbit sbolse sbudut scem
scempi scerez scetve scisle sdanim sdaze sdobav sdogov sdokum sdolar sdrugi sdva sekono
sekspe sest setogo setoi setot sevrop sfeder sfinan sfutbo sg sgazet sgde sglava sglavn
sgod sgotov sgrazd sistoc sizves skogda skoman skonce skontr skrome slet smater smesto
smilio smln smnogo smogut smomen smosko smozno snacio snahod snapom snapra snarus snas
snasto sneobh snesko snet sni snih sobraz sobses sobvin socen sodin sodnak sofica sokaza
sokolo soktab sopera sosnov sotdel sotkri sotmec spervi spervo splani spobed spoder spodpi
spogib spoka spokaz spolic spolno spomos sposta spostr spotom spravo spredl spredp sprime
sprizn sprobl sproce sproda sprodo sproek sprogr sprosl sprost sprovo sputin sr sra sraion
sraska sraz srazme srazvi sregio srespu srezul srosa sruble srukov sscita ssdela ssegod
sseica ssenta sserge ssiste ssitua ssluca ssobse ssosto ssotru ssotve ssovet ssozda sspeca
ssreds sstoro sstroi ssud ssvazi ssvoi ssvou stem sterit strans suprav suslov sustan
svibor svistu svladi svlast svozmo svreme svsego svseh svstre svtoro szader szitel szurna
""",
    6: """
sadmin sakci sandre sanvar saprel sarest savtor sbelor sbivsi sbizne sblago sbliza sboevi
sbolni sbolsi sbolso sbudze scast scasti scastn scetir sdalne sdeate sdekab sdela sdelo
sden sdeput sdesat sdetei sdirek sdmitr sdna sdolze sdoma sdonba sdonec sdopol sdorog
sdosta sdosti sdrugo sdvize sdvuh selekt semu senerg ses seti setih sevro sfevra sfranc
sgener sgerma sglavi sgolos sgrani sgrupi sguber shode shoros shota si sidet sigrok sim
simeno simet sinost sinves sisklu sisled sistor sizdan sizmen skaces skandi skapit skitai
skolic skomen skomis skomit skompl skonec skonfl skonku skonst skrasn skredi skrizi skrupn
skto skultu skvart sletni sli slider slis sludei sludi sm sma smac smaksi smarta smasin
smena smene smerop smesac smesta smeste smestn smetro smihai smilar sminut smira smirov
smlrd smne smnenu smnogi smolod smuzci smvd snablu snad snado snalog snam snamer snapad
snapis snarod snasel snazad snaziv snazna snazva snedel snego snekot snikak snikol snoabr
snovi snovog snuzno sobaza sobekt sobesp sobnar soboro sobras sobrat sobsuz socere sodnog
sodnoi sogran solimp sopozi sopred sopubl sostal sostan sostav sosuse sotkaz sotpra sotvec
sotvet sozida sparla sparti spasaz spatni spereg speres sperev sperio speter spiset splosa
spoasn spoavi spocti spodce spodgo spodob spodoz spodra spodro spodtv spoeto spoloz spolzo
sponed spopit sporad spostu spoter spotre spovis spozar spozic spozvo sprakt sprava spredo
spredu spredv sprekr sprest spribi sprici sprigo sprini sprisl sprive sprivl sprodu sproho
sproid sprois sproku spubli spunkt sramka srasle sraspo sraspr srazra sreali sregul srezim
srosan ssaite ssamol ssankc ssborn sseba sserez ssever ssezon ssilko ssiri ssleds ssledu
sslozn ssluzb ssmi ssobit ssobra ssobst ssocal ssoder ssohra ssokra ssover ssport ssposo
ssredi ssredn ssredu sstali sstalo sstati sstoim sstoli ssuda ssuses ssvaza ssvobo ssvoeg
ssvoei ssvoem ssvoih ssvoim stakim stakoi stam stas stecen steh stehni stelek steper
steror stis stogda storgo strebo strene stri sturni subist suceni sudalo sugolo sugroz
sula suna surovn sutocn sutver suveli svecer sveden svedom svelik svernu svi svidel svideo
svihod svipol svipus sviraz svisok svkluc svmest svnima svnutr svoeni svoeno svoruz svosto
svot svozbu svtorn svzriv szaklu szakri szames szanim szapad szapre szased szasit szaver
szavle szdes szensi szizni sznaci
""",
    7: """
sadern sadres sadvok saerop sanali sanalo sarmi savako savari savlau savstr sbanka sbanko
sbistr sbivse sbrita sbudem sbudus scasov scego scelom scen sceni scerno scinov scislo
scitai scleno scska sd sda sdani sdanie sdel sdelu sdemon sdengi sdepar sdinam sdiplo
sdnei sdnr sdobic sdohod sdolgo sdom sdopus sdostu sdumau sdve sedino sedins sefekt sekspo
sekstr seta setim setomu setu sevgen sevros sfesti sfigur sfinal sfonda sformi sforum
sfoto sfotog sgaza sgazpr sgo sgodi sgodov sgolov sgosdu sgrupa sgruzi sh sharak shotel
shozai sigri simeni sincid sindek sinica sinsti sislam sispan sitala sitoga sizbir sizrai
skanal skarti skazdi skazdo skilom skluba skoleg skolek skolon skomer skomun skonca skonfe
skorab skores skurs slenin sletne slibo slic slicno sligi slisen slondo slucse slucsi
slugan smaca smace smasov smcs smedic smedve smense smer smeri smid smilic sminim sminsk
smire smsk smuzik snacin snadez snaibo snakan snakaz snapri snarko snasei snasi snato
snedav sneft snefti snei sneizv snemec snesmo snezak snezav sniceg snikog snikto snim
snines snoc snomer snorma snovie snovih snovoi sobasn sobavi sobavl sobedi sobicn sobstr
soceni socenk soctav socuct sodna sodnim sodnom sohran sokonc sokrug son sopasn soruza
sosobe sosobo sostro sosvob sotlic sotmen spaden spalat spamat spartn spat spensi spereh
spersp spocem spodel spoezd spoisk spokup spolov spolzu spomes spomog sponat sponim spopal
spopro spopul spor sporaz sporos sposel sposet sposko spost sposto sposva spovod spramo
spravd sprazd spreda spreme sprete sprevi spriho sprinc spriob sprisu sprivo sprizi sprizv
sprodl sprofe sprogn spromi spropa sprose sprote sraboc srad sradio sraket sranen srasci
srasma srasmo srasod srazgo srazli srazni srazre srazve srealn sreben srec sredak srefor
sreiti sresil srinka srinke srosie srost srosta srosu sru srub srubla sruski srusko ssait
ssam ssami ssamih ssamim sscet ssceto ssebe ssekre ssekto ssemi sseti ssigra ssil ssili
ssilov sskore sskoro ssledo ssmert ssnize ssnizi ssobes ssobir ssoboi ssoper ssovec ssovme
ssovre sspart ssporc ssprav ssravn ssrazu ssrok sstadi sstala sstanc sstane sstart sstat
sstate sstatu sstavk sstoit sstolk sstraf sstrat sstrel sstruk ssubot ssudeb ssvide ssvoe
stakie stakih stakoe stazel ste steatr stehno stekst stekus stelef stomu stot stovar stoze
stradi stravm strebu streh strete sturis sucrez sukaza sulice sunict sunive surove suslug
sustro suvere svalut svasin svazno sved sverho sversi svesti svigra svikto svipla sviros
sviska svista svivod svizit svizva svlade svnesn svodit svoini svoisk svoskr svosta svozdu
svozgl svozni svozra svozvr svperv svsegd svsei svsem svsemi svstup svzaim szadac szamet
szapla szapus szatem szavis szavla szavod szdani szdoro szelez szenit szertv szizn szolot
""",
}
