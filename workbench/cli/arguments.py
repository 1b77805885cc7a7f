"""Arguments and options that several commands take."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

from typer import Argument, Option


class TestedRole(StrEnum):
    """Which classes are tested."""

    META_TRAIN = "meta-train"
    META_VALIDATION = "meta-validation"
    META_TEST = "meta-test"


ProjectArgument = Annotated[Path, Argument(metavar="PROJECT.mlwb", help="The project file.")]
FolderArgument = Annotated[Path, Argument(metavar="FOLDER")]
Json = Annotated[bool, Option("--json", help="End with one JSON object on the last line of standard output.")]
Way = Annotated[int, Option(help="Classes in an episode.")]
Shot = Annotated[int, Option(help="Examples of each class.")]
Query = Annotated[int, Option(help="Queries of each class.")]
MixTasks = Annotated[
    bool, Option("--mix-tasks/--within-task", help="Draw the classes of an episode from all tasks, or from one.")
]
Seed = Annotated[int, Option(help="The same seed gives the same episodes.")]
DeviceName = Annotated[str, Option(help="auto, cpu, cuda or mps.")]
TraitsOption = Annotated[
    Path | None, Option(metavar="TABLE.csv", help="A table of traits: a row for each class, a column for each trait.")
]
TrainedRun = Annotated[str, Option(help="latest, or the number of a run.")]
RunOption = Annotated[str, Option(help="latest, pretrained, or the number of a run.")]
