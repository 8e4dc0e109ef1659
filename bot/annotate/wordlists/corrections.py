"""Phrases by which a report corrects or takes back an earlier one: one pattern a line.

``REPORT`` stands for what is corrected, ``PUBLISHED`` for what can be deleted, ``FEW`` for
up to three words.
"""

# One of them stands in each phrase; looking for them costs next to nothing.
GATE = """
correct clarif retract withdr earlier delet revis lowers lowered mistak errone wrong error
уточн исправ виправ поправ отозва відклика удал видал аннулир анул снят ошиб помилк
спросту опроверг прибра убра снимае снимаю знімає знімаю
удаля вилуча видаля помили извинен вибачен amend downgrad initial original previous apolog
took takes taken pulls pulled removed removes
снял знял снизил зменш знизил скорр
скориг berichtig korrektur sprostowanie
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
CORRECTS = r"""
(?:^|\n)[(\[]?(?:OPENS)[)\]]?\s*[:.–—-]
\b(?:corrects|corrected|(?:officials|authorities|police) correct) FEWREPORT
\bclarif(?:y|ies|ied) FEWREPORT
\bclarif(?:y|ies|ied) [^\n.]{0,80}(?:(?:,|and|but|was|were) not\b|\bnot [^\n.,]{1,40}, but\b)
\bcorrects? (?:him|her|it|them)sel(?:f|ves)\b
\bearlier (?:report|statement|version|figure|toll|post)s? (?:[\w'-]+ ){0,5}(?:was|were|is|are) (?:incorrect|wrong|mistaken)\b
\b(?:an|its|the|this|their|his|her) earlier (?:report|statement|version|figure|toll|post) (?:gave|said|had|put|mis|over|under)
\b(?:исправил|виправи|скорректировал|скоригува)\w* FEWREPORT
\b(?:уточнил|уточни)\w* FEW(?:ранее|утренн|прежн|раніше|ранков|попередн)
\b(?:уточнил|уточни)\w*[:,] [^\n.]{0,80}(?:\bне [^\n.,]{1,40}, а\b|, а не\b)
\b(?:ранее|раніше) [^\n.]{0,60}\b(?:неверн|ошибочн|помилков|невірн|хибн)
\b(?:toll|(?:injury|death|casualty) (?:count|figure)) (?:[\w'-]+ ){0,5}(?:revised|lowered|corrected)\b(?! up)
\bnot [^\n.,]{1,50} as (?:was )?(?:(?:earlier|previously|first|initially) )?(?:reported|stated|announced)\b
, а не [^\n.,]{1,50}, (?:як|как) [^\n.]{0,20}(?:раніше|ранее|спочатку|сначала)\b
\b(?:число|кількість|количество) (?:погиб|загиб|пострад|постражд|ранен|поранен|жертв)\w* (?:[\w-]+ ){0,3}(?:снизили|снижено|понизили|зменшили|зменшено|знизили)\b
\brevis(?:es|ed) (?:[\w'-]+ ){0,4}(?:toll|number|figure|count) (?:[\w'-]+ ){0,4}down\b
\b(?:revises|revised|lowers|lowered) FEW(?:toll|number|figure|count)
\b(?:снизил|зменшил|знизил)\w* FEW(?:число|количество|кількість)
\b(?:lower|downgrade|revise|amend)(?:s|d|ed) (?:[\w'-]+ ){0,4}(?:strength|magnitude|(?:casualty|death|injury) estimate|statement)\b
\bhad (?:initially|originally|previously|earlier) put\b
(?:^|\n)(?:уточнення|уточнение) (?:щодо|по|про|о|об|із|из|з|от|від) (?:[\w-]+ ){0,2}(?:обм[іе]н|жертв|пострад|постражд|загибл|погибш|поранен|ранен|удар|влучан|попадан|атак|обстр[іе]л|числ|кільк)
"""  # noqa: E501  # one pattern a line
RETRACTS = r"""
\bretract(?:s|ed|ing|ion of)? FEWREPORT
\bwithdr(?:aws|ew) REPORT
\b(?:withdr(?:aws|ew|awn)|delet(?:es|ed)) (?:its |an? |the |his |her |their )FEWREPORT
\bdelet(?:es|ed) (?:[\w'-]+ ){0,2}(?:post|tweet|article|statement|report|story)\b
\b(?:takes|took|taken) down (?:[\w'-]+ ){0,2}(?:post|tweet|article|statement|report|story)\b
\b(?:pull|remov)(?:s|es|ed) (?:its |the |an? |his |her )?(?:article|report|story|post)\b
\bREPORT\w* (?:is|was|has been) (?:withdrawn|retracted|deleted)\b
\bREPORT\w* (?:[\w'-]+ ){0,7}(?:published|issued|sent|posted) (?:in error|by mistake)\b
\b(?:mistakenly|erroneously|wrongly) (?:reported|announced|published|posted|said)\b
\b(?:отозвал|відклика|аннулировал|анулюва)\w* FEWREPORT
\b(?:удалил|видали)\w* FEWPUBLISHED
\bснят\w* с публикации\b
\b(?:снял|знял)\w (?:с сайта |із сайту |з сайту )?(?:статью|статтю|новость|новину|публикаци|публікаці)
\b(?:убрал|прибра)\w* (?:с сайта|із сайту|з сайту|из эфира|з ефіру|із стрічки|из ленты) FEWPUBLISHED
\b(?:опроверг|спростува)\w* (?:собственн|власн|сво[юеїє]|сам\w* себе|сам\w* себя|саме себе)
\b(?:снимаем|снимаю|удаляем|знімаємо|знімаю|вилучаємо|видаляємо) (?:[\w-]+ ){0,1}(?:сообщени|публикаци|новост|повідомлен|публікаці|новин|допис)
(?:^|\n)[«"“]?(?:мы|ми) (?:ошиблись|помилились|помилилися)\b
\b(?:публикаци|публікаці|запис|сообщени|повідомленн|новост|новин|допис|пост)\w{0,2} FEW(?:удален|видален)\w*
\bприносим\w? (?:[\w-]+ ){0,2}(?:извинени|вибаченн)
\bwe (?:were wrong|got it wrong|apologi[sz]e for)\b
\b(?:ошибочно|помилково) (?:сообщ|опубликов|объяв|повідом|опублік|оголос|розісл|разосл)
"""  # noqa: E501
