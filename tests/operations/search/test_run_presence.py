"""Whether a run is there, can be restored, or is gone."""

from workbench.operations.progress import Silent
from workbench.operations.project.compact_project import compact_project
from workbench.operations.runs.keeping.run_changes import delete_run
from workbench.operations.search.run_presence import Presence, presence_of
from workbench.store.project import Project

RUN, NOBODYS = 1, 7


def test_a_run_is_there_then_deleted_then_gone(trained: Project) -> None:
    def states() -> list[Presence]:
        return list(presence_of(trained, (RUN, NOBODYS)).values())

    assert states() == [Presence.THERE, Presence.GONE]
    delete_run(trained, RUN)
    assert states() == [Presence.DELETED, Presence.GONE]
    compact_project(trained, Silent())
    assert states() == [Presence.GONE, Presence.GONE]
