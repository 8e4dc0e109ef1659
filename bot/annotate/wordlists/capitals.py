"""Words that tell a capital's government from its city, as patterns of keys.

What one says or does, and what belongs to the other.
"""

OFFICE = (
    r"(?:(?:aussen|verteidigungs|innen)?minist(?:r|er)|resort$|staff$|генштаб|"
    r"officials?|government|authorit|kremlin|cabinet|leadership|diplomat|"
    r"embass|"
    r"spokes|"
    r"минобороны|мид$|министерств|правительств|кремл|міноборони|мзс$|міністерств|уряд|"
    r"дипломат|"
    r"чиновник|официальн)"
)
SPEECH = (
    r"(?:sa(?:id|ys)|claim|den(?:y|ie)|accus|warn|vow|reject|demand|insist|urg|announc|"
    r"confirm|"
    r"refus|dismiss|condemn|blam|propos|threaten|offer|agree|hope|expect|believ|consider|"
    r"plan|want|"
    r"impos|tighten|expel|summon|sanction|deploy|suspend|retaliat|recall|call(?:s|ed)$|"
    r"pledg|"
    r"pushe[sd]|lift(?:s|ed)$|ban(?:s|ned)$|approv|welcom|reaffirm|withdr[ae]w|"
    r"recogni[sz]|"
    r"вимага|требу|закуп|запровад|пропону|предлож|предлаг|заблок|блоку|ратиф|высыла|"
    r"выслал|висила|"
    r"наклад|налож|підтрим|поддерж|схвал|одобр|ввел[аи]?$|вв[іо]д|ввів$|"
    r"verhang|schlagt|lehnt|reagiert|beschuldigt|zada|naklada|wprowadz|popier|blokuj|"
    r"wyrzuc|wydala|proponuj|"
    r"sign(?:s|ed)$|back(?:s|ed)$|seek|sought|halt(?:s|ed)$|respond|trade[sd]?$|eye[sd]$|"
    r"sagt$|bestreit|leugn|заяв|сообщ|счита|назва|назива|называ|nennt|nazywa|отреаг|ответ|обвин|отриц|опроверг|призв|подтверд|"
    r"прокоммент|обязан[аы]?$|намерен[аы]?$|"
    r"пообещ|"
    r"предупред|пригроз|хотят|надеют|объясн|отказ|осуд|выраз|признал|увере|рассказ|оцен|"
    r"утвержд|prom(?:et|i[st])|exig|annonc|salue|condamn|reclam|rejett|"
    r"denonc|anunci|acus|fordert|weist|"
    r"wirft|kritisi|kundigt|verspricht|verurteilt|oskarz|ostrzeg|zapowiad|odrzuc|"
    r"twierdz|"
    r"oswiadcz|told|tells|ask|silent|schweig|мовч|молч|відкла|отложи|отверг|відкин|відхил|"
    r"отклон|"
    r"повідом|вважа|відреаг|відпові|звинувач|спрост|запереч|заклик|підтверд|прокомент|"
    r"поперед|"
    r"погрож|хочуть|сподіва|поясн|відмов|засуд|висл|визна|перекон|розпов|стверд|кажуть|"
    r"говорят|соглас|погоди[вл]|домовил|договорил|коммент|комент|хвал(?:ит|ят)|запевн|рапорт|"
    r"bestatig|poinformow|potwierdz|zapewni)"
)
# What is done "in Brussels" by those who meet there.
AGREED = (
    r"(?:agree[ds]?$|approve[ds]?$|adopt(?:ed|s)?$|endorse[ds]?$|decided?$|погодж|погоди|ухвал|"
    r"схвал|согласова|одобр|утвержд|vereinbar|beschloss|uzgodni|przyjet)"
)
# "In Moskau hieß es", «jak podano w Moskwie».
IT_IS_SAID = (
    r"(?:hiess|heisst|(?:pod|potwierdz|zapewni|poinformow|oglosz|przekaz)(?:a|o)no)$"
)
# What a government has after its capital's possessive: "Budapest's veto".
STANCE = (
    r"(?:offers?$|minist|government|leaders|cabinet|position$|stance|decisions?$|demands?$|proposals?$|veto|response|reply|"
    r"refusal|polic(?:y|ies)$|threats?$|warnings?$|pledges?$|promises?$|sanctions|"
    r"aid$|help$|support$|backing$|lists?$|all(?:y|ies)$|ambassador|envoys?$|diploma|ultimatum|objection|commitment|denial|claims?$)"
)
# Any verb will do after a capital's nominative: «Варшава підняла авіацію». What a city does
# as a city will not, nor one that says what befalls it.
DOES = (
    r"(?:(?:widen|add|unblock|hand|reopen|narrow|loosen|restore|review|repeal|revoke|convene|"
    r"blacklist|free|pardon|delist|ease|tighten|rebuff|decrie|denounce|laud|applaud|caution|dispute)(?:s|d|ed)$|"
    r"(?:nannte|friert|begrundet|dementiert|unterzeichnet|bestreitet|weitet|hebt|spricht|"
    r"reicht|warnte|drohte|sagte)$|"
    r"(?:rozszerz|zamraz|przedłuz|zaprzecz|ogłasz|ogranicz|wstrzymuj|przywrac|skresl)(?:a|e)?$)|"
    r"[а-яіїєґ’]{3,}(?:[аеєиіуюяоы]в|[аеиоуыя]л|ла|є|ить|ет|ит|даст|дасть)$|sees$|saw$|"
    r"read(?:y|ies)$|"
    r"floats?(?:ed)?$|(?:scrambl|adopt|prepar|extend|unveil)(?:e?s|e?d)$|(?:weigh|mull|"
    r"order|block|delay|hail|fund|"
    r"join|signal|hint|doubt|fear|support|oppose|boost|resume|raise|close)s?(?:ed|d)?$|"
    r"sen(?:ds|t)$|"
    r"fr(?:eezes|oze)$|slam(?:s|med)$|scrap(?:s|ped)$|g(?:ives|ave)$|admit(?:s|ted)$|"
    r"(?:conced|acknowledg)e[sd]$|vetoe[sd]$|shuts?$|mobili[sz]e[sd]$|"
    r"(?:press|pressure|lean|nudge|squeeze|shrug|snub|stick|cling|accept|grant|renew|"
    r"probe|slap|launche|"
    r"balk|brace|race|scramble|step|turn|tell|stand|keep|cut|use|get|take|make|ha[sl]t|"
    r"fire|strike|hit|"
    r"increase|cool|rule|play|stall|walk|hold|look|move|bring|rush|set|ditche|drop|trim|"
    r"soften|harden)e?s$|"
    r"(?:schnur|bera|mahn|bestell|pruf|plan|drang|poch|zoger|erwag|stopp|sperr|schliess|"
    r"offne|liefer|schick|"
    r"stell|setz|zieh|erhoh|verscharf|verlanger|beschliess|beruf|billig|genehmig|droh|wert|"
    r"verbiete|gib|nimm|mach|"
    r"stimm|leg|ruf|zahl|hoff|rechne|brems|verweiger|besteh|bekraftig|unterstutz|begruss|"
    r"entsende|kauf|mein|"
    r"wehr|kontert|widersprich|verzichte|kurz|streich|erwart|sichert?|zweifel|such|will|"
    r"wirb)t$|will$|"
    r"\w{3,}(?:ł[ao]?|uje)$|(?:wzyw|zamyk|otwier|zryw|wysył|zwrac|czek|licz|nacisk|domag|"
    r"odpowiad|obawi|chc|groz|"
    r"ostrzeg|grozi|mow|milcz|zad)(?:a|y|e|i)?$"
)
# «Москва: это не наш дрон», "Kyiv: we did not hit a school"; it stands right after a name.
SAYS = (
    r"\s?:\s?[«\"“„]?(?:(?:мы|ми|we|wir)\b|"
    r"(?:это|це|to|this\sis|it\sis|das\sist|das\swar)\s"
    r"(?:не|nie|not|nicht|наш|nasz|our|unser))"
)
# What comes or is wanted from a government: "aid from Paris", "eine Antwort aus Kiew".
EXPECTS = (
    r"(?:bestatig|stellungnahm|reaktion|antwort|confirmation|comment|reaction|response|"
    r"підтверджен|подтвержден|коментар|комментар|реакц|відповід|ответ|komentarz|potwierdz|"
    r"odpowied|aid$|help$|pressure|support|signal|hilfe|druck$|unterstutz|pomoc$|nacisk|"
    r"wsparci|помощ|допомог|тиск|давлени|поддержк|підтримк|сигнал|expect|demand|want|await|"
    r"seek|need|wait|ждет|ждут|ожида|п?о?требу?о?|получ|добива|чека|очіку|вимага|отрим|"
    r"домага|просит)"
)
# What they give, buy or pay for may well be what else befalls a city: «передаст ракеты».
GIVES = (
    r"(?:(?:ship|buy|hand|deliver|supplie|donate|pay|fund|send|join|provide|pledge|allocate|"
    r"earmark|unblock|release|approve|finance|procure|order|offer|promise)(?:s|d|ed)?$|"
    r"bought$|paid$|sent$|"
    r"(?:kauft|liefert|schickt|zahlt|finanziert|ubergibt|spendet|bestellt|verspricht)e?$|"
    r"(?:przekaz|zapłac|kup|wysl|dostarcz|sfinans|zakup|podar|obiec)(?:e|i|y|al[ao]?|il[ao]?|"
    r"uje)$|"
    r"(?:переда(?:ст|л[аи]?|ет)|заплат(?:ит|ил[аи]?)|(?:за)?куп(?:ит|ил[аи]?)|постав(?:ит|ил[аи]?)|"
    r"отправ(?:ит|ил[аи]?)|профинансир\w+|оплат(?:ит|ил[аи]?)|выдел(?:ит|ил[аи]?)|"
    r"переда(?:сть|в|ла)|заплат(?:ить|ив|ила)|(?:за)?куп(?:ить|ив|ила)|постав(?:ить|ив|ила)|"
    r"надішле|надісла[вл]а?|відправ(?:ить|ив|ила)|профінансу\w+|оплат(?:ить|ив|ила)|"
    r"виділ(?:ить|ив|ила)|отдаст|отдал[аи]?|віддасть|віддав|віддала|гроз(?:ит|ить|ила?|ив)|погрожує)$)"
)
LIVES = (
    r"(?:завмер|замер|святку|празд|відсвят|отпразд|отме[тч]|відзнач|гор[ие]т|тоне|"
    r"прийма|прин(?:има|ял)|"
    r"перем[іо]г|побед|програ|проигр|накри|накры|затоп|залив|залил|засип|засып|охоп|охват|"
    r"сколих|потряс|струс|вшанов|почти|прощ|попрощ|зустрі|встре[чт]|паралі|парализ|є$|был|"
    r"був|була|swietuje|oplakuje|opłakuje|zamarł|stan[ae]ł|obudził|pozegnał|"
    r"utoneł|choruje|był|przywitał|pamiet)"
)
PART_OF_CITY = (
    r"(?:mayor|city|cent(?:re|er)|central|downtown|outskirts|suburb|north|south|east|west|district|part|"
    r"street|airport|"
    r"capital|sky|skies|resident|people|downtown|sieg|captur|defen[cs]e|bomb|shell|visit|"
    r"hit|struck|"
    r"проспект|площ|набережн|бульвар|восток[еаом]|запад[еао]|север[еао]|юг[еао]|сход[іу]|"
    r"заход[іу]|північ|"
    r"півноч|півдн|півден|"
    r"мэр|власт|жител|центр|район|округ|окраин|пригород|улиц|вокзал|метро|аэропорт|неб|"
    r"школ|больниц|"
    r"посет|библиотек|суд|рейс|музе|театр|ресторан|университет|відвід|бібліотек|"
    r"університет|дом|штурм|оборон|бомбард|обстрел|атак|удар|защит|город|столиц|"
    r"мер|влад|мешкан|околиц|передміст|вулиц|аеропорт|обстріл|захист|міст|будин|"
    r"полиц|поліц|прокурат|такси|таксі|врач|лікар|медик|пожарн|пожежн|спасател|рятувальн|"
    r"студент|вуз|рынок|рынк|ринок|ринк|парк|зоопарк|готел|гостиниц|выезд|въезд|виїзд|"
    r"в.їзд)"
)
# Whose capital is the city, whatever they say: «мэрия Москвы согласовала».
MUNICIPAL = (
    r"(?:мэр|мер[аиуі]?$|мері|мером|заммэр|проспект|площ|улиц|вулиц|район|округ|"
    r"центр[аеуоі]?м?$|окраин|"
    r"околиц|жител|мешкан|больниц|лікарн|вокзал|аэропорт|аеропорт|музе|театр|полиц|поліц|"
    r"дорог|"
    r"автобус|кольц|палат|гордум|транспорт|метро|восток[еаом]|запад[еао]|север[еао]|"
    r"юг[еао]|"
    r"сход[іу]|заход[іу]|північ|півноч|півдн|півден)"
)
