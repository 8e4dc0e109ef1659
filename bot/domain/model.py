"""The values that pass between the stages; one word per concept (docs/glossary.md).

All are frozen and keyword-only. Instants are aware UTC datetimes and end in ``_at``.
"""

from bot.domain.chats import Action, Chat, ChatState, Match, Route, Subscription
from bot.domain.entries import ParsedEntry, ParsedFeed, require_aware
from bot.domain.feeds import Document, Feed, FeedSpec, NotModified, PollReport, Validators
from bot.domain.messages import (
    AlertCard,
    Button,
    CardSource,
    Deferred,
    Delivery,
    DeliveryKind,
    DeliveryState,
    Migrated,
    Outcome,
    Outgoing,
    Rejected,
    Sent,
    Unreachable,
    Unsure,
)
from bot.domain.places import Annotation, Candidate, Kind, Mention, Place

__all__ = [
    "Action",
    "AlertCard",
    "Annotation",
    "Button",
    "Candidate",
    "CardSource",
    "Chat",
    "ChatState",
    "Deferred",
    "Delivery",
    "DeliveryKind",
    "DeliveryState",
    "Document",
    "Feed",
    "FeedSpec",
    "Kind",
    "Match",
    "Mention",
    "Migrated",
    "NotModified",
    "Outcome",
    "Outgoing",
    "ParsedEntry",
    "ParsedFeed",
    "Place",
    "PollReport",
    "Rejected",
    "Route",
    "Sent",
    "Subscription",
    "Unreachable",
    "Unsure",
    "Validators",
    "require_aware",
]
