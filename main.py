"""Start the Meta-Learning Workbench from its folder: `python main.py`."""

import sys

from workbench.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
