"""The labels of a project: the newest decision about each image, with what had been proposed."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select

from workbench.store.models import Decision, Image, Label, LabellingClass, LabellingSet
from workbench.store.project import Project


@dataclass(frozen=True)
class LabelFacts:
    """What a person decided about an image; `label` is empty where it is unknown or none of the classes."""

    image_id: int
    path: Path
    sha256: str
    labelling_set: str
    label: str
    decision: str
    who: str
    decided_at: datetime
    proposed: str | None
    confidence: float | None
    second: str | None
    second_confidence: float | None


def current_labels(project: Project) -> tuple[LabelFacts, ...]:
    """Return the newest decision about each image of each labelling set, without those that were undone."""
    newest = select(func.max(Label.id)).group_by(Label.set_id, Label.image_id)
    query = (
        select(Label, Image.path, Image.sha256, LabellingSet.name, LabellingClass.name)
        .join(Image, Image.id == Label.image_id)
        .join(LabellingSet, LabellingSet.id == Label.set_id)
        .outerjoin(LabellingClass, LabellingClass.id == Label.class_id)
        .where(Label.id.in_(newest), Label.decision != Decision.UNDONE)
        .order_by(Label.set_id, Label.image_id)
    )
    with project.read() as session:
        return tuple(
            LabelFacts(
                image_id=label.image_id,
                path=path,
                sha256=(sha256 or b"").hex(),
                labelling_set=set_name,
                label=class_name or "",
                decision=label.decision.value,
                who=label.who,
                decided_at=label.decided_at,
                proposed=label.proposed_name,
                confidence=label.confidence,
                second=label.second_name,
                second_confidence=label.second_confidence,
            )
            for label, path, sha256, set_name, class_name in session.execute(query)
        )
