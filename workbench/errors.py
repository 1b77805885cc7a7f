"""The error whose text is for the person in front of the screen; anything else raised is a bug."""

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
