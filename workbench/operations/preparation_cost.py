"""How long it takes until images can be learned from that were never decoded, or seen by the frozen network, before."""

import time
from collections.abc import Callable, Iterator, Sequence

from workbench.operations.episode_pool import View
from workbench.operations.load_images import Made, Wanted, decoded, feature_cache, image_cache, seen
from workbench.operations.look_around import some_of
from workbench.operations.progress import Reporter
from workbench.words import Message, marked

_LOOKED_UP = 256
_TRIED = 16
_TO_WARM_UP = 2


def seconds_to_prepare(images: Sequence[Wanted], view: View, device: str, reporter: Reporter) -> float:
    """Return the seconds for those images that the cache does not hold, reckoned from a few, which are not kept.

    Raises Cancelled when asked to stop.
    """
    from workbench.learning.encoders import encoder_kind

    is_frozen = encoder_kind(view.encoder).pretrained
    cache = feature_cache(view.size) if is_frozen else image_cache(view.size, view.channels)
    some = some_of(images, _LOOKED_UP)
    absent = [each for each, row in zip(some, cache.rows([each.sha256 for each in some]), strict=True) if row < 0]
    if not absent:
        return 0.0
    make = _maker(view, device, is_frozen=is_frozen)
    tried = some_of(absent, _TRIED)
    for each in (tried[:_TO_WARM_UP], tried):
        began = time.perf_counter()
        for _ in make(each):
            reporter.report(None, Message(marked("Measuring how long images take")))
    return (time.perf_counter() - began) / len(tried) * len(images) * len(absent) / len(some)


def _maker(view: View, device: str, *, is_frozen: bool) -> Callable[[Sequence[Wanted]], Iterator[Made]]:
    if not is_frozen:
        return lambda images: decoded(images, view.size, view.channels)
    from workbench.learning.pretrained import load_pretrained

    network = load_pretrained().to(device)
    return lambda images: seen(images, view.size, network)
