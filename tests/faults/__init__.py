"""The fault matrix: what must not hurt a project, tried at random with seeds that are printed."""
