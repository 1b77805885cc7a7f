"""Keep what the start page says of a project: how much is in it, and pictures of a few of its images."""

from collections.abc import Sequence

from sqlalchemy import func, select

from workbench.errors import UserError
from workbench.operations.labelling.labels import count_labels
from workbench.operations.progress import Reporter
from workbench.operations.project.kept_summary import ProjectSummary, SmallPicture, kept_summary, remember_summary
from workbench.operations.tasks.images import ImageFacts, images_of
from workbench.operations.tasks.thumbnails import small_picture
from workbench.store.models import Image, ImageClass, ImageStatus
from workbench.store.project import Project
from workbench.words import Message, marked

_PICTURES = 4
_TRIED = 8  # Some may not be readable now.
_LONGEST = 112  # pixels


def keep_summary(project: Project, reporter: Reporter) -> ProjectSummary:
    """Count what is in an open project, make its pictures where they are not kept already, and remember both.

    Raises UserError where the project cannot be read.
    """
    before = kept_summary(project.path)
    there = {picture.key: picture for picture in before.pictures} if before is not None else {}
    pictures: list[SmallPicture] = []
    for image in images_of(project, _some_images(project)):
        reporter.report(None, Message(marked("Making pictures for the start page")))
        if len(pictures) == _PICTURES:
            break
        try:
            pictures.append(there.get(image.sha256) or _picture_of(image))
        except UserError:
            continue  # Another image shows as well what the project is about.
    return _remember(project, pictures)


def keep_counts(project: Project) -> ProjectSummary:
    """Remember what is in a project that is about to be closed, with the pictures that are kept."""
    before = kept_summary(project.path)
    return _remember(project, before.pictures if before is not None else ())


def _picture_of(image: ImageFacts) -> SmallPicture:
    return SmallPicture(image.sha256, small_picture(image.path, image.sha256, _LONGEST))


def _some_images(project: Project) -> list[int]:
    """Return the first image of a few classes, evenly spread; of a project without classes, the first images."""
    ready = select(Image.id).where(Image.status == ImageStatus.READY).order_by(Image.id)
    with project.read() as session:
        classes = session.scalars(select(ImageClass.id).order_by(ImageClass.id)).all()
        spread = classes[:: -(-len(classes) // _TRIED)] if classes else ()
        found = [session.scalar(ready.where(Image.class_id == number).limit(1)) for number in spread]
        some = [number for number in found if number is not None]
        return some or list(session.scalars(ready.limit(_TRIED)))


def _remember(project: Project, pictures: Sequence[SmallPicture]) -> ProjectSummary:
    with project.read() as session:
        images = session.scalar(select(func.count()).select_from(Image).where(Image.status == ImageStatus.READY)) or 0
        classes = session.scalar(select(func.count()).select_from(ImageClass)) or 0
    labels = sum(count_labels(project).by_decision.values())
    summary = ProjectSummary(images, classes, labels, tuple(pictures))
    remember_summary(project.path, summary)
    return summary
