"""Searches a project in a process of its own, or goes on with its search, and prints a dot at each report.

`python -m tests.operations.search.search_process PROJECT [TRIALS ENGINE WORKERS]`
"""

import sys
from dataclasses import replace
from pathlib import Path

from workbench.errors import UserError
from workbench.operations.engines.train_many import EngineChoice
from workbench.operations.project.opening import open_to_work
from workbench.operations.search.history import describe_searches
from workbench.operations.search.search_project import resume_search, search_project
from workbench.operations.search.search_request import SearchRequest
from workbench.words import Message

QUICK = ("prototypical@efficientnet-lite0", "matching@efficientnet-lite0", "r2-d2@conv4", "siamese@conv4")
ASKED = SearchRequest(
    3600, way=3, shot=1, query=2, trials=5, episodes=36, learns=False, learners=QUICK, validation_episodes=8
)


class Dots:
    """Prints a dot at each report, so that whoever reads them knows how far it is."""

    def report(self, share: float | None, text: Message) -> None:
        sys.stdout.write(".")
        sys.stdout.flush()


def main() -> int:
    """Search; 0 once something is found."""
    path, trials, engine, workers = [*sys.argv[1:], *[str(ASKED.trials), "local", "1"][len(sys.argv) - 2 :]]
    choice = EngineChoice("ray" if engine == "ray" else "local", int(workers), device="cpu")
    with open_to_work(Path(path)) as project:
        if describe_searches(project):
            resume_search(project, Dots(), engine=choice)
        else:
            search_project(project, replace(ASKED, trials=int(trials)), Dots(), engine=choice)
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except UserError as error:
        sys.exit(str(error))
