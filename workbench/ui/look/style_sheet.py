"""The one style sheet, written from the tokens."""

from workbench.ui.look.icons import ICONS
from workbench.ui.look.tokens import (
    BODY_TEXT,
    CONTROL_HEIGHT,
    DARK,
    FIGURE_TEXT,
    LARGE,
    MEDIUM,
    RADIUS,
    SECTION_TEXT,
    SMALL,
    SMALL_TEXT,
    TINY,
    TITLE_TEXT,
    Colors,
    mixed,
)

_INDENT = 3  # pixels by which Qt's own style indents the words of a cell more than the padding says


def style_sheet(colors: Colors) -> str:
    """Return the style sheet of the whole window; widgets say what they are by the property `kind`."""
    controls = (
        _buttons(colors) + _choices(colors) + _links(colors) + _split_buttons(colors) + _fields(colors) + _arrows()
    )
    return _text(colors) + _surfaces(colors) + controls + _lists(colors)


def _text(c: Colors) -> str:
    return f"""
    QWidget {{ font-size: {BODY_TEXT}px; color: {c.text}; }}
    QLabel {{ background: transparent; }}
    QLabel[kind="title"] {{ font-size: {TITLE_TEXT}px; font-weight: 600; }}
    QLabel[kind="figure"] {{ font-size: {FIGURE_TEXT}px; font-weight: 600; }}
    QLabel[kind="section"] {{ font-size: {SECTION_TEXT}px; font-weight: 600; }}
    QLabel[kind="strong"] {{ font-weight: 600; }}
    QLabel[kind="muted"] {{ color: {c.muted}; }}
    QLabel[kind="small"] {{ font-size: {SMALL_TEXT}px; color: {c.muted}; }}
    QLabel[kind="good"] {{ color: {c.good}; }}
    QLabel[kind="verdict-good"] {{ color: {c.good}; font-size: {SECTION_TEXT}px; font-weight: 600; }}
    QLabel[kind="warn"] {{ color: {c.warn}; }}
    QLabel[kind="verdict-warn"] {{ color: {c.warn}; font-size: {SECTION_TEXT}px; font-weight: 600; }}
    QLabel[kind="bad"] {{ color: {c.bad}; }}
    QLabel[kind="verdict-bad"] {{ color: {c.bad}; font-size: {SECTION_TEXT}px; font-weight: 600; }}
    QToolTip {{ background: {c.raised}; color: {c.text}; border: 1px solid {c.line}; padding: {TINY}px; }}
    """


def _surfaces(c: Colors) -> str:
    warm = mixed(c.panel, c.warn, 0.14)
    wrong = mixed(c.panel, c.bad, 0.12)
    dropping = mixed(c.panel, c.accent, 0.08)
    return f"""
    QMainWindow, QDialog, QWidget[kind="page"] {{ background: {c.page}; }}
    QFrame[kind="panel"] {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
    QWidget[kind="rail"] {{ background: {c.panel}; border-right: 1px solid {c.line}; }}
    QWidget[kind="header"] {{ background: {c.page}; }}
    QWidget[kind="status"] {{ background: {c.panel}; border-top: 1px solid {c.line}; }}
    QFrame[kind="callout"] {{ background: {c.raised}; border: 2px solid {c.accent}; border-radius: {RADIUS}px; }}
    QFrame[kind="line"] {{ background: {c.line}; border: none; }}
    QFrame[kind="banner"] {{ background: {warm}; border: 1px solid {c.warn}; border-radius: {RADIUS}px; }}
    QFrame[kind="complaint"] {{ background: {wrong}; border: 1px solid {c.bad}; border-radius: {RADIUS}px; }}
    QFrame[kind="drop"] {{ background: {c.panel}; border: 2px dashed {c.line}; border-radius: {RADIUS}px; }}
    QFrame[kind="drop"][over="true"] {{ background: {dropping}; border: 2px dashed {c.accent}; }}
    QScrollArea, QScrollArea > QWidget > QWidget[kind="inside"] {{ background: transparent; border: none; }}
    QSplitter::handle {{ background: transparent; }}
    QSplitter::handle:hover {{ background: {c.line}; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle {{ background: {mixed(c.line, c.muted, 0.35)}; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {c.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QProgressBar {{ background: {c.line}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
    QProgressBar::chunk {{ background: {c.accent}; border-radius: 3px; }}
    """


def _buttons(c: Colors) -> str:
    inner = CONTROL_HEIGHT - 2
    plain = "QPushButton"
    return f"""
    {plain} {{ background: {c.raised}; color: {c.text}; border: 1px solid {mixed(c.line, c.muted, 0.3)};
        border-radius: {RADIUS - 2}px; min-height: {inner}px; padding: 0 {MEDIUM}px; }}
    {plain}:hover {{ background: {mixed(c.raised, c.text, 0.05)}; }}
    {plain}:pressed {{ background: {mixed(c.raised, c.text, 0.12)}; }}
    {plain}:focus {{ border: 2px solid {c.accent}; padding: 0 {MEDIUM - 1}px; min-height: {inner - 2}px; }}
    {plain}:disabled {{ color: {mixed(c.muted, c.raised, 0.25)}; background: {c.page}; border-color: {c.line}; }}
    {plain}[kind="primary"] {{ background: {c.accent}; color: {c.on_accent}; border: 1px solid {c.accent};
        font-weight: 600; }}
    {plain}[kind="primary"]:hover {{ background: {mixed(c.accent, c.text, 0.12)}; }}
    {plain}[kind="primary"]:focus {{ border: 2px solid {c.text}; }}
    {plain}[kind="primary"]:disabled {{ background: {c.line}; color: {c.muted}; border-color: {c.line}; }}
    {plain}[kind="flat"], QToolButton {{ background: transparent; border: 1px solid transparent;
        border-radius: {RADIUS - 2}px; }}
    {plain}[kind="flat"] {{ text-align: left; padding: 0 {SMALL}px; }}
    {plain}[kind="flat"]:hover, QToolButton:hover {{ background: {mixed(c.panel, c.text, 0.06)}; }}
    {plain}[kind="flat"]:focus, QToolButton:focus {{ border: 2px solid {c.accent}; }}
    {plain}[kind="flat"]:disabled {{ color: {c.muted}; background: transparent; border-color: transparent; }}
    {plain}[kind="step"] {{ background: transparent; border: 1px solid transparent; text-align: left;
        padding: 0 {SMALL}px; min-height: 38px; border-radius: {RADIUS - 2}px; }}
    {plain}[kind="step"]:hover {{ background: {mixed(c.panel, c.text, 0.05)}; }}
    {plain}[kind="step"]:checked {{ background: {mixed(c.panel, c.accent, 0.14)}; font-weight: 600; }}
    {plain}[kind="step"]:focus {{ border: 2px solid {c.accent}; padding: 0 {SMALL - 1}px; min-height: 36px; }}
    {plain}[kind="step"][locked="true"] {{ color: {c.muted}; }}
    {plain}[kind="tab"] {{ background: transparent; color: {c.muted}; border: none; border-radius: 0;
        border-bottom: 2px solid transparent; padding: 0 {MEDIUM}px; min-height: {inner}px; }}
    {plain}[kind="tab"]:hover {{ color: {c.text}; }}
    {plain}[kind="tab"]:checked {{ color: {c.text}; border-bottom: 2px solid {c.accent}; font-weight: 600; }}
    {plain}[kind="tab"]:focus {{ color: {c.accent}; }}
    {plain}[kind="chip"] {{ border-radius: 12px; min-height: 24px; padding: 0 {SMALL}px; font-size: {SMALL_TEXT}px; }}
    {plain}[kind="chip"]:checked {{ background: {mixed(c.panel, c.accent, 0.14)}; border-color: {c.accent}; }}
    QToolButton {{ padding: {TINY}px; }}
    QToolButton::menu-indicator {{ image: none; }}
    """


def _choices(c: Colors) -> str:
    choice = 'QPushButton[kind="choice"]'
    return f"""
    {choice}:checked {{ background: {mixed(c.panel, c.accent, 0.14)}; border-color: {c.accent}; }}
    """


def _links(c: Colors) -> str:
    link = 'QPushButton[kind="link"]'
    return f"""
    {link} {{ background: transparent; border: none; border-bottom: 1px solid transparent;
        color: {c.accent}; text-align: left; padding: 0; min-height: 22px; }}
    {link}:hover, {link}:focus {{ border-bottom: 1px solid {c.accent}; padding: 0;
        min-height: 22px; }}
    {link}:disabled {{ color: {c.muted}; background: transparent; }}
    """


def _split_buttons(c: Colors) -> str:
    chip, edge = 'QToolButton[kind="chip"]', mixed(c.line, c.muted, 0.3)
    room = 22  # pixels of the part that opens the menu
    return f"""
    {chip} {{ background: {c.raised}; border: 1px solid {edge}; border-radius: 12px; min-height: 24px;
        padding: 0 {SMALL}px; font-size: {SMALL_TEXT}px; }}
    {chip}[popupMode="1"] {{ padding-right: {room + TINY}px; }}
    {chip}:hover {{ background: {mixed(c.raised, c.text, 0.05)}; }}
    {chip}:pressed {{ background: {mixed(c.raised, c.text, 0.12)}; }}
    {chip}:focus {{ border: 2px solid {c.accent}; }}
    {chip}:disabled {{ background: transparent; color: {c.muted}; border-color: {c.line}; }}
    {chip}::menu-button {{ width: {room}px; background: transparent; border: none; border-left: 1px solid {edge}; }}
    {chip}::menu-arrow {{ image: url("{(ICONS / "arrow_down.svg").as_posix()}"); width: 10px; height: 10px; }}
    """


def _fields(c: Colors) -> str:
    fields = "QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox"
    focused = ", ".join(f"{name}:focus" for name in fields.split(", "))
    disabled = ", ".join(f"{name}:disabled" for name in fields.split(", "))
    edge = mixed(c.line, c.muted, 0.3)
    boxes = "QCheckBox::indicator, QRadioButton::indicator"
    return f"""
    {fields} {{ background: {c.panel}; border: 1px solid {edge}; border-radius: {RADIUS - 2}px;
        min-height: {CONTROL_HEIGHT - 2}px; padding: 0 {SMALL}px; selection-background-color: {c.accent};
        selection-color: {c.on_accent}; }}
    {focused} {{ border: 2px solid {c.accent}; padding: 0 {SMALL - 1}px; min-height: {CONTROL_HEIGHT - 4}px; }}
    {disabled} {{ color: {c.muted}; background: {c.page}; }}
    QComboBox QAbstractItemView {{ background: {c.raised}; border: 1px solid {c.line};
        selection-background-color: {c.accent}; selection-color: {c.on_accent}; }}
    QPlainTextEdit, QTextBrowser {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px;
        padding: {SMALL}px; }}
    QCheckBox, QRadioButton {{ spacing: {SMALL}px; min-height: 24px; background: transparent; border-radius: 4px;
        border: 1px solid transparent; padding-right: {TINY}px; }}
    QCheckBox:focus, QRadioButton:focus {{ border: 1px solid {c.accent}; }}
    {boxes} {{ width: 14px; height: 14px; border: 1px solid {c.muted}; background: {c.panel}; }}
    QCheckBox::indicator {{ border-radius: 4px; }}
    QRadioButton::indicator {{ border-radius: 8px; }}
    QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; image: url("{_tick(c)}"); }}
    QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {c.accent};
        background: {c.on_accent}; }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {c.line}; background: {c.page}; }}
    QRadioButton::indicator:checked:disabled {{ border-color: {c.muted}; }}
    QCheckBox::indicator:checked:disabled {{ background: {c.muted}; border-color: {c.muted}; }}
    QMenu {{ background: {c.raised}; border: 1px solid {c.line}; padding: {TINY}px; }}
    QMenu::item {{ padding: {SMALL}px {LARGE}px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {c.accent}; color: {c.on_accent}; }}
    QMenu::item:disabled {{ color: {c.muted}; }}
    """


def _arrows() -> str:
    # A style sheet cannot tint a picture: these are of a grey that can be seen on light and on dark.
    up, down = (f"url('{(ICONS / name).as_posix()}')" for name in ("arrow_up.svg", "arrow_down.svg"))
    boxes = ("QSpinBox", "QDoubleSpinBox")
    parts = [f"{box}::{side}-button" for box in boxes for side in ("up", "down")]
    ups, downs = (", ".join(f"{box}::{side}-arrow" for box in boxes) for side in ("up", "down"))
    return f"""
    {", ".join(parts)} {{ subcontrol-origin: border; width: 22px; border: none; background: transparent; }}
    QSpinBox::up-button, QDoubleSpinBox::up-button {{ subcontrol-position: top right; }}
    QSpinBox::down-button, QDoubleSpinBox::down-button {{ subcontrol-position: bottom right; }}
    QComboBox::drop-down {{ border: none; width: 26px; }}
    {ups} {{ image: {up}; width: 10px; height: 10px; }}
    {downs} {{ image: {down}; width: 10px; height: 10px; }}
    QComboBox::down-arrow {{ image: {down}; width: 12px; height: 12px; }}
    """


def _tick(c: Colors) -> str:
    # A style sheet takes pictures from files only, and cannot tint them.
    return (ICONS / ("tick-dark.svg" if c is DARK else "tick-light.svg")).as_posix()


def _lists(c: Colors) -> str:
    views = "QListView, QTreeView, QTableView, QAbstractScrollArea[kind='cards']"
    return f"""
    {views} {{ background: {c.panel}; border: 1px solid {c.line}; border-radius: {RADIUS}px; outline: none;
        gridline-color: {c.line}; }}
    QListView[kind="legend"] {{ background: transparent; border: none; border-radius: 0; }}
    QListView[kind="legend"]::item {{ padding: {TINY}px 0; }}
    QListView:focus, QTreeView:focus, QTableView:focus {{ border: 1px solid {c.accent}; }}
    QListView::item, QTreeView::item {{ padding: {TINY}px {SMALL}px; }}
    QTableView::item {{ padding: 0 {SMALL}px; }}
    QListView::item:selected, QTreeView::item:selected, QTableView::item:selected {{
        background: {mixed(c.panel, c.accent, 0.18)}; color: {c.text}; }}
    QTableView QComboBox, QTableView QLineEdit, QTableView QComboBox:focus, QTableView QLineEdit:focus {{
        min-height: 0; border-radius: 0; }}
    QHeaderView {{ background: transparent; }}
    QHeaderView::section {{ background: {c.panel}; color: {c.muted}; border: none;
        border-bottom: 1px solid {c.line}; padding: {TINY}px {SMALL + _INDENT}px; font-size: {SMALL_TEXT}px; }}
    QHeaderView::section:horizontal:first, QHeaderView::section:horizontal:only-one {{
        border-top-left-radius: {RADIUS - 1}px; }}
    QHeaderView::section:horizontal:last, QHeaderView::section:horizontal:only-one {{
        border-top-right-radius: {RADIUS - 1}px; }}
    QTableCornerButton::section {{ background: {c.panel}; border: none; }}
    QTabWidget::pane {{ border: none; }}
    QTabBar::tab {{ background: transparent; color: {c.muted}; padding: {SMALL}px {MEDIUM}px;
        border-bottom: 2px solid transparent; }}
    QTabBar::tab:selected {{ color: {c.text}; border-bottom: 2px solid {c.accent}; font-weight: 600; }}
    QTabBar::tab:focus {{ color: {c.accent}; }}
    """
