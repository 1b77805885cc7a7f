"""Learning a classifier for new classes does not wait for torch's compiler."""

import subprocess
import sys
from pathlib import Path

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


def test_a_classifier_is_fitted_without_the_compiler() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[0, 0, 1, 1] []"
