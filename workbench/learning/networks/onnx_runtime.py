"""The shipped network run by ONNX Runtime: on a CPU about twice as fast as by torch, with the same features.

The graph is built from the network's own layers each time, in milliseconds, so that there is no second file of weights.
How it compares: workbench/decisions/engine_of_the_shipped_network.md.
"""

import os
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

# Versions that every ONNX Runtime since 1.17 reads; nothing here needs a newer one.
_OPERATORS, _FORMAT = 17, 9
_IN, _OUT = "images", "features"

_Constant = NDArray[np.float32] | np.float32


class OnnxGraph:
    """Collects the nodes of a network that maps float32 images (n, 3, height, width) to features (n, dimension)."""

    def __init__(self) -> None:
        self._make, self._of_array = import_module("onnx.helper"), import_module("onnx.numpy_helper").from_array
        self._nodes: list[Any] = []
        self._constants: list[Any] = []
        self.last = _IN

    def add(
        self, operator: str, *constants: NDArray[np.float32] | np.float32, inputs: Sequence[str] = (), **settings: Any
    ) -> str:
        """Apply an operator of ONNX to `inputs`, or to what was made last, and to constants; return its result's name.

        https://onnx.ai/onnx/operators describes the operators and their settings.
        """
        result = f"{operator}{len(self._nodes)}"
        names = [f"{result}-{number}" for number in range(len(constants))]
        self._constants += [
            self._of_array(np.asarray(array), name) for array, name in zip(constants, names, strict=True)
        ]
        self._nodes.append(self._make.make_node(operator, [*(inputs or (self.last,)), *names], [result], **settings))
        self.last = result
        return result

    def convolve(self, layer: nn.Conv2d) -> str:
        """Apply a convolution, padded as in TensorFlow."""
        weights = [part.detach().numpy() for part in (layer.weight, layer.bias) if part is not None]
        return self.add("Conv", *weights, strides=layer.stride, group=layer.groups, auto_pad="SAME_UPPER")

    def relu6(self) -> str:
        """Clip between 0 and 6."""
        return self.add("Clip", np.float32(0), np.float32(6))

    def as_bytes(self, dimension: int) -> bytes:
        """Return the model, in ONNX's format."""
        make = self._make
        self._nodes[-1].output[0] = _OUT
        number = make.np_dtype_to_tensor_dtype(np.dtype(np.float32))
        takes = make.make_tensor_value_info(_IN, number, ["n", 3, "height", "width"])
        gives = make.make_tensor_value_info(_OUT, number, ["n", dimension])
        graph = make.make_graph(self._nodes, "encoder", [takes], [gives], self._constants)
        operators = [make.make_opsetid("", _OPERATORS)]
        return make.make_model(graph, opset_imports=operators, ir_version=_FORMAT).SerializeToString()


class OnnxEncoder:
    """Runs a model of `OnnxGraph` on the CPU, with as many threads as torch has."""

    def __init__(self, model: bytes) -> None:
        runtime = _runtime()
        settings = runtime.SessionOptions()
        settings.enable_cpu_mem_arena = False
        settings.intra_op_num_threads = torch.get_num_threads()
        # Threads that wait in a loop would take the processor from those that decode the next images.
        settings.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = runtime.InferenceSession(model, settings, providers=["CPUExecutionProvider"])

    def __call__(self, images: Tensor) -> Tensor:
        """Return the features (n, dimension) of float32 images (n, 3, height, width)."""
        (features,) = self._session.run([_OUT], {_IN: images.contiguous().numpy()})
        return torch.from_numpy(np.asarray(features))


@cache
def is_available() -> bool:
    """Return whether ONNX Runtime is installed and can be loaded, as it is wherever there is a wheel of it."""
    try:
        import_module("onnx")
        _runtime()
    except (ImportError, OSError):
        return False
    return True


def _runtime() -> Any:
    # Some of its builds would report how they are used; it has to be said before it is imported.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    runtime = import_module("onnxruntime")
    runtime.disable_telemetry_events()
    return runtime
