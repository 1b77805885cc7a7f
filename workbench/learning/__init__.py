"""Few-shot learning: episodes, encoders, approaches and the training loop. Knows only torch and SciPy.

`from workbench import learning` imports none of it: `learning.train` imports its module when it is first used, so that
a window and the commands that learn nothing come up without torch (Scientific Python, SPEC 1).
"""

import lazy_loader

# Their types are those of the stub, __init__.pyi.
__getattr__, __dir__, __all__ = lazy_loader.attach_stub(__name__, __file__)  # pyright: ignore[reportUnknownVariableType]
