"""The made ratings as a table that a person might import."""

from collections.abc import Sequence
from pathlib import Path

from workbench.learning.recommender.made_ratings import made_ratings
from workbench.learning.recommender.rating_set import Attribute


def write_made_ratings(folder: Path, people: int = 30) -> tuple[Path, Path, Path]:
    """Write what so many of the made people gave, and what is known of pictures and people; return the three files."""
    data = made_ratings()
    paths = folder / "ratings.csv", folder / "items.csv", folder / "users.csv"
    rows = [
        f"{data.people[person]},{data.items[item]},{rating:g}"
        for person, item, rating in zip(data.person, data.item, data.rating, strict=True)
        if person < people
    ]
    paths[0].write_text("\n".join(["user,item,rating", *rows]) + "\n")
    for path, names, attributes in ((paths[1], data.items, data.of_items), (paths[2], data.people, data.of_people)):
        path.write_text(_table(names, attributes))
    return paths


def _table(names: Sequence[str], attributes: Sequence[Attribute]) -> str:
    header = ",".join(["name", *(known.name for known in attributes)])
    rows = [",".join([name, *(known.cells[row] for known in attributes)]) for row, name in enumerate(names)]
    return "\n".join([header, *rows]) + "\n"
