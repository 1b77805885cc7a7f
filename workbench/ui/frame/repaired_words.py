"""What became of the rows of a repaired project, in words."""

from typing import TYPE_CHECKING

from workbench.facts import table_words
from workbench.ui.services.translation import say, tr

if TYPE_CHECKING:
    from workbench.operations.project.repair.repair_report import RepairedRow


def shown_table(table: str) -> str:
    """Return what a person calls the rows of a table, in the language of the window."""
    name = table_words.name_of_table(table)
    return name if isinstance(name, str) else say(name)


def line_of(row: "RepairedRow") -> str:
    """Return what became of one row, and what is known of it, in a line."""
    line = tr("{kind}, number {number}: {words}", kind=shown_table(row.table), number=str(row.id), words=say(row.words))
    changed = "; ".join(f"{cell.column}: {cell.damaged} → {cell.repaired}" for cell in row.differences)
    known = "; ".join(f"{_name_of(name)}: {_value(name, value)}" for name, value in row.known.items())
    return line + "".join(f" ({part})" for part in (known, changed) if part)


def _name_of(known: str) -> str:
    names = {
        "image": tr("image"),
        "sha256": "SHA-256",
        "class": tr("class"),
        "decision": tr("decision"),
        "who": tr("decided by"),
        "when": tr("decided at"),
    }
    return names.get(known, known)


def _value(name: str, value: str) -> str:
    decisions = {
        "accepted": tr("accepted as proposed"),
        "corrected": tr("corrected"),
        "unknown": tr("unknown"),
        "rejected": tr("none of the classes"),
        "undone": tr("undone"),
    }
    return decisions.get(value, value) if name == "decision" else value
