"""Commands on ratings: import-ratings and recommend."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from workbench.cli.arguments import Json, ProjectArgument
from workbench.cli.terminal import opened_to_work, plural, show, work
from workbench.operations.labelling.wanted_images import ImageRecommendations, recommend_images
from workbench.operations.project.opening import open_to_read
from workbench.operations.ratings.picks import recommends_images
from workbench.operations.ratings.rating_tables import import_ratings as import_table
from workbench.operations.runs.problems.recommend import ItemRecommendation, recommend_items


def import_ratings_(
    project: ProjectArgument,
    table: Annotated[Path, Argument(metavar="TABLE", help="user,item,rating[,time] as CSV, or a file of MovieLens.")],
    items: Annotated[Path | None, Option(metavar="TABLE", help="What is known of items: one row each.")] = None,
    users: Annotated[Path | None, Option(metavar="TABLE", help="What is known of users: one row each.")] = None,
    json: Json = False,
) -> None:
    """Set the project's ratings, which `train --problem ratings` learns; replaces the previous ones."""
    with opened_to_work(project) as opened:
        report = import_table(opened, table, items=items, people=users)
    lines = [
        f"{report.name}: {plural(report.ratings, 'rating', 'ratings')}, {report.lowest:g} to {report.highest:g}, by "
        f"{plural(report.people, 'person', 'people')} of {plural(report.items, 'item', 'items')}.",
        f"Known of items: {_known(report.of_items)}; of people: {_known(report.of_people)}.",
    ]
    values = asdict(report) | {"of_items": dict(report.of_items), "of_people": dict(report.of_people)}
    show(lines, values, as_json=json)


def recommend_(
    project: ProjectArgument,
    user: Annotated[str, Option(help="A user of the table of ratings, or who picked images in Label.")],
    top: Annotated[int, Option(help="Number of items.")] = 10,
    json: Json = False,
) -> None:
    """Recommend to a user what they have not rated, by the newest run that learned ratings.

    To who picked images on the page Label, images of the same folders are recommended, by what they picked.
    """
    with open_to_read(project) as opened, work("Recommend") as bar:
        images = recommend_images(opened, user, bar, top=top) if recommends_images(opened, user) else None
        found = images or recommend_items(opened, user, bar, top=top)
    if isinstance(found, ImageRecommendations):
        show(_image_lines(found), asdict(found), as_json=json)
        return
    first = f"Run {found.run}, from {plural(found.rated, 'rating', 'ratings')} of {found.person}:"
    show([first, *(line for item in found.items for line in _lines(item))], asdict(found), as_json=json)


def _image_lines(found: ImageRecommendations) -> list[str]:
    first = f"From {plural(found.picks, 'pick', 'picks')} of {found.person}"
    first += f", learned from {plural(found.learned_from, 'person', 'people')}:" if found.learned_from else " alone:"
    return [first, *(f"  {item.foretold:.2f}  {item.item}" for item in found.items)]


def _lines(item: ItemRecommendation) -> list[str]:
    why = "; ".join(f"{reason.title} ({reason.rating:g}) {reason.moved:+.2f}" for reason in item.why)
    return [f"  {item.foretold:.2f}  {item.title}", *([f"        moved most by {why}"] if why else [])]


def _known(attributes: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f"{name} ({kind})" for name, kind in attributes) or "nothing"
