"""Every row of the fault matrix, in its order."""

from tests.faults.row import Row
from tests.faults.rows import damage, disk_full, fixed, hostile, images, kills, large, processes, statements, window

ROWS: tuple[Row, ...] = (
    *kills.ROWS,
    *statements.ROWS,
    *disk_full.ROWS,
    *damage.ROWS,
    *images.ROWS,
    *large.ROWS,
    *processes.ROWS,
    *hostile.ROWS,
    *window.ROWS,
    *fixed.ROWS,
)
