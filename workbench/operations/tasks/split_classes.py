"""Which classes are for meta-training, meta-validation and meta-testing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from workbench.store.models import Role
from workbench.words import Message, marked

ClassNumber = tuple[int, int]  # (task, number of the class in it): whatever tells classes apart

VALIDATION_SHARE = 0.16
TEST_SHARE = 0.20
_ENOUGH_FOR_EACH = 6  # classes: from so many on, each role gets the two that an episode needs

WHAT_ROLES_MEAN = Message(
    marked(
        "Runs are trained on meta-train classes, meta-validation classes select the checkpoint, and "
        "meta-test classes stay unseen until the end, so that test accuracy is measured on unseen classes."
    )
)

ROLE_WORDS = {
    Role.META_TRAIN: Message(marked("meta-train")),
    Role.META_VALIDATION: Message(marked("meta-validation")),
    Role.META_TEST: Message(marked("meta-test")),
}


@dataclass(frozen=True)
class RoleRequest:
    """How a person wants new classes divided: by shares (`role` None), or all to one role.

    `validation` is the share of classes that goes to meta-validation; None means 0.16 by shares, and 0 with one role.
    `by_folder` is whether split folders give the roles; None means where they can, unless a role or a share is given.
    """

    role: Role | None = None
    validation: float | None = None
    seed: int = 0
    by_folder: bool | None = None


def split_classes(
    new_classes: Sequence[ClassNumber], present: Sequence[tuple[ClassNumber, Role]], request: RoleRequest
) -> dict[ClassNumber, Role]:
    """Draw a role for each new class, seeded; the classes present keep theirs and count towards the shares."""
    if request.role is None:
        return _by_shares(new_classes, [role for _, role in present], request)
    return _all_to_one_role(new_classes, request.role, request)


def _by_shares(
    new_classes: Sequence[ClassNumber], present: Sequence[Role], request: RoleRequest
) -> dict[ClassNumber, Role]:
    targets = _targets(len(new_classes) + len(present), request.validation)
    present_counts = Counter(present)
    missing = {role: max(0, targets[role] - present_counts[role]) for role in (Role.META_TEST, Role.META_VALIDATION)}
    order = _evenly_over_tasks(new_classes, request.seed)
    tests = min(missing[Role.META_TEST], len(order))
    validations = min(missing[Role.META_VALIDATION], len(order) - tests)
    roles = [Role.META_TEST] * tests + [Role.META_VALIDATION] * validations
    roles += [Role.META_TRAIN] * (len(order) - len(roles))
    return dict(zip(order, roles, strict=True))


def _targets(count: int, validation: float | None) -> dict[Role, int]:
    share = VALIDATION_SHARE if validation is None else validation
    tests, validations = round(TEST_SHARE * count), round(share * count)
    # An episode needs two classes, so with few classes a role gets two or none; meta-training comes first.
    if count >= _ENOUGH_FOR_EACH:
        tests, validations = max(tests, 2), max(validations, 2) if share else 0
    elif count >= 4:
        tests, validations = 2, 0
    else:
        tests = validations = 0
    return {Role.META_TEST: tests, Role.META_VALIDATION: validations}


def _all_to_one_role(new_classes: Sequence[ClassNumber], role: Role, request: RoleRequest) -> dict[ClassNumber, Role]:
    roles = dict.fromkeys(new_classes, role)
    if not request.validation:
        return roles
    for task in sorted({task for task, _ in new_classes}):
        own = _evenly_over_tasks([key for key in new_classes if key[0] == task], request.seed)
        for key in own[: round(request.validation * len(own))]:
            roles[key] = Role.META_VALIDATION
    # A share of small folders may be less than the two classes that an episode needs.
    if len(new_classes) >= _ENOUGH_FOR_EACH:
        left = [key for key in _evenly_over_tasks(new_classes, request.seed) if roles[key] is role]
        missing = max(0, 2 - sum(given is Role.META_VALIDATION for given in roles.values()))
        roles.update(dict.fromkeys(left[:missing], Role.META_VALIDATION))
    return roles


def _evenly_over_tasks(new_classes: Sequence[ClassNumber], seed: int) -> list[ClassNumber]:
    """Order classes so that every prefix of the order holds the same share of every task."""
    ranks_by_class: dict[ClassNumber, float] = {}
    for task in sorted({task for task, _ in new_classes}):
        own = sorted(key for key in new_classes if key[0] == task)
        draw = np.random.default_rng([seed, task])
        ranks = (draw.permutation(len(own)) + draw.random()) / len(own)
        ranks_by_class.update(zip(own, ranks, strict=True))
    return sorted(ranks_by_class, key=lambda key: (ranks_by_class[key], key))
