"""What denies something, and what only looks like it: patterns, one a line."""

# A title that begins so asks or explains.
ASKS = "how why who what when where як чому хто що коли де почему как кто что когда где"
# A denial after these was told elsewhere ("the man who denied"), or is a judgment.
WHO = r"""
court|judge|суд|суддя|судья|who|which|that|як(?:ий|а|і|их)|котор\w+|що|ранее|раніше|earlier
"""
# Verbs that deny something by themselves, whoever does it.
DENIES = r"""
(?:deny|denies|refutes?|rejects?|dismiss(?:es)?
|[а-яіїєґ]+(?:[аеиіоуя]в|л[аои]?|г|є|[юу]ть|[аеу]ет|ют))
"""
# "recognised the house as unsafe", "the strike as a crime"; after "по" it is what was hit
AS_SUCH = r"""
 (?!що |что )(?:[\w-]+ ){1,5}(?:терактом|злочином|преступлением|найб\w+|крупнейш\w+)\b
 (?:(?!(?:що|что|по|над|під|под|перед|с|з|за|к|о|в|у|на|біля|возле|із|из|про) )[\w-]+ ){1,3}(?:[\w-]+ной(?=\s*[.,\n])|[\w-]+(?<!ськ)(?<!ск)[иы]м\b|\w+ною\b)
"""  # noqa: E501
# A statement that says of another one that it is not so; one pattern a line. These are
# enough in a title, whoever says so.
UNTRUE = r"""
\bне соответству\w+ (?:действительности|реальности|истине)
\bне відповіда\w+ (?:дійсності|реальності|правді)
\b(?:слух|чутк|чуток|сообщени|повідомленн|заявлени|заяв|обвинени|звинуваченн|информаци|інформаці)\w* (?:(?!(?:о|про|об|щодо) (?:за)?м[іи]н)[\w'-]+ ){0,5}(?:[-–—] |є )?(?:вкид|вброс|не верн|неверн|невірн|неправд|безпідставн|беспочвенн|безосновательн|не підтвердил|не подтвердил|выдум|вигадан|вигадк)
\b(?:слух|чутк|чуток|сообщени|повідомленн|информаци|інформаці|новост|новин)\w* (?:(?!(?:за)?м[іи]н)[\w'-]+ ){0,5}(?:оказал|виявил|явля|є )\w* (?:ложн|неправд|хибн|недостовер|недостовір)
\b(?:is|are) (?:not true|untrue|false|a lie|fake)\b
\b(?:dismiss|reject|describ)\w+ (?:[\w'-]+ ){1,6}as [\"“']?(?:fake|fiction|an? lie|lies|false|untrue|baseless|nonsense|propaganda|invent|fabricat|disinformation)
\bназва\w+ (?:[\w'-]+ ){0,7}(?:фейк|ложь|брехн|неправд|вымысл|выдумк|вигадк|вкид|вброс|маячн|чуш|бред|нісенітниц|вздор|істерик|истерик|измышлен|домысл|безпідстав|беспочвен|безосновательн)
\bназва\w+ (?:[\w'-]+ ){0,2}(?:заяв|відео|видео|фото|кадр|знімк|снимк|ролик|сообщени|повідомленн|захоплен|захват|взятт|взяти)\w* (?:[\w'-]+ ){0,5}(?:постанов|монтаж|змонтован|смонтирован)
\b(?:заяв|відео|видео|фото|кадр|знімк|снимк|ролик)\w* (?:(?!від |от )[\w'-]+ ){0,5}(?:[-–—] |є |оказал\w+ |виявил\w+ )?(?:постанов(?:к|очн|ні|ным)|монтаж|змонтован|смонтирован)
\bне (?:був |була |було |были |был |была |было )?(?:атакован|обстрілян|обстрелян|уражен|поражен)\w*[^\n.]{0,40}(?:из-за|через|внаслідок|унаслідок|вследствие)\b
\bназва\w+ [«"“]?провокац\w+[»"”]? (?:сообщени|заявлени|обвинени|публикаци|повідомленн|заяв|звинуваченн|публікаці)
\bне име\w+ (?:никакого |ничего )?(?:отношени\w+|общего)\b
\bне ма\w+ (?:жодного |нічого )?(?:стосунку|відношення|спільного)\b
\b(?:к|до) (?:[\w'-]+ ){1,5}(?:никакого |жодного )?(?:отношени[яе]|стосунку|відношення) не (?:им|ма)\w+
\bне име\w+ (?:к|до) (?:[\w'-]+ ){1,4}(?:никакого )?отношения\b
\b(?:нашій|нашей|нам|росії|россии|україні|украине) (?:[\w'-]+ ){0,2}не (?:належи|принадлеж)\w+
\bне ?(?:причаст|причетн)\w+
\b(?:not involved in|no involvement in|no part in)\b
\bnot our (?:operation|doing|work|missile|drone|troops)\b
\b(?:дрон|безпілот|беспилот|ракет|ціл|цел|уламк|обломк|судн|суден|бпла)\w* (?:[\w'-]+ ){0,4}не наш
\b(?:бреш(?:е|уть)|збрехал\w|вр[ею]т|лжет|лгут) (?:про|о|об)\b
\b(?:ніхто|никто) не (?:здавав|сдавал|кидав|бросал|залишав|оставлял|захоплював|захватывал|оголошував|объявлял)
\b(?:залиша|оста|перебува|находи)\w+ (?:під|под) (?:(?:повним|полным|нашим) )?контролем (?:сил обороны|сил оборони|зсу|всу|укра[иї]н|росс?и|российск|російськ|наш)
\b(?:оточенн|окружени|оточ|талон|витоку|утечк|блокад|дефіцит|дефицит|прорив|прорыв|десант)\w* (?:[\w'-]+ ){0,4}(?:немає|нема|нет|не существует|не існує)\b
\b(?:эвакуаци|евакуаці|мобілізаці|мобилизаци)\w (?:[\w'-]+ ){0,3}не (?:план|будет|буде\b|готов|объявл|оголош)
(?:^|[«"“:] ?)(?:чушь|бред|вранье|маячня|брехня|неправда|ложь|нісенітниця|абсурд|вздор|вымысел|вигадка)[»"”!.,:]
\b(?:що|что) (?:це|это) (?:[\w'-]+ ){0,1}(?:неправда|ложь|брехня|фейк|чушь|маячня|вигадка|вымысел|выдумка|вкид|вброс|монтаж|постановка)\b
\b(?:кажуть|говорят|заявили|каже|говорит) (?:про|о) (?:монтаж|постановк|фейк|провокаци)\w*
\b(?:взрыва|вибуху|стрілянини|стрельбы|пуску|пуска) (?:[\w'-]+ ){0,4}не (?:было|було)\b
\bне наш(?:а|і|и|е)?(?=[.,!»\n]|$)
\b(?:придумал|вигадал|выдумал)\w* (?:блог|противник|ворог|канал|російськ|украинск|росіян|враг|журнал|тролл|троль)\w*
\b(?:слух|чутк)\w* (?:[\w'-]+ ){0,5}(?:запустил|розган|разгон|распростран|поширю|сеет|сеют|сіє|сіють)\w*
\b(?:це|это) (?:[\w'-]+ ){0,1}(?:измышлен|домысл|вигадк|выдумк|нісенітниц|вздор)\w*
\b(?:мы|ми) не (?:бросал|сдавал|оставлял|покидал|кидал|здавал|залишал|відступал|отступал)\w*
\b(?:none of (?:our|its|their) (?:doing|business|work)|no hand in|as (?:edited|doctored|staged|faked))\b
\bsays? (?:that )?no (?:missile|drone|plane|aircraft|jet|troops|soldiers?|shots?|strike|attack|explosion) (?:[\w'-]+ ){0,2}(?:entered|crossed|violated|hit|fell|fired|were|was|came|took|has|have|happened)\b
\bне наш\w* (?:операці|операци|ракет|дрон|безпілот|беспилот|робот|работ|рук)
[-–—] (?:це |это )?(?:фейк|неправда|ложь|брехня|вигадка|выдумка|вымысел)\b
[«"“](?:це|это) (?:[\w-]+ ){0,1}(?:фейк|неправда|ложь|брехня|вигадка|выдумка|вымысел)\b
: (?:україна|украина|росія|россия|рф|зсу|всу|ми|мы) (?:[\w-]+ ){0,3}не (?:обстр|атак|бил[аи]?\b|бомб|завда|нанос|ударя|запуск)\w*
^(?:фейк|неправда|ложь|брехня|fake|false):\s
\b(?:атаки|удар[ау]|авар[иі][иії]|утечки|витоку|прор[ыи]в[ау]|нападени[яе]|нападу|вторжения|вторгнення) (?:[\w-]+ ){0,4}не было\b
\b(?:атаки|удар[ау]|авар[иі][иії]|утечки|витоку|прор[ыи]в[ау]|нападени[яе]|нападу|вторжения|вторгнення) (?:[\w-]+ ){0,4}не було\b
\b(?:жодн|ніяк|никак)\w+ (?:прор[ыи]в|атак|удар|обстр[еі]л|авар|утеч|витік|витоку|эвакуац|евакуац|оточен|окружен|десант|блокад|мобіліз|мобилиз)\w* (?:[\w'-]+ ){0,3}(?:немає|нема|не було|нет|не было|не сталося|не случилось|не произошло|не буде|не будет|не йдеться)\b
^(?:жодн|ніяк|никак)\w+ (?:прор[ыи]в|атак|удар|обстр[еі]л|авар|утеч|витік|витоку|эвакуац|евакуац|оточен|окружен|десант|блокад|мобіліз|мобилиз|талон|лім[іи]т|лимит)\w*
\b(?:video|clip|footage|photos?|images?) (?:[\w'-]+ ){0,4}(?:was|were|is|are) (?:staged|doctored|fabricated)\b
\b(?:still|remains?|firmly) (?:in (?:our|ukrainian|kyiv's|russian) hands|under (?:our|ukrainian|full ukrainian|kyiv's) control)\b
\b(?:ukrainian|our) (?:forces|troops|army|defenders) still (?:hold|control)\b
\b(?:calls?|calling|called) (?:[\w'-]+ ){1,4}(?:a plant|planted|a hoax|invented|fabricated|nonsense)\b
\b(?:reject|dismiss|den)(?:s|es|ied|ies|y|ed)? (?:[\w'-]+ ){0,2}(?:link|links|involvement)\b
\b(?:blast|explosion|strike|attack|shelling|crash|incident|fire) never (?:happened|took place|occurred)\b
^no (?:rationing|evacuation|siege|encirclement|landing|leak|breakthrough (?:near|towards))\b
\bthere (?:is|was|has been) no (?:siege|encirclement|landing|leak|rationing|evacuation|breakthrough (?:near|towards))\b
\b(?:we|nobody|no one) never (?:abandoned|surrendered|left|lost)\b
\bnobody (?:abandoned|surrendered|gave up)\b
\bnot ours:
\b(?:про нібито|о якобы) [^\n.:]+: ?[«"“]
[-–—] (?:це |это |ще |еще )?не (?:контроль|захоплення|захват|взяття|взятие|окупація|оккупация)\b(?!,? а )
\bне (?:означа|значит|доводи|доказыва|свідчи|є доказ|является доказ)\w* (?:[\w'-]+ ){0,2}(?:контрол|захоплен|захват|взятт|взят|присутн|присутств)
\b(?:is not|isn't|are not|does not mean|doesn't mean|do not mean|does not prove|is no proof of) (?:the )?(?:control|capture)\b
\b(?:to nie|nie oznacza|nie jest) (?:kontrol|zajęci|przejęci)
\b(?:nagranie|film|wideo)\b[^\n.]{0,60}\b(?:zainscenizowan|ustawion|sfałszowan|zmanipulowan|inscenizacj)
\b(?:video|videos|aufnahmen?|bilder)\b[^\n.]{0,60}\b(?:gestellt|inszeniert|gefälscht|manipuliert)\b
"""  # noqa: E501
UNTRUE_GATE = (
    "true|fals|a lie|fake| as |involve|part in|not our|не |"
    "непри|неправ|фейк|лож|брех|выдум|вигад|вымы|вкид|вброс|маяч|провокац|якобы|нібито|нет|нема|"
    "чуш|бред|вран|вздор|істер|истер|измыш|домыс|нісен|придум|слух|чутк|none of|hand in|"
    "hoax|nonsense|"
    "брешут|бреше|брешу|лжет|лгут|врет|врут|безпід|беспоч|безосн|неверн|невірн|хибн|недостов|"
    "постанов|монт|контролем|жодн|ніяк|никак|staged|doctored|fabricated|hands|control|still|"
    "nie |gestellt|inszeniert|gefälscht|manipul|inscen|ustawion|sfałsz|not |n't|"
    "calls|called|calling|rejects|rejected|dismiss|denies|denied|no |never|nobody|ours"
)
# These also in the first sentence after the title.
NOT_SO = (
    r"\b(?:заяв|інформаці|повідомленн|тверджен|слух|чутк|сообщени|информаци|утвержден)\w* "
    r"(?:[\w'-]+ ){0,6}не (?:соответству\w+ действительности|відповіда\w+ дійсності)\b"
    r"|\b(?:claims?|statements?|reports?) (?:[\w'-]+ ){0,5}(?:is|are) "
    r"(?:not true|untrue|false)\b"
)
# These, only of somebody who is known to speak.
UNTRUE_SAID = r"""
\b(?:was|were) (?:not true|untrue|false|a lie|fake)\b
\bnothing to do with\b
\bcall(?:s|ed) (?:[\w'-]+ ){1,5}(?:fake|an? lie|lies|false|untrue|baseless)\b
\bне (?:був |було |була |было |были )?(?:захоплен|захвачен|взят|окупован|втрачен|потерян)
\b(?:not|never) (?:been )?(?:captured|taken|lost|occupied|seized)\b
\bstill (?:holds?|controls?|in control|under (?:its|our|ukrainian) control)\b
\bне (?:захоп|захват|окуп|втрат|потеря|взял|взяв|завдава|наноси)\w*
\bне (?:би(?:ла|ли|в)|бил[аи]?|вда(?:рив|рил[аи]|рял[аи]|ряв)|удар(?:ил|ял)[аи]?) (?:по|в|у)\b
\bdid not (?:shoot|strike|attack|hit|shell|target|bomb|cross|enter|carry out)\b
\b(?:was|is) not (?:behind|responsible for)\b
\b(?:story|stories|reports?|claims?|rumou?rs?|talk) (?:[\w'-]+ ){0,5}(?:is|are) (?:nonsense|a hoax|invented)\b
\bhas no leak\b
\b(?:знищ|ураж|удар|вдар|влуч|ціл|бил|пораж|пораз|уничтож|попа[дл]|нан[еі]с|цел|атак|обстр)\w*[^\n]{0,80}, а не (?:по |в |у |на )?(?:[\w-]+ ){0,1}(?:школ|лікарн|больниц|поликлин|полікл|гуртожит|общежит|дит(?:яч|сад)|детс|коледж|колледж|навчальн|учебн|будин|дома?\b|житл|жил|церк|храм|ринок|ринк|рын|готел|гостиниц|отел|цивільн|гражданск|мирн|університет|университет|монаст|магазин|кафе)
\b(?:hit|hits|struck|strikes?|destroy\w*|target\w*|attack\w*|bomb\w*|aimed)\b[^\n]{0,80}, (?:and )?not (?:an? |the |at an? |on an? )?(?:[\w-]+ ){0,1}(?:school|college|hospital|clinic|dormitory|hostel|kindergarten|nursery|house|home|church|market|hotel|civilian|apartment|flats|shop|university|residential)
\b(?:getroffen|zerstört|angegriffen|ziel)\b[^\n]{0,80}, (?:und )?(?:nicht|kein)\w* (?:[\w-]+ ){0,2}(?:schule|krankenhaus|klinik|wohnheim|kindergarten|wohnhaus|kirche|markt|hotel)
\b(?:zniszczon|trafion|uderz|celem)\w*[^\n]{0,80}, (?:a )?nie (?:w )?(?:[\w-]+ ){0,1}(?:szkoł|szpital|akademik|przedszkol|dom|kośció|targ|hotel)
\b(?:село|місто|селище|город|поселок) (?:наше|наш|тримається|держится|стоїть|стоит)\b
\b(?:village|town|settlement|city) (?:still )?(?:holds|stands|is ours|is holding)\b
\bno (?:siege|encirclement|leak|rationing|evacuation|landing|breakthrough (?:near|towards))\b
\b(?:ворога|противника|врага|росіян|ворог) там (?:немає|нет|нема)\b
\b(?:никак|ніяк|жодн)\w+ (?:[\w'-]+ ){1,4}не (?:зафиксир|зафікс|было|було)
\bwas not an? (?:attack|terror|drone|missile|act of|strike)
\bне (?:був|була|було|был|была|было) (?:терактом|диверс\w+|атакою|атакой|нападом|нападением|ударом)\b
\bthere (?:was|has been) no (?:strike|attack|leak|breach|explosion|blast|incursion|accident)\b
\b(?:ніхто|никто) не (?:здавав|сдавал|оголошував|объявлял)\b
\bпід (?:нашим|українським|контролем (?:зсу|сил оборони|українськ))
\bпод (?:нашим|украинским|контролем (?:всу|сил обороны|украинск))
\b(?:says?|said) (?:there (?:is|was|were) )?no (?:fires?|damage|hits?|strikes?|blasts?)\b
\b(?:пожар|возгоран|взрыв|прилет|попадан|стрельб|выстрел|перестрелк|обстрел|котел|котл|переправ|плацдарм|дефицит)\w* (?:[\w-]+ ){0,5}(?:нет|не было|не существует)\b
\b(?:стрілян|постріл|обстріл|приліт|прильот|котел|котл|переправ|плацдарм|дефіцит)\w* (?:[\w»"'-]+ ){0,5}(?:немає|нема|не було|не існує|не має)\b
\b(?:говор|каж|заяв|сказа)\w+, (?:что|що) (?:[\w'-]+ ){1,5}(?:не было|нет|не було|немає|нема)\b
\b(?:пожеж|вибух|влучан|займан)\w* (?:[\w-]+ ){0,4}(?:немає|не було)\b
"""  # noqa: E501
# What confirms by itself, whoever says it, in a title or the first sentence.
AFFIRMED = r"""
\b(?:підтверджую|подтверждаю)\b
(?:^|\n)(?:офіційно |официально )?(?:підтверджено|подтвержден[оаы]?) (?:[\w'-]+ ){0,1}(?:уражен|поражен|попадан|влучан|знищен|уничтож|загибел|гибел|прил[іе]т|удар|атак|втрат|потер)
\b(?:це|это) (?:була|была|були|были) (?:наша|наші|наши) (?:робот|работ|операц|дрон)
\bit was (?:us|ours|our (?:work|operation|drones?|doing))\b
\b(?:сили оборони|силы обороны|зсу|всу|українськ\w+ (?:військ|підрозділ|бійц)\w*|украинск\w+ (?:войск|подразделен|бойц)\w*|наші (?:військ|підрозділ|бійц|захисник)\w*) (?:залишил|відійшл|покинул|оставил|отошл|відвел)\w*
\b(?:офіційне підтвердження|официальное подтверждение)\b
\b(?:офіційно|официально)(?=:)
\b(?:[\w-]*експертиз|[\w-]*экспертиз|розтин|вскрыти|аутопсі|аутопси|тест днк|днк-тест)\w* (?:(?!не )[\w-]+ ){0,1}(?:підтверд|подтверд|довел|доказал|доказа|показал|встанов|установ|виявил|выявил)\w*
\b(?:autopsy|forensic (?:exam\w*|tests?|report|experts?)|post-mortem|dna tests?) (?:confirm|show|found|finds|prove|establish)\w*
\b(?:obduktion|gutachten|dna-test) (?:bestätigt|ergab|belegt|zeigt)
\b(?:sekcja|ekspertyza|badania dna) (?:zwłok )?(?:potwierdził|wykazał)\w*
"""  # noqa: E501
# Whose word is none of somebody who must know.
BYSTANDERS = r"""
residents|locals|witness(?:es)?|experts?|analysts?|monitors?|media|sources?|man|woman|men|women
|teen\w*|driver|soldier|suspects?|defendants?|actor|singer|star|player|coach|captain
|мешкан\w+|жител\w+|місцев\w+|местн\w+|свідк\w+|очевид\w+|свидетел\w+|експерт\w*|эксперт\w*
|now|has|have|had|is|was|be|been
|аналітик\w*|аналитик\w*|tests?|study|studies|учені|ученые|вчені|зм[іи]|сми|джерела|источник\w*|дослідж\w+|исследов\w+
"""
# What somebody says who owns up to what was only heard of: one pattern a line.
TRUE_SAID = r"""
\b(?:таки|все ж(?:е)?(?: таки)?|все-таки|справді|действительно) (?:[\w'-]+ ){0,3}(?:впа|упа|бу[влд]|был|є\b|есть\b|вдари|ударил|влучи|попал|вибух|взорв|збит|сбит|збили|сбили|прол[еі]т|зал[еі]т|перетну|пересек|пострада|постражда|горит|гор[іе]л|зачеп|зацеп|задел|пошкодж|поврежд|загину|погиб|существу|існу|стал|произош|прил[еі]т|вибух)
\b(?:впа|упа|был|бу[влд]|есть|влучи|попал|вибух|взорв|стал|произош)\w* (?:все ж(?:е)?(?: таки)?|таки|все-таки)\b
\b(?:есть|є|был\w?|був|була|було) (?:все-таки|все ж|таки)\b
\b(?:прил[еі]т|попадани[ея]|влучання|удар|атака|вибух|взрыв|налет|наліт) (?:[\w'-]+ ){0,3}(?:був|была?|було|было|сталося|стався)(?=,| [–—]|[\n]|$)
\b(?:це|это) (?:(?:була|была|були|были|наша|наши|наші) )?(?:наша|наши|наші|ми|мы) (?:робот|работ|операці|операци|дрон|хлопц)
\b(?:належа\w*|принадлеж\w*) (?:[\w'-]+ ){0,1}(?:російськ|российск|українськ|украинск)
(?:^|[\n«"“])(?:так|да|yes), (?:[\w'-]+ ){0,5}(?:гор|взрыв|вибух|прил[іе]т|удар|атак|дрон|бпла|упал|впав|впал|поврежд|пошкодж|загор|fire|burn|hit|drone|blast|strike)
\bdid (?:(?:in fact|indeed|really) )?(?:fly|damage|burn|sink|fall|come down|crash|hit|strike|explode|enter|cross|land|happen|go down)\b
\b(?:is|are|was|were|did|had) [^\n.]{1,40} after all\b
\bit was (?:us|ours|our (?:work|operation|drones?|doing))\b
"""  # noqa: E501
