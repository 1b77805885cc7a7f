"""A network of numbers: layers with ReLU between them."""

from itertools import pairwise

from torch import Tensor, nn

from workbench.learning.networks.encoders import Encoder, Takes


class Layers(Encoder):
    """Maps numbers (n, widths[0]) to vectors (n, widths[-1]) by linear layers, each with a ReLU after it.

    With widths of 1, 40 and 40, and one output, it is the network of Finn, Abbeel & Levine, 2017, section 5.1.
    """

    takes: Takes = "numbers"

    def __init__(self, *widths: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            *(layer for before, after in pairwise(widths) for layer in (nn.Linear(before, after), nn.ReLU()))
        )
        self.dimension = widths[-1]

    def forward(self, numbers: Tensor) -> Tensor:
        return self.layers(numbers)
