"""Identity alone over the polls of a feed, with the store's part in memory."""

from collections import Counter
from datetime import datetime, timedelta

from histories import Item, Poll

from bot.dedupe.identity import Known, New, judge
from bot.dedupe.keys import Candidate, Draft, keys_of, pack_draft
from bot.normalize.text import title_key
from bot.normalize.url import host, is_homepage, url_key


def candidate(item: Item, at: datetime) -> Candidate:
    published = item.published_at
    if published is not None and published > at + timedelta(minutes=10):
        published = None
    return Candidate(
        guid=item.guid,
        url_key=url_key(item.link) if item.link else None,
        homepage=bool(item.link) and is_homepage(item.link or ""),
        host=host(item.link or ""),
        title_key=title_key(item.title),
        summary=item.summary,
        published_at=published,
    )


class Reader:
    """The store's part, in memory."""

    def __init__(self) -> None:
        self.seen: dict[str, int | None] = {}
        self.hosts: frozenset[str] = frozenset()
        self.baseline_at: datetime | None = None
        self.alerts: Counter[str] = Counter()
        self.last: tuple[Draft, ...] = ()

    def read(self, poll: Poll) -> None:
        found = [candidate(item, poll.at) for item in poll.items]
        keys = keys_of(found, last=self.last)
        self.last = tuple(pack_draft(entry.draft) for entry in keys)
        judgement = judge(
            keys, seen=self.seen, baseline_at=self.baseline_at, hosts=self.hosts
        )
        if judgement.quarantine is not None:
            return
        for item, verdict in zip(poll.items, judgement.verdicts, strict=True):
            entry_id = verdict.entry_id if isinstance(verdict, Known) else len(self.seen)
            self.seen.update(dict.fromkeys(verdict.keys, entry_id))
            self.alerts[item.id] += isinstance(verdict, New)
        self.hosts |= {entry.host for entry in keys if entry.host}
        if self.baseline_at is None:
            self.baseline_at = max(
                (entry.published_at for entry in keys if entry.published_at),
                default=poll.at,
            )
