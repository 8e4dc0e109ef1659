"""What admins are shown of the feeds (pure)."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Final

from bot.chat.feeds_view import moment, named, state, summary, turn
from bot.chat.reason_view import in_words, spoken
from bot.chat.request import Keyboard, button
from bot.chat.view import Reader, health_button, label, menu_button, message, rows, zone
from bot.config.addresses import shown_url
from bot.deliver.html import Html, bold, code, fill, join
from bot.deliver.plain import line
from bot.domain.model import Outgoing
from bot.pipeline.feed_states import FeedHealth, worst_first
from bot.pipeline.verdicts import Level, Verdict

PAGE: Final = 5  # feeds on a page; each may have six lines, together below 4,096
MAX_REASON: Final = 160
MAX_ADDRESS: Final = 300
MAX_SHORT: Final = 120  # of an address in the list; all of it stands behind the button
MAX_FINDINGS: Final = 6
MAX_FINDING: Final = 300


def feeds(found: Sequence[FeedHealth], reader: Reader, page: int) -> Outgoing:
    """Return a page of the feeds, the bad ones first, each with a button to see more."""
    say = reader.texts.gettext
    if not found:
        return message(say("No feeds are configured."), buttons=((menu_button(reader),),))
    shown = turn(worst_first(found), "af", page, PAGE)
    details = [
        button(label(each.feed.spec.title), "ad", each.feed.id, shown.number)
        for each in shown.shown
    ]
    elsewhere = (health_button(reader), menu_button(reader))
    heading = fill(say("Feeds ({zone})"), zone=zone(reader))
    return message(
        bold(heading) + "\n" + summary(found, reader),
        *(
            join("\n", (_head(each, reader), *_troubles(each, reader)))
            for each in shown.shown
        ),
        buttons=(*rows(details, 2), shown.turns, elsewhere),
    )


def _head(health: FeedHealth, reader: Reader) -> Html:
    return named(health) + " — " + state(health, reader)


def _troubles(
    health: FeedHealth, reader: Reader, *, address: int = MAX_SHORT
) -> Iterator[Html | str]:
    """Yield a line for each thing that an admin may want to act on."""
    say, plural = reader.texts.gettext, reader.texts.ngettext
    feed = health.feed
    if feed.failures:
        if feed.last_error:
            yield line(in_words(feed.last_error, reader), MAX_REASON)
        failures = plural(
            "{count} failure in a row", "{count} failures in a row", feed.failures
        ).format(count=feed.failures)
        yield f"{failures}; {_next_poll(health, reader)}"
    if health.silence is not None:
        yield _silence(health, health.silence, reader)
    if health.move is not None:
        yield fill(
            say("It has answered from {url} since {time}: write that into feeds.yaml."),
            url=code(line(shown_url(health.move.url), address)),
            time=moment(health.move.since, reader),
        )
    if feed.possible_gaps:
        yield _gaps(health, reader)
    if feed.trust.lies:
        yield say(
            "Its server said “unchanged” when the feed had changed; now it is always "
            "read in full."
        )


def _next_poll(health: FeedHealth, reader: Reader) -> str:
    say = reader.texts.gettext
    if health.feed.next_poll_at <= reader.now:
        return say("next poll: now")
    when = moment(health.feed.next_poll_at, reader)
    return say("next poll: {time}").format(time=when)


def _silence(health: FeedHealth, silence: timedelta, reader: Reader) -> str:
    longest = health.feed.rhythm.longest_gap or timedelta(0)
    return reader.texts.gettext(
        "Nothing new for {length}; the longest silence before: {longest}"
    ).format(length=reader.texts.duration(silence), longest=reader.texts.duration(longest))


def _gaps(health: FeedHealth, reader: Reader) -> str:
    feed = health.feed
    told = reader.texts.ngettext(
        "{count} possible gap between polls",
        "{count} possible gaps between polls",
        feed.possible_gaps,
    ).format(count=feed.possible_gaps)
    if feed.last_gap_at is None:
        return told
    last = reader.texts.gettext("the last one {time}")
    return f"{told}, {last.format(time=moment(feed.last_gap_at, reader))}"


def feed(health: FeedHealth, reader: Reader, page: int) -> Outgoing:
    """Return all that is known of a feed; `page` is where the list goes on."""
    say = reader.texts.gettext
    back = button(say("Back"), "af", page)
    feed_id = health.feed.id
    again = button(say("Refresh"), "ad", feed_id, page)
    poll = button(say("Poll now"), "ar", feed_id, page)
    test = button(say("Test"), "at", feed_id, page)
    held = (
        button(say("Resume"), "ao", feed_id, page)
        if health.feed.is_held
        else button(say("Pause"), "ap", feed_id, page)
    )
    spec = health.feed.spec
    locale = reader.texts.locale
    country = spec.country and locale.territories.get(spec.country, spec.country)
    language = spec.language and locale.languages.get(
        spec.language.replace("-", "_"), spec.language
    )
    about = [spec.publisher, country or "", language or "", *spec.tags]
    described = line(", ".join(part for part in about if part), MAX_REASON)
    first = (test, held) if health.feed.is_held else (poll, test, held)
    buttons: Keyboard = (first, (back, again))
    return message(
        join(
            "\n",
            (
                _head(health, reader),
                code(line(shown_url(spec.url), MAX_ADDRESS)),
                *((described,) if described else ()),
            ),
        ),
        join("\n", list(_troubles(health, reader, address=MAX_ADDRESS))),
        join("\n", list(_polls(health, reader))),
        join("\n", list(_pace(health, reader))),
        buttons=buttons,
    )


def _polls(health: FeedHealth, reader: Reader) -> Iterator[Html | str]:
    say = reader.texts.gettext
    feed = health.feed
    yield bold(fill(say("Polls ({zone})"), zone=zone(reader)))
    for template, at in (
        (say("Last polled: {time}"), feed.last_polled_at),
        (say("Last read: {time}"), feed.last_success_at),
        (say("Newest entry taken in: {time}"), feed.rhythm.last_new_at),
    ):
        yield fill(template, time=say("not yet") if at is None else moment(at, reader))
    if not feed.failures:
        next_poll = _next_poll(health, reader)
        yield next_poll[:1].upper() + next_poll[1:]


def _pace(health: FeedHealth, reader: Reader) -> Iterator[Html | str]:
    say = reader.texts.gettext
    rhythm, spec = health.feed.rhythm, health.feed.spec
    yield fill(
        say("Longest pause between polls: {length}"),
        length=reader.texts.duration(spec.interval),
    )
    if rhythm.average_gap is None:
        yield say("Its pace is not known yet.")
        return
    yield fill(
        say("A new entry every {length} on average"),
        length=reader.texts.duration(rhythm.average_gap),
    )
    if rhythm.longest_gap is not None and health.silence is None:
        yield fill(
            say("Longest silence: {length}"),
            length=reader.texts.duration(rhythm.longest_gap),
        )


def refreshed(at: datetime | None, reader: Reader) -> str:
    """Return the notice when the feed is polled."""
    say = reader.texts.gettext
    if at is None:
        return say("This feed is paused.")
    if at <= reader.now:
        return say("Polling it now; look again in a moment.")
    when = moment(at, reader)
    return say("Its server asked for a pause; next poll: {time}.").format(time=when)


def testing(health: FeedHealth, reader: Reader) -> Outgoing:
    """Return that the feed is being tested."""
    return message(
        bold(line(health.feed.spec.title, MAX_ADDRESS)),
        reader.texts.gettext("Fetching and reading it…"),
    )


def tested(health: FeedHealth, verdict: Verdict, reader: Reader, page: int) -> Outgoing:
    """Return what a test found, as ``tocsin check`` says it in English."""
    say = reader.texts.gettext
    feed_id = health.feed.id
    word = {
        Level.OK: say("✅ In order"),
        Level.WARNING: say("⚠️ Read, with something to fix"),
        Level.ERROR: say("⛔ Cannot be read"),
    }[verdict.level]
    findings = [
        join(
            "\n",
            (
                f"• {line(spoken(each.reason, reader), MAX_FINDING)}",
                f"→ {line(spoken(each.advice, reader), MAX_FINDING)}",
            ),
        )
        for each in verdict.findings[:MAX_FINDINGS]
    ]
    return message(
        bold(line(health.feed.spec.title, MAX_ADDRESS)) + "\n" + word,
        join("\n", list(_read(verdict, reader))),
        join("\n", findings),
        buttons=(
            (
                button(say("Back"), "ad", feed_id, page),
                button(say("Test again"), "at", feed_id, page),
            ),
        ),
    )


def _read(verdict: Verdict, reader: Reader) -> Iterator[Html | str]:
    say, plural = reader.texts.gettext, reader.texts.ngettext
    if verdict.entries is None:
        return
    count = plural("{count} entry", "{count} entries", verdict.entries)
    yield count.format(count=reader.texts.number(verdict.entries))
    if verdict.newest_at is not None:
        age = reader.texts.relative(reader.now - verdict.newest_at)
        yield fill(say("Newest entry: {time}"), time=age)
    if verdict.format:
        yield fill(say("Format: {format}"), format=verdict.format)
