"""Words that many languages have, and write with capitals in headlines."""

# Mostly loanwords: what sounds like one of them in another script is no name. Without them
# a query for «станція» would meet a headline that begins with "Stance".
SHARED = """
academic academy accent accident active actor address administration admiral adventure
agency agent agree airport alarm album alcohol alternative ambassador analysis analyst
angel antenna apparatus appeal arcade architecture archive argument army arsenal
artillery aspect asylum atmosphere attack author automobile avenue bacteria balance
baron barrier battalion battery berries biography block bomb bonus boycott brigade
bronze budget business cabinet camera campaign candidate capital captain career
carnival carrier catalog catastrophe category center central ceremony character
characteristic chief chronicle classic client climate clinic club coalition colleague
collection college colonel color command commander comment commission committee
communication communist company compass competence component computer concept concert
conclusion concrete condition conference conflict congress constant constitution
construction consul consultant contact container content context continent contract
contrast control convoy copper corner corporation corridor corruption cosmos council
credit crest criminal crisis criterion critic crystal culture cyclone dance debate
decade declaration decoration defense delay delegation democracy democrat
demonstration department deputy derive detail detective device diagnosis dialogue
diplomat directive director discount discuss discussion distance division doctor
doctrine document dollar domestic donor dosage double drone dynamic economic economy
effect election electric electron element elite embassy emergency emigrant energetic
energy engineer epidemic episode equator escort ethics evacuation evolution exam
exotic experiment expert explosion export express extreme fabric factor factory
fashion federal festival fiasco fiction figure filter finance financial finish
folklore forest formal format formula forum fraction fragment front function gallery
garage gas gazette general generation genius genocide genre governor graphics
guarantee guard gymnast history hollow horizon hospital hostage hotel humanitarian
humor hybrid ideal ideology illusion imperial import impulse incident index individual
industry infection inflation information infrastructure initiative innovation
inspector instance institute instruction instrument intellect intensive interest
interim international internet interview intrigue invasion investment investor
isolation journal journalist kitchen laboratory leader legal lesson liberal library
license limit line liter literature local logic machine magazine magnet major manager
mandate maneuver manifest marathon market marshal massive master material mathematics
matter mechanism media medical medicine memorial metal method migrant migration
military militia million minimum minister ministry minute missile mission mobile model
module moment monitor monument moral motive motor museum music narcotic nation
national natural navigation negative neutral newest normal notary object objective
officer official opera operation operator opposition optimal orbit orchestra order
organ organization orientation original outsider palace panel panic parade paradox
parallel parish park parlament parliament parole participant partner party passive
passport patriot patrol pause payroll pension period person perspective petition phase
photo photograph physics pilot pioneer pirate plan planet plant plastic platform poet
police policy polite politician politics popular port portal portion portrait position
positive post potential power practice precedent premiere presentation president press
price prime prince principle prison private problem procedure process product
production profession professional professor profile profit prognosis program
programme progress project promotion propaganda prophecy proportion prosecutor protest
provider province provocation psychology public publication pulse radical radio ration
reaction real realism reality receipt receive recipe reconstruction record reform
refugee regime region regular rehabilitation religion report reporter republic
reputation reserve reservist residence resolution resource restaurant result resume
retro revision revolution rhythm ritual robot rocket role romance sabotage salute
sanction scandal scenario scene scheme school science sculpture season second secret
secretary section sector security segment selection seminar senate senator sensation
sergeant serial series seriously service session severe sewer signal situation skeptic
smartphone sociology soldier solidarity specialist spectacle sponsor sport stadium
stance standard start state station statistics statue status stimulus story strain
strange strategy street stress stroke structure student studio style subject subsidy
sudden suicide summit super supper surprise symbol symptom synthesis system talent
tank tariff technique technology telephone television temperature tempo tendency term
terminal territory terror terrorism terrorist test text theater theatre theme theory
thesis title tourism tourist tower tractor trade tradition traffic tragedy train
trainer training transit transport tribunal tribune triumph trivial trophy tropical
tunnel type ultimatum union unique universal university vacation vaccine vacuum
variant vector version veteran victim victory video village virtual virus visa visit
visitor vitamin volcano volunteer wagon war warrant widely widow zone
""".split()
