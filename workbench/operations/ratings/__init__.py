"""Tables of ratings that people gave to items."""
