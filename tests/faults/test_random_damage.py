"""A few of the random damages whose large counts the scripts of this folder make."""

from pathlib import Path

import pytest

from tests.faults.random_damage import count_damages
from tests.faults.random_repair import count_repairs


@pytest.mark.slow
def test_no_damage_of_eight_bytes_that_changes_anything_is_unseen(tmp_path: Path) -> None:
    count = count_damages(tmp_path, 60, seed=3)
    assert count.unseen_at == ()
    assert count.harmful_unseen_before > 0
    assert count.seen + count.harmless == 60


@pytest.mark.slow
def test_a_torn_project_with_a_backup_is_repaired_to_what_it_was(tmp_path: Path) -> None:
    count = count_repairs(tmp_path, 12, seed=3)
    assert count.not_as_before == ()
    assert count.sound == 12
