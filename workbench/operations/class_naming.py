"""What a person may call a class."""

import unicodedata

from workbench.errors import UserError
from workbench.words import Message, marked, message


def clean_name(name: str) -> str:
    """Return a name as it is stored: composed (NFC), on one line, without space around it.

    Raises UserError when nothing is left.
    """
    # Lone halves of letters, which a text field can hold, cannot be stored.
    storable = name.encode("utf-8", "replace").decode().replace("\0", "")
    cleaned = " ".join(unicodedata.normalize("NFC", storable).split())
    if not cleaned:
        raise UserError(Message(marked("A class needs a name.")))
    return cleaned


def same_name(one: str, other: str) -> bool:
    """Say whether two names look the same; those from tables may not be composed."""
    return unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)


def taken(name: str) -> UserError:
    """Return the error that says that another class has that name."""
    return UserError(message(marked("There is a class {name} already. Choose another name."), name=name))


def class_is_gone() -> UserError:
    """Return the error for a class that is no longer in the project."""
    return UserError(Message(marked("This class is no longer in the project.")))
