"""Things that tell little: much of the news has them, or the kind of event says them."""


def labels(listed: str) -> frozenset[str]:
    """Return the labels that a list parts by ``;``."""
    return frozenset(" ".join(listed.split()).split("; "))


BROAD = labels("""
agent; aid; air defence; air raid alert; airspace; ambulance; ammunition; apartment
block; assault; banks; body found; bomb; border; border guards; bribe; budget; captured
village; car; charges; children; closed; collaborator; commander; compensation;
corruption; couple; court; crash; custody; detained; doctor; driver; drown; emergency
regime; energy; evacuation; explosives; factory; family; field; firefighter; flights;
foiled; foreign ministry; forest; fsb; gas; general; gru; heating; hospital; iaea;
inspection; intelligence; journalist; law; mine blast; minister; nuclear; officer;
package; parliament; peace plan; petrol; phone call; plot; power cut; power plant;
prices; prisoner swap; prosecutor; protest; radiation; railway; reactor; recruited;
refugees; released; reopened; river; road; roof; rubble; sabotage; salary; sanction;
sbu; school; search; sentence; ship; shooting; signed; spying; substation; summit;
suspect; talks; tanks; telegram; terror; test; train; treason; treaty; troops deploy;
visit; volunteers; wanted; warehouse; water supply; weapons; windows; withdrawal;
wreckage; years prison
""")

# What a report of such a kind says anyway: any arrest has a suspect.
ECHOES = labels("""
air raid alert; ambulance; assault; bomb; captured village; charges; closed; court;
crash; custody; derailed; detained; earthquake; evacuation; explosives; firefighter;
flood; mourning; power cut; prisoner swap; prosecutor; protest; released; reopened;
sabotage; sanction; search; sentence; shooting; storm; suspect; talks; wanted; warrant;
years prison
""")
