import itertools
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.route.digest import Ranked, arrange

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
stories = st.lists(
    st.builds(
        lambda number, group, publishers, precision, minutes: Ranked(
            id=number,
            group=group,
            origins=publishers,
            precision=precision,
            at=NOW - timedelta(minutes=minutes),
        ),
        st.integers(1, 10_000),
        st.sampled_from(["", "UA-59", "UA-63", "RU-BEL"]),
        st.integers(1, 9),
        st.integers(0, 2),
        st.integers(0, 900),
    ),
    unique_by=lambda story: story.id,
)


@given(stories, st.randoms(use_true_random=False))
def test_all_stories_stand_once_whatever_order_they_came_in(
    given_stories: list[Ranked], chance: object
) -> None:
    shuffled = list(given_stories)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]  # a random.Random

    arranged = arrange(shuffled)

    assert arranged == arrange(given_stories)
    assert sorted(s.id for s in arranged) == sorted(s.id for s in given_stories)
    groups = [story.group for story in arranged]
    changes = [g for i, g in enumerate(groups) if i == 0 or groups[i - 1] != g]
    assert len(changes) == len(set(groups))
    for before, after in itertools.pairwise(arranged):
        if before.group == after.group:
            assert before.weight > after.weight
