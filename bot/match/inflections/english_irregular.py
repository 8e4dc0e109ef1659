"""English forms that no rule makes: each line a word and its forms."""

_VERBS = """
arise arose arisen | awake awoke awoken | be am is are was were been being | bear bore
borne born | beat beaten | become became | begin began begun | bend bent | bet | bind
bound | bite bit bitten | bleed bled | blow blew blown | break broke broken | breed bred
| bring brought | broadcast | build built | burn burnt | burst | buy bought | cast |
catch caught | choose chose chosen | cling clung | come came | cost | creep crept | cut
| deal dealt | dig dug | do does did done doing | draw drew drawn | dream dreamt | drink
drank drunk | drive drove driven | eat ate eaten | fall fell fallen | feed fed | feel
felt | fight fought | find found | flee fled | fling flung | fly flew flown | forbid
forbade forbidden | forecast | foresee foresaw foreseen | forget forgot forgotten |
forgive forgave forgiven | freeze froze frozen | get got gotten | give gave given | go
goes went gone going | grind ground | grow grew grown | hang hung | have has had | hear
heard | hide hid hidden | hit | hold held | hurt | keep kept | kneel knelt | know knew
known | lay laid | lead led | lean leant | leap leapt | learn learnt | leave left | lend
lent | let | lie lay lain | light lit | lose lost | make made | mean meant | meet met |
mistake mistook mistaken | overcome overcame | overtake overtook overtaken | overthrow
overthrew overthrown | override overrode overridden | overrun overran | oversee oversaw
overseen | pay paid | prove proven | put | quit | read | rebuild rebuilt | repay repaid
| retake retook retaken | rethink rethought | rewrite rewrote rewritten | ride rode
ridden | ring rang rung | rise rose risen | run ran | saw sawn | say said | see saw seen
| seek sought | sell sold | send sent | set | shake shook shaken | shed | shine shone |
shoot shot | show shown | shrink shrank shrunk | shut | sing sang sung | sink sank sunk
sunken | sit sat | slay slew slain | sleep slept | slide slid | sling slung | smell
smelt | speak spoke spoken | speed sped | spell spelt | spend spent | spill spilt | spin
spun | spit spat | split | spoil spoilt | spread | spring sprang sprung | stand stood |
steal stole stolen | stick stuck | sting stung | stride strode | strike struck stricken
| string strung | strive strove striven | swear swore sworn | sweep swept | swell
swollen | swim swam swum | swing swung | take took taken | teach taught | tear tore torn
| tell told | think thought | throw threw thrown | tread trod trodden | undergo
underwent undergone | understand understood | undertake undertook undertaken | undo
undid undone | uphold upheld | upset | wake woke woken | wear wore worn | weave wove
woven | weep wept | win won | wind wound | withdraw withdrew withdrawn | withhold
withheld | withstand withstood | wring wrung | write wrote written | misread | mislead
misled | outdo outdid outdone | outgrow outgrew outgrown | redo redid redone | remake
remade | resell resold | retell retold | unwind unwound | foretell foretold | bid bade
bidden | can could | will would | shall should | may might | free freed | agree agreed |
disagree disagreed | decree decreed | guarantee guaranteed | referee refereed | die
dying | lie lying | tie tying | vie vying | untie untying | eye eyeing | dye dyeing |
age ageing | use used using
"""
_NOUNS = """
man men | woman women | child children | person people persons | foot feet | tooth teeth
| goose geese | mouse mice | louse lice | ox oxen | die dice | knife knives | life lives
| wife wives | leaf leaves | thief thieves | half halves | wolf wolves | shelf shelves |
self selves | calf calves | loaf loaves | hoof hooves | scarf scarves | elf elves |
sheaf sheaves | wharf wharves | dwarf dwarves | penny pence | axis axes | criterion
criteria | phenomenon phenomena | bacterium bacteria | medium media | stratum strata |
datum data | index indices | matrix matrices | vertex vertices | appendix appendices |
cactus cacti | nucleus nuclei | radius radii | stimulus stimuli | fungus fungi | alumnus
alumni | syllabus syllabi | quiz quizzes | menu menus | guru gurus | emu emus | gnu gnus
| taxi taxis | ski skis | bikini bikinis | alibi alibis | ad ads | id ids | tv tvs | pc
pcs | pm pms | mp mps | ngo ngos | uav uavs | corps | iraqi iraqis | israeli israelis |
saudi saudis | pakistani pakistanis | nazi nazis | kiwi kiwis | rabbi rabbis | houthi
houthis | yazidi yazidis | bengali bengalis | somali somalis
"""
_ADJECTIVES = """
good better best | bad worse worst | far farther farthest further furthest | old elder
eldest
"""
# Endings -er and -est are inflections of these only: a bomber is no more than bomb.
_COMPARED = frozenset(
    """
    able angry big black bold brave brief bright broad busy calm cheap clean clear
    clever close cloudy cold cool costly crazy cruel dark dead deadly dear deep dense
    dirty dry dull dumb early easy faint fair false fast fat few fierce fine firm flat
    fresh friendly full funny gentle grand grave great green guilty happy hard harsh
    healthy heavy high holy hot huge humble hungry icy keen kind large late lazy lethal
    light likely little lively lonely long loose loud low lovely lucky mad mean mild
    narrow nasty near neat new nice noble noisy odd old pale plain poor pretty proud
    pure quick quiet rapid rare raw ready rich ripe risky rough rude sad safe scary
    severe sharp short shy sick silent silly simple slow small smart smooth soft sore
    steady steep stiff strange strict strong sunny sure sweet swift tall tasty tender
    thick thin tight tiny tough tricky true ugly vague vast warm weak wealthy weird wet
    white wide wild windy wise worthy young
""".split()
)
# What only looks like a form of another word.
_WHOLE = frozenset(
    """
    news corps species series wales mars hamas texas kansas dallas honduras vegas
    christmas whereas always perhaps besides sometimes overseas afterwards james naples
    brussels athens this thus his its was has does goes yes us gas bus plus less unless
    across evening morning nothing something anything everything ceiling sibling viking
    pudding darling during sterling shilling herring offspring spring string king thing
    ring wing hundred sacred kindred need feed seed deed weed reed heed speed breed
    bleed greed creed steed indeed exceed succeed proceed red bed shed sled embed shred
    fred alfred mohammed ahmed hamed mercedes hercules achilles los angeles
    being wicked rugged ragged naked crooked wretched jagged
""".split()
)


def _forms() -> dict[str, frozenset[str]]:
    """Return each irregular form with the words that it belongs to."""
    found: dict[str, set[str]] = {}
    for line in f"{_VERBS}|{_NOUNS}|{_ADJECTIVES}".split("|"):
        base, *forms = line.split() or [""]
        for form in forms:
            found.setdefault(form, set()).add(base)
    return {form: frozenset(bases) for form, bases in found.items()}


IRREGULAR = _forms()
COMPARED = _COMPARED
WHOLE = _WHOLE
