"""Whether the two shares that the slider states hold on other classes: kept known images, and unknown ones let in.

`python -m tests.benchmarks.slider DATA [--seeds N]`: each seed parts the 81 classes of groceries in two halves. The
shares are stated by one half, as for a person's own folders, and tried on the other. The shipped network, five classes
of three examples.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import numpy as np

from tests.benchmarks.archives import unpacked
from workbench.operations.labelling.known_scale import KnownScale, Share, measure_known_scale
from workbench.operations.progress import Silent
from workbench.operations.project.opening import new_project
from workbench.operations.runs.trained import PRETRAINED, load_trained
from workbench.operations.tasks.import_images import ImportRequest, import_images

KEEP = 0.95


def scale_of(classes: list[Path]) -> KnownScale:
    """Measure the scale in a project of those classes."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for image_class in classes:
            (home / "classes" / image_class.name).mkdir(parents=True)
            for file in sorted(image_class.iterdir())[:20]:
                (home / "classes" / image_class.name / file.name).symlink_to(file)
        with new_project(home / "p.mlwb") as project:
            import_images(project, home / "classes", ImportRequest(), Silent())
            scale = measure_known_scale(
                project,
                load_trained(project, PRETRAINED, "cpu"),
                way=5,
                shot=3,
                use_pile=True,
                may_draw_sample=False,
                device="cpu",
                reporter=Silent(),
            )
    if scale is None:
        raise SystemExit("Too few classes to measure on.")
    return scale


def main() -> None:
    """Write a line for each seed, and how often the shares on other classes lay in the intervals that were stated."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder that holds the archives")
    parser.add_argument("--seeds", type=int, default=20)
    request = parser.parse_args()
    root = unpacked(request.data / "grocery81_128px.zip", "grocery81")
    classes = sorted(root.glob("*/*"))
    within = np.zeros(2, int)
    for seed in range(request.seeds):
        mixed = [classes[number] for number in np.random.default_rng(seed).permutation(len(classes))]
        own, others = scale_of(mixed[: len(mixed) // 2]), scale_of(mixed[len(mixed) // 2 :])
        stated, threshold = own.at(KEEP), own.threshold(KEEP)
        line = [f"seed {seed}:"]
        truths = (
            ("kept", stated.kept_known, [episode.known for episode in others.episodes]),
            ("let in", stated.let_in_unknown, [episode.unknown for episode in others.episodes]),
        )
        for place, (name, share, episodes) in enumerate(truths):
            true = float(np.mean([float((scores >= threshold).mean()) for scores in episodes]))
            within[place] += _holds(share, true)
            line.append(f"{name} {share.value:.3f} ± {share.ci95:.3f}, on other classes {true:.3f};")
        sys.stdout.write(" ".join(line) + "\n")
        sys.stdout.flush()
    sys.stdout.write(f"within the interval: kept {within[0]}, let in {within[1]} of {request.seeds}\n")


def _holds(share: Share, true: float) -> bool:
    return abs(share.value - true) <= share.ci95


if __name__ == "__main__":
    main()
