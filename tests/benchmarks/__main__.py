"""The quick list of what is measured: `make bench`, some five minutes; RESULTS.md keeps what was found, and the rest.

Both sides of a comparison take turns in one run, so that they meet the same load; where other programs are at work,
nothing is compared.
"""

import argparse
import os
import subprocess
import sys

QUICK = (
    ("startup",),
    ("training_speed", "--rounds", "3"),
    ("evaluating", "--rounds", "3"),
    ("importing", "--rounds", "3", "--small", "4000", "--photographs", "200"),
    ("embedding", "--rounds", "2", "--photographs", "160"),
    ("proposing",),
)
MOST_LOAD = 0.5  # of each core


def main() -> int:
    """Run them one after the other; 1 where one missed its limit, 2 where the machine is busy."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--anyway", action="store_true", help="Also on a busy machine.")
    asked = parser.parse_args()
    load, cores = os.getloadavg()[0], os.cpu_count() or 1
    if load > MOST_LOAD * cores and not asked.anyway:
        sys.stdout.write(f"Other programs are at work (load {load:.1f} on {cores} cores): nothing was compared.\n")
        return 2
    missed = 0
    for name, *arguments in QUICK:
        sys.stdout.write(f"\n{name}\n")
        sys.stdout.flush()
        ended = subprocess.run([sys.executable, "-m", f"tests.benchmarks.{name}", *arguments], check=False)
        missed = missed or ended.returncode
    return int(missed != 0)


if __name__ == "__main__":
    sys.exit(main())
