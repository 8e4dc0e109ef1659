"""What German and Polish texts call places, given the keys by which we know them."""

from bot.annotate import declined, only_words, polish_regions, polish_towns, respelled_west
from bot.annotate.gazetteer import Gazetteer
from bot.annotate.tokens import Tokens


def call_places(tokens: Tokens, gazetteer: Gazetteer, language: str) -> None:
    """Rename what a German or Polish text calls places; leave others as they are.

    For "Charkiwer Behörden", «woj. lubelskie», "Konstantinowka".
    """
    if language not in {"de", "pl"}:
        return
    only_words.call_words(tokens, gazetteer, language)
    if language == "de":
        declined.cut_genitives(tokens, gazetteer)
        declined.cut_adjectives(tokens, gazetteer)
    else:
        polish_regions.call_regions(tokens, gazetteer)
        polish_towns.call_places(tokens, gazetteer)
    respelled_west.call_respelled(tokens, gazetteer, language)
