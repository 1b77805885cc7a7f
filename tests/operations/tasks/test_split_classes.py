"""How classes are dealt to meta-training, meta-validation and meta-testing."""

from collections import Counter

import pytest

from workbench.operations.tasks.split_classes import ClassNumber, RoleRequest, split_classes
from workbench.store.models import Role


def classes(*of_each_task: int) -> list[ClassNumber]:
    return [(task, number) for task, count in enumerate(of_each_task) for number in range(count)]


def counts(given: dict[ClassNumber, Role]) -> tuple[int, int, int]:
    """How many classes are for meta-training, meta-validation and meta-testing."""
    by_role = Counter(given.values())
    return by_role[Role.META_TRAIN], by_role[Role.META_VALIDATION], by_role[Role.META_TEST]


@pytest.mark.parametrize("of_each_task", [(6,), (7,), (8,), (11,), (20,), (3, 3), (2, 2, 2, 2), (1,) * 8])
def test_from_six_classes_on_each_role_has_the_two_that_an_episode_needs(of_each_task: tuple[int, ...]) -> None:
    given = split_classes(classes(*of_each_task), [], RoleRequest())
    assert min(counts(given)) >= 2
    assert sum(counts(given)) == sum(of_each_task)


@pytest.mark.parametrize(("count", "dealt"), [(2, (2, 0, 0)), (3, (3, 0, 0)), (4, (2, 0, 2)), (5, (3, 0, 2))])
def test_fewer_classes_are_for_training_first_then_for_testing(count: int, dealt: tuple[int, int, int]) -> None:
    assert counts(split_classes(classes(count), [], RoleRequest())) == dealt


def test_classes_that_come_later_fill_up_what_those_before_left_short() -> None:
    first, later = classes(4), classes(8)[4:]
    before = split_classes(first, [], RoleRequest())
    assert counts(before | split_classes(later, list(before.items()), RoleRequest())) == (4, 2, 2)


@pytest.mark.parametrize("of_each_task", [(8,), (4, 4), (2, 2, 2)])
def test_a_share_of_one_role_for_validation_is_two_classes_at_least(of_each_task: tuple[int, ...]) -> None:
    given = split_classes(classes(*of_each_task), [], RoleRequest(Role.META_TRAIN, 0.1))
    assert counts(given) == (sum(of_each_task) - 2, 2, 0)


def test_without_a_share_one_role_has_all() -> None:
    assert counts(split_classes(classes(8), [], RoleRequest(Role.META_TEST))) == (0, 0, 8)
    assert counts(split_classes(classes(8), [], RoleRequest(Role.META_TRAIN, 0.0))) == (8, 0, 0)
