"""Invented reports of a front line in three languages: what is told, and what is not.

`tests/fixtures/reports/front.tsv` has for each what should be told; `but` says what is told
instead, where we fail. A change that mends one takes it out; one that adds any fails here.
"""

from collections import defaultdict
from datetime import UTC, datetime

from report_tables import read_table

from bot.pipeline.batch import Batch, BatchEntry
from bot.store.engine import Store

COLUMNS, *TABLE = read_table("front")
ROWS = [dict(zip(COLUMNS, row, strict=True)) for row in TABLE]


async def test_each_event_is_told_once_and_each_change_of_it(file_store: Store) -> None:
    """One database is enough: `test_story_cases.py` holds both to the same decisions."""
    decided = await Batch(file_store).decide(
        [
            BatchEntry(
                id=number,
                published_at=datetime.fromisoformat(row["at"]).replace(tzinfo=UTC),
                feed=row["feed"],
                title=row["title"],
                summary=row["summary"],
                language=row["lang"],
            )
            for number, row in enumerate(ROWS)
        ]
    )
    wrong = [
        (row["title"], row["but"] or row["alert"], line["alert"], line["reason"])
        for row, line in zip(ROWS, decided, strict=True)
        if line["alert"] != (row["but"] or row["alert"])
    ]
    assert wrong == []

    told: defaultdict[str, set[str]] = defaultdict(set)
    for row, line in zip(ROWS, decided, strict=True):
        told[line["story"]].add(row["story"] or row["title"])
    assert [events for events in told.values() if len(events) > 1] == []


def test_what_is_known_to_fail_swallows_no_event() -> None:
    assert not [row for row in ROWS if row["alert"] == "new" and row["but"]]
    assert not [row for row in ROWS if row["but"] == "silent"]  # none of 67 changes
