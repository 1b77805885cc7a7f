"""Keeps what somebody picks, always in jobs, and orders the images by it."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QObject

from workbench.errors import UserError
from workbench.operations.labelling.labelling_rows import who
from workbench.operations.labelling.wanted_images import WantedImages, WantedSession, open_wanted
from workbench.operations.ratings.picks import PickChange, Picks, pick_images, picker_name, picks_of
from workbench.ui.label.image_inspector import ImageInspector
from workbench.ui.label.label_centre import LabelCentre
from workbench.ui.label.label_order import GroupKind, Showing
from workbench.ui.label.label_reading import LabelReading
from workbench.ui.label.picks.pick_marks import UNWANTED, WANTED
from workbench.ui.label.picks.wanted_order import WantedOrder
from workbench.ui.label.shown_images import ShownImages
from workbench.ui.services.history import Step
from workbench.ui.services.job_report import Report
from workbench.ui.services.lanes import WRITING
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import number, say, tr

_PERSON = "label.picker"
_ORDERING = "label-wanted"


class Picking(QObject):
    """What one person picks of the images shown, and the order that follows from it; a pick is no label."""

    def __init__(
        self,
        context: ProjectContext,
        reading: LabelReading,
        *,
        centre: LabelCentre,
        shown: ShownImages,
        inspector: ImageInspector,
        show: Callable[[], None],
    ) -> None:
        super().__init__(centre)
        self._context, self._reading, self._labelling = context, reading, shown.labelling
        self._shown, self._inspector, self._show = shown, inspector, show
        self._centre, self._bar = centre, centre.picks
        self._grid = centre.grid
        self._picks = Picks({})
        self._session: tuple[object, WantedSession] | None = None
        self._ordered: WantedImages | None = None  # the order that was made last
        self.person = context.settings.text(_PERSON) or who() or tr("Me")
        for source in (self._grid, inspector.picks):
            source.wanted_requested.connect(lambda: self.toggle(wanted=True))
            source.unwanted_requested.connect(lambda: self.toggle(wanted=False))
        self._bar.person_chosen.connect(self._choose_person)
        self._bar.order_requested.connect(self.order)
        self._bar.clear_requested.connect(self._clear)
        context.changes.picks_changed.connect(self._read)
        self._read()

    def toggle(self, *, wanted: bool) -> None:
        """Let the chosen images be wanted, or not wanted; where all are that already, no picks any more."""
        rows = self._shown.chosen()
        if not len(rows) or self._refused():
            return
        are_that = bool((self._shown.marks.of_rows(rows) == (WANTED if wanted else UNWANTED)).all())
        contents = self._shown.marks.contents(rows.tolist())
        if are_that:
            self._pick(contents, None, tr("{count} picks removed", count=len(contents)))
        elif wanted:
            self._pick(contents, True, tr("{count} images marked as wanted", count=len(contents)))
        else:
            self._pick(contents, False, tr("{count} images marked as not wanted", count=len(contents)))

    def order(self) -> None:
        """Show the images in the order in which the person would want them, once all that was picked is written."""
        self._context.jobs.start(
            tr("Save picks"),
            lambda report: None,
            owner=self,
            done=lambda nothing: self._order(),
            lane=WRITING,
            newest="picks-written",
        )

    def _order(self) -> None:
        project, person, task = self._context.project, self.person, self._reading.task
        if task is None:
            return
        of = (task, len(self._labelling.images))
        session = self._session[1] if self._session is not None and self._session[0] == of else None

        def work(report: Report) -> tuple[WantedSession, WantedImages]:
            opened = session or open_wanted(project, [task], report)
            return opened, opened.order(project, person)

        def done(found: tuple[WantedSession, WantedImages]) -> None:
            self._session = of, found[0]
            if person == self.person and task == self._reading.task:
                self._take_order(found[1])

        self._context.jobs.start(
            lambda: tr("Order images by what was picked"),
            work,
            owner=self,
            done=done,
            failed=self._on_not_ordered,
            lane=_ORDERING,
            newest=_ORDERING,
        )

    def show_row(self, row: int | None) -> None:
        """Show what the current image is to the person, and what the order of the images rests on."""
        self._show_state()
        wanted = None if row is None else self._shown.marks.of_row(row)
        self._inspector.picks.show_pick(wanted, can=row is not None and self._context.read_only is None)

    def _take_order(self, found: WantedImages) -> None:
        self._ordered = found
        own = self._picks.of_person(self.person)
        ids, images = self._labelling.ids, self._labelling.images
        parts = {True: list[int](), False: list[int]()}
        for row, image in enumerate(images):
            wanted = own.get(image.sha256)
            if wanted is not None:
                parts[wanted].append(int(ids[row]))
        others = np.array([image.id for image in found.images], np.int64)
        self._shown.show_wanted(WantedOrder(np.array(parts[True], np.int64), others, np.array(parts[False], np.int64)))
        self._show()
        self._shown.select_first_of(GroupKind.WANTED)
        self._grid.setFocus()

    def _pick(self, contents: list[bytes], wanted: bool | None, text: str) -> None:
        context, job, person = self._context, tr("Save picks"), self.person

        def done(inverse: PickChange) -> None:
            step = Step(text, inverse, job, context.changes.picks_changed, initiator=self)
            step.changed.emit(self)
            context.decided(step)

        context.write(
            job,
            lambda report: pick_images(context.project, person, contents, wanted),
            owner=context.history,
            done=done,
            failed=context.notifier.complain_of,
        )

    def _clear(self) -> None:
        contents = list(self._picks.of_person(self.person))
        if contents and not self._refused():
            self._pick(contents, None, tr("{count} picks removed", count=len(contents)))

    def _refused(self) -> bool:
        """Return whether the project is read-only, and if so, say so."""
        if self._context.read_only is not None:
            self._context.notifier.say(say(self._context.read_only))
        return self._context.read_only is not None

    def _choose_person(self, typed: str) -> None:
        try:
            person = picker_name(typed)
        except UserError:  # Whoever picked before goes on.
            person = self.person
        is_other, self.person = person != self.person, person
        self._context.settings.remember_text(_PERSON, person)
        self._take(self._picks)
        if not is_other:
            return
        if self._shown.showing is Showing.WANTED:
            if any(self._picks.of_person(person).values()):
                self.order()
            else:
                self._centre.showing_requested.emit(Showing.OPEN)
        self._grid.setFocus()

    def _read(self) -> None:
        self._context.jobs.start(
            tr("Load project"),
            lambda report: picks_of(self._context.project),
            owner=self,
            done=self._take,
            lane=WRITING,
            newest="picks",
        )

    def _take(self, picks: Picks) -> None:
        self._picks = picks
        self._shown.marks.picks = picks.of_person(self.person)
        self._bar.show_people(tuple(picks.of), self.person)
        self._show()

    def _show_state(self) -> None:
        own = self._picks.of_person(self.person).values()
        wanted = sum(own)
        can_order = wanted > 0 and bool(self._labelling.total)
        self._bar.setVisible(bool(self._picks.of) and bool(self._labelling.total))
        self._bar.show_state(self._words(wanted, len(own) - wanted), can_order=can_order, can_clear=bool(own))

    def _words(self, wanted: int, unwanted: int) -> str:
        counted = tr("{wanted} wanted, {unwanted} not wanted", wanted=number(wanted), unwanted=number(unwanted))
        ordered = self._ordered
        if self._shown.showing is not Showing.WANTED or ordered is None:
            return counted
        if ordered.learned_from:
            return tr("{counted}; learned from {count} people's picks", counted=counted, count=ordered.learned_from)
        return tr("{counted}; from your {count} picks alone", counted=counted, count=ordered.picks)

    def _on_not_ordered(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._context.notifier.complain_of(error)
