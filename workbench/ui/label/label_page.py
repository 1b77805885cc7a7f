"""The page Label: images are given classes by a person, from the keyboard, while a run proposes."""

import numpy as np
from PySide6.QtWidgets import QSplitter

from workbench.operations.labelling.auditing.second_look import SecondLook
from workbench.operations.labelling.label_session import Proposals
from workbench.ui.controls.page import Page
from workbench.ui.label.acceptance import are_sure
from workbench.ui.label.answer import Judgement
from workbench.ui.label.answering import Answering
from workbench.ui.label.answers.answer_keys import connect_answers
from workbench.ui.label.class_editing import ClassEditing
from workbench.ui.label.class_panel import ClassPanel
from workbench.ui.label.deciding import Deciding, Listener
from workbench.ui.label.doubtful.example_review import ExampleReview
from workbench.ui.label.evidence.taking_out import TakingOut
from workbench.ui.label.image_inspector import ImageInspector
from workbench.ui.label.label_bar import LabelBar
from workbench.ui.label.label_centre import CentreContent, LabelCentre
from workbench.ui.label.label_head import LabelHead
from workbench.ui.label.label_order import Showing
from workbench.ui.label.label_popups import LabelPopups
from workbench.ui.label.label_reading import LabelReading
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.label.picks.picking import Picking
from workbench.ui.label.places.label_place import ReturnToPlace
from workbench.ui.label.proposer import Proposer
from workbench.ui.label.shown_images import ShownImages
from workbench.ui.label.strangers.stranger_sections import StrangerSections
from workbench.ui.label.strangers.suggested import about_suggested
from workbench.ui.label.teaching.decisions_tip import DecisionsTip
from workbench.ui.services.lanes import IMPORTING
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr

_WIDTHS = (256, 528, 264)


class LabelPage(Page):
    """Connects the state of the labelling with the widgets that show it and those that change it."""

    key = "label"

    def __init__(self, context: ProjectContext) -> None:
        super().__init__(context)
        self.labelling = LabellingState()
        self._stale = True  # Whether the project has changed since it was read.
        self.reading = LabelReading(context, self.labelling, self)
        self.bar = LabelBar(context.theme, context.settings)
        DecisionsTip(context, self.bar.learn)
        self.proposer = Proposer(context, self.bar, self)
        self._deciding = Deciding(context, self.labelling, Listener(self._on_verdict, self._on_written))
        self._answering = Answering(context, self.labelling, self._deciding, lambda: self.proposer.made_with)
        self.editing = ClassEditing(context)
        self.head = LabelHead(context, self.reading)
        self.panel = ClassPanel(context, self.labelling, self.editing, self.bar.learn)
        self.centre = LabelCentre(context)
        self.grid = self.centre.grid
        self.shown = ShownImages(self.labelling, self.grid, can_accept=context.read_only is None)
        self.inspector = ImageInspector(context, self.labelling)
        self._popups = LabelPopups(
            context, self.labelling, grid=self.grid, answering=self._answering, editing=self.editing, page=self
        )
        self.review = self._review()
        self._lay_out()
        self._connect_keys()
        self._connect_project()
        TakingOut(self.labelling, self.editing, self._answering, self.proposer, self.inspector)
        self.strangers = StrangerSections(
            context,
            self.labelling,
            proposer=self.proposer,
            centre=self.centre,
            shown=self.shown,
            answering=self._answering,
            popups=self._popups,
            show=self._show,
        )
        self.picking = Picking(
            context, self.reading, centre=self.centre, shown=self.shown, inspector=self.inspector, show=self._show
        )
        self.bar.ask_requested.connect(self.strangers.ask_next)
        self._show()

    @classmethod
    def step_name(cls) -> str:
        return tr("Label")

    def entered(self) -> None:
        if self._stale:
            self._read()
        self.grid.setFocus()

    def place(self) -> object:
        return self._returning.place(self.reading.task)

    def go_to(self, place: object) -> None:
        self._returning.expect(place)

    def leave(self) -> None:
        self.context.settings.remember_layout("label.splitter", self._splitter.saveState())
        # From now on, the page that follows shows what is undone.
        self._deciding.listener = None

    def _review(self) -> ExampleReview:
        return ExampleReview(
            self.context,
            self.labelling,
            panel=self.panel,
            centre=self.centre,
            shown=self.shown,
            inspector=self.inspector,
            editing=self.editing,
            page=self,
        )

    def _lay_out(self) -> None:
        self._returning = ReturnToPlace(self.shown, self.grid)
        self.buttons.addWidget(self.head)
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(12)
        for index, panel in enumerate((self.panel, self.centre, self.review.side)):
            self._splitter.addWidget(panel)
            self._splitter.setStretchFactor(index, _WIDTHS[index])
        if not self._splitter.restoreState(self.context.settings.layout("label.splitter")):
            self._splitter.setSizes(_WIDTHS)
        self.body.addWidget(self._splitter, 1)
        self.body.addWidget(self.bar)

    def _connect_keys(self) -> None:
        grid, popups = self.grid, self._popups
        connect_answers(grid, self.inspector, answering=self._answering, popups=popups, shown=self.shown)
        # With its strip empty for a moment, the focus would go on to a box that the next Space would tick.
        self.inspector.evidence.remove_requested.connect(lambda voice: grid.setFocus())
        grid.selection_moved.connect(self._show_current)
        grid.back_requested.connect(lambda: self._show_these(Showing.OPEN))
        grid.section_requested.connect(self._accept_section)
        self.head.keys_requested.connect(popups.list_keys)
        for box in (self.head.tasks, self.head.runs):
            box.activated.connect(grid.setFocus)

    def _connect_project(self) -> None:
        reading, proposer, changes, centre = self.reading, self.proposer, self.context.changes, self.centre
        reading.sources_loaded.connect(lambda: self.panel.show_sample(reading.sample))
        reading.run_loaded.connect(lambda: self.panel.about_traits.setVisible(reading.reads_traits))
        reading.images_loaded.connect(self._on_images)
        reading.classes_loaded.connect(self._on_classes)
        reading.decided_loaded.connect(self._on_decided)
        reading.request_changed.connect(proposer.open)
        proposer.proposed.connect(self._on_proposed)
        proposer.refused.connect(self._on_refused)
        proposer.suggested.connect(self._on_suggested)
        proposer.doubted.connect(self._on_doubted)
        proposer.hinted.connect(lambda text: centre.show_hint(text, can_go_on=proposer.stands_still))
        changes.tasks_changed.connect(self._on_project_changed)
        changes.runs_changed.connect(self._on_project_changed)
        changes.evaluations_changed.connect(self._on_tested)
        changes.classes_changed.connect(reading.read_classes)
        changes.labels_changed.connect(self._on_labels_changed)
        centre.choose.clicked.connect(self.head.ask_images)
        centre.drop.dropped.connect(self.head.add)
        centre.export.clicked.connect(lambda: self.context.notifier.go_to("export"))
        centre.showing_requested.connect(self._show_these)
        centre.go_on_requested.connect(proposer.open_again)
        self.panel.done_here.connect(self.grid.setFocus)
        self.bar.teaching_changed.connect(proposer.propose)

    def _read(self) -> None:
        self._stale = False
        self.reading.read()

    def _show(self, *, only_counts: bool = False) -> None:
        if not only_counts:
            self.shown.renew()
        self._show_content()
        self.bar.show_state(self.labelling)
        self._show_current()

    def _show_content(self) -> None:
        self.centre.show_counts(self.labelling, self.shown.showing, len(self.shown))
        before, content = self.centre.content, self._content()
        self.centre.show_content(content)
        if before is not content is CentreContent.GRID and self.isVisible():
            # An undone decision brings the image back: the keys apply to it again.
            self.grid.setFocus()
        elif before is not content is CentreContent.FINISHED:
            # If the focus moved on to a button, one Enter too many would press that.
            self.setFocus()

    def _content(self) -> CentreContent:
        if not self.labelling.total:
            nothing = self.reading.sources is not None and self.reading.task is None
            return CentreContent.EMPTY if nothing else CentreContent.GRID
        to_do = {Showing.OPEN: self.labelling.open_count, Showing.DOUBTED: len(self.labelling.doubted_rows())}
        return CentreContent.GRID if to_do.get(self.shown.showing, 1) else CentreContent.FINISHED

    def _show_current(self) -> None:
        self.inspector.show_row(self.shown.current())
        self.picking.show_row(self.shown.current())

    def _show_these(self, showing: Showing) -> None:
        if showing is not self.shown.showing:
            self.shown.showing = showing
            self._show()
        self.grid.setFocus()

    def _accept_section(self, section: int, only_sure: bool) -> None:
        rows = self.shown.of_section(section)
        self._answering.accept_all(rows[are_sure(self.labelling.proposed.confidence[rows])] if only_sure else rows)
        self.grid.setFocus()

    def _on_verdict(self, verdict: Judgement, reverted: bool) -> None:
        self._show()
        self.panel.rows.renew()
        if reverted:
            self.grid.select_ids(verdict.image_ids.tolist())

    def _on_written(self, verdict: Judgement) -> None:
        self.reading.keep_run()
        # What only agrees with a proposal adds no information, so the grid does not move while a person accepts.
        self._renew(teaches=verdict.teaches and self.bar.learn.isChecked())

    def _renew(self, *, teaches: bool) -> None:
        if teaches or self.labelling.lacks_proposals:
            self.proposer.propose()
        else:
            self.proposer.look_again()

    def _on_doubted(self, doubted: SecondLook) -> None:
        self.labelling.take_doubted(doubted.labels)
        self.labelling.doubtful.take(doubted.examples)
        self._show(only_counts=self.shown.showing is not Showing.DOUBTED)
        self._returning.go(last=True)
        self.review.renew()

    def _on_images(self, same: bool) -> None:
        if not same:
            self.shown.start_over()
            self._returning.prepare(self.reading.task)
        if self.reading.task is None:
            self.proposer.close()
        self._show()
        self._returning.go()

    def _on_classes(self, examples_changed: bool) -> None:
        self.panel.show_classes(self.labelling.classes)
        self._show()
        self.review.renew()
        if examples_changed:
            self.proposer.propose()

    def _on_decided(self) -> None:
        self._show()
        self._renew(teaches=False)

    def _on_refused(self) -> None:
        self.labelling.forget_proposals()
        self._show()
        self._on_doubted(SecondLook())

    def _on_proposed(self, proposals: Proposals) -> None:
        untouched = not self.labelling.has_proposals and self.grid.current_row() == 0
        self.labelling.take_proposals(proposals)
        self._show()
        if not self._returning.go() and untouched:
            # Nobody has moved yet, so the first of the new order becomes the current image.
            self.shown.select_first()
        self.proposer.look_again()

    def _on_suggested(self, image_ids: tuple[int, ...]) -> None:
        suggested = np.array(image_ids, np.int64)
        words = about_suggested(self.labelling, suggested)
        if words:
            self.context.notifier.say(words)
        if not image_ids:
            return
        self.shown.suggest(suggested)
        self._show()
        self.shown.select_first()
        self.grid.setFocus()

    def _on_labels_changed(self, initiator: object) -> None:
        if initiator is not self._deciding:
            self.reading.read_decided()

    def _on_tested(self) -> None:
        self._on_project_changed()
        # What speaks against the proposals may be another thing now.
        self.proposer.propose()

    def _on_project_changed(self) -> None:
        self._stale = True
        # While a folder is being imported, it changes every second; the end is signalled, too.
        if self.isVisible() and not self.context.jobs.is_busy(IMPORTING):
            self._read()
