"""Phrases by which a report corrects or takes back an earlier one: one pattern a line.

``REPORT`` stands for what is corrected, ``PUBLISHED`` for what can be deleted, ``FEW`` for
up to three words.
"""

REPORT = r"""
report statement claim story article post\b announcement tweet version figure toll number
news\b alert message сообщени заявлени публикаци информаци пост\b запись данные цифр новост
число количеств повідомленн заяв публікаці інформаці допис дані новин кількість
"""
PUBLISHED = r"""
пост\b сообщени публикаци запись новост допис повідомленн публікаці новин
"""
OPENS = """
correction corrected clarification уточнение уточнення исправление исправлено виправлення
виправлено поправка berichtigung korrektur sprostowanie
"""
# What a title says that it was not, after all: "a balloon, not a drone". One pattern
# a line, with ``THING`` for what falls, explodes or attacks.
THING = r"""
(?:[\w-]+ )?(?:дрон|ракета|безпілотник|беспилотник|бпла|шахед|бомба|міна|мина|снаряд|вибух\w{0,2}|взрыв\w?|вибухівка|взрывчатка|удар|атака|обстріл|обстрел|теракт|диверсія|диверсия|стрілянина|стрельба|постріли|выстрелы|прил[іе]т)\b
an? (?:[\w-]+ )?(?:drone|missile|rocket|bomb|shell|mine|explosion|blast|strike|attack|sabotage)\b|(?:drone|missile|rocket|explosions?|sabotage|gunfire|shots|terrorism)\b
(?:dron|rakieta|bomba|pocisk|mina|wybuch|eksplozja|atak|zamach|sabotaż|bezzałogowiec|strzały)\b
\w*(?:drohne|rakete|bombe|mine|explosion|angriff|anschlag|sabotage|drohnenabsturz|schüsse)\b
"""  # noqa: E501
NOT_A_THING = r"""
, а не THING
(?:^|: )не THING, (?:а|но)\b
, not THING
(?:^|: )not THING,? but\b
, (?:a )?nie THING
\ba nie THING
(?:^|: )(?:to )?nie (?:był[ao]? )?THING, (?:lecz|tylko|ale|a)\b
\bto nie (?:był[ao]? )?THING, (?:lecz|tylko|ale|a)\b
, kein(?:e|en)? THING
\bkein(?:e|en)? THING[^\n.]{0,30}, sondern\b
^kein(?:e|en)? THING[^\n.]*: [^\n.]*\bwar(?:en)? (?:eine?|nur|bloß)\b
^no THING[^\n.]*: [^\n.]*\b(?:was|were)\b
"""
# What is only wanted: "drones, not a bomb, are needed"
WANTED = (
    r"\b(?:need|want|wish|потр[іе]б|нужн|хоч[еу]|хотя|треба|надо|chc|potrzeb|brauch|woll"
    r"|will )"
)
# What was taken for an attack.
HARMLESS = r"""
\w*зонд метеозонд шар(?:ик)? шаром шариком повітрян\w+ воздушн\w+ аеростат аэростат птах птиц навчанн учени
феєрверк фейерверк салют петард муляж макет \w*balloon birds? \w*drill \w*exercises? fireworks? firecrackers?
dumm(?:y|ies) kites? hoax \w*ballons? vogel vögel übung feuerwerk balon ptak ćwiczeni fajerwerk
"""  # noqa: E501
CORRECTS = r"""
\b(?:оказал(?:ся|ась|ось|ись)|виявив?(?:ся|лася|лось|лося|лися)) (?:[\w'-]+ ){0,2}HARMLESS
\b(?:turn(?:s|ed) out to be|entpupp\w+ sich als|stell\w+ sich als|okazał\w* się) (?:[\w'-]+ ){0,2}HARMLESS
\b(?:drone|explosion|blast|missile|drohne|dron|wybuch)\w* [^\n.:]{0,50}\b(?:was|were|war|waren|to był[ayo]?) (?:an? |ein(?:e|en)? )?(?:[\w-]+ ){0,1}HARMLESS
\b(?:сообщени|повідомленн)\w* (?:[\w'-]+ ){1,5}(?:было|було|оказалось|виявилось|виявилося) (?:ошибочн|помилков|невірн|неверн)\w*
\b(?:перв|перш|ранн|раніш)\w+ (?:сообщени|повідомленн)\w* (?:была|була) (?:ошибка|помилка)\b
\bkorrigier(?:t|en)\s*:
\bkoryguj\w+\s*:
\bcorectează\b
\bzahl der (?:toten|opfer|verletzten) (?:[\w-]+ ){0,3}korrigiert\b
\b(?:поправил(?:ись|ся|ась)|виправил(?:ись|ася|ося))(?:[:,]| [-–—] )
\b(?:змушен(?:ий|а)|вынужден[аы]?|маю|мушу) (?:[\w-]+ ){0,1}(?:виправит|поправит|уточнит|виправля)\w*
\b(?:виправляюс[ья]|поправлюсь|поправлюся|поправляюсь|поправляю|виправляю|(?:внесу|вношу) поправку)\b
(?:^|\n)уточню?ю(?:[:,]| по | щодо | про )
(?:^|\n)(?:ошиб(?:ся|лась)|помили(?:вся|лася|лась))(?:[:,.]| (?:в|у|з) )
(?:^|\n)(?:OPENS) (?:до|к|по|щодо) (?:[\w-]+ ){0,1}(?:зведенн|сводк|повідомленн|допис|пост[аіу]?\b|сообщени|новин|новост)
\b(?:следует|слід) читат[иь]\b
\bза (?:опечатк|описк|неточніст|неточност)\w*
\b(?:вибачте|перепрошу\w+|извините|простите) за (?:помилк|ошибк)\w+: [^\n.]{0,80}(?:\bне [^\n.,]{1,40}, а\b|, а не\b)
\b(?:инфо|информаци|інформаці|дан(?:ые|і)|сообщени|повідомленн|сведени|відомост)\w* (?:о|об|про) (?:[\w'-]+ ){0,2}(?:погибш|загибл|гибел|жертв|смерт|ранен|поранен)\w* (?:[\w'-]+ ){0,4}не (?:підтверд|подтверд)\w+
\b(?:ранее сообщалось|раніше повідомлялося|раніше повідомляли|ранее сообщали) [^\n.]{0,80}\b(?:насправді|на самом деле|але це не так|но это не так|виявилося|оказалось)\b
\b(?:менше|меньше|нижч\w+|ниже),? (?:ніж|чем) (?:[\w'-]+ ){0,2}(?:повідомля|сообща|вважал|считал|думал)\w*
\b(?:вважал|вважав|считал|считавш|вважаног|считавшег)\w* (?:[\w'-]+ ){0,2}(?:загибл|погибш|мертв|вбит|убит)\w*[^\n]{0,80}\b(?:жив(?:ий|им|ой|ым|а|ою)?|знайш\w+|нашл[аи]|нашелся|нашли|виявил\w+|оказал\w+)\b
\b(?:третій|третий|друг[аи]й|втор[аио][йя]|трет[яь]я|он|він|она|вона|мужчина|чоловік|жінка|женщина|обидва|обе|оба|обидві|загиблий|погибший) (?:виявил\w+ |оказал\w+ )?жив(?:ий|им|ой|ым|а|і|ы|ими|ыми)?(?=[.,\n]|$)
\b(?:число|кількість|количество) (?:погиб|загиб|пострад|постражд|ранен|поранен|жертв)\w* (?:[\w'-]+ ){0,4}(?:уменьшил|зменшил|скорректир|скоригов|уточнен)\w*
\b(?:данн|дані|даних|список)\w* (?:о |про )?(?:погиб|загиб|пострад|постражд|ранен|поранен|жертв)\w* (?:[\w'-]+ ){0,4}(?:уточнен|уточнили|скоррект|скориг|исправ|виправ)\w*
\b(?:змінил|изменил|поменял|переглянул|пересмотрел)\w* (?:[\w'-]+ ){0,1}(?:верси|версі|пояснен|объяснен|трактовк)\w{1,2} (?:[\w'-]+ ){0,1}(?:вибух|взрыв|удар|пожеж|пожар|пад[іе]н|атак|авар|загибел|гибел|инцидент|інцидент|знахідк|находк)
(?:^|\n)не (?:безпілотник|беспилотник|дрон|ракета|удар|атака|вибух|взрыв|теракт|диверс\w+|обстр[іе]л)\w*, а [^\n.]{1,60}(?:уточнил|уточнен|виправи|исправи|поправи)\w*
\bне (?:[\w'-]+ )?[\w'-]+, а [^\n.:]{1,60}: [^\n.]{0,40}\b(?:уточнил|уточнив|уточнили|виправи|исправи)\w*
\bi stand corrected\b
\brevis(?:es|ed) (?:[\w'-]+ ){0,3}(?:dead|deaths|killed|wounded|injured) (?:[\w'-]+ ){0,2}(?:to|down)\b
\bcuts? (?:[\w'-]+ ){0,2}(?:death|injury|casualty) (?:count|toll)\b
\b(?:dead|killed|victims)\b[^\n]{0,60}\b(?:turns? up|found|is|are|was|were) alive\b
, not [\w'-]+(?: [\w'-]+){0,2}, [^\n.]{0,30}\bnow (?:say|says|believe)
\b(?:amends|amended|adjusts|adjusted) (?:[\w'-]+ ){0,3}(?:toll|figure|number|count|report)
(?:^|\n)(?:OPENS) (?:to|of|on) (?:our|the|an|its|my) (?:[\w'-]+ ){0,2}REPORT
\b(?:man|woman|boy|girl|person|soldier|driver|child|two|three|victim|worker)s? (?:[\w'-]+ ){0,1}(?:thought|believed|presumed|reported|declared|counted as) (?:killed|dead|to have died)\b[^\n]{0,80}\b(?:alive|survived|found)\b
\b(?:third|second|other|man|woman|both|victim) (?:is|are|was|were|found) (?:found )?alive\b
\b(?:toll|(?:injury|death|casualty) (?:count|figure)) (?:[\w'-]+ ){0,4}(?:is |was )?(?:cut|falls|fell|drops|dropped|reduced|trimmed) (?:from|to)\b
\bchang(?:e|es|ed) (?:its |their |the )?(?:account|version|story) of (?:[\w'-]+ ){0,3}(?:blast|strike|fire|crash|attack|find|explosion|incident|death)
\b(?:drone|missile|attack|sabotage|bomb|strike|explosion)\b: police correct
, not an? (?:drone|missile|attack|strike|bomb|shell)\b[^\n.]{0,30}\bcorrects?\b
\bsprostowan[oaey]\b
\bkorrigier(?:t|te|en|ten) (?:sich\b|(?:[\w-]+ ){0,3}(?:angabe|zahl|meldung|bericht|opferzahl))
\b(?:sprostowa|skorygowa|koryguj)\w* (?:[\w-]+ ){0,3}(?:informacj|komunikat|dane|liczb|wcześniejsz|doniesien)
(?:^|\n)[(\[]?(?:OPENS)[)\]]?\s*[:.–—-]
\bуточнил?(?:а|и|в)? (?:данные|дані|інформацію|информацию|кількість|количество|число)\b(?![^\n]{0,60}(?:зрос|вырос|возрос|увелич|збільш|больше|більше))
\b(?:corrects|corrected|(?:officials|authorities|police) correct) FEWREPORT
\bclarif(?:y|ies|ied) FEWREPORT
\bclarif(?:y|ies|ied) [^\n.]{0,80}(?:(?:,|and|but|was|were) not\b|\bnot [^\n.,]{1,40}, but\b)
\bcorrects? (?:him|her|it|them)sel(?:f|ves)\b
\bearlier (?:report|statement|version|figure|toll|post)s? (?:[\w'-]+ ){0,5}(?:was|were|is|are) (?:incorrect|wrong|mistaken)\b
\b(?:an|its|the|this|their|his|her) earlier (?:report|statement|version|figure|toll|post) (?:gave|said|had|put|mis|over|under)
\b(?:исправил|виправи|скорректировал|скоригува|поправил|переглянул|пересмотрел)\w* FEW(?:REPORT|зведенн|сводк|список (?:загибл|погибш|ранен|поранен|жертв))
\b(?:сводк|зведенн|число жертв|кількість жертв|число погибших|кількість загиблих)\w* (?:[\w'-]+ ){0,5}(?:поправил|виправил|исправил|пересмотрен|переглянут|исправлен|виправлен)\w*
\bвн[іе]с\w* правк\w+ (?:[ув]|до|к) (?:[\w'-]+ ){0,2}(?:зведенн|сводк|список|повідомл|сообщен|дан[іы])
\b(?:помилково|ошибочно) (?:написа|вказа|указа|назва)\w*
\b(?:загибл|погибш|мертв|жертв)\w*[^\n]{0,60}\bжив(?:ий|им|ой|ым|ими|ыми)\b(?! (?:у|в) (?:пам|памя|серц))
\b(?:уточнил|уточни)\w* FEW(?:ранее|утренн|прежн|раніше|ранков|попередн)
\b(?:уточнил|уточни)\w*[:,] [^\n.]{0,80}(?:\bне [^\n.,]{1,40}, а\b|, а не\b)
\b(?:ранее|раніше) [^\n.]{0,60}\b(?:неверн|ошибочн|помилков|невірн|хибн)
\b(?:toll|(?:injury|death|casualty) (?:count|figure)) (?:[\w'-]+ ){0,5}(?:revised|lowered|corrected)\b(?! up)
\bnot [^\n.,]{1,50} as (?:was )?(?:(?:earlier|previously|first|initially) )?(?:reported|stated|announced)\b
, а не [^\n.,]{1,50}, (?:як|как) [^\n.]{0,20}(?:раніше|ранее|спочатку|сначала|ошибочно|помилково)\b
\b(?:число|кількість|количество) (?:погиб|загиб|пострад|постражд|ранен|поранен|жертв)\w* (?:[\w-]+ ){0,3}(?:снизили|снижено|понизили|зменшили|зменшено|знизили)\b
\brevis(?:e|es|ed) (?:[\w'-]+ ){0,4}(?:toll|number|figure|count) (?:[\w'-]+ ){0,4}down\b
\b(?:revises|revised|lowers|lowered) FEW(?:toll|number|figure|count)
\b(?:снизил|зменшил|знизил)\w* FEW(?:число|количество|кількість)
\b(?:lower|downgrade|revise|amend)(?:s|d|ed) (?:[\w'-]+ ){0,4}(?:strength|magnitude|(?:casualty|death|injury) estimate|statement)\b
\bhad (?:initially|originally|previously|earlier) put\b
(?:^|\n)(?:уточнення|уточнение) (?:щодо|по|про|о|об|із|из|з|от|від) (?:[\w-]+ ){0,2}(?:обм[іе]н|жертв|пострад|постражд|загибл|погибш|поранен|ранен|удар|влучан|попадан|атак|обстр[іе]л|числ|кільк)
"""  # noqa: E501  # one pattern a line
RETRACTS = r"""
\b(?:nimmt|nehmen|zieh(?:t|en)|zog(?:en)?) (?:[\w-]+ ){0,3}?[\w-]*(?:meldung|angaben?|bericht|erklärung|mitteilung)\w* (?:[\w-]+ )?zurück\b
(?:^|\n)[(\[]?(?:retract(?:ed|ion)|withdrawn)[)\]]?\s*[:.–—-]
\b(?:редакці|редакци|агентств|видання|издани|телеканал|канал|газет|портал|сайт)\w* (?:[\w'«»"-]+ ){0,3}(?:вибача|извиня|перепрош|принос\w+ (?:[\w-]+ )?(?:извинен|вибачен))\w*[^\n]{0,40}(?:новин|новост|повідомл|сообщ|публік|публик|матеріал|материал|допис)
\bretract(?:s|ed|ing|ion of)? FEWREPORT
\bwithdr(?:aws|ew) REPORT
\b(?:withdr(?:aws|ew)) (?:its |the |an? )?(?:flash|item)\b
\b(?:withdr(?:aws|ew|awn)|delet(?:es|ed)) (?:its |an? |the |his |her |their )FEWREPORT
\bdelet(?:es|ed) (?:[\w'-]+ ){0,2}(?:post|tweet|article|statement|report|story)\b
\b(?:takes|took|taken) down (?:[\w'-]+ ){0,2}(?:post|tweet|article|statement|report|story)\b
\b(?:pull|remov)(?:s|es|ed) (?:its |the |an? |his |her )?(?:article|report|story|post)\b
\bREPORT\w* (?:is|was|has been) (?:withdrawn|retracted|deleted)\b
\bREPORT\w* (?:[\w'-]+ ){0,7}(?:published|issued|sent|posted) (?:in error|by mistake)\b
\b(?:mistakenly|erroneously|wrongly) (?:reported|announced|published|posted|said)\b
\b(?:отозвал|відклика|аннулировал|анулюва)\w* FEW(?:REPORT|молни|матеріал про\b|материал (?:о|об)\b)
\b(?:удалил|видали)\w* FEWPUBLISHED
\bснят\w* с публикации\b
\b(?:видаля|удаля|вилуча|зніма|снима|прибира|убира|відклика|отзыва|анулю|аннулиру)(?:ємо|ю|єм|ем|їмо)\b (?:[\w'-]+ ){0,3}(?:сообщени|публикаци|новост|повідомлен|публікаці|новин|допис|пост\b|материал|матеріал|запис)
\b(?:сообщени|публикаци|новост|повідомленн|публікаці|новин|допис|материал|матеріал)\w* (?:[\w'-]+ ){0,6}(?:не п[оі]дтвердил\w+, )?(?:видаля|удаля|вилуча|зніма|снима|прибира|убира|відклика|отзыва|анулю|аннулиру)(?:ємо|ю|єм|ем)\b
\b(?:перепрошу(?:ємо|ю)|вибача(?:ємось|ємося|юсь|юся)|вибачте|просимо (?:вибачення|пробачення)|прос(?:им|имо|ю) прощени\w|извиняемся|извиняюсь|приносим извинения|прошу вибачення|перепрошує|даруйте|извините|просим считать)\b[^\n]{0,90}(?:\b(?:видал|удал|видаля|удаля|хибн|неправд|ложн|невірн|неверн|помилков|ошибочн|не було|не было|по ошибке|ввели в|фейк)\w*)
\b(?:сообщени|публикаци|новост|повідомленн|публікаці|новин|допис|запис[ьи]|пост (?:про|о|об|с|із|з)\b)\w* (?:[\w'-]+ ){0,6}(?:прибрали|видалили|вилучили|зняли|сняли|снят|знят|удалили|убрали|удален|видален|анульован|аннулирован|відкликан|отозван)[иоаы]?\b
\b(?:мы|ми) (?:его|ее|їх|її|його|их) (?:снял|знял|удалил|видалил|прибрал|убрал)и\b
\b(?:игнорируйте|ігноруйте) (?:[\w'-]+ ){0,3}(?:сообщени|публикаци|новост|повідомленн|публікаці|новин|допис|пост)
\b(?:попередн|предыдущ|прошл|минул)\w* (?:пост|допис|повідомленн|сообщени|новин|новост)\w* (?:[\w'-]+ ){0,4}[-–—]? ?(?:помил|ошиб|хибн|неверн|невірн|фейк|неправд|недействит|недійсн)
\b(?:считайте|вважайте|считать|вважати) (?:[\w'-]+ ){0,6}(?:недействительн|недійсн)
\b(?:мы|ми) (?:уже |вже )?(?:удалили|видалили|убрали|прибрали|сняли|зняли) (?:[\w'-]+ ){0,1}(?:видео|відео|запис|допис|новин|новост|повідомл|сообщ|публік|публик|пост\b)
\bпост (?:удаля|видаля|снима|зніма)\w+
\b(?:отменил|скасува|отозвал|відклика)\w* (?:свое|своє|сво[юї]|власн\w+|прежн\w+|попередн\w+) (?:сообщени|повідомленн|публикаци|публікаці|заяв|новин|новост)
\b(?:cancels|cancelled|recalls|recalled) (?:its|their|his|her) (?:[\w'-]+ ){0,2}(?:report|alert|post|claim)\b
\bstory (?:on|about|of) [^\n.]{1,50} (?:is |was )?removed\b
\bkills? (?:its|the|an?) (?:[\w'-]+ ){0,1}(?:flash|story|report|item|alert)\b
\bотб[оі]й новост
\b(?:розіслан|разослан|отправлен|надіслан|опубликован|опублікован)\w* (?:по ошибке|помилково|через помилку|ошибочно|случайно|випадково)\b
\b(?:disregard|ignore) (?:[\w'-]+ ){0,3}(?:alert|post|report|message|story|warning)
\b(?:removing|deleting|withdrawing|pulling|retracting) (?:our|the|an?) (?:[\w'-]+ ){0,2}(?:post|report|story|article|item|alert)\b
\b(?:report|post|story|article)s? (?:of|on|about) [^\n.]{0,50} (?:is |was |been |has been )?(?:withdrawn|retracted|deleted)\b
\bour (?:[\w'-]+ ){0,2}(?:post|report|story)\b[^\n.]{0,50} (?:was|were|is) (?:wrong|false|incorrect)\b
\b(?:снял|знял)\w (?:с сайта |із сайту |з сайту )?(?:статью|статтю|новость|новину|публикаци|публікаці)
\b(?:убрал|прибра)\w* (?:с сайта|із сайту|з сайту|из эфира|з ефіру|із стрічки|из ленты) FEWPUBLISHED
\b(?:опроверг|спростува|спростову)\w* (?:собственн|власн|сво[юеїє]|сам\w* себе|сам\w* себя|саме себе)
\b(?:снимаем|снимаю|удаляем|знімаємо|знімаю|вилучаємо|видаляємо) (?:[\w-]+ ){0,1}(?:сообщени|публикаци|новост|повідомлен|публікаці|новин|допис)
(?:^|\n)[«"“]?(?:мы|ми) (?:ошиблись|помилились|помилилися)\b
\b(?:публикаци|публікаці|запис|сообщени|повідомленн|новост|новин|допис|пост)\w{0,2} FEW(?:удален|видален)\w*
(?:^|[\n.!]) ?(?!за (?:опечат|опис|неточн))[^\n.!]{0,60}?\bприносим\w? (?:[\w-]+ ){0,2}(?:извинени|вибаченн)\w+(?! за (?:опечат|опис|неточн))
\bwe (?:were wrong|got it wrong|apologi[sz]e for)\b
(?<!как )(?<!як )\b(?:ошибочно|помилково) (?:сообщ|опубликов|объяв|повідом|опублік|оголос|розісл|разосл)
"""  # noqa: E501
