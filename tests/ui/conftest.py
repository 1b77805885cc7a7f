"""Tests of the window need no display."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
