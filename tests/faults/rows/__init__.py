"""Every row of the fault matrix, in its order."""

from tests.faults.row import Row
from tests.faults.rows import damage, disk_full, kills, statements

ROWS: tuple[Row, ...] = (*kills.ROWS, *statements.ROWS, *disk_full.ROWS, *damage.ROWS)
