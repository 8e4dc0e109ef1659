from bot.annotate.gazetteer import load
from bot.pipeline.digest_cards import group_of

UKRAINE_TOLD = tuple(map(load().place, ("RU", "UA", "UA-74")))


def test_a_story_stands_under_its_region_though_another_country_matched_first() -> None:
    assert group_of(UKRAINE_TOLD, ("RU", "UA")) == "UA-74"
    assert group_of(UKRAINE_TOLD, ("UA", "RU")) == "UA-74"


def test_a_story_stands_under_the_only_country_that_is_followed() -> None:
    assert group_of(UKRAINE_TOLD, ("RU",)) == "RU"
    assert group_of(UKRAINE_TOLD, ("flood",)) == "UA-74"
