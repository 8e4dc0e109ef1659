"""Endings that many Russian paradigms share."""

from bot.match.inflections.paradigms import each_with

SHORT = "н на но ны"
LONG = "ый ая ое ые ого ому ой ую ым ом ых ыми"
LONG_SOFT = "ий ая ее ие его ему ей ую им ем их ими"
PAST = "л ла ло ли в вши вший вшая вшее вшие вшего вшей вшему вшую вшим вшем вших вшими"
ACTIVE = each_with("щ", LONG_SOFT)
PASSIVE = f"{SHORT} {each_with('нн', LONG)}"
PASSIVE_E = each_with("е", PASSIVE)
PASSIVE_T = f"т та то ты {each_with('т', LONG)}"
INFINITIVE = f"ть {PAST}"
