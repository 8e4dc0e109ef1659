"""Fit bot/annotate/weights.py: ``python tools/fit_places.py OUT SET.jsonl … [--folds 5]``.

The sets are documents with the regions and countries that they name (``id lang title
summary regions countries``, maybe ``dont_care`` spans). A reading is right if one of its
places lies in one of those; the loss is that of choosing among its places and "none".
Needs numpy and scipy beside the project itself. With ``--folds`` it fits on all documents
but one part in turn, and prints how well each part is then read.
"""

import argparse
import json
import random
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from bot.annotate import (
    admit,
    american,
    choose,
    clues,
    place_clues,
    places,
    weighing,
    weights,
)
from bot.annotate.gazetteer import Flag, Gazetteer, load
from bot.annotate.packed import Spot
from bot.annotate.readings import find_readings
from bot.annotate.tokens import tokenize
from bot.domain.model import Kind

NAMES = (*clues.READING_CLUES, *place_clues.PLACE_CLUES)
ROUNDS = 3  # the context depends on the weights
RIDGE = 3.0
WEIGHTS = {"slav": 0.4, "nerel": 0.8, "lgl": 0.4, "gwn": 3.0}
OWN_DOMAIN = 10.0  # documents of the product's own kind


@dataclass(slots=True)
class Sample:
    """One reading: the clues of each place, which places are right, its weight."""

    rows: np.ndarray
    right: np.ndarray
    weight: float


def is_right(spot: Spot, doc: dict[str, Any]) -> bool:
    """Return whether a place lies in what the document is said to name."""
    if spot.region and spot.kind is not Kind.COUNTRY:
        if spot.region in doc["regions"] or spot.region in doc.get("regions_weak", ()):
            return True
        return bool(spot.flags & Flag.CAPITAL) and spot.country in doc["countries"]
    return spot.country in doc["countries"] or spot.country in doc.get("countries_weak", ())


def read(documents: Sequence[dict[str, Any]], gazetteer: Gazetteer) -> list[Sample]:
    """Return the samples of the documents, in the light of the weights as they are."""
    found: list[Sample] = []
    for doc in documents:
        text = f"{doc.get('title', '')}\n{doc['summary']}"
        shift = len(doc.get("title", "")) + 1
        tokens = tokenize(text)
        readings = list(find_readings(text, tokens, gazetteer, doc["lang"]))
        readings = american.keep(readings, tokens, gazetteer)
        if not readings:
            continue
        weighed = weighing.weigh(readings, tokens, gazetteer, doc["lang"])
        chosen = choose.choose(weighed, gazetteer, doc["lang"], None)
        context, said = choose.said_so_far(chosen, gazetteer, doc["lang"], None)
        times = choose.times_said(chosen, said)
        for one, (spot, _), sure in zip(weighed, said, times, strict=True):
            if admit.is_certain_form(one.reading, one.spots[0], tokens):
                continue
            start, end = tokens[one.reading.start].start, tokens[one.reading.end - 1].end
            skipped = any(
                start - shift < b and end - shift > a for a, b in doc.get("dont_care", ())
            )
            right = [is_right(spot, doc) for spot in one.spots]
            if skipped and not any(right):
                continue
            context.add(spot, -sure)
            rows = [
                one.clues.values
                + place_clues.of_place(
                    s,
                    p,
                    one.reading,
                    one.around,
                    signs=one.clues.signs,
                    context=context,
                )
                for s, p in zip(one.reading.senses, one.spots, strict=True)
            ]
            context.add(spot, sure)
            kind = doc["id"].split("-")[0]
            found.append(
                Sample(
                    rows=np.array(rows, dtype=float),
                    right=np.array(right),
                    weight=WEIGHTS.get(kind, OWN_DOMAIN),
                )
            )
    return found


def fit(samples: Sequence[Sample], start: np.ndarray) -> np.ndarray:
    """Return the weights, the last of them the constant, that explain the samples best."""
    rows = np.concatenate([s.rows for s in samples])
    rows = np.hstack([rows, np.ones((len(rows), 1))])
    sizes = np.array([len(s.rows) for s in samples])
    begin = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    owner = np.repeat(np.arange(len(samples)), sizes)
    right = np.concatenate([s.right for s in samples]).astype(float)
    any_right = np.add.reduceat(right, begin) > 0
    weight = np.array([s.weight for s in samples])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        points = rows @ w
        top = np.maximum(np.maximum.reduceat(points, begin), 0.0)
        raw = np.exp(points - top[owner])
        none = np.exp(-top)
        total = np.add.reduceat(raw, begin) + none
        good = np.where(any_right, np.add.reduceat(raw * right, begin), none)
        value = float((weight * (np.log(total) - np.log(good + 1e-300))).sum())
        pull = raw / total[owner]
        push = np.where(any_right[owner], raw * right / (good[owner] + 1e-300), 0.0)
        slope = rows.T @ ((pull - push) * weight[owner])
        ridge = RIDGE * w
        ridge[-1] = 0
        return value + 0.5 * RIDGE * float((w[:-1] ** 2).sum()), slope + ridge

    done = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 400})
    return np.asarray(done.x)


def use(w: np.ndarray) -> None:
    """Let the matcher use the weights."""
    cut = len(clues.READING_CLUES)
    weights.OF_READING = tuple(float(x) for x in w[:cut])
    weights.OF_PLACE = tuple(float(x) for x in w[cut:-1])
    weights.ADMIT = -float(w[-1])
    choose.STANDING_WEIGHTS = weights.OF_PLACE[: place_clues.STANDING]
    choose.IN_TEXT_WEIGHTS = weights.OF_PLACE[place_clues.STANDING :]


def train(documents: Sequence[dict[str, Any]], gazetteer: Gazetteer) -> np.ndarray:
    """Return the weights, fitted in rounds."""
    w = np.zeros(len(NAMES) + 1)
    use(w)
    for _ in range(ROUNDS):
        w = fit(read(documents, gazetteer), w)
        use(w)
    return w


def predict(documents: Iterable[dict[str, Any]]) -> list[str]:
    """Return one line for each document, as `tocsin annotate --only places` prints it."""
    lines = []
    for doc in documents:
        text = f"{doc.get('title', '')}\n{doc['summary']}"
        mentions = places.find_mentions(text, doc["lang"])
        found = [
            {
                "start": m.start,
                "end": m.end,
                "region": m.region,
                "country": m.country,
                "weak": m.weak,
            }
            for m in mentions
        ]
        lines.append(json.dumps({"id": doc["id"], "mentions": found}))
    return lines


def write(w: np.ndarray, out: Path) -> None:
    """Write the module."""
    cut = len(clues.READING_CLUES)
    text = '"""How much each clue of clues.py and place_clues.py counts.\n\n'
    text += 'Made by tools/fit_places.py.\n"""\n\n'
    text += f"ADMIT: float = {-w[-1]:.3f}\n"
    for name, names, values in (
        ("OF_READING", clues.READING_CLUES, w[:cut]),
        ("OF_PLACE", place_clues.PLACE_CLUES, w[cut:-1]),
    ):
        text += f"{name}: tuple[float, ...] = (\n"
        text += "".join(
            f"    {v:.3f},  # {n}\n" for n, v in zip(names, values, strict=True)
        )
        text += ")\n"
    out.write_text(text, encoding="utf-8")


def main() -> None:
    """Fit."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("sets", type=Path, nargs="+")
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    gazetteer = load()
    documents = [
        json.loads(line) for path in options.sets for line in path.open() if line.strip()
    ]
    if options.folds:
        lines: list[str] = []
        for fold in range(options.folds):
            held = [
                d for d in documents if zlib.crc32(d["id"].encode()) % options.folds == fold
            ]
            kept = [
                d for d in documents if zlib.crc32(d["id"].encode()) % options.folds != fold
            ]
            train(kept, gazetteer)
            lines += predict(held)
        options.out.write_text("\n".join(lines) + "\n")
        return
    random.seed(0)
    write(train(documents, gazetteer), options.out)


if __name__ == "__main__":
    main()
