"""Examples from a camera, where Qt's library for cameras is installed (the extra `camera`)."""
