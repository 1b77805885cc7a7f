"""The runs of the project, what can be done with the chosen one and, under them, its note and its settings."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from workbench.operations.runs.listing import RunFacts
from workbench.ui.controls.file_dialogs import choose_file, choose_new
from workbench.ui.controls.text import button, icon_button, label, set_tooltip
from workbench.ui.learn.note_dialog import NoteDialog
from workbench.ui.learn.run_editing import RunEditing
from workbench.ui.learn.run_list import RunList
from workbench.ui.learn.run_rows import NOT_YET, RunRow
from workbench.ui.look.tokens import SMALL
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.run_words import (
    Titles,
    best_shown,
    joined,
    name_or_number,
    run_detail,
    run_name,
    run_when,
    settings_lines,
)
from workbench.ui.services.training_stage import Stage
from workbench.ui.services.translation import say, tr

_MOST_LINES, _MOST_LETTERS = 3, 140  # of a note
_Act = tuple[str, Callable[[], None], bool]  # Its words, what it does, and whether it can be done now.


class RunPanel(QWidget):
    """Lists runs, newest first; `foot` stands below their settings, which say how much room each takes."""

    deleted_shown = Signal()  # Deleted runs are to be listed, or no longer.

    def __init__(self, context: ProjectContext, foot: QWidget) -> None:
        super().__init__()
        self._context = context
        self._kept: Sequence[RunFacts] = ()
        self._deleted: Sequence[RunFacts] = ()
        self.searches: Mapping[int, int] = {}  # The number of the search for each run that one made.
        self.lists: Callable[[RunFacts], bool] = lambda facts: True  # Whether a run is in the list.
        self.editing = RunEditing(context, self)
        self.empty = label(tr("No runs yet. Choose an approach under New run and press Start."), "muted", wrap=True)
        self.damaged = label("", "bad", wrap=True)
        self.list = RunList(context.theme, editable=context.read_only is None)
        self.settings = label("", "small", wrap=True)
        self.remark = label("", "body", wrap=True)
        self.show_deleted = QCheckBox()
        self.delete = button(tr("Delete"))
        self.more = icon_button(context.theme.icon("more"), tr("More"))
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.damaged)
        column.addWidget(self.empty)
        column.addLayout(self._head())
        column.addWidget(self.list, 1)
        column.addWidget(self.remark)
        column.addWidget(self.settings)
        column.addWidget(foot)
        column.addStretch()
        self._connect()
        self.name_damaged("")
        self.take_runs((), ())
        self.show_runs({}, None, None, None)

    def put_first(self, widget: QWidget) -> None:
        """Put a widget above all others."""
        self._column.insertWidget(0, widget)

    @property
    def shown(self) -> RunFacts | None:
        """The run that is chosen in the list."""
        row = self.list.current
        return next((facts for facts in self.listed if row is not None and facts.id == row.run), None)

    @property
    def listed(self) -> tuple[RunFacts, ...]:
        """The runs to choose from, oldest first; deleted ones, where they are shown, before all others."""
        return (*(self._deleted if self.show_deleted.isChecked() else ()), *self._kept)

    def neighbour(self, run: int | None) -> int | None:
        """Return the run to show in the place of one that is no longer there: the next in the list, or the one above.

        None where none is listed.
        """
        there = {facts.id for facts in self.listed if self.lists(facts)}
        before = [row.run for row in self.list.runs.rows]
        place = before.index(run) if run in before else 0
        near = [*before[place:], *reversed(before[:place]), *(facts.id for facts in reversed(self.listed))]
        return next((other for other in near if other in there), None)

    def name_damaged(self, text: str) -> None:
        """Say which runs are damaged, empty where none is."""
        self.damaged.setText(text)
        self.damaged.setVisible(bool(text))

    def take_runs(self, kept: Sequence[RunFacts], deleted: Sequence[RunFacts]) -> None:
        """Take the runs of the project, oldest first, to be shown by `show_runs`."""
        self._kept, self._deleted = kept, deleted
        self.show_deleted.setText(tr("Show deleted ({number})", number=len(deleted)))
        self.show_deleted.setVisible(bool(deleted))

    def show_runs(
        self,
        titles: Titles,
        chosen: RunFacts | None,
        live: int | None,
        stage: Stage | None,
        *,
        above: Sequence[RunRow] = (),
    ) -> None:
        """Show the runs; `live` is the number of the current run, whose stage is `stage`; `above` is none yet."""
        rows = [
            _row(facts, titles, stage if facts.id == live else None, self.searches.get(facts.id))
            for facts in reversed(self.listed)
            if self.lists(facts)
        ]
        rows = [*above, *rows]
        self.list.show_runs(rows, chosen.id if chosen is not None else NOT_YET)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows and not self.damaged.text())
        remark = (chosen.remark or "") if chosen is not None else ""
        self.remark.setText(_beginning(remark))
        set_tooltip(self.remark, remark)
        self.remark.setVisible(bool(remark))
        self.settings.setText("\n".join(settings_lines(chosen, titles)) if chosen is not None else "")
        self.settings.setVisible(chosen is not None)
        self._renew_delete()

    def menu(self) -> QMenu:
        """Return what can be done with the chosen run, and with files of runs."""
        menu = QMenu(self)
        for group in self._acts(self.shown, able=self._context.read_only is None):
            for text, act, possible in group:
                action = menu.addAction(text)
                action.triggered.connect(lambda checked=False, act=act: act())
                action.setEnabled(possible)
            menu.addSeparator()
        menu.addActions([self.list.copying.copy_selection, self.list.copying.copy_all])
        return menu

    def _acts(self, facts: RunFacts | None, *, able: bool) -> tuple[tuple[_Act, ...], ...]:
        """Return the entries of the menu in groups; `able` is whether anything can be changed."""
        deleted = facts is not None and facts.deleted_at is not None
        kept = facts is not None and not deleted
        has_weights = facts is not None and kept and facts.is_usable
        rename: _Act = (f"{tr('Rename')}\tF2", self.list.rename, able and kept)
        restore: _Act = (tr("Restore"), self._delete_or_restore, able)
        delete: _Act = (f"{tr('Delete')}\t{tr('Del')}", self._delete_or_restore, able and kept and self._is_free(facts))
        return (
            (restore if deleted else rename, (tr("Note…"), self._ask_note, able and kept)),
            (
                (tr("Export run…"), lambda: self._ask_where(class_names_too=True), has_weights),
                (tr("Export without class names…"), lambda: self._ask_where(class_names_too=False), has_weights),
                (tr("Import run…"), self._ask_file, able),
            ),
            (delete,),
        )

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.show_deleted)
        row.addStretch(1)
        row.addWidget(self.delete)
        row.addWidget(self.more)
        return row

    def _connect(self) -> None:
        self.list.runs.renamed.connect(self._rename)
        self.list.delete_requested.connect(self._delete_or_restore)
        self.list.menu_requested.connect(self._open_menu)
        self.list.selectionModel().currentChanged.connect(self._renew_delete)
        self.delete.clicked.connect(self._delete_or_restore)
        self.show_deleted.toggled.connect(self.deleted_shown)
        self.more.clicked.connect(lambda: self._open_menu(self.more.mapToGlobal(QPoint(0, self.more.height()))))
        self._context.theme.changed.connect(self._paint_icons)

    def _paint_icons(self) -> None:
        self.more.setIcon(self._context.theme.icon("more"))

    def _renew_delete(self) -> None:
        facts, reason = self.shown, ""
        deleted = facts is not None and facts.deleted_at is not None
        self.delete.setText(tr("Restore") if deleted else tr("Delete"))
        self.delete.setAccessibleName(self.delete.text())
        if self._context.read_only is not None:
            reason = say(self._context.read_only)
        elif facts is not None and not self._is_free(facts):
            reason = tr("It is being trained. Stop it first.")
        self.delete.setEnabled(facts is not None and not reason)
        if not reason and not deleted:
            reason = tr("It can be restored until the project is made smaller.")
        set_tooltip(self.delete, reason)

    def _is_free(self, facts: RunFacts | None) -> bool:
        if facts is None:
            return False
        training = self._context.training
        is_trial = self._context.search.is_busy and facts.id in self.searches and facts.state == "running"
        return not is_trial and not (training.is_busy and training.run == facts.id)

    def _open_menu(self, point: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def _rename(self, run: int, name: str) -> None:
        for facts in self.listed:
            if facts.id == run:
                self.editing.rename(facts, name)

    def _delete_or_restore(self) -> None:
        facts = self.shown
        if facts is None or self._context.read_only is not None:
            return
        if facts.deleted_at is None:
            self.editing.delete(facts)
        else:
            self.editing.restore(facts.id, facts.name or "")

    def _ask_note(self) -> None:
        facts = self.shown
        if facts is not None:
            dialog = NoteDialog(name_or_number(facts), facts.remark or "", self.window())
            dialog.written.connect(lambda text: self.editing.remark(facts, text))
            dialog.open()

    def _ask_where(self, *, class_names_too: bool) -> None:
        facts = self.shown
        if facts is not None:
            name = "".join(letter for letter in name_or_number(facts) if letter not in '/\\:*?"<>|')
            choose_new(
                self,
                self._context.settings,
                tr("Export run"),
                lambda output: self.editing.export(facts, output, class_names_too=class_names_too),
                suggestion=f"{name.strip('. ')[:60] or facts.id}.safetensors",
                kinds=_kinds(),
            )

    def _ask_file(self) -> None:
        choose_file(self, self._context.settings, tr("Import run"), self.editing.import_file, kinds=_kinds())


def _beginning(remark: str) -> str:
    """Return as much of a note as leaves the list its room; all of it is in the tooltip."""
    cut = "\n".join(remark.splitlines()[:_MOST_LINES])[:_MOST_LETTERS].rstrip()
    return cut if cut == remark.rstrip() else f"{cut}…"


def _kinds() -> str:
    return tr("Files of runs (*.safetensors)")


def _row(facts: RunFacts, titles: Titles, live: Stage | None, search: int | None) -> RunRow:
    of_search = "" if search is None else tr("search {number}", number=str(search))
    return RunRow(
        facts.id,
        run_name(facts, titles),
        run_detail(facts, titles, live),
        joined(of_search, run_when(facts)),
        best_shown(facts),
        facts.name or "",
        facts.remark or "",
        facts.deleted_at is not None,
    )
