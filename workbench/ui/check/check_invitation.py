"""What stands in place of a test's results while there are none."""

from workbench.ui.controls.invitation import Invitation
from workbench.ui.services.translation import tr


def invite_to_images(invitation: Invitation, unsupported_reason: str) -> None:
    """Say why nothing can be tested, and lead to the page where that changes."""
    invitation.say(tr("Nothing can be tested yet"), unsupported_reason, tr("Go to Images"))
    invitation.act.setEnabled(True)


def invite_to_test(invitation: Invitation, name: str, chosen: int, *, can: bool) -> None:
    """Say that what is chosen was not tested yet; `name` is of the one that is shown, empty for none."""
    if chosen > 1:
        title = tr("{count} selected, not compared yet", count=chosen)
        text = tr(
            "A comparison evaluates all of them and the baselines on the same episodes of held-out "
            "classes, and says which are more accurate."
        )
    else:
        title = tr("Not tested yet: {what}", what=name) if name else tr("Nothing tested yet")
        text = tr("A test draws many episodes from held-out classes and measures the accuracy.")
    invitation.say(title, text, tr("Compare") if chosen > 1 else tr("Start test"))
    invitation.act.setEnabled(can)
