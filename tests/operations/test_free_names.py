"""Names of files and folders that every system takes, each once."""

import os

from workbench.operations.free_names import FreeNames, folder_stem


def test_long_names_are_shortened_and_stay_different() -> None:
    names = FreeNames()
    long = ["ä" * 300 + letter for letter in "abc"]
    taken = [names.take(folder_stem(name)) for name in long]
    assert len(set(taken)) == 3
    assert all(len(os.fsencode(name)) < 255 for name in taken)


def test_a_suffix_longer_than_a_name_may_be_is_shortened_too() -> None:
    names = FreeNames()
    taken = [names.take("a", "." + "x" * 230), names.take("a", "." + "x" * 240)]
    assert len(set(taken)) == 2
    assert all(len(os.fsencode(name)) < 255 for name in taken)
