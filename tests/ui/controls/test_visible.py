"""What is shown can be seen: long names whole, icons on light and on dark."""

from PySide6.QtWidgets import QToolButton, QWidget
from pytestqt.qtbot import QtBot

from workbench.ui.controls.file_dialogs import choose_folder
from workbench.ui.controls.text import label
from workbench.ui.look.theme import Theme
from workbench.ui.services.settings import Settings


def test_a_name_longer_than_its_label_is_wrapped(qtbot: QtBot) -> None:
    name = "Quercus_robur_subsp_pedunculiflora_from_the_northern_plot"
    words = label(f"looks like {name}", wrap=True)
    qtbot.addWidget(words)
    assert words.text() == f"looks like {name}"
    assert words.minimumSizeHint().width() < words.fontMetrics().horizontalAdvance(name)
    assert words.heightForWidth(120) >= 3 * words.fontMetrics().lineSpacing()


def test_the_arrows_of_qts_own_file_dialog_can_be_seen_on_dark(qtbot: QtBot, theme: Theme, settings: Settings) -> None:
    settings.scheme = "dark"
    theme.apply()
    over = QWidget()
    qtbot.addWidget(over)
    dialog = choose_folder(over, settings, "Choose", lambda path: None)
    arrows = [one for one in dialog.findChildren(QToolButton) if one.objectName() in ("backButton", "toParentButton")]
    assert len(arrows) == 2
    for arrow in arrows:
        drawn = arrow.icon().pixmap(16, 16).toImage()
        pixels = [drawn.pixelColor(x, y) for x in range(drawn.width()) for y in range(drawn.height())]
        assert max(pixel.lightness() for pixel in pixels if pixel.alpha() > 128) > 128
    dialog.close()
