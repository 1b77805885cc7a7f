"""Colours: readable in both schemes, told apart by shape as well, and the same wherever they are asked for."""

import pytest
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from workbench.ui.look.icons import ICONS, icon, pixmap
from workbench.ui.look.theme import Theme
from workbench.ui.look.tokens import DARK, LIGHT, Colors, class_color, class_shape
from workbench.ui.services.settings import Settings


def luminance(name: str) -> float:
    color = QColor(name)
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])
def test_text_stands_out_from_what_is_behind_it(colors: Colors) -> None:
    for behind in (colors.page, colors.panel, colors.raised):
        for text in (colors.text, colors.muted, colors.good, colors.warn, colors.bad):
            assert contrast(text, behind) >= 4.5, (text, behind)
    assert contrast(colors.on_accent, colors.accent) >= 4.5


def test_no_two_of_the_first_sixty_four_classes_look_alike() -> None:
    looks = {(class_color(number), class_shape(number)) for number in range(64)}
    assert len(looks) == 64


def test_neighbours_differ_in_shape_and_not_only_in_colour() -> None:
    for number in range(64):
        assert class_shape(number) != class_shape(number + 1)


def test_an_icon_follows_the_scheme(qapp: QApplication, theme: Theme, settings: Settings) -> None:
    def darkest(shown: QIcon) -> float:
        picture = shown.pixmap(40, 40).toImage()
        colors = [picture.pixelColor(x, y) for x in range(40) for y in range(40)]
        return min(color.lightnessF() for color in colors if color.alpha() > 200)

    one = icon("label")
    settings.scheme = "light"
    theme.apply()
    assert darkest(one) < 0.3
    settings.scheme = "dark"
    theme.apply()
    assert darkest(one) > 0.6


@pytest.mark.parametrize("file", sorted(ICONS.glob("*.svg")), ids=lambda file: file.stem)
def test_every_icon_can_be_drawn(qapp: QApplication, file: object) -> None:
    drawn = pixmap(getattr(file, "stem", ""), "#000000", 20).toImage()
    assert any(drawn.pixelColor(x, y).alpha() for x in range(20) for y in range(20))
