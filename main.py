"""Start the Meta-Learning Workbench from its folder: `python main.py`."""

import sys

if __name__ == "__main__":
    try:
        from workbench.__main__ import main
    except KeyboardInterrupt:  # Ctrl-C in the first moments
        sys.stderr.write("Stopped.\n")
        sys.exit(130)
    sys.exit(main())
