"""How a page of the guide looks: sizes, spacing and colours of its paragraphs, headings, lists and links."""

from collections.abc import Iterator

from PySide6.QtGui import QColor, QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from workbench.ui.guide.guide_links import read_link
from workbench.ui.look.tokens import (
    HUGE,
    LARGE,
    MEDIUM,
    READING_TEXT,
    SECTION_TEXT,
    SMALL,
    SMALL_TEXT,
    TINY,
    TITLE_TEXT,
    Colors,
    mixed,
)

_SOURCES = ("Sources:", "Fuentes:")
_PICTURE = "\ufffc"  # what stands for it in the text
_LINE_HEIGHT = 145.0  # per cent of the letters' own
_HEADINGS = {1: (TITLE_TEXT, 0, MEDIUM), 2: (SECTION_TEXT, HUGE, TINY)}  # size, space above and below


def dress(document: QTextDocument, colors: Colors) -> None:
    """Give every block of a page its look, once the page is in the document."""
    document.setIndentWidth(HUGE)
    whole = QTextCursor(document)
    whole.beginEditBlock()  # Otherwise everything would be laid out anew after each change.
    _disarm_foreign_links(document)
    for block in _blocks(document):
        cursor = QTextCursor(block)
        cursor.mergeBlockFormat(_spacing(block, colors))
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        if block.blockFormat().headingLevel():
            # Qt's Markdown makes headings larger by steps, which cannot be taken away by merging.
            cursor.setCharFormat(_letters(block, colors))
            continue
        cursor.mergeCharFormat(_letters(block, colors))
        _color_links_and_code(block, colors)
    whole.endEditBlock()


def _spacing(block: QTextBlock, colors: Colors) -> QTextBlockFormat:
    look = QTextBlockFormat()
    # A picture would have as much more room above it.
    height = 100.0 if _PICTURE in block.text() or _is_code(block) else _LINE_HEIGHT
    look.setLineHeight(height, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    level = block.blockFormat().headingLevel()
    above, below = _HEADINGS[min(level, 2)][1:] if level else (0, SMALL if block.textList() else MEDIUM)
    if _is_code(block):
        look.setBackground(QColor(mixed(colors.panel, colors.text, 0.06)))
        look.setNonBreakableLines(False)
        above, below = (0 if _is_code(block.previous()) else TINY), (0 if _is_code(block.next()) else LARGE)
    if block.text().startswith(_SOURCES):
        above = LARGE
    look.setTopMargin(above)
    look.setBottomMargin(below)
    return look


def _letters(block: QTextBlock, colors: Colors) -> QTextCharFormat:
    look = QTextCharFormat()
    level = block.blockFormat().headingLevel()
    size = _HEADINGS[min(level, 2)][0] if level else SMALL_TEXT if _is_code(block) else READING_TEXT
    look.setProperty(QTextCharFormat.Property.FontPixelSize, size)
    if level:
        look.setFontWeight(QFont.Weight.DemiBold)
    look.setForeground(QColor(colors.muted if block.text().startswith(_SOURCES) else colors.text))
    return look


def _color_links_and_code(block: QTextBlock, colors: Colors) -> None:
    for cursor, look in _pieces(block):
        changed = QTextCharFormat()
        if look.isAnchor():
            changed.setForeground(QColor(colors.accent))
            changed.setFontUnderline(False)
        elif look.fontFixedPitch() and not _is_code(block):
            changed.setBackground(QColor(mixed(colors.panel, colors.text, 0.07)))
        cursor.mergeCharFormat(changed)


def _disarm_foreign_links(document: QTextDocument) -> None:
    """Make every link that leads out of the program plain text, its address written after it, to be copied."""
    for block in _blocks(document):
        links = [(cursor, look.anchorHref()) for cursor, look in _pieces(block) if look.isAnchor()]
        for cursor, address in reversed(links):
            if read_link(address) is None:
                words = cursor.selectedText()
                cursor.insertText(words if words == address else f"{words} ({address})", QTextCharFormat())


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _pieces(block: QTextBlock) -> list[tuple[QTextCursor, QTextCharFormat]]:
    """Return each piece of a block that has one format, selected."""
    pieces: list[tuple[QTextCursor, QTextCharFormat]] = []
    found = block.begin()
    while not found.atEnd():
        fragment = found.fragment()
        cursor = QTextCursor(block)
        cursor.setPosition(fragment.position())
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
        pieces.append((cursor, fragment.charFormat()))
        found += 1
    return pieces


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextBlockFormat.Property.BlockCodeFence)
