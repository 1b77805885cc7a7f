"""What sentences and tables call approaches, runs and baselines."""

from workbench.facts.approaches import APPROACH_TITLES
from workbench.facts.problems import PROBLEM_TITLES
from workbench.words import marked

NAME_FACTS = {
    **{f"approach.{name}": title for name, title in APPROACH_TITLES.items()},
    **{f"problem.{name}": title for name, title in PROBLEM_TITLES.items()},
    "candidate.run": marked("{approach} (run {run})"),
    "candidate.untrained": marked("{approach}, nothing trained (run {run})"),
    "candidate.pixels": marked("the raw-pixel baseline"),
    "candidate.pixels_title": marked("Raw pixels"),
    "candidate.pretrained": marked("the pretrained network"),
    "candidate.pretrained_title": marked("Pretrained network"),
    "subject.comparison": marked("This comparison"),
    "subject.test": marked("This test"),
    "subject.pixels": marked("Raw-pixel baseline"),
    "subject.pretrained": marked("The pretrained network"),
    "subject.run": marked("Run {run}"),
}
