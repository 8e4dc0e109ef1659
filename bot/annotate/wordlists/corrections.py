"""Phrases by which a report corrects or takes back an earlier one: one pattern a line.

``REPORT`` stands for what is corrected, ``PUBLISHED`` for what can be deleted, ``FEW`` for
up to three words.
"""

# One of them stands in each phrase; looking for them costs next to nothing.
GATE = """
correct clarif retract withdr earlier delet revis lowers lowered mistak errone wrong error
уточн исправ виправ поправ отозва відклика удал видал аннулир анул снят ошиб помилк
снизил зменш знизил скорр скориг berichtig korrektur sprostowanie
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
\b(?:an|its|the|this|their|his|her) earlier (?:report|statement|version|figure|toll|post) (?:gave|said|had|put|mis|over|under)
\b(?:an|its|the|this|their|his|her) earlier (?:report|statement|version|figure|toll|post) (?:was )?(?:incorrect|wrong)
\b(?:исправил|виправи|скорректировал|скоригува)\w* FEWREPORT
\b(?:уточнил|уточни)\w* FEW(?:ранее|утренн|прежн|раніше|ранков|попередн)
\b(?:уточнил|уточни)\w*: [^\n.]{0,60}\bне [^\n.,]{1,40}, а\b
\b(?:ранее|раніше) [^\n.]{0,60}\b(?:неверн|ошибочн|помилков|невірн|хибн)
\btoll (?:is |was |has been )?(?:revised|lowered|corrected)\b
\b(?:revises|revised|lowers|lowered) FEW(?:toll|number|figure|count)
\b(?:снизил|зменшил|знизил)\w* FEW(?:число|количество|кількість)
"""  # noqa: E501  # one pattern a line
RETRACTS = r"""
\bretract(?:s|ed|ing|ion of)? FEWREPORT
\bwithdr(?:aws|ew) REPORT
\b(?:withdr(?:aws|ew|awn)|delet(?:es|ed)) (?:its |an? |the |his |her |their )FEWREPORT
\bREPORT\w* (?:is|was|has been) (?:withdrawn|retracted|deleted)\b
\bREPORT\w* FEW(?:published|issued|sent|posted) (?:in error|by mistake)\b
\b(?:mistakenly|erroneously|wrongly) (?:reported|announced|published|posted|said)\b
\b(?:отозвал|відклика|аннулировал|анулюва)\w* FEWREPORT
\b(?:удалил|видали)\w* FEWPUBLISHED
\bснят\w* с публикации\b
\b(?:ошибочно|помилково) (?:сообщ|опубликов|объяв|повідом|опублік|оголос|розісл|разосл)
"""
