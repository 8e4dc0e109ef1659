"""Reports as the stages hear them, and stories that hold them, from plain words."""

from dataclasses import replace
from datetime import datetime

from bot.annotate.about import annotate
from bot.annotate.reports import read_report
from bot.dedupe.features import Features, features_of
from bot.dedupe.story_state import StoryState


def hear_report(
    title: str, summary: str, language: str, *, at: datetime, feed_id: int
) -> Features:
    features = features_of(
        title=title,
        summary=summary,
        annotation=annotate(title, summary, language),
        report=read_report(title, summary, language, published_at=at),
        published_at=at,
        language=language,
    )
    return replace(features, feed_id=feed_id)


def tell_story(number: int, *reports: Features) -> StoryState:
    """Return a story that begins when its first report was published."""
    at = reports[0].published_at
    story = StoryState(id=number, first_at=at, last_at=at)
    for each in reports:
        story.add(each, each.terms)
    return story
