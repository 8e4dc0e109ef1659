"""What governments do, have and get, and cities do not, in English."""

# A verb and, after the bar, how words begin one of which follows it; a semicolon ends a
# pair. A city breaks records, faces floods and needs homes.
DOES = r"""
br(?:eaks|oke) | silence promise pledge$ ranks$ taboo truce ceasefire ;
face[sd] | pressure sanction isolation ultimatum tariff ;
under | pressure$ ;
need(?:s|ed) | weapon missile all(?:y|ies)$ guarantee ammunition ceasefire truce ;
needs | time$ ;
cannot|can|can't|could|couldn't | afford allow accept trust win$ rely veto block$ ;
ha[sd] | plans$ intention illusion veto ;
is|was | lying$ bluffing$ stalling$ waging$ arming$ sanction complicit negotiat ;
(?:is|was|ready|willing|open|prepared|unwilling) | talks$ deal$ negotiat dialogue truce$
  ceasefire compromise retaliat offensive sanction treaty ;
reveal(?:s|ed) | terms$ demands$ position$ stance$ ;
doubl(?:es|ed)|back(?:s|ed) | down$ ;
drag(?:s|ged) | feet$ heels$ ;
distanc(?:es|ed) | itself$ ;
th(?:inks|ought) | again$ twice$ ;
quits?|leaves|exits | treaty pact$ accord deal$ talks$ agreement convention alliance nato$ ;
ignor(?:es|ed) | calls?$ warning appeal ultimatum demands?$ deadline plea sanction ruling ;
thank(?:s|ed) | all(?:y|ies)$ partner usa?$ eu$ nato$ europe kyiv washington trump$ ;
fear(?:s|ed) | attack invasion war$ escalat russia sabotage
"""
ALWAYS = "reacts$ reacted$ acknowledges$ acknowledged$"
# What is done to a government, before these prepositions and its capital.
UPON = """
on | pressure sanctions tariffs leverage ultimatum dependence reliance depend;
against | sanctions tariffs countermeasures accusations allegations;
to | aid$ arms$ weapons ultimatum concession loyal subservient loyalty allegiance message
  signal rebuke hostile according$ handover extradit;
by | decision move$ announcement refusal threats proposal concession;
from | concessions independence;
in | trust$ faith$ confidence$
"""
LED_BY = frozenset(
    "led backed brokered sponsored installed controlled appointed friendly imposed aligned "
    "funded mediated proposed allied loyal drafted".split()
)
ALLIES = frozenset("allies ally partners proxies satellites vassals allied".split())
# After its name, so that it is not "London hospitals".
FOLLOWERS = frozenset(
    "to over from and for as after amid grows mounts rises falls on in with will is was "
    "has had must should would may could resumes resume at by until unless if when that "
    "but or including since before while remain remains continue continues ends end "
    "awaited expected take takes bite bites fail work announced lifted "
    "imposed eased".split()
)
