"""Says what decided a proposal: the images that spoke for it, and in words what the chosen one is."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from workbench.operations.labelling.evidence.evidence import Evidence, Voice
from workbench.ui.controls.text import Elided, plain, set_tooltip
from workbench.ui.label.evidence.removal import removal_of, voice_sentence, voice_words
from workbench.ui.label.evidence.voice_strip import VoiceStrip
from workbench.ui.label.labelling_state import LabellingState
from workbench.ui.look.tokens import SMALL, TINY
from workbench.ui.services.project_context import ProjectContext
from workbench.ui.services.translation import percent, say, tr


class EvidencePanel(QWidget):
    """Shows what spoke for the class proposed for one image; one of it can be chosen, and taken out."""

    remove_requested = Signal(Voice)

    def __init__(self, context: ProjectContext, labelling: LabellingState) -> None:
        super().__init__()
        self._context = context
        self._labelling = labelling
        self._news = ""
        self.evidence: Evidence | None = None
        self.by = Elided(tr("Decided by"), "small", cut=Qt.TextElideMode.ElideRight)
        self.take_out = QToolButton()
        self.take_out.setProperty("kind", "chip")
        self.take_out.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # A click leaves the keyboard with the grid.
        self.strip = VoiceStrip(context.theme, context.thumbnails, self._tip)
        self.words = Elided("", "small", cut=Qt.TextElideMode.ElideRight)
        self._lay_out()
        self.strip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.strip.customContextMenuRequested.connect(self._open_menu)
        self.strip.changed.connect(self._show_chosen)
        self.strip.remove_requested.connect(self._request)
        self.take_out.clicked.connect(self._request)
        self.show_evidence(None)

    @property
    def speaks(self) -> bool:
        """Whether there is anything to show."""
        return self.evidence is not None and bool(self.evidence.voices)

    def show_evidence(self, evidence: Evidence | None) -> None:
        """Show what spoke for another proposal, or anew for the same; None for nothing."""
        self._news = ""
        self.evidence = evidence
        voices = evidence.voices if evidence is not None else ()
        parts = [
            f"{voice.image.path.name}, {voice_words(self._labelling, voice)}, {percent(voice.share)}"
            for voice in voices
        ]
        self.strip.setAccessibleName(tr("Decided by {names}", names="; ".join(parts)) if parts else "")
        self.strip.show_voices(voices)

    def tell(self, news: str) -> None:
        """Say what has changed, until something else is chosen or shown."""
        self._news = news
        self._show_chosen()

    def menu(self, voice: Voice) -> QMenu:
        """Return what can be done with a voice."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        removal = removal_of(self._context, self._labelling, voice)
        action = menu.addAction(removal.text)
        action.setEnabled(not removal.refused)
        set_tooltip(action, removal.refused)
        action.triggered.connect(lambda: self.remove_requested.emit(voice))
        return menu

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.by, 1)
        row.addWidget(self.take_out)
        column.addLayout(row)
        column.addWidget(self.strip)
        column.addWidget(self.words)

    def _show_chosen(self) -> None:
        voice = self.strip.chosen
        removal = None if voice is None else removal_of(self._context, self._labelling, voice)
        if self._context.read_only is not None:
            refused = say(self._context.read_only)
        else:
            refused = tr("Choose one of the images below first.") if removal is None else removal.refused
        self.take_out.setText(tr("Take out") if removal is None else removal.text)
        self.take_out.setAccessibleName(self.take_out.text())
        self.take_out.setEnabled(not refused)
        set_tooltip(self.take_out, refused or tr("Make the proposals without it (Delete). This can be undone."))
        self.take_out.setAccessibleDescription(refused)
        self.words.setText(self._news or (self._about_all() if voice is None else self._sentence(voice)))
        self.strip.setAccessibleDescription(
            "" if voice is None else f"{voice.image.path.name}: {self._sentence(voice)}"
        )

    def _about_all(self) -> str:
        evidence = self.evidence
        if evidence is None:
            return ""
        shown = evidence.voices[: self.strip.shown]
        others = evidence.others + len(evidence.voices) - len(shown)
        if not others:
            return tr("The nearest")
        rest = percent(max(0.0, 1 - sum(voice.share for voice in shown)))
        return tr("The nearest; {count} more: {share}", count=others, share=rest)

    def _sentence(self, voice: Voice) -> str:
        proposed = None if self.evidence is None else self._labelling.class_of(self.evidence.class_id)
        return voice_sentence(self._labelling, voice, "" if proposed is None else proposed.name)

    def _tip(self, voice: Voice) -> str:
        lines = [voice.image.path.name, self._sentence(voice)]
        refused = removal_of(self._context, self._labelling, voice).refused
        return plain("\n".join(line for line in (*lines, refused) if line))

    def _request(self) -> None:
        voice = self.strip.chosen
        if voice is None:
            return
        refused = removal_of(self._context, self._labelling, voice).refused
        if refused:
            self._context.notifier.say(refused)
        else:
            self._news = ""
            self.remove_requested.emit(voice)

    def _open_menu(self, point: QPoint) -> None:
        voice = self.strip.chosen
        if voice is not None:
            menu = self.menu(voice)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.strip.mapToGlobal(point))
