"""Leads a person through what is to be looked at again: the examples that may be wrong, then the doubted labels."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from workbench.ui.label.class_editing import ClassEditing
from workbench.ui.label.class_panel import ClassPanel
from workbench.ui.label.doubtful.doubtful_examples import Misgiving
from workbench.ui.label.doubtful.example_view import ExampleView
from workbench.ui.label.image_inspector import ImageInspector
from workbench.ui.label.keys_help import LOOK_AGAIN_KEY
from workbench.ui.label.label_centre import LabelCentre
from workbench.ui.label.label_order import Showing
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.label.shown_images import ShownImages
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import tr


class ExampleReview(QObject):
    """Shows the example chosen in the class panel in place of the image to label, until a person goes on to that."""

    def __init__(
        self,
        context: ProjectContext,
        labelling: LabellingState,
        *,
        panel: ClassPanel,
        centre: LabelCentre,
        shown: ShownImages,
        inspector: ImageInspector,
        editing: ClassEditing,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._notifier = context.notifier
        self._labelling = labelling
        self._panel = panel
        self._centre = centre
        self._shown = shown
        self._inspector = inspector
        self._editing = editing
        self.view = ExampleView(context)
        self.side = QStackedWidget()
        self.side.addWidget(inspector)
        self.side.addWidget(self.view)
        # Where all is labelled, it is the page that has the keys.
        again = QShortcut(QKeySequence(LOOK_AGAIN_KEY), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        again.activated.connect(self.look_again)
        panel.look_at.clicked.connect(self.look_at_next_example)
        centre.grid.selection_moved.connect(self._leave)
        centre.grid.got_focus.connect(self._leave)
        panel.list.example_chosen.connect(self.renew)
        panel.list.example_move_requested.connect(self._move)
        self.view.take_out_requested.connect(self._take_out)
        self.view.move_requested.connect(self._move)

    def renew(self) -> None:
        """Show the chosen example as it is now, and mark those that may be wrong."""
        self._panel.show_doubtful(len(self._misgivings()))
        view, current = self._panel.list, self._panel.list.current
        if current is None or view.example is None or view.example >= len(current.examples):
            self.side.setCurrentWidget(self._inspector)
            return
        number = view.currentIndex().row()
        self.view.show_example(current, number, current.examples[view.example], self._chosen())
        self.side.setCurrentWidget(self.view)

    def look_again(self) -> None:
        """Show what is to be looked at again; where some of it is shown, move on to the next."""
        examples, labels = self._misgivings(), len(self._labelling.doubted_rows())
        chosen = self._chosen()
        at_labels = self._shown.showing is Showing.DOUBTED and chosen is None and labels > 0
        if not examples and not labels:
            self._notifier.say(tr("There is nothing to look at again."))
        elif at_labels and not (examples and self._shown.is_at_last):
            self._shown.select_next()
        elif labels and (not examples or (chosen is not None and chosen.example.id == examples[-1].example.id)):
            self._look_at_labels()
        else:
            self.look_at_next_example()

    def look_at_next_example(self) -> None:
        """Show the example after the one that is shown, of those that may be wrong; after the last comes the first."""
        examples, chosen = self._misgivings(), self._chosen()
        ids = [misgiving.example.id for misgiving in examples]
        place = ids.index(chosen.example.id) + 1 if chosen is not None else 0
        if examples:
            misgiving, view = examples[place % len(examples)], self._panel.list
            view.setFocus()
            view.setCurrentIndex(self._panel.rows.index(self._labelling.classes.index(misgiving.image_class)))
            view.choose_example(misgiving.place)

    def _leave(self) -> None:
        if self._panel.list.example is not None:
            self._panel.list.choose_example(None)

    def _look_at_labels(self) -> None:
        self._centre.showing_requested.emit(Showing.DOUBTED)
        self._shown.select_first()

    def _misgivings(self) -> tuple[Misgiving, ...]:
        return self._labelling.doubtful.among(self._labelling.classes)

    def _chosen(self) -> Misgiving | None:
        """Return what speaks against the chosen example."""
        view, current = self._panel.list, self._panel.list.current
        if current is None or view.example is None:
            return None
        return next((m for m in self._misgivings() if m.image_class is current and m.place == view.example), None)

    def _take_out(self) -> None:
        view, current = self._panel.list, self._panel.list.current
        if current is not None and view.example is not None and view.example < len(current.examples):
            self._editing.remove_examples(current, [current.examples[view.example].id])
            self._centre.grid.setFocus()

    def _move(self) -> None:
        chosen = self._chosen()
        if chosen is not None and chosen.can_move:
            self._editing.move_example(chosen.example.id, chosen.other)
            self._centre.grid.setFocus()
