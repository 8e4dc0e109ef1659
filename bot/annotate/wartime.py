"""Whether a sentence tells of war, or of who was hurt."""

import re

from bot.annotate.tokens import Tokens

REACH = 10  # words on each side of a name
_EVENTS = re.compile(
    r"(?:атак|обстр|удар|вдар|прил[ие]т|приліт|влуч|вибух|взрыв|дрон|шахед|геран|ракет|бпла"
    r"|бал+[иі]стик|безпілот|беспилот|[кф]пв$|fpv|каб(?:и|ы|ами|ів|ов|ам)?$|арт(?:обстр|ил+ер|удар)|м[иі]номет|рсз[во]"
    r"|[ау]в[иі]а(?:удар|бомб|нал)|бомб|розбомб|разбомб|снаряд|уламк|обломк|поранен|ранен|травмов|травмир"
    r"|загин|погиб|вбит|убит|жертв|евак|эвак|окуп|оккуп|звільн[еи]|освоб|захоп|захват|захва[тч]|штурм"
    r"|бо(?:ї|їв|ях|ям|и|ев|й|ем)$|просун|продвин|фронт|ворог|враг|росіян|рашист|зсу$|всу$|др[гґ]$"
    r"|тривог|тревог|укритт|укрыт|зби(?:т|в|л)|сби[тл]|знеструм|обесточ|пожеж|пожар|горить|горит$|дтп$|пошкодж|поврежд|зруйн|разруш"
    r"|attack|strik|struck$|hits?$|shell|drone|missile|rocket|bomb|blast|explo|uavs?$|artiller"
    r"|kill|wound|injur|died?$|dead|casualt|evacuat|captur|seiz|liberat|occup|fight|battle|clash"
    r"|assault|advanc|fire$|fires$|burn|damag|destroy|front$|frontline|troops|raid"
    r"|atak|ostrza|ostrzel|uderz|nalot|rakiet|wybuch|zgin|rann[aey]|walk[iami]*$|zabi"
    r"|\w*angriff|beschoss|beschuss|drohn|raket|explo|verletz|getotet|starb|kampf|tote)"
)


def tells_of_war(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a name's sentence tells of war or of who was hurt."""
    first, last = start, end
    while first > max(0, start - REACH) and not tokens[first].breaks:
        first -= 1
    while last < min(len(tokens), end + REACH) and not tokens[last].breaks:
        last += 1
    keys = tokens.keys
    return any(map(_EVENTS.match, keys[first:start])) or any(
        map(_EVENTS.match, keys[end:last])
    )
