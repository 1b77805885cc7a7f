"""The operations that a training step of each approach spends most on, as torch's profiler counts them.

`python -m tests.benchmarks.dearest [--steps 3] [--only NAME]` prints a table in Markdown: the five operations with the
most CPU time of their own, with their share of that of all operations; Conv-4 on grey images of 28 pixels, one thread,
settings otherwise the program's. Python between the operations is not counted.
"""

import argparse
import sys

from torch.profiler import ProfilerActivity, profile

from tests.benchmarks.before_and_after_work import TRAINED, as_the_program_begins, training_steps

_MOST = 5
_BEGINNINGS = ("aten::", "autograd::engine::evaluate_function: ")


def dearest(name: str, steps: int) -> list[tuple[str, float]]:
    """Return the dearest operations of a training's steps and their shares, the dearest first."""
    taken, _ = training_steps(name)
    next(taken)
    with profile(activities=[ProfilerActivity.CPU]) as profiled:
        for _ in range(steps):
            next(taken)
    operations = profiled.key_averages()
    whole = sum(operation.self_cpu_time_total for operation in operations)
    ordered = sorted(operations, key=lambda operation: operation.self_cpu_time_total, reverse=True)
    return [(operation.key, operation.self_cpu_time_total / whole) for operation in ordered[:_MOST]]


def _short(name: str) -> str:
    for beginning in _BEGINNINGS:
        name = name.removeprefix(beginning)
    return name


def main() -> int:
    """Print a line for each approach."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--steps", type=int, default=3)
    parser.add_argument("--only", action="append", choices=list(TRAINED))
    asked = parser.parse_args()
    as_the_program_begins()
    sys.stdout.write("| approach | the five dearest operations, share of all operations |\n|---|---|\n")
    for name in asked.only or TRAINED:
        shown = ", ".join(f"{_short(key)} {100 * share:.0f} %" for key, share in dearest(name, asked.steps))
        sys.stdout.write(f"| {name} | {shown} |\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
