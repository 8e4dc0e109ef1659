"""English terms and how often they are in texts of the length of a news entry.

Counted from the frequency list of SymSpell (MIT), which is made of the Google Books Ngram
data (CC BY 3.0) and SCOWL.
"""

DROPPED = """
a an the and or but if of in on at to for from by with as is are was were be been has have
had it its this that these those he she his her they their them we our you your i who what
which when where why how not no new says said say after over about into out up more will
would can could may he's it's us also amid report reports reported reportedly rumor rumors
rumored rumour rumours rumoured alleged allegedly
"""

# What books spell out and the news of any day abbreviate.
ABBREVIATED = """
eu un nato us uk usa fbi cia fda nasa ceo pm gop sec fed who imf
"""

# Terms by how rare they are: of 2 ** key texts one has the term.
COMMON = {
    3: """
wall whome wpage wuse
""",
    4: """
wani wbook wbusi wcontact wday wdo wfree wget whelp where winclud winform witem wlike
wlink wlist wmake wmy wnews wnow wone wonli wonlin wother wpm wpost wprice wproduct wrate
wreview wright wsearch wsee wservic wsite wso wstate wsystem wthere wtime wview wweb wwork
wyear
""",
    5: """
waccount wactiv wadd waddress wam wapplic warea wart warticl wauthor wavail wback wbase
wbest wbuy wcall wcar wcard wcase wcategori wchang wcheck wciti wclick wcode wcomment
wcommuniti wcompani wcomput wcontrol wcopyright wcurrent wcustom wdata wdate wde wdesign
wdetail wdevelop wdoe wdownload weach weduc wemail wend wevent wfamili wfeatur wfile wfind
wfirst wfollow wforum wfriend wfull wgame wgeneral wgo wgood wgreat wgroup whealth whigh
whotel whous wimag winfo winternat wissu wjan wjanuari wjob wjust wknow wlast wlearn wlife
wline wlive wlocal wlocat wlook wmail wmanag wmani wmap wmarket wme wmember wmessag wmost
wmovi wmusic wname wnation wneed wnetwork wnext wnumber woffer woffic wopen worder wpart
wpeopl wperson wphone wphoto wpictur wplace wplan wpleas wpolici wpower wprivaci wprogram
wproject wprovid wpublic wre wread wrelat wreport wrequir wresearch wreserv wresourc
wresult wreturn wsale wschool wsecur wselect wsend wset wsex wship wshop wshould wshow
wsign wsoftwar wsome wspecial wsport wstart wstore wstudent wsubject wsuch wsupport wtake
wtechnolog wterm wthan wthen wthrough wtop wtravel wtwo wtype wunder wunit wuniversiti
wuser wveri wvideo wwant wway wwell wworld
""",
    6: """
waccept waccess waccessori wact waction waddit wadministr wadvanc wadvertis wagain wage
wair wallow wamerican wanim wanoth wappli wapril warchiv waround wask wassoci wbank wbe
wbeauti wbecaus wbecom wbefor wbetter wbetween wbig wblack wblog wboard wbodi wboth wbox
wbuild wcamera wcanada wcare wcart wcd wcell wchildren wclass wclose wclub wcollect
wcolleg wcome wcommunic wcompar wcomplet wcondit wconnect wcontain wcontent wcontinu
wcorpor wcost wcounti wcountri wcours wcover wcreat wcredit wdeal wdec wdecemb wdepart
wdescript wdid wdiffer wdigit wdirect wdirectori wdiscuss wdisplay wdocument wdown wdrive
wdure webay wedit weffect welectron wemploy wengin wenglish wenter wequip westat weven
weveri wexampl wexperi wfeedback wfield wfilm wfinal wfinanci wfood wform wformat wfound
wfunction wfund wgalleri wgarden wgay wgift wgirl wgive wgovern wguid whand whead whim
whistori whost whot whour whowev whuman wimport wimprov wincreas windex windividu
windustri winstitut winsur winterest winternet wisland wjohn wjoin wjuli wjune wkeep wkey
wla wlanguag wlarg wlaw wlead wleft wlegal wlet wlevel wlibrari wlight wlimit wlittl wloan
wlog wlong wlot wlove wlow wmade wmain wmajor wman wmanufactur wmarch wmateri wmean wmedia
wmedic wmeet wmemori wmen wmethod wmobil wmodel wmoney wmonth wmove wmuch wmust wnatur
wnever wnight wnon wnorth wnote wnovemb wobject woctob woff wold woper woption worganiz
worigin wown wpackag wpaper wpark wparti wpay wpayment wpc wper wperform wplay wplayer
wpoint wposit wpossibl wpractic wpresent wpress wprevious wprint wprivat wproblem wprocess
wprofession wprofil wproperti wprotect wpublish wqualiti wquestion wquot wrang wreal
wrealli wreceiv wrecent wrecommend wrecord wrefer wregion wregist wreleas wrepli wrequest
wrespons wroom wrule wrun wsame wsan wsave wscienc wsecond wsection wsell wseller wseptemb
wseri wserver wshall wshare wside wsinc wsingl wsize wsmall wsolut wsourc wsouth wspecif
wstaff wstandard wstar wstill wstock wstori wstreet wstudi wsubmit wsuppli wtabl wtalk
wtax wteam wteen wtest wtext wthank wthing wthink wthread wthree wtitl wtoday wtoo wtool
wtopic wtotal wtrack wtrade wtrain wtri wupdat wvalu wversion wvisit wwar wwatch wwater
wwebsit wweek wwest wwhile wwhite wwindow wwithin wwithout wwomen wword wwrite wyahoo wyes
wyork
""",
    7: """
wabl wabov waccommod waccord wachiev wacross wactual wadult waffili wafrica wagainst
wagenc wagent wago wagre wagreement waid wairport wal walbum walong walreadi waltern
walthough walway wamerica wamong wamount wanalysi wangel wannounc wannual wanswer wanyth
wapart wappear wapproach wappropri wapprov wapr wartist wassess wassist wauction waudio
waug waugust waustralia wauto waverag waward waway wbabi wbad wband wbar wbasic wbatteri
wbay wbeach wbed wbegin wbeliev wbelow wbenefit wbid wbill wbit wblock wblue wboy wbrand
wbreak wbring wbrows wbutton wcabl wcalcul wcalendar wcalifornia wcapit wcareer wcarri
wcash wcasino wcaus wcenter wcentr wcentral wcertain wcertif wchalleng wchannel wchapter
wcharact wcharg wchat wcheap wchild wchina wchoic wchoos wchristian wchurch wclaim
wclassic wclean wclear wclient wcloth wco wcombin wcommand wcommerci wcommiss wcommitte
wcommon wcompetit wcompon wconcern wconfer wconsid wconstitut wconstruct wconsult wconsum
wcontract wcontribut wconvert wcopi wcorrect wcouncil wcourt wcritic wcross wcultur wcut
wdaili wdatabas wdavid wdeath wdecis wdefin wdefinit wdegre wdeliveri wdepend wdescrib
wdetermin wdevic wdie wdirector wdiscount wdiseas wdistribut wdistrict wdivis wdog wdollar
wdomain wdone wdoor wdoubl wdriver wdrug wdue wearli weasi weast weconom weditor weffort
weither welect welectr welement wels wemploye wenabl wenergi wenjoy wenough wensur
wenterpris wentertain wentri wenviron wenvironment werror westablish westim weur weurop
weuropean wevalu wever weveryth wexcel wexcept wexchang wexecut wexist wexpect wexplor
wexpress weye wface wfacil wfact wfactor wfail wfall wfan wfar wfast wfax wfeb wfebruari
wfeder wfee wfeed wfeel wfew wfigur wfilter wfinanc wfine wfire wfish wfit wfive wfix
wflash wflorida wflower wfocus wforc wfour wframe wfranc wfrench wfri wfriday wfront wfuck
wfun wfurther wfutur wgenerat wgermani wgiven wglass wglobal wgoal wgod wgold wgolf wgoogl
wgot wgrade wgrant wgraphic wgreen wground wgrowth wguarante wguest wguy whalf whandl
whappen whard whardwar whave whear wheart wheld whigher whill whit whold wholiday whope
whospit wid widea widentifi wii wimpact wimplement wincom windepend windia windic winiti
winn winsid winstal winstruct winstrument wintegr winteract winvest winvolv wjame wjapan
wjournal wjul wjun wkeyword wkid wkind wking wkingdom wkit wknowledg wknown wlake wland
wlater wlatest wleast wleav wlesbian wless wletter wlicens wlinux wlisten wload wlogin
wlogo wlondon wloss wlower wlyric wmachin wmagazin wmaintain wmale wmar wmark wmaster
wmatch wmatter wmatur wmeasur wmichael wmicrosoft wmight wmile wmillion wmind wminut wmiss
wmode wmodifi wmodul wmonday wmonitor wmortgag wnavig wnear wnet wnewslett wnone wnormal
wnotic wnov wnude wobserv wobtain woct woffici woften woil wonc wopinion wopportun
woutdoor woveral wowner wpack wparent wparticip wparticular wpartner wpass wpassword wpast
wpatient wpaul wpercent wperfect wperiod wphysic wpic wplant wplus wpoker wpolit wpopul
wpopular wporn wport wposter wpotenti wprefer wprepar wpresid wprevent wprinter wpro
wprobabl wprocedur wproduc wprogramm wpromot wpropos wpurchas wpurpos wput wquick wrace
wradio wrank wreader wreason wred wreduc wregard wregul wregular wrelationship wremain
wrememb wremov wrental wreplac wrepres wresid wrespect wrestaur wretail wring wrisk wriver
wroad wrobert wrock wrole wsafeti wsampl wschedul wscore wscreen wseason wseem wseen wself
wsep wserv wsession wsever wshirt wshoe wshort wsignific wsimilar wsimpl wskill wsocial
wsocieti wsomeon wsometh wsong wsoni wsoon wsort wsound wspace wspecifi wspeed wsponsor
wspring wst wstand wstatement wstation wstatist wstatus wstay wstep wstop wstorag
wstrategi wstrong wstructur wstuff wstyle wsubscrib wsuccess wsuggest wsuit wsummari wsun
wsunday wsure wsurvey wtag wtaken wtarget wteach wteacher wtech wtechnic wtell wtexa
wthird wthough wthought wticket wtip wtogeth wtour wtown wtoy wtrademark wtransfer
wtransport wtreatment wtree wtrue wtrust wturn wunderstand wunion wuntil wupon wusual
wutil wvalid wvarious wvehicl wvia wvoic wvolum wvote wwait wwalk wwall wwarn wwashington
wweather wwed wweight wwelcom wwestern wwhether wwhole wwide wwilliam wwin wwireless wwish
wwritten wyellow wyet wyoung
""",
    8: """
wabil wabsolut wabstract wabus wacadem wacid wad wadam wadapt wadjust wadmin wadopt
wadvantag wadventur wadvic waffair waffect wafrican wagricultur waim walert walmost walon
wamateur wamazon wamend wanal wann wanti wantiqu wanyon wapparel wappeal wappl wappoint
wapproxim warchitectur wargument warizona warm warmi warrang warriv wasia wasian waspect
wass wassembl wasset wassign wassum wathlet watom wattach wattack wattempt wattend wattent
wattorney wattract wattribut waustralian wautomat wautomot wavenu wavoid wawar wbabe
wbackground wbag wbalanc wball wbasi wbasket wbath wbattl wbear wbeat wbedroom wbegan
wbehind wbeyond wbibl wbike wbin wbind wbiolog wbird wbirth wblood wblow wblowjob wboat
wbob wbond wbondag wboot wborn wboston wbottom wbranch wbreakfast wbreast wbridg wbrief
wbritish wbrother wbrought wbrown wbrowser wbudget wbug wbuilt wburn wbus wbush wbuyer
wbyte wcame wcamp wcampaign wcampus wcanadian wcancel wcancer wcandid wcanon wcap wcapabl
wcapac wcarolina wcast wcat wcelebr wcent wcenturi wcertifi wchain wchair wchanc wcharl
wchart wcheat wchemic wchicago wchief wchines wchris wchristma wcitizen wcivil wclassifi
wclinic wclip wcoach wcoast wcock wcoffe wcold wcolorado wcolour wcolumbia wcolumn wcom
wcomfort wcomic wcommerc wcommit wcomparison wcompat wcompil wcomplex wcomprehens wcon
wconcentr wconcept wconduct wconfigur wconfirm wcongress wconserv wconsider wconsist
wcontext wcontractor wconvent wconvers wcook wcool wcooper wcoordin wcore wcorner
wcorrespond wcount wcounter wcoupl wcoverag wcraft wcreativ wcreek wcrime wcrimin wcruis
wcum wcup wcurrenc wcycl wdamag wdanc wdark wdead wdealer wdebt wdecid wdeclar wdecor
wdedic wdeep wdefault wdel wdelay wdelet wdeliv wdemand wdemocrat wdemonstr wdesir
wdesktop wdestin wdetect wdiamond wdictionari wdiet wdifficult wdisabl wdisc wdisclaim
wdiscov wdisk wdistanc wdoc wdoctor wdomest wdonat wdraft wdraw wdream wdress wdri wdrink
wdrop wduti wdynam wearn wearth weasili weastern weat weconomi wedg weffici welig
wemergenc wencourag wengag wengland wenhanc wenlarg wentir wequal wespeci wessenti west
wetc weveryon wevid wexact wexamin wexcit wexclus wexercis wexhibit wexpand wexpens
wexpert wexplain wexport wextend wextens wextern wextra wextrem wfaculti wfailur wfair
wfaith wfantasi wfarm wfashion wfat wfather wfavourit wfear wfeet wfemal wfestiv wfiction
wfight wfill wfinish wfirm wflag wflat wfli wflight wfloor wflow wfont wfoot wfootbal
wford wforecast wforeign wforest wformer wforward wfoundat wfrancisco wfreedom wfrequent
wfresh wfuel wfulli wfurnitur wgain wgas wgear wgene wgeorg wgeorgia wgerman wgoe wgraduat
wgrand wgreater wgrow wguidelin wguitar whair whall whappi whardcor wharri wheadlin wheard
wheat wheavi wheight whighest whimself whire whistor whole whomepag whors whousehold whuge
whundr wice wicon wident wiii willinoi willustr wimmedi winc wincest winch windian
winfluenc winjuri winnov winput winsert winstant winstead wint wintellig wintend winterfac
winternal winterpret winterview wintroduc wintroduct winvestig winvestor winvit wiraq
wireland wiron wisrael witali witalian witself wjack wjapanes wjava wjersey wjim wjoe
wjohnson wjoint wjone wjudg wjump wjustic wkansa wkill wkitchen wlab wlabel wlaboratori
wlack wladi wlaptop wlarger wlargest wlas wlate wlaunch wlawyer wlayer wleader wleagu
wleather wled wlee wleg wlegisl wlength wlesson wlie wliteratur wlock wlodg wlonger wlord
wlos wlose wlost wloui wlowest wltd wmac wmagic wmainten wmanual wmari wmarin wmartin
wmass wmax wmaximum wmayb wmechan wmedicin wmedium wmembership wmental wmention wmenu
wmerchant wmet wmetal wmeter wmexico wmichigan wmid wmiddl wmike wmilf wmilitari wmin
wmine wmini wminimum wminist wminor wmission wmix wmoder wmodern wmoment wmon wmorn
wmother wmotion wmotor wmount wmountain wmovement wmulti wmultipl wmuseum wmyself wnake
wnativ wnecessari wnewspap wnice wnokia wnor wnorthern wnotebook wnoth wnurs woccup woccur
wohio wolder woptic woptim woral worang worganis worient wotherwis woutput woutsid
woverview wpacif wpaid wpain wpaint wpair wpalm wpanel wpaperback wparamet wpari
wpartnership wpatch wpath wpattern wpaypal wpeac wperhap wpermiss wpermit wpet wpeter
wphase wphotograph wphotographi wpick wpiec wpink wplastic wplate wplatform wpocket wpolic
wpoll wpool wpoor wpop wpredict wpremium wpressur wpretti wprev wpreview wprimari wprime
wprincipl wprior wprioriti wproceed wprofessor wprofit wprogress wproper wprotein
wprotocol wprovis wpsycholog wpull wpussi wqualifi wquantiti wquarter wqueen wqueri wquit
wrais wrandom wrape wrapid wrare wrather wray wreach wreadi wrecip wrecogn wrecoveri
wrecreat wrecruit wreflect wregistr wrelev wreliabl wreligion wremot wrent wrepair wrepeat
wrepubl wresist wresolut wresort wrespond wrest wrestrict wretir wrevenu wrevis wrich
wrichard wride wrington wrise wroll wroot wrose wround wrout wrow wroyal wrussian wsafe
wsaint wsamsung wsanta wsat wsatellit wsaturday wsaw wsay wscale wscene wscheme wscientif
wscott wscript wsea wseat wsec wsecret wsecretari wsector wseek wsenat wsenior wsens wsent
wsepar wsequenc wserious wseven wsexi wsexual wshape wsheet wshot wshown wsignal wsilver
wsimpli wsit wsituat wsix wski wskin wskip wsleep wslight wsmart wsmith wsmoke wsoft wsold
wsolid wsometim wson wsoul wsouthern wspain wspanish wspeak wspeaker wspeci wspecialist
wspeech wspend wspirit wspot wsquar wstage wstat wsteel wsteve wstone wstream wstring
wstudio wsub wsubscript wsuck wsummer wsuper wsupplier wsurfac wsurgeri wsustain wswitch
wsymbol wtape wtask wtechniqu wtel wtelephon wtelevis wtemperatur wtemplat wten wtermin
wtheatr wtheme wthemselv wtheori wtherapi wtherefor wthoma wthousand wthroughout wthu
wthursday wthus wtit wtold wtom wtook wtouch wtoward wtradit wtraffic wtransact wtransform
wtransit wtranslat wtreat wtrend wtrial wtrip wtruck wtruth wtue wtuesday wtypic wultim
wuniqu wuniversal wunknown wunless wupgrad wupper wurban wusernam wvacat wvalley wvan
wvari wvariabl wvarieti wvega wvendor wvillag wvirginia wvirtual wvirus wvision wvisitor
wvisual wvol wvolunt wwarranti wwast wwear wwednesday wweekend wwent wwheel wwholesal
wwhose wwife wwild wwind wwine wwinter wwire wwoman wwonder wwood wworker wworkshop
wworldwid wworth wwriter wwrong wwrote wxxx wyourself wyouth wzealand wzip wzone
""",
    9: """
wafford wairlin walloc wandrew wannot wbecam wbell wbet wbookmark wbowl wbrain wclock
wcollabor wcomplianc wconflict wconstant wdefend wdivers weditori wenforc wevening wfort
wfrank wgave wgun what whighlight whunt wincorpor wipod wkong wlaser wlatin wleadership
wlogic wmarri wmathemat wministri wmotorola wmultimedia wnegat wnumer wnutrit wocean
woregon wpennsylvania wpharmaci wporno wportabl wportion wprincip wreligi wseal wsitemap
wsnow wsupplement wsurpris wsweet wterritori wtie wviolat wwave wwinner
""",
}
