"""The frame around the pages: main window, rail, job panel, status line."""
