"""Draw the rooms of the package and what imports what as the diagram in docs/architecture.md.

Run it as `python packaging/architecture.py` after a room was added or a new kind of import; a test says when. The rooms
and their order are those of tests/test_architecture.py, the arrows are the imports in the source.
"""

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "workbench"
ORDER = ROOT / "tests" / "test_architecture.py"
PAGE = ROOT / "docs" / "architecture.md"
BEGIN, END = "<!-- drawn by packaging/architecture.py -->\n", "<!-- end of the drawing -->\n"
# Like the foundation, these would only add arrows.
LEFT_OUT = {"folders", "system_libraries", "__init__", "__version__"}

Edges = set[tuple[str, str]]


def constant(name: str) -> Any:
    """Return what the test gives a name at its top level."""
    for node in ast.parse(ORDER.read_text(encoding="utf-8")).body:
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if name in map(ast.unparse, targets):
                return ast.literal_eval(node.value)
    raise LookupError(f"{ORDER} has no {name}")


def rooms_by_layer() -> dict[str, list[str]]:
    """Return the rooms of each layer that has some, highest first; "" for the layer's own modules."""
    return {
        layer: [room for rank in reversed(ranks) for room in sorted(rank)] for layer, ranks in constant("ROOMS").items()
    }


def place_of(module: str, rooms: dict[str, list[str]]) -> str:
    """Return the layer of a dotted name within the package, or "layer/room" where the layer has rooms."""
    layer, *rest = module.split(".")
    if layer not in rooms:
        return layer
    return f"{layer}/{rest[0]}" if rest and rest[0] in rooms[layer] else f"{layer}/"


def imported_by(source: str) -> Iterator[str]:
    """Yield the dotted names within the package that a module imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name.removeprefix("workbench.") for name in names if name.startswith("workbench."))


def all_edges(rooms: dict[str, list[str]]) -> Edges:
    """Return which place imports which other."""
    edges = set()
    for file in PACKAGE.rglob("*.py"):
        importer = ".".join(file.relative_to(PACKAGE).with_suffix("").parts)
        for imported in imported_by(file.read_text(encoding="utf-8")):
            edges.add((place_of(importer, rooms), place_of(imported, rooms)))
    left_out = LEFT_OUT | constant("FOUNDATION")
    return {(upper, lower) for upper, lower in edges if upper != lower and not {upper, lower} & left_out}


def reached_from(place: str, edges: Edges) -> set[str]:
    """Return every place that can be reached from one, directly or through others."""
    reached: set[str] = set()
    waiting = [place]
    while waiting:
        upper = waiting.pop()
        new = {lower for start, lower in edges if start == upper} - reached
        reached |= new
        waiting += new
    return reached


def without_detours(edges: Edges) -> Edges:
    """Return the edges of an acyclic graph without those that follow from others."""
    return {
        (upper, lower)
        for upper, lower in edges
        if not any(lower in reached_from(between, edges) for start, between in edges if start == upper)
    }


def drawing() -> str:
    """Return the diagram in Mermaid's language, the same for the same tree."""
    rooms = rooms_by_layer()
    edges = without_detours(all_edges(rooms))
    lines = ["flowchart TD"]
    for layer, names in rooms.items():
        lines.append(f"    subgraph {layer}")
        lines += [f'        {identifier(f"{layer}/{room}")}["{room or "its own modules"}"]' for room in names]
        lines.append("    end")
    outside = sorted({place for edge in edges for place in edge if "/" not in place})
    lines += [f'    {identifier(place)}["{place}"]' for place in outside]
    lines += [f"    {identifier(upper)} --> {identifier(lower)}" for upper, lower in sorted(edges)]
    return "\n".join(lines) + "\n"


def identifier(place: str) -> str:
    """Return a place as an identifier that means nothing else to Mermaid."""
    return "at_" + re.sub(r"\W", "_", place).strip("_")


def page() -> str:
    """Return the page with today's diagram between its markers."""
    before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
    return f"{before}{BEGIN}\n```mermaid\n{drawing()}```\n\n{END}{rest.split(END)[1]}"


def main() -> int:
    """Renew the diagram in the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
