"""Who is in hospital or could not be saved, as letters (:mod:`bot.annotate.toll_rules`)."""

from bot.annotate.toll_counts import COUNT, COUNTED, COUNTED_ALONE, WHO

_END = r"(?=[.,f&go:;!-]|$)"
# Each with letters without any of which it need not be tried.
CARE = (
    # «Двоє у лікарні», «сторож потрапив до лікарні з опіками», "ein Arbeiter liegt im ..."
    (rf"{COUNTED}[OJP]?[bp+]{{0,3}}[f~]a?[JO]{{0,2}}(?P<what>F){_END}", "F"),
    # "Two are in hospital"
    (rf"(?P<count>{COUNT})b{{1,3}}fa?J{{0,2}}(?P<what>F){_END}", "F"),
    # «У лікарню з пораненням ноги потрапив пенсіонер»
    (rf"[f~]J?F[go][JO]{{0,2}}(?P<what>R)O{{0,2}}b?[pC]b?{COUNTED_ALONE}", "R"),
    (rf"{COUNTED}b{{0,3}}f?a?[JO]{{1,2}}(?P<what>1){_END}", "1"),  # in a grave condition
    (rf"{COUNTED}b{{0,3}}f(?P<what>1)[JO]", "1"),  # Polish has the adjective behind it
    # «Двом жінкам надали допомогу», "two people needed medical treatment"
    (rf"(?P<count>{COUNT}{WHO}?|Q)b{{0,2}}3[JF]{{0,2}}(?P<what>[2I])", "2I"),
    (rf"(?P<count>{COUNT}{WHO})[b3][JO]?(?P<what>2)", "2"),
    (rf"(?P<count>{COUNT}{WHO})b{{1,3}}(?P<what>I)(?=[.,&]|$|fa?J{{0,2}}[PF])", "I"),
    # "Was left with head injuries"
    (rf"{COUNTED}b{{1,2}}fa?N?[JO]{{0,2}}(?P<what>R)", "R"),
    (rf"(?P<what>R)f(?P<count>{COUNT}{WHO}|a?Q|J{{0,2}}S)(?=[.,&]|$)", "R"),
    (r"(?P<what>w)O(?P<count>J{0,2}S)", "w"),  # «посічено уламками водія»
    (rf"4[f!]a?(?P<what>i)o?(?P<count>{COUNT}{WHO}|a?J{{0,2}}S)", "4"),  # fight for a life
)
SAVED = (
    rf"(?P<what>M)b?{COUNTED}!(?=[JO])",  # «врятувати жінку не вдалося»
    rf"iJ{{0,2}}{COUNTED}(?P<what>M)!(?=[JO])",
    rf"{COUNTED}J?!(?P<what>M)",  # "did not survive"
    rf"{COUNTED}(?P<what>M)!",  # German has "not" behind it
    rf"{COUNTED}t(?P<what>M)",  # and Polish another word for it
    r"(?P<count>[PS])tOb?(?P<what>M)",
    rf"i(?P<what>j)b?{COUNTED}",  # «śmierć poniosła emerytka»
)
