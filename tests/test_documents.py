"""The documents say what is there: the diagram, links, paths and commands."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.cli.app import COMMANDS, run

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "workbench"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob(".github/**/*.md"), *ROOT.glob("docs/*.md"), *PACKAGE.rglob("*.md")])
TOLD_OF_THE_PAST = {ROOT / "CHANGELOG.md"}
NAMES = {command.__name__.strip("_") for command in COMMANDS}

every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))


def test_the_diagram_of_the_rooms_is_up_to_date() -> None:
    script = "import architecture; print(architecture.page(), end='')"
    drawn = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script], cwd=ROOT / "packaging", capture_output=True, check=True
    )
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert drawn.stdout.decode() == page, "run packaging/architecture.py"


@every_document
def test_links_lead_to_files(document: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", document.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (document.parent / link).exists()] == []


@every_document
def test_paths_in_the_text_are_those_of_files(document: Path) -> None:
    if document in TOLD_OF_THE_PAST:
        return
    named = re.findall(
        r"`([\w./-]+/[\w.-]*|[\w./-]*\w\.(?:py|pyi|toml|lock|ts))`", document.read_text(encoding="utf-8")
    )
    given = [path for path in named if "NAME" not in path]
    homes = (ROOT, PACKAGE, document.parent)
    assert [path for path in given if not any((home / path).exists() for home in homes)] == []


@pytest.mark.parametrize("name", sorted(NAMES))
def test_commands_take_the_options_that_the_readme_gives_them(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")  # So that no line of the help is broken.
    lines = re.findall(rf"(?:main\.py |`){name}\b[^`\n]*", (ROOT / "README.md").read_text(encoding="utf-8"))
    options = {option for line in lines for option in re.findall(r"--[a-z-]+", line)}
    assert run([name, "--help"]) == 0
    shown = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    assert options <= shown
