"""Imports point down, files and functions stay small: what the architecture promises, held."""

import ast
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "workbench"
FILES = sorted(PACKAGE.rglob("*.py"))
FOUNDATION = {"words", "errors", "resources", "facts", "deferred_module", "machine_errors", "kept_memory"}

MAY_KNOW = {
    "resources": set(),
    "words": {"resources"},
    "errors": {"words"},
    "facts": {"words", "errors"},
    "deferred_module": set(),
    "kept_memory": set(),
    "machine_errors": {"errors", "facts"},
    "folders": {"words", "errors"},
    "learning": FOUNDATION,
    "imaging": FOUNDATION,
    "store": FOUNDATION,
    "operations": FOUNDATION | {"folders", "learning", "imaging", "store"},
    "ui": FOUNDATION | {"folders", "operations"},
    "cli": FOUNDATION | {"folders", "operations"},
}
LIBRARIES_OF = {
    "torch": {"learning", "operations"},
    "safetensors": {"learning", "operations"},
    "gymnasium": {"learning"},
    "scipy": {"learning", "operations"},
    "onnx": {"learning"},
    "onnxruntime": {"learning"},
    "PIL": {"imaging"},
    "tifffile": {"imaging"},
    "pi_heif": {"imaging"},
    "pydicom": {"imaging"},
    "sqlalchemy": {"store", "operations"},
    "alembic": {"store"},
    "PySide6": {"ui", "app"},
    "pyqtgraph": {"ui", "app"},
    "typer": {"cli"},
    "rich": {"cli"},
    "optuna": {"operations"},
    "ray": {"operations"},
    "pickle": set(),
}


# Rooms of a layer, lowest first: a room knows itself and those before it. Rooms in one set do not know each other.
ROOMS: dict[str, list[set[str]]] = {
    "operations": [
        {""}, {"tasks"}, {"features"}, {"attributes", "ratings"}, {"runs"}, {"engines"},
        {"evaluation", "labelling", "playground"},
        {"search"}, {"project"},
    ],
    "ui": [
        {"look"}, {"services"}, {"controls"}, {"grid"}, {"plots"},
        {"start", "images", "learn", "check", "label", "export", "guide", "playground"}, {"pages"}, {"tour"},
        {"frame"},
    ],
}  # fmt: skip
MOST_MODULES = 30
LONGEST_FUNCTION = 40  # its last line less its first
MOST_LATE_IMPORTS = 5


def layer_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imports_of(source: str) -> set[str]:
    """Return the full dotted names a module imports, `from a.b import c` as `a.b.c`."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def trespasses(layer: str, source: str) -> list[str]:
    """List the imports in `source` that a file of `layer` must not have."""
    forbidden = []
    for name in sorted(imports_of(source)):
        first, *rest = name.split(".")
        if first == "workbench" and layer in MAY_KNOW and rest[0] not in MAY_KNOW[layer] | {layer, "__version__"}:
            forbidden.append(name)
        if layer not in LIBRARIES_OF.get(first, {layer}):
            forbidden.append(name)
    return forbidden


def room_of(layer: str, module: str) -> str:
    """Return the room that a dotted module name of a layer lies in; "" for a module of the layer itself."""
    parts = module.split(".")
    rooms = set().union(*ROOMS[layer])
    return parts[2] if len(parts) > 2 and parts[2] in rooms else ""


def intrusions(module: str, source: str) -> list[str]:
    """List the imports in `source`, a module of a layer with rooms, that lead up, or into a room beside its own."""
    layer = module.split(".")[1]
    ranks = {room: rank for rank, rooms in enumerate(ROOMS[layer]) for room in rooms}
    own = room_of(layer, module)
    forbidden = []
    for name in sorted(imports_of(source)):
        if name.startswith(f"workbench.{layer}."):
            room = room_of(layer, name)
            if room != own and ranks[room] >= ranks[own]:
                forbidden.append(name)
    return forbidden


def module_of(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts)


IN_ROOMS = [file for file in FILES if layer_of(file) in ROOMS]


@pytest.mark.parametrize("file", IN_ROOMS, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_file_imports_only_rooms_below_its_own(file: Path) -> None:
    assert intrusions(module_of(file), file.read_text()) == []


@pytest.mark.parametrize(
    ("module", "planted"),
    [
        ("workbench.operations.tasks.images", "from workbench.operations.labelling.labels import current_labels"),
        ("workbench.operations.progress", "from workbench.operations.tasks import images"),
        ("workbench.operations.labelling.labels", "from workbench.operations.evaluation import verdict"),
        ("workbench.ui.label.label_page", "from workbench.ui.learn.learn_page import LearnPage"),
        ("workbench.ui.look.theme", "def later():\n    from workbench.ui.services.jobs import Jobs"),
        ("workbench.ui.grid.cards", "from workbench.ui.frame import main_window"),
    ],
)
def test_a_planted_intrusion_is_found(module: str, planted: str) -> None:
    assert intrusions(module, planted)


def test_no_folder_holds_too_many_modules() -> None:
    folders = {file.parent for file in FILES}
    crowded = {str(folder): len(list(folder.glob("*.py"))) for folder in folders}
    assert {name: count for name, count in crowded.items() if count > MOST_MODULES} == {}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_file_imports_only_what_its_layer_may_know(file: Path) -> None:
    assert trespasses(layer_of(file), file.read_text()) == []


@pytest.mark.parametrize(
    ("layer", "planted"),
    [
        ("learning", "from PySide6 import QtCore"),
        ("operations", "import PySide6.QtCore"),
        ("ui", "import torch"),
        ("ui", "from workbench.store import project"),
        ("store", "from workbench.ui import jobs"),
        ("learning", "def later():\n    import pickle"),
    ],
)
def test_a_planted_trespass_is_found(layer: str, planted: str) -> None:
    assert trespasses(layer, planted)


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_a_file_says_what_it_is_and_stays_small(file: Path) -> None:
    source = file.read_text()
    tree = ast.parse(source)
    first_line = (ast.get_docstring(tree) or "").split("\n")[0]
    assert first_line.endswith((".", "?"))
    assert len(source.splitlines()) <= 300


def public_names(source: str) -> list[str]:
    """Return the public names that a module defines at its top level."""
    names: list[str] = []
    for node in ast.parse(source).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.append(node.name)
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        names += [target.id for target in targets if isinstance(target, ast.Name)]
    return [name for name in set(names) if not name.startswith("_")]


@pytest.mark.slow
def test_no_public_name_is_defined_twice() -> None:
    # Alembic reads the same names from every migration.
    homes = [
        (name, file) for file in FILES if file.parent.name != "versions" for name in public_names(file.read_text())
    ]
    counts = Counter(name for name, _ in homes)
    assert [(name, str(file)) for name, file in homes if counts[name] > 1] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_functions_stay_within_forty_lines(file: Path) -> None:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    long = [
        node.name
        for node in ast.walk(ast.parse(file.read_text()))
        if isinstance(node, kinds) and (node.end_lineno or 0) - node.lineno > LONGEST_FUNCTION
    ]
    assert long == []


def late_imports(source: str) -> list[str]:
    """List what of torch and the learning layer functions import; what only a type checker reads does not count."""

    def within(node: ast.AST, called: bool) -> list[str]:
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            return [name for child in node.orelse for name in within(child, called)]
        if called and isinstance(node, (ast.Import, ast.ImportFrom)):
            return [name for name in sorted(imports_of(ast.unparse(node))) if is_heavy(name)]
        called = called or isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        return [name for child in ast.iter_child_nodes(node) for name in within(child, called)]

    return within(ast.parse(source), called=False)


def is_heavy(name: str) -> bool:
    return f"{name}.".startswith(("torch.", "workbench.learning."))


def test_operations_import_what_is_heavy_in_few_places() -> None:
    files = [file for file in FILES if layer_of(file) == "operations"]
    late = [(str(file.relative_to(PACKAGE)), name) for file in files for name in late_imports(file.read_text())]
    assert len(late) <= MOST_LATE_IMPORTS, late


@pytest.mark.parametrize(
    ("source", "late"),
    [
        ("def run():\n    import torch", ["torch"]),
        ("class A:\n    def run(self):\n        from workbench import learning", ["workbench.learning"]),
        ("def run():\n    if TYPE_CHECKING:\n        from torch import nn", []),
        ("from workbench.learning.episode import Support", []),
        ("def run():\n    import torchvision", []),
    ],
)
def test_a_late_import_is_counted(source: str, late: list[str]) -> None:
    assert late_imports(source) == late
