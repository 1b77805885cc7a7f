"""The benchmark of fidelity goes on where it was killed, measures nothing twice, and keeps to its budget."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.benchmarks.fidelity.budget import TINY, CpuSpent
from tests.benchmarks.fidelity.measuring import Figure, Orphaned, measure
from tests.benchmarks.fidelity.plans import CELLS, PAPERS, PLANS, Planned, budgets
from tests.benchmarks.fidelity.queue import figures_in, keep_figure, run_all
from tests.benchmarks.fidelity.splits import project_of
from tests.benchmarks.fidelity.table import table
from tests.made_images import make_nested_tasks
from workbench.operations.features.episode_pool import class_ids_of
from workbench.operations.progress import Cancelled
from workbench.operations.runs.listing import describe_runs
from workbench.operations.runs.training_request import settings_of
from workbench.store.models import Role
from workbench.words import Message

ROOT = Path(__file__).parents[1]
SHORTEST = ("alphabets/transfer-5w1s", "alphabets/lstm-5w1s")


def planned(name: str) -> Planned:
    return next(plan for plan in PLANS if plan.name == name)


def figure_of(plan: Planned) -> Figure:
    tested = {str(cell): [0.9, 0.01] for cell in plan.cells}
    return {
        "name": plan.name,
        "date": "2026-12-01",
        "minutes": 2.0,
        "episodes": 100,
        "stopped": False,
        "validated": [[50, 0.8, 0.01], [100, 0.9, 0.01]],
        "tested": tested,
        "tested_apart": tested if plan.paper.apart else None,
        "by_instance": {"1": [0.4, 0.01]} if plan.by_instance else None,
        "asked": vars(plan.request),
        "machine": "made",
    }


def test_every_figure_of_a_paper_has_one_network_on_the_papers_own_split() -> None:
    for approach, paper in PAPERS.items():
        plans = [plan for plan in PLANS if plan.split == "characters" and plan.request.approach == approach]
        for cell, figure in zip(CELLS, paper.figures, strict=True):
            assert sum(cell in plan.cells for plan in plans) == 1 or figure is None
        assert sum(plan.split == "alphabets" and plan.request.approach == approach for plan in PLANS) == 1
    assert len({plan.name for plan in PLANS}) == len(PLANS)


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.name)
def test_a_plan_asks_for_what_can_be_trained(plan: Planned) -> None:
    settings = settings_of(plan.request)
    assert settings.way >= max(cell.way for cell in plan.cells) or settings.options["head"] == "copied"
    assert settings.rotate_classes


def test_all_plans_fit_into_sixteen_cpu_hours_and_shorter_ones_into_less() -> None:
    assert sum(budgets(PLANS, 16).values()) <= 16 * 60
    assert sum(budgets(PLANS, 2).values()) == pytest.approx(120)


def test_a_line_that_a_kill_cut_short_is_replaced(tmp_path: Path) -> None:
    file = tmp_path / "figures.jsonl"
    keep_figure(file, {"name": "one"})
    file.write_text(file.read_text() + '{"name": "tw')
    assert figures_in(file) == [{"name": "one"}]
    keep_figure(file, {"name": "three"})
    assert figures_in(file) == [{"name": "one"}, {"name": "three"}]


def test_what_is_measured_is_not_measured_again_and_what_failed_is(tmp_path: Path) -> None:
    file, plans, started = tmp_path / "figures.jsonl", PLANS[:4], list[str]()

    def start(plan: Planned, minutes: float) -> Figure | None:
        started.append(plan.name)
        return None if plan is plans[0] and len(started) < 5 else {"name": plan.name, "minutes": minutes}

    assert run_all(plans, 1, file, start, at_once=1) == 1
    assert started == [plan.name for plan in sorted(plans, key=lambda plan: plan.minutes)]
    assert run_all(plans, 1, file, start) == 0
    assert started[4:] == [plans[0].name]
    assert sorted(figure["name"] for figure in figures_in(file)) == sorted(plan.name for plan in plans)


def test_cpu_time_is_counted_over_all_starts_and_ends_the_work(tmp_path: Path) -> None:
    file = tmp_path / "plan.cpu"
    file.write_text("100.0")
    spent = CpuSpent(file, 200.0)
    spent.report(0.5, Message("half"))
    spent.keep()
    assert 100 < float(file.read_text()) < 200
    with pytest.raises(Cancelled):
        CpuSpent(file, 100.0).report(0.5, Message("half"))
    orphan = CpuSpent(file, 200.0, parent=-1)
    with pytest.raises(Cancelled):
        orphan.report(0.5, Message("half"))


def test_the_page_has_both_splits_with_every_network_in_a_line() -> None:
    page = table([figure_of(plan) for plan in PLANS])
    assert page.index("## The papers' own split") < page.index("## New alphabets")
    assert page.count("points in 10 minutes") == len(PLANS)
    assert "| maml | 90.0 ± 1.0 (paper 98.7) |" in page
    assert "-8.7, short of the goal" in page
    assert table([figure_of(PLANS[0])]).count("|---") < page.count("|---")


@pytest.fixture(scope="module")
def classes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_nested_tasks(tmp_path_factory.mktemp("images"), tasks=3, classes=8, images=12)


@pytest.mark.slow
def test_characters_are_drawn_whatever_their_alphabet_and_the_same_for_every_network(
    classes: Path, tmp_path: Path
) -> None:
    found: list[dict[Role, tuple[int, ...]]] = []
    for name in ("characters/one", "characters/other"):
        with project_of(tmp_path, classes, "characters", name, made=True) as project:
            found.append({role: class_ids_of(project, role) for role in Role})
    assert found[0] == found[1]
    assert {role: len(ids) for role, ids in found[0].items() if ids} == {
        Role.META_TRAIN: 16, Role.META_VALIDATION: 2, Role.META_TEST: 6,
    }  # fmt: skip


@pytest.mark.slow
def test_a_training_whose_starter_is_gone_is_saved_and_goes_on(classes: Path, tmp_path: Path) -> None:
    plan = planned("characters/siamese-5w1s-20w1s")
    with pytest.raises(Orphaned):
        measure(tmp_path, classes, plan, 0.05, TINY, made=True, parent=-1)
    figure = measure(tmp_path, classes, plan, 0.05, TINY, made=True)
    with project_of(tmp_path, classes, plan.split, plan.name, made=True) as project:
        (run,) = describe_runs(project)
    assert figure["episodes"] == run.episodes == run.episode
    assert set(figure["tested"]) == {"5-way 1-shot", "20-way 1-shot"}


def command(classes: Path, figures: Path) -> list[str]:
    only = [part for name in SHORTEST for part in ("--only", name)]
    sizes = ["--tiny", "--hours", "0.003", "--figures", str(figures)]
    return [sys.executable, "-m", "tests.benchmarks.fidelity", str(classes), *only, *sizes]


@pytest.fixture
def begun(classes: Path, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    environment = os.environ | {"WORKBENCH_DATA": str(tmp_path)}
    started = subprocess.Popen(command(classes, tmp_path / "figures.jsonl"), cwd=ROOT, env=environment)
    yield started
    started.kill()
    started.wait()


@pytest.mark.slow
def test_a_queue_that_was_killed_goes_on_and_ends_with_a_line_for_each_plan(
    begun: subprocess.Popen[bytes], classes: Path, tmp_path: Path
) -> None:
    figures = tmp_path / "figures.jsonl"
    environment = os.environ | {"WORKBENCH_DATA": str(tmp_path)}
    with pytest.raises(subprocess.TimeoutExpired):
        begun.wait(5)
    begun.send_signal(signal.SIGKILL)
    begun.wait()
    # What it had started ends by itself; until then its project is taken, which fails and is tried again.
    for _ in range(5):
        ended = subprocess.run(command(classes, figures), cwd=ROOT, env=environment, check=False)
        if ended.returncode == 0:
            break
    assert sorted(json.loads(line)["name"] for line in figures.read_text().splitlines()) == sorted(SHORTEST)
    before = figures.read_text()
    subprocess.run(command(classes, figures), cwd=ROOT, env=environment, check=True)
    assert figures.read_text() == before
