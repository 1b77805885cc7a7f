"""Neither learning a classifier nor meta-training waits for torch's compiler, or keeps it in memory."""

import subprocess
import sys
from pathlib import Path

from workbench.learning import APPROACHES

PROGRAM = """
import sys, torch
from workbench import learning
kind = learning.approach_named("transfer")
encoder = learning.build_encoder(learning.encoder_kind("efficientnet-lite0"), 224, 3)
approach = kind(encoder, learning.EpisodeShape(way=2, shot=2, query=1), kind.options_kind()).eval()
vectors = torch.randn(4, 1280) + torch.tensor([[0.0], [0.0], [3.0], [3.0]])
named = approach.adapt(learning.Support(vectors, torch.tensor([0, 0, 1, 1]), 2))(vectors).argmax(1)
print(named.tolist(), [name for name in ("torch._dynamo", "sympy") if name in sys.modules])
"""


TRAINING = """
import sys, numpy as np, torch
from workbench import learning
from workbench.learning.sampling import EpisodeSampler, Pool
images = torch.randint(0, 256, (24, 1, 16, 16), dtype=torch.uint8)
pool = Pool(images, np.repeat(np.arange(4), 6), np.zeros(4, np.int64))
shape = learning.EpisodeShape(way=2, shot=2, query=2, training_classes=4)
for kind in learning.APPROACHES:
    approach = kind(learning.build_encoder(learning.encoder_kind("conv4"), 16, 1), shape, kind.options_kind())
    sampler = EpisodeSampler(pool, approach.training_shape(shape, kind.options_kind()), seed=0, mix_tasks=True)
    training = learning.Training(approach, learning.Plan(2, 1, 1e-3, 100, 1))
    before = [weight.detach().clone() for weight in approach.parameters()]
    steps = list(learning.train(training, sampler, None))
    moved = any(not torch.equal(*pair) for pair in zip(before, approach.parameters(), strict=True))
    print(kind.name, len(steps), moved, "torch._dynamo" in sys.modules)
"""


def printed_by(program: str) -> list[str]:
    ran = subprocess.run(
        [sys.executable, "-c", program], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    return ran.stdout.splitlines()


def test_a_classifier_is_fitted_without_the_compiler() -> None:
    assert printed_by(PROGRAM) == ["[0, 0, 1, 1] []"]


def test_every_approach_is_trained_without_the_compiler() -> None:
    lines = printed_by(TRAINING)
    assert lines == [f"{kind.name} 2 True False" for kind in APPROACHES]
