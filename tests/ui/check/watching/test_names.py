"""Names of classes, where there is little room for them."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QFontMetrics
from pytestqt.qtbot import QtBot

from workbench.ui.check.watching.class_names import cut_names, short_names
from workbench.ui.check.watching.label_places import label_places, line_to

BOX = QRectF(0, 0, 300, 200)


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (("character_10", "character_12"), ("…10", "…12")),
        (("character_02 (Greek)", "character_02 (Latin)"), ("…Greek)", "…Latin)")),
        (("oak", "fir"), ("oak", "fir")),
        (("oakleaf", "oakbark"), ("oakleaf", "oakbark")),  # No word is cut in two.
        (("maple tree ", "maple tree b"), ("maple tree ", "maple tree b")),  # No name is left empty.
        (("character_10",), ("character_10",)),
    ],
)
def test_only_a_beginning_that_all_share_is_left_out(names: tuple[str, ...], short: tuple[str, ...]) -> None:
    assert short_names(names) == short


@pytest.mark.parametrize("far", [0.0, 5.0, 30.0])
def test_names_of_points_on_a_heap_do_not_cover_each_other(far: float) -> None:
    points = [QPointF(150 + far * number, 100) for number in range(4)]
    places = [place for place in label_places(points, [60.0] * 4, 14.0, BOX, 12.0) if place is not None]
    assert len(places) == 4
    for number, place in enumerate(places):
        assert BOX.contains(place)
        assert not any(place.intersects(other) for other in places[number + 1 :])
        assert not any(place.contains(point) for point in points)


def test_a_name_that_stands_apart_has_a_line_to_its_point() -> None:
    point = QPointF(100, 100)
    line = line_to(QRectF(110, 50, 60, 14), point, 12.0)
    assert line.p2() == QPointF(110, 64)
    assert 24 < line.length() < 27
    assert line_to(QRectF(113, 93, 60, 14), point, 12.0).length() == 1


def test_a_name_without_a_free_place_is_left_to_its_mark() -> None:
    crowded = [QPointF(20, 20)] * 3
    assert label_places(crowded, [60.0] * 3, 14.0, QRectF(0, 0, 40, 40), 12.0) == [None, None, None]


def test_names_that_begin_alike_are_cut_where_they_differ(qtbot: QtBot) -> None:
    metrics = QFontMetrics(QFont())
    names = ("character_10", "character_14 (alphabet_06)", "character_14 (alphabet_09)")
    room = metrics.horizontalAdvance("…14 (alph")
    one, two, three = cut_names(names, metrics, room)
    assert one == "…10"
    assert (two[-3:], three[-3:]) == ("06)", "09)")
    assert max(metrics.horizontalAdvance(name) for name in (one, two, three)) <= room
    narrow = metrics.horizontalAdvance("…10") + 2
    assert cut_names(names, metrics, narrow) == ("…10", "", "")
