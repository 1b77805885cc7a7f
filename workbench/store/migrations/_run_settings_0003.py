"""What schema 3 makes of the settings of a run, as plain values.

Beside `versions/` and not in it, because Alembic takes every file in there for a revision. Nothing of the program is
imported: this is about what it once stored, whatever it stores today.
"""

from typing import Any

_ADDED_SINCE: dict[str, Any] = {
    "device": "auto",
    "options": {},
    "patience": 0,
    "validate_every": None,
    "validation_episodes": 200,
    "bf16": False,
    "validation_way": None,
    "training_classes": 0,
}
_UNTIL_3 = {"vary_images", "images", "trait_scheme", "trait_rows", "trait_notes"}


def run_settings_of_schema_3(stored: dict[str, Any]) -> dict[str, Any]:
    """Return the settings of a run of schema 1 or 2 as schema 3 has them; `stored` is left as it is.

    `vary_images` becomes `augment_images` and `images` becomes `images_digest`. What said how the run reads traits is
    one value, `traits`, with what its notes said of the table instead of the notes. What a run did not store gets the
    value that it was trained with.
    """
    kept = {name: value for name, value in stored.items() if name not in _UNTIL_3}
    options: dict[str, Any] = stored.get("options") or {}
    return _ADDED_SINCE | kept | {
        "augment_images": stored.get("vary_images", False),
        "classes": {"meta-train": [], "meta-validation": [], **stored.get("classes", {})},
        "images_digest": stored.get("images"),
        "traits": _traits(stored),
        "training_way": stored.get("training_way") or options.get("train_way") or stored.get("way"),
    }  # fmt: skip


def _traits(stored: dict[str, Any]) -> dict[str, Any] | None:
    """Return what the run keeps of its table of traits, None for a run without one."""
    if stored.get("trait_scheme") is None:
        return None
    traits: dict[str, Any] = {
        "table": "",
        "scheme": stored["trait_scheme"],
        "rows": stored["trait_rows"],
        "left_out": 0,
        "unused": [],
    }
    for note in stored.get("trait_notes", ()):
        values = note["values"]
        traits["table"] = values["table"]
        if "names" in values:
            traits["unused"] = values["names"].split(", ")
        else:
            traits["left_out"] = values["count"]
    return traits
