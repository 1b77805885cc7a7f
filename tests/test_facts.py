"""The catalogue of facts: each code once, with words in every language, and nothing but facts gets into a project."""

import ast
from collections import Counter
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree as Xml  # Our own file.

import pytest

from workbench.errors import UserError
from workbench.facts import CATALOGUE, Fact, fact, old_words, reason_of
from workbench.facts.approaches import APPROACH_TITLES
from workbench.facts.problems import PROBLEM_TITLES
from workbench.operations.serialisation import as_json
from workbench.resources import resource
from workbench.store.migrations._sentences_0003 import CODES
from workbench.words import Message, marked, message

PACKAGE = Path(__file__).parents[1] / "workbench"
OF_APPROACHES = {f"approach.{name}" for name in APPROACH_TITLES}  # Made from their names.
# What comparisons said before every sentence rested on the wider of two intervals, or before they said first by what
# the best were chosen, and projects hold.
OF_OLDER_VERSIONS = {
    f"comparison.{name}"
    for name in ("beats_baseline", "not_significant", "worse_than_baseline", "chosen_by_validation")
} | {"search.learned_not_clearly"}
OF_PROBLEMS = {f"problem.{name}" for name in PROBLEM_TITLES}
CATALOGUED = {PACKAGE / "facts", PACKAGE / "store" / "migrations"}


def codes_written_in(file: Path) -> list[str]:
    """Return the keys of the dictionaries in a module of the catalogue."""
    literals = [node for node in ast.walk(ast.parse(file.read_text())) if isinstance(node, ast.Dict)]
    return [str(key.value) for literal in literals for key in literal.keys if isinstance(key, ast.Constant)]


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_each_code_stands_for_one_sentence() -> None:
    counts = Counter(code for file in (PACKAGE / "facts").glob("_[a-z]*.py") for code in codes_written_in(file))
    assert set(counts) | OF_APPROACHES | OF_PROBLEMS == set(CATALOGUE)
    assert [code for code, count in counts.items() if count > 1] == []
    assert [words for words, count in Counter(CATALOGUE.values()).items() if count > 1] == []


def test_every_fact_has_words_in_spanish() -> None:
    entries = Xml.parse(resource("translations/workbench_es.ts")).iter("message")  # noqa: S314 - our own file
    done = {entry.findtext("source") for entry in entries if "type" not in (entry.find("translation") or entry).attrib}
    assert set(CATALOGUE.values()) <= done


@pytest.mark.slow
def test_every_code_is_used_and_every_used_code_is_in_the_catalogue() -> None:
    sources = [file.read_text() for file in sorted(PACKAGE.rglob("*.py")) if not CATALOGUED & set(file.parents)]
    trees = [ast.parse(source) for source in sources if "workbench.facts" in source]
    texts = {node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    given = {
        call.args[0].value
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id == "fact" and isinstance(call.args[0], ast.Constant)
    }
    assert set(CATALOGUE) - texts - OF_APPROACHES - OF_PROBLEMS == OF_OLDER_VERSIONS
    assert given - set(CATALOGUE) == set()


def test_facts_of_old_projects_still_have_words_for_all_their_values() -> None:
    assert {code for code in CODES.values() if code not in CATALOGUE} == set()
    lacking = {code: placeholders(CATALOGUE[code]) - placeholders(template) for template, code in CODES.items()}
    assert {code: names for code, names in lacking.items() if names} == {}


def test_a_code_that_is_not_in_the_catalogue_is_refused() -> None:
    with pytest.raises(KeyError):
        fact("image.no_such_thing")


@pytest.mark.parametrize(
    "sentence",
    [
        Message(marked("The file is empty.")),
        Fact("The file is empty.", code="image.no_such_thing"),
        old_words("The file is empty."),
        fact("run.diverged", episode=3, advice=message(marked("Try it again."))),  # pyright: ignore[reportArgumentType]
    ],
)
def test_nothing_but_facts_can_be_stored(sentence: Message) -> None:
    with pytest.raises(TypeError, match="facts only"):
        as_json(sentence)


def test_an_error_without_a_code_is_no_reason_to_keep() -> None:
    empty = fact("image.empty")
    assert reason_of(UserError(empty)) is empty
    with pytest.raises(UserError, match="something else"):
        reason_of(UserError(message(marked("It is something else."))))
