"""The options of MAML, its first-order form, ANIL and Meta-SGD."""

from dataclasses import dataclass

from workbench.learning.inner_loop import head_option
from workbench.learning.options import Options, TriedRange, option
from workbench.words import marked


@dataclass(frozen=True, kw_only=True)
class MamlOptions(Options):
    """The options of MAML."""

    inner: str = option(
        "all",
        marked("Adapted part"),
        choices={"all": marked("Whole network"), "head": marked("Classifier only: faster (ANIL)")},
        basic=True,
        tried=("all", "head"),
    )
    inner_steps: int = option(3, marked("Inner steps in training"), least=1, most=50, basic=True, tried=(1, 3, 5))
    test_steps: int = option(
        0, marked("Inner steps on new classes (0: as in training)"), least=0, most=1000, basic=True
    )
    inner_rate: float = option(
        0.03, marked("Inner step size, network"), least=1e-4, most=100.0, tried=TriedRange(0.003, 0.1)
    )
    head_rate: float = option(0.4, marked("Inner step size, classifier"), least=1e-4, most=100.0)
    rates: str = option(
        "layer",
        marked("Learned inner step size"),
        choices={
            "layer": marked("Per layer"),
            "step": marked("Per layer and step"),
            "weight": marked("Per weight (Meta-SGD)"),
            "none": marked("Fixed, as in the paper"),
        },
    )
    order: str = option(
        "second",
        marked("Meta-gradient"),
        choices={"second": marked("Second order (exact)"), "first": marked("First order (faster)")},
    )
    head: str = head_option()
    centred: bool = option(True, marked("Centre features on the support mean"))
    transduction: bool = option(False, marked("Transductive testing, as in the paper"))
