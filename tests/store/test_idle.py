import threading
from pathlib import Path

import pytest

from tests.store.parts import add_task
from workbench.store.idle import IdleCheckpoints
from workbench.store.project import open_project


def test_the_log_is_emptied_a_moment_after_the_last_change(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        log, emptied = Path(f"{file}-wal"), threading.Event()

        def checkpoint() -> bool:
            done = project.checkpoint()
            emptied.set()
            return done

        add_task(project, "second")
        assert log.stat().st_size > 0
        idle = IdleCheckpoints(checkpoint, delay=0.05)
        idle.wrote()
        assert emptied.wait(timeout=10)
        idle.stop()
        assert log.stat().st_size == 0


def test_a_checkpoint_that_cannot_be_made_is_tried_again() -> None:
    answers, enough = [False, False, True], threading.Event()

    def checkpoint() -> bool:
        done = answers.pop(0)
        if done:
            enough.set()
        return done

    idle = IdleCheckpoints(checkpoint, delay=0.01)
    idle.wrote()
    assert enough.wait(timeout=10)
    idle.stop()


@pytest.mark.slow
def test_a_project_comes_to_rest_by_itself(file: Path, backups: Path) -> None:
    with open_project(file, backups=backups) as project:
        add_task(project, "second")
        log, tick = Path(f"{file}-wal"), threading.Event()
        assert any(log.stat().st_size == 0 or tick.wait(0.1) for _ in range(100))
