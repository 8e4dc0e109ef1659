"""A feed as lists exchange it: between feeds.yaml and OPML."""

from dataclasses import dataclass
from datetime import timedelta

from bot.config.addresses import host_name
from bot.domain.model import FeedSpec


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFeed:
    """A feed of a list; None is what the list does not say.

    `comment` stands above the feed in feeds.yaml, without its ``#``. `left_out` says which
    values of the list were no use, in words.
    """

    url: str
    title: str = ""
    publisher: str = ""
    language: str | None = None
    country: str | None = None
    tags: tuple[str, ...] = ()
    interval: timedelta | None = None
    time_zone: str | None = None
    enabled: bool = True
    comment: str = ""
    left_out: tuple[str, ...] = ()

    def spec(self, *, interval: timedelta, time_zone: str) -> FeedSpec:
        """Return the feed in a file with these defaults."""
        return FeedSpec(
            url=self.url,
            title=self.title or host_name(self.url),
            publisher=self.publisher,
            language=self.language,
            country=self.country,
            tags=self.tags,
            interval=self.interval or interval,
            time_zone=self.time_zone or time_zone,
            enabled=self.enabled,
        )


def listed(spec: FeedSpec, comment: str = "") -> ListedFeed:
    """Return a configured feed with all that is said of it."""
    return ListedFeed(
        url=spec.url,
        title=spec.title,
        publisher=spec.publisher,
        language=spec.language,
        country=spec.country,
        tags=spec.tags,
        interval=spec.interval,
        time_zone=spec.time_zone,
        enabled=spec.enabled,
        comment=comment,
    )
