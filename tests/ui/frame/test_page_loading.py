"""What stands on Qt is imported on the window's thread alone, and there by itself."""

import json
import subprocess
import sys
from pathlib import Path

# A process of its own: in this one, all is imported long since.
PROGRAM = """
import importlib.abc, json, sys, threading
from PySide6.QtWidgets import QApplication
application = QApplication([])
from workbench.ui.frame.main_window import MainWindow
from workbench.ui.look.theme import Theme
from workbench.ui.services.settings import Settings

window_thread, imported = threading.get_ident(), []
class Watches(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        imported.append((name, threading.get_ident() == window_thread))

sys.meta_path.insert(0, Watches())
settings = Settings()
window = MainWindow(settings, Theme(application, settings))
window.show()
while not window.loaded:
    application.processEvents()
window.close()
application.processEvents()
print(json.dumps({"imported": imported}))
"""


def test_pages_are_imported_on_the_windows_thread_and_all_else_before(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=Path(__file__).parents[3], capture_output=True, text=True, check=True
    )
    imported = json.loads(ran.stdout.splitlines()[-1])["imported"]
    here = {name for name, on_window_thread in imported if on_window_thread}
    elsewhere = {name for name, on_window_thread in imported if not on_window_thread}
    assert [name for name in elsewhere if name.startswith(("workbench.ui", "pyqtgraph", "PySide6"))] == []
    assert {"workbench.ui.label.label_page", "workbench.ui.check.check_page", "pyqtgraph"} <= here
    own = {name for name in here if name.startswith("workbench.")}
    assert [name for name in own if not name.startswith("workbench.ui")] == []
