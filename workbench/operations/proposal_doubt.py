"""Whether what a run proposes deserves trust, said before a person relies on it."""

from sqlalchemy import select

from workbench.operations.run_curve import run_curve
from workbench.store.models import Evaluation, Role
from workbench.store.project import Project
from workbench.words import Decimal, Message, marked, message


def proposal_doubt(project: Project, run: int | None) -> Message | None:
    """Say what speaks against relying on a run's proposals: it only guesses, or was never tested on new classes.

    The newest test on classes it has never seen counts, and before there is one, its best validation. None where
    nothing is to be said, as of the pretrained network, which was made elsewhere (`run` is None).
    """
    if run is None:
        return None
    newest = (
        select(Evaluation.accuracy, Evaluation.ci95, Evaluation.way)
        .where(Evaluation.run_id == run, Evaluation.role == Role.META_TEST)
        .order_by(Evaluation.id.desc())
        .limit(1)
    )
    with project.read() as session:
        tested = session.execute(newest).one_or_none()
    if tested is not None:
        return _guesses(run, *tested)
    curve = run_curve(project, run)
    best = max(curve.checked, key=lambda each: each.accuracy, default=None)
    guesses = None if best is None else _guesses(run, best.accuracy, best.ci95, curve.way)
    untested = marked(
        "Run {run} was never tested on classes it has not seen, so it is not known how far its proposals can be "
        "trusted. Test it first."
    )
    return guesses or message(untested, run=str(run))


def _guesses(run: int, accuracy: float, ci95: float, way: int) -> Message | None:
    if accuracy - ci95 > 1 / way:
        return None
    text = marked(
        "Run {run} is no better than guessing: {accuracy} % right among {way} classes it had not seen. Its proposals "
        "mean nothing. Train it longer, or let another run propose."
    )
    return message(text, run=str(run), accuracy=Decimal(100 * accuracy, 0), way=way)
