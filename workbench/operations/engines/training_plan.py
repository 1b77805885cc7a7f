"""A file of many trainings to do: a JSON list of requests, named as the options of the command that trains one."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, cast

import msgspec

from workbench import learning
from workbench.errors import UserError
from workbench.operations.runs.training_checks import refuse_untrainable
from workbench.operations.runs.training_request import TrainingRequest, parsed_options
from workbench.store.project import Project
from workbench.words import Message, marked, message, printable

_ELSEWHERE = {"device"}  # It is one for all, given to the command.
_NAMES = tuple(field.name for field in fields(TrainingRequest) if field.name not in _ELSEWHERE)


@dataclass(frozen=True)
class TrainingPlan:
    """The trainings to do, in their order, and the file they are from."""

    path: Path
    requests: tuple[TrainingRequest, ...]

    def refuse_untrainable(self, project: Project) -> None:
        """Raise UserError, with the number of the entry, where a project's classes cannot be trained on as asked."""
        for number, request in enumerate(self.requests, 1):
            try:
                refuse_untrainable(project, request)
            except UserError as error:
                raise _in_entry(self.path, number, error) from error


def read_plan(path: Path, device: str) -> TrainingPlan:
    """Read the trainings of a plan, all to be done on that device.

    Raises UserError where the file is none, with the number of the entry where something in it is not to be understood.
    """
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        text = marked("{path} cannot be read: {reason}.")
        raise UserError(message(text, path=printable(path), reason=error.strerror or type(error).__name__)) from error
    except ValueError as error:
        text = marked("{path} is not JSON: {reason}.")
        raise UserError(message(text, path=printable(path), reason=str(error))) from error
    if not isinstance(entries, list) or not entries:
        text = marked("{path} has to be a JSON list of trainings, each an object with the name of an approach.")
        raise UserError(message(text, path=printable(path)))
    requests: list[TrainingRequest] = []
    for number, entry in enumerate(cast("list[Any]", entries), 1):
        try:
            requests.append(_request(entry, device))
        except UserError as error:
            raise _in_entry(path, number, error) from error
    return TrainingPlan(path, tuple(requests))


def _request(entry: Any, device: str) -> TrainingRequest:
    if not isinstance(entry, Mapping) or not isinstance(cast("Mapping[str, Any]", entry).get("approach"), str):
        raise UserError(Message(marked("It has to be an object with the name of an approach.")))
    values = {name.replace("-", "_"): value for name, value in cast("Mapping[str, Any]", entry).items()}
    learning.approach_named(values["approach"])
    unknown = [name for name in values if name not in _NAMES]
    if unknown:
        text = marked("There is no setting {name}. Available: {names}.")
        raise UserError(message(text, name=unknown[0], names=", ".join(_NAMES)))
    options = values.pop("options", {})
    if not isinstance(options, Mapping):
        raise UserError(Message(marked("Its options have to be an object of names and values.")))
    texts = {name: _as_text(value) for name, value in cast("Mapping[str, Any]", options).items()}
    values["options"] = parsed_options(values["approach"], texts)
    return TrainingRequest(**{name: _of_its_kind(name, value) for name, value in values.items()}, device=device)


def _as_text(value: Any) -> str:
    """Return an option's value as a command line would have it."""
    return value if isinstance(value, str) else json.dumps(value)


def _of_its_kind(name: str, value: Any) -> Any:
    """Return the value of a setting, a whole number as a fraction where it is to be one.

    Raises UserError for one of another kind than the setting has.
    """
    try:
        return getattr(msgspec.convert({"approach": "", name: value}, TrainingRequest), name)
    except msgspec.ValidationError as error:
        text = marked("{name} cannot be {value}.")
        raise UserError(message(text, name=name, value=json.dumps(value))) from error


def _in_entry(path: Path, number: int, error: UserError) -> UserError:
    return UserError(
        message(marked("Entry {number} of {path}: {why}"), number=number, path=printable(path), why=error.text)
    )
