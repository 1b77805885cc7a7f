"""The tab Watch: a run learns one episode before one's eyes."""
