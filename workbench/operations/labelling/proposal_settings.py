"""The settings that a proposal was made with, as a project keeps them beside each decision."""

from dataclasses import dataclass
from typing import Any

from workbench.facts.fit import Fit

_YES, _NO = "yes", "no"


@dataclass(frozen=True)
class ProposalSettings:
    """Who proposed, and from what. Projects and tables hold the names of these fields: none is ever renamed."""

    run: int | str  # its id, or "pretrained"
    uses_pile: bool  # whether images that look alike helped one another
    learns: bool  # whether decisions counted as further examples
    examples: int
    by_hand: int = 0  # decisions learned from that were taken one by one
    in_bulk: int = 0  # and those that were accepted together with others
    fit: Fit = "stretch"  # how images became squares

    @property
    def run_id(self) -> int | None:
        """The id of the run, None for the pretrained network."""
        return self.run if isinstance(self.run, int) else None

    def codes(self) -> str:
        """Return the settings as they stand in the cell of a table: `run=3 uses_pile=yes` and so on."""
        return " ".join(f"{name}={_code(value)}" for name, value in vars(self).items())


def settings_of_codes(cell: str) -> ProposalSettings | None:
    """Return the settings that `codes` wrote; None for a cell that is empty or holds something else."""
    values: dict[str, Any] = {name: _value(code) for name, _, code in (part.partition("=") for part in cell.split())}
    try:
        settings = ProposalSettings(**values)
    except TypeError:
        return None
    counts = (settings.examples, settings.by_hand, settings.in_bulk)
    is_sound = {type(settings.uses_pile), type(settings.learns)} == {bool} and set(map(type, counts)) == {int}
    return settings if is_sound else None


def _code(value: int | str) -> str:
    return (_YES if value else _NO) if isinstance(value, bool) else str(value)


def _value(code: str) -> int | str:
    if code in (_YES, _NO):
        return code == _YES
    return int(code) if code.isascii() and code.isdecimal() else code
