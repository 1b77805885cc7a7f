"""Arguments and options that several commands take."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from workbench.facts.fit import Fit


class ComputingEngine(StrEnum):
    """Where runs are trained."""

    LOCAL = "local"
    RAY = "ray"


class TestedRole(StrEnum):
    """Which classes are tested."""

    META_TRAIN = "meta-train"
    META_VALIDATION = "meta-validation"
    META_TEST = "meta-test"


ProjectArgument = Annotated[Path, Argument(metavar="PROJECT.mlwb", help="The project file.")]
FolderArgument = Annotated[Path, Argument(metavar="FOLDER")]
SourceArgument = Annotated[Path, Argument(metavar="FOLDER|TABLE")]
Json = Annotated[bool, Option("--json", help="Print one JSON object as the last line of standard output.")]
Way = Annotated[int, Option(help="Classes per episode.")]
Shot = Annotated[int, Option(help="Examples per class in an episode.")]
Query = Annotated[int, Option(help="Queries per class in an episode.")]
MixTasks = Annotated[
    bool,
    Option("--mix-tasks/--within-task", help="Draw the classes of an episode from all folders, or from a single one."),
]
AugmentImages = Annotated[
    bool,
    Option(
        "--augment-images",
        "--vary-images",  # Its former name, which scripts may still give.
        help="Augment images: slight rotation, shear, scaling and shifts, redrawn in each episode.",
    ),
]
Seed = Annotated[int, Option(help="The same seed gives the same episodes.")]
DeviceName = Annotated[str, Option(help="auto, cpu, cuda or mps.")]
TraitsOption = Annotated[
    Path | None, Option(metavar="TABLE.csv", help="A table of traits: one row per class, one column per trait.")
]
TrainedRun = Annotated[str, Option(help="latest, or a run number.")]
FitOption = Annotated[
    Fit | None,
    Option(help="How images become squares; by default the run's own, or what suits the validation classes."),
]
WorkersOption = Annotated[
    int | None, Option(min=1, help="Runs trained at a time; by default 1, on a cluster as many as it can.")
]
EngineOption = Annotated[ComputingEngine, Option(help="local: on this computer; ray: on a Ray cluster.")]
AddressOption = Annotated[
    str | None, Option(metavar="HOST:PORT|auto", help="A cluster that is there; by default Ray is started here.")
]
RunOption = Annotated[str, Option(help="latest, pretrained, or a run number.")]
LabellingRun = Annotated[
    str,
    Option(
        help="auto: what the newest search found, or the best of the runs trained since; latest, pretrained, or a run "
        "number."
    ),
]
PageOption = Annotated[
    str | None,
    Option(metavar="N|max", help="Page of files that have several; max: the brightest of all, pixel by pixel."),
]
ChannelsOption = Annotated[
    str | None,
    Option(metavar="R,G,B", help="Three channels of files that have several, shown as red, green and blue."),
]
