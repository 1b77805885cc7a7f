"""The error whose text is for the person in front of the screen, and that of a closed project; others are bugs."""

from workbench.words import Message


class UserError(Exception):
    """An error that the user can correct: it says what happened, to which file, and what to do.

    `UserError(message(marked("{path} is not a folder. Choose a folder of images."), path=path))`
    """

    def __init__(self, text: Message) -> None:
        super().__init__(str(text))
        self.text = text

    def __reduce__(self) -> tuple[type["UserError"], tuple[Message]]:
        return type(self), (self.text,)


class ProjectClosed(RuntimeError):
    """A project was asked after it was closed, by what was still under way: nobody waits for the answer any more."""
