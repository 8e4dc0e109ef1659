"""Tables that ship with the bot; NOTICE names their sources."""
