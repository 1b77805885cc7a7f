"""Which classes of a project a run has seen that was trained in another one, told by the content of their images.

Ids of classes mean nothing in another project, so a run that was imported brings digests of the images it was trained
and validated on. A class here that has one of these images counts as seen, whenever it was added.
"""

from base64 import b64decode, b64encode
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.operations.runs.run_settings import RunSettings, settings_from_json
from workbench.operations.tasks.images import in_chunks
from workbench.store.connections import plain_connection
from workbench.store.models import Image, Role

# The first of a SHA-256: that two among a million images are taken for one has a chance of three in a hundred million.
_BYTES = 8


def settings_here(session: Session, stored: Mapping[str, Any]) -> RunSettings:
    """Return stored settings; of a run that was trained elsewhere with the classes of this project that it has seen.

    Raises ValueError as `settings_from_json` does.
    """
    settings = settings_from_json(stored)
    if not settings.seen_elsewhere:
        return settings
    # Without the types of columns, which would convert each of perhaps a hundred thousand rows by calls of their own.
    query = "SELECT class_id, substr(sha256, 1, ?) FROM images WHERE class_id IS NOT NULL AND sha256 IS NOT NULL"
    rows = plain_connection(session).execute(query, (_BYTES,)).fetchall()
    classes: dict[Role, tuple[int, ...]] = {}
    for role in (Role.META_TRAIN, Role.META_VALIDATION):
        seen = digests_in(settings.seen_elsewhere.get(role, ""))
        taken = {number for ids in classes.values() for number in ids}
        classes[role] = tuple(sorted({number for number, digest in rows if digest in seen} - taken))
    return replace(settings, classes=classes)


def digests_of_classes(session: Session, class_ids: Collection[int]) -> frozenset[bytes]:
    """Return the digests of the images of classes."""
    digests: set[bytes] = set()
    for some in in_chunks(sorted(class_ids)):
        query = select(Image.sha256).where(Image.class_id.in_(some), Image.sha256.is_not(None))
        digests |= {bytes(sha256[:_BYTES]) for sha256 in session.scalars(query) if sha256 is not None}
    return frozenset(digests)


@lru_cache(maxsize=4)  # Runs are listed again and again.
def digests_in(text: str) -> frozenset[bytes]:
    """Return the digests that `as_text` wrote. Raises ValueError for any other text."""
    joined = b64decode(text, validate=True)
    if len(joined) % _BYTES:
        raise ValueError("digests of another length")
    return frozenset(joined[start : start + _BYTES] for start in range(0, len(joined), _BYTES))


def as_text(digests: Iterable[bytes]) -> str:
    """Return digests as one text, in an order that says nothing of the images."""
    return b64encode(b"".join(sorted(digests))).decode("ascii")
