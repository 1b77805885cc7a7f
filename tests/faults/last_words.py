"""What a program said last: of a crash, where each of its threads was."""

_CRASH = "Fatal Python error"


def last_words(said: str) -> str:
    """Return the part of a program's standard error that tells most, as short as can be."""
    crash = said.rfind(_CRASH)
    # After the threads comes a long list of modules.
    return said[-400:].strip() if crash < 0 else said[crash:].partition("Extension modules")[0][:4000].strip()
