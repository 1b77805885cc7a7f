"""Damage image files of every format at random, decode each in a child process, and count what became of them.

`python -m tests.faults.image_mutants [COUNT] [SEED] [FIRST]` prints the counts as JSON, and meanwhile, on
standard error, the number to give as FIRST to go on from there. Mutant N of a seed is always the same. Of each one the
child measures the processor's time, and how far its memory rose above where it was; the parent ends a child that
is silent for long, and goes on with the next mutant in a new one.
"""

import json
import multiprocessing
import random
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np

from tests.imaging.pictures import colourful, encoded, png_16_bit, samples_of_every_format, tiff_16_bit_rgb
from tests.imaging.test_photo_formats import HEIC
from workbench.imaging.decode import decode, decode_full, inspect
from workbench.imaging.unreadable import Unreadable

MOST_SECONDS = 2.0
MOST_MEMORY = 300  # MB
_SILENCE = 20.0  # seconds, on a machine that others use too
_AT_ONCE = 250  # mutants that a child is asked for


@dataclass(frozen=True)
class Outcome:
    """What became of one mutant: "decoded", "refused", or what it must not: "crashed", "hung", or the error raised."""

    number: int
    result: str
    seconds: float
    megabytes: int


@dataclass(frozen=True)
class MutantCount:
    """What became of `tried` mutants; `amiss` are those that crashed, hung, raised, or were above a limit."""

    tried: int
    seed: int
    first: int
    decoded: int
    refused: int
    slowest: float
    largest: int
    amiss: tuple[Outcome, ...]


def count_mutants(
    count: int, seed: int, first: int = 0, on_progress: Callable[[int], None] = lambda number: None
) -> MutantCount:
    """Decode mutants `first` to `first + count` of a seed."""
    counts, amiss = Counter[str](), list[Outcome]()
    slowest, largest, number = 0.0, 0, first
    while number < first + count:
        outcomes = _in_a_child(seed, number, min(_AT_ONCE, first + count - number))
        number += len(outcomes)
        on_progress(number)
        for outcome in outcomes:
            counts[outcome.result] += 1
            slowest, largest = max(slowest, outcome.seconds), max(largest, outcome.megabytes)
            if not _is_within_limits(outcome):
                amiss.append(outcome)
    return MutantCount(
        count, seed, first, counts["decoded"], counts["refused"], round(slowest, 2), largest, tuple(amiss)
    )


def mutant(seed: int, number: int) -> bytes:
    """Return one mutant: cut, or with bytes changed, repeated, left out, or taken from another seed."""
    chance = random.Random(f"{seed} {number}")
    data = chance.choice(_SEEDS)
    kind = chance.random()
    at, length = chance.randrange(len(data)), chance.randrange(1, 200)
    if kind < 0.12:
        return data[:at]
    if kind < 0.18:
        return data[:at] + data[at + length :]
    if kind < 0.24:
        return data[:at] + data[at : at + length] * chance.choice((2, 3, 50)) + data[at:]
    if kind < 0.28:
        other = chance.choice(_SEEDS)
        return data[:at] + other[at:]
    if kind < 0.32:
        return data[:at] + bytes(length) + data[at + length :]
    changed = bytearray(data)
    reach = min(len(data), 120) if kind < 0.75 else len(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        changed[chance.randrange(reach)] = chance.choice((0, 1, 127, 128, 255, chance.randrange(256)))
    return bytes(changed)


def _seeds() -> tuple[bytes, ...]:
    larger = colourful(160, 120)
    samples = np.random.default_rng(1).integers(0, 65536, (40, 60, 4), np.uint16)
    return (
        *samples_of_every_format(),
        *(encoded(larger, format) for format in ("PNG", "JPEG", "WEBP", "AVIF", "JPEG2000", "GIF", "BMP")),
        encoded(larger, "JPEG", progressive=True),
        encoded(larger, "TIFF", compression="tiff_deflate"),
        encoded(larger.convert("P"), "PNG", transparency=3),
        encoded(larger.convert("F"), "TIFF"),
        png_16_bit(samples),
        png_16_bit(samples[..., :2]),
        tiff_16_bit_rgb(samples[..., :3]),
        HEIC,
    )


_SEEDS = _seeds()


def _is_within_limits(outcome: Outcome) -> bool:
    is_known = outcome.result in ("decoded", "refused")
    return is_known and outcome.seconds <= MOST_SECONDS and outcome.megabytes <= MOST_MEMORY


def _in_a_child(seed: int, first: int, count: int) -> list[Outcome]:
    """Decode mutants in a new process; fewer than asked for where one of them ended it or had to be ended."""
    spawned = multiprocessing.get_context("spawn")
    receiving, sending = spawned.Pipe(duplex=False)
    child = spawned.Process(target=_decode_all, args=(sending, seed, first, count))
    child.start()
    sending.close()
    outcomes: list[Outcome] = []
    try:
        while len(outcomes) < count:
            # The first answer comes after the libraries are imported.
            if not receiving.poll(_SILENCE if outcomes else 3 * _SILENCE):
                return [*outcomes, Outcome(first + len(outcomes), "hung", _SILENCE, 0)]
            outcomes.append(receiving.recv())
    except EOFError:
        return [*outcomes, Outcome(first + len(outcomes), "crashed", 0.0, 0)]
    finally:
        child.kill()
        child.join()
        receiving.close()
    return outcomes


def _decode_all(sending: Connection, seed: int, first: int, count: int) -> None:
    for sample in _SEEDS[:3]:
        _result(sample)  # What is imported at the first image is not the mutant's.
    for number in range(first, first + count):
        data = mutant(seed, number)
        before, started = _memory_from_here(), time.process_time()
        result = _result(data)
        seconds = time.process_time() - started
        sending.send(Outcome(number, result, round(seconds, 3), _peak() - before))


def _result(data: bytes) -> str:
    results: list[str] = []
    for look in (lambda: inspect(data), lambda: decode(data, 28, 1), lambda: decode_full(data, 64)):
        try:
            look()
            results.append("decoded")
        except Unreadable:
            results.append("refused")
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is counted
            return f"raised {type(error).__name__}"
    # What is refused when it is first looked at is never decoded; what passes there must not be refused later.
    return "refused later" if results[0] == "decoded" and "refused" in results else results[0]


def _memory_from_here() -> int:
    """Begin to measure the peak anew, where the system can, and return what is in use now, in MB."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")
    return _peak()


def _peak() -> int:
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) // 1024
    return 0


def _say_where(number: int) -> None:
    sys.stderr.write(f"\r{number}")


if __name__ == "__main__":
    tried, seeded, begun = (int(given) for given in (*sys.argv[1:], *("5000", "1", "0")[len(sys.argv) - 1 :]))
    sys.stdout.write(json.dumps(asdict(count_mutants(tried, seeded, begun, _say_where))) + "\n")
