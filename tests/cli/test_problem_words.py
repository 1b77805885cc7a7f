"""The test of a run that learned a problem, as the command line shows it."""

import pytest

from workbench.cli.problem_words import show_problem
from workbench.learning.problems import problem
from workbench.operations.evaluation.evaluate_problem import ProblemReport


def figure(score: str, at: tuple[str, ...], *under: str, mean: float = 1.0) -> problem.Tested:
    return problem.Tested(score, at, under, mean, 0.1, 20)


def test_each_score_is_a_table_with_a_row_for_each_learner(capsys: pytest.CaptureFixture[str]) -> None:
    figures = tuple(
        figure(score, (count,), *under, mean=mean)
        for score, mean in (("mae", 0.7), ("ndcg5", 0.6))
        for under in ((), ("baselines", "item_mean"))
        for count in ("1", "10")
    )
    report = ProblemReport(3, "ratings", "maml", 600, 0, figures, (figure("mae", ("1",), mean=float("inf")),))
    show_problem(report, as_json=False)
    lines = capsys.readouterr().out.splitlines()
    assert "20 people" in lines[0], "not more than there are, whatever was asked for"
    assert [line.split() for line in lines if line.startswith("  ")] == [
        ["1", "10"],
        ["this", "run", "0.700", "±", "0.100", "0.700", "±", "0.100"],
        ["item", "mean", "0.700", "±", "0.100", "0.700", "±", "0.100"],
        ["nothing", "learned", "diverged"],
        ["1", "10"],
        ["this", "run", "0.600", "±", "0.100", "0.600", "±", "0.100"],
        ["item", "mean", "0.600", "±", "0.100", "0.600", "±", "0.100"],
    ]


def test_points_stand_beside_the_learner_and_steps_above_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    figures = (figure("mse", ("5", "0"), mean=3.0), figure("mse", ("5", "1"), "families", "lines", mean=2.0))
    show_problem(ProblemReport(1, "curves", "maml", 20, 0, figures, ()), as_json=False)
    rows = [line.split("  ") for line in capsys.readouterr().out.splitlines()]
    assert any("this run, 5 points" in row for row in rows)
    assert any("lines, 5 points" in row for row in rows)
