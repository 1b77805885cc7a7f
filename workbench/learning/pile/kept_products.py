"""Products of a pile's vectors with examples, of which few are new each time that a person decides."""

from torch import Tensor

_AT_ONCE = 256  # rows, so that the first time does not need the memory twice


class KeptProducts:
    """The dot products of n vectors with others; those with the others of the newest call are kept."""

    def __init__(self, vectors: Tensor) -> None:
        """Take the vectors (n, d), which are not copied."""
        self._vectors = vectors
        self._kept: dict[bytes, Tensor] = {}

    def rows(self, others: Tensor) -> list[Tensor]:
        """Return for each of the others (m, d) its products with the vectors, (n,)."""
        keys = [other.tobytes() for other in others.numpy()]
        places = {key: place for place, key in enumerate(keys) if key not in self._kept}
        missing = list(places.items())
        for start in range(0, len(missing), _AT_ONCE):
            part = missing[start : start + _AT_ONCE]
            computed = others[[place for _, place in part]] @ self._vectors.T
            self._kept |= {key: row for (key, _), row in zip(part, computed, strict=True)}
        self._kept = {key: self._kept[key] for key in keys}
        return [self._kept[key] for key in keys]
