"""What is only worth it on a GPU: where images live, copies beside the work, and ways to launch less."""
