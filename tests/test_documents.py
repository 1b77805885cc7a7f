"""The documents say what is there: the diagram, links, paths, commands, and the approach that is shown."""

import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.learning.parts import build, encoder_for, made_pool, support_of
from workbench.cli.app import COMMANDS, run

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "workbench"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *ROOT.glob(".github/**/*.md"), *ROOT.glob("docs/*.md"), *PACKAGE.rglob("*.md")])
MADE_UP = ("NAME", "relation")
NAMES = set(COMMANDS)

every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))


@pytest.mark.slow
def test_the_diagram_of_the_rooms_is_up_to_date() -> None:
    script = "import architecture; print(architecture.page(), end='')"
    drawn = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", script], cwd=ROOT / "packaging", capture_output=True, check=True
    )
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    assert drawn.stdout.decode() == page, "python packaging/architecture.py renews it"


@every_document
def test_links_lead_to_files(document: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)", document.read_text(encoding="utf-8"))
    local = [link for link in links if "://" not in link]
    assert [link for link in local if not (document.parent / link).exists()] == []


@every_document
def test_paths_in_the_text_are_those_of_files(document: Path) -> None:
    named = re.findall(r"`([\w.-]+/[\w./-]*)`", document.read_text(encoding="utf-8"))
    meant = [path for path in named if not any(part in path for part in MADE_UP)]
    homes = (ROOT, PACKAGE, PACKAGE / "operations", PACKAGE / "ui", document.parent)
    assert [path for path in meant if not any((home / path).exists() for home in homes)] == []


def test_the_approach_that_contributors_are_shown_adapts() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"), re.DOTALL)
    module = ModuleType("shown_to_contributors")
    sys.modules[module.__name__] = module  # Its dataclass looks itself up there.
    exec(code, vars(module))  # noqa: S102 - our own text
    approach = build(module.Relation, encoder_for("images")).eval()
    pool = made_pool()
    assert approach.adapt(support_of(pool, [2, 1, 3]))(pool.images[:4]).shape == (4, 3)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_commands_take_the_options_that_the_readme_gives_them(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "300")  # So that no line of the help is broken.
    lines = re.findall(rf"(?:main\.py |`){name}(?![\w-])[^`\n]*", (ROOT / "README.md").read_text(encoding="utf-8"))
    options = {option for line in lines for option in re.findall(r"--[a-z-]+", line)}
    assert run([name, "--help"]) == 0
    shown = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    assert options <= shown
