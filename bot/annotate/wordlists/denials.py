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
\bне соответству\w+ действительности
\bне відповіда\w+ дійсності
\b(?:is|are) (?:not true|untrue|false|a lie|fake)\b
\b(?:dismiss|reject|describ)\w+ (?:[\w'-]+ ){1,6}as [\"“']?(?:fake|fiction|an? lie|lies|false|untrue|baseless|nonsense|propaganda|invent|fabricat|disinformation)
\bназва\w+ (?:[\w'-]+ ){0,4}(?:фейк|ложь|брехн|неправд|вымысл|вигадк|вкид|вброс|маячн)
\bназва\w+ [«"“]?провокац\w+[»"”]? (?:сообщени|заявлени|обвинени|публикаци|повідомленн|заяв|звинуваченн|публікаці)
\bне име\w+ (?:никакого |ничего )?(?:отношени\w+|общего)\b
\bне ма\w+ (?:жодного |нічого )?(?:стосунку|відношення|спільного)\b
\bне ?(?:причаст|причетн)\w+
\b(?:not involved in|no involvement in|no part in)\b
\bnot our (?:operation|doing|work|missile|drone|troops)\b
\bне наш\w* (?:операці|операци|ракет|дрон|безпілот|беспилот|робот|работ|рук)
[-–—] (?:це |это )?(?:фейк|неправда|ложь|брехня|вигадка|выдумка|вымысел)\b
[«"“](?:це|это) (?:[\w-]+ ){0,1}(?:фейк|неправда|ложь|брехня|вигадка|выдумка|вымысел)\b
: (?:україна|украина|росія|россия|рф|зсу|всу|ми|мы) (?:[\w-]+ ){0,3}не (?:обстр|атак|бил[аи]?\b|бомб|завда|нанос|ударя|запуск)\w*
^(?:фейк|неправда|ложь|брехня|fake|false):\s
\b(?:атаки|удар[ау]|авар[иі][иії]|утечки|витоку|прор[ыи]в[ау]|нападени[яе]|нападу|вторжения|вторгнення) (?:[\w-]+ ){0,4}не было\b
\b(?:атаки|удар[ау]|авар[иі][иії]|утечки|витоку|прор[ыи]в[ау]|нападени[яе]|нападу|вторжения|вторгнення) (?:[\w-]+ ){0,4}не було\b
\b(?:жодн|ніяк|никак)\w+ (?:прор[ыи]в|атак|удар|обстр[еі]л|авар|утеч|витік|витоку|эвакуац|евакуац)\w* (?:немає|не було|нет|не было)\b
\b(?:про нібито|о якобы) [^\n.:]+: ?[«"“]
"""  # noqa: E501
UNTRUE_GATE = (
    "true|fals|a lie|fake| as |involve|part in|not our|не |"
    "непри|неправ|фейк|лож|брех|выдум|вигад|вымы|вкид|вброс|маяч|провокац|якобы|нібито|нет|немає"
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
\bdid not (?:shoot|strike|attack|hit|shell|target|bomb|cross|enter|carry out)\b
\bwas not an? (?:attack|terror|drone|missile|act of|strike)
\bне (?:був|була|було|был|была|было) (?:терактом|диверс\w+|атакою|атакой|нападом|нападением|ударом)\b
\bthere (?:was|has been) no (?:strike|attack|leak|breach|explosion|blast|incursion|accident)\b
\b(?:ніхто|никто) не (?:здавав|сдавал|оголошував|объявлял)\b
\bпід (?:нашим|українським|контролем зсу)
\bпод (?:нашим|украинским) контролем
\b(?:says?|said) (?:there (?:is|was|were) )?no (?:fires?|damage|hits?|strikes?|blasts?)\b
\b(?:пожар|возгоран|взрыв|прилет|попадан)\w* (?:[\w-]+ ){0,4}(?:нет|не было)\b
\b(?:пожеж|вибух|влучан|займан)\w* (?:[\w-]+ ){0,4}(?:немає|не було)\b
"""  # noqa: E501
