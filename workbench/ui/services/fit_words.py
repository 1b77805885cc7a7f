"""What the ways are called in which images that are not square become so."""

from workbench.facts.fit import Fit
from workbench.ui.services.translation import tr


def fit_names() -> dict[Fit | None, str]:
    """Return the ways by their names; None lets the program choose."""
    return {None: tr("Automatic"), "stretch": tr("Stretch"), "pad": tr("Pad"), "crop": tr("Crop")}
