"""The three roles of classes in the words of the window."""

from collections.abc import Mapping

from workbench.ui.services.translation import number, tr

ROLE_NAMES = ("meta-train", "meta-validation", "meta-test")  # in the order in which they are shown


def role_name(role: str) -> str:
    """Return what a role is called in the window."""
    names = {"meta-train": tr("Train"), "meta-validation": tr("Validation"), "meta-test": tr("Test")}
    return names[role]


def roles_in_words(counts: Mapping[str, int]) -> str:
    """Return how many classes have each role, one role a line."""
    return "\n".join(f"{role_name(role)}: {number(counts.get(role, 0))}" for role in ROLE_NAMES)
