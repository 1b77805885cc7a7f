"""Segments computed on a Ray cluster: one that is there already, or one on this computer that ends with the work.

Moritz et al., 2018, "Ray: A Distributed Framework for Emerging AI Applications". It is an extra, imported nowhere else.
"""

import os
import secrets
import signal
import socket
import threading
from collections.abc import Generator
from concurrent.futures import Future
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

from workbench import learning
from workbench.errors import UserError
from workbench.facts import fact
from workbench.operations.engines.engine import Shared
from workbench.operations.progress import Silent
from workbench.operations.runs.portable_material import PortableMaterial
from workbench.operations.runs.segment import Segment, SegmentRequest, train_segment
from workbench.operations.runs.training import versions_here
from workbench.words import Message, marked, message

_RETRIES = 2  # of a segment whose process or computer was lost
_PATIENCE = 10.0  # seconds to wait for a cluster to answer
_AUTO = "auto"


class RayCluster:
    """An engine of a Ray cluster: of so many processes here, or without limit what is at an address."""

    def __init__(self, workers: int, address: str | None, device: str) -> None:
        self._workers, self._address, self._device = workers, address, device
        self.capacity = max(1, workers)  # until the cluster says what it has
        self._under_way: set[Any] = set()

    def __enter__(self) -> Self:
        if self._address is None:
            _keep_to_itself()
        self._ray, self._on_node = _imported()
        with _own_signals():
            self._connect()
        try:
            self._refuse_other_versions()
            self._choose_resources()
        except BaseException:
            self._ray.shutdown()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for under_way in list(self._under_way):
            self._ray.cancel(under_way, force=True)
        with _own_signals():
            self._ray.shutdown()

    def share(self, material: PortableMaterial) -> Shared:
        """Put the material into the cluster's memory, from where each computer takes it once."""
        try:
            return Shared(self._ray.put(material))
        except self._ray.exceptions.RayError as error:
            raise _failed(error) from error

    def submit(self, shared: Shared, request: SegmentRequest) -> Future[Segment]:
        """Have the cluster compute a segment; where its process is lost, it is tried again."""
        under_way = self._task.remote(shared.place, request, self._device, versions_here())
        self._under_way.add(under_way)
        future = Future[Segment]()
        future.set_running_or_notify_cancel()

        def hand_on(answered: Future[Any]) -> None:
            self._under_way.discard(under_way)
            error = answered.exception()
            if error is not None:
                future.set_exception(self._in_words(error))
            elif isinstance(answered.result(), UserError):
                future.set_exception(answered.result())
            else:
                future.set_result(answered.result())

        under_way.future().add_done_callback(hand_on)
        return future

    def _connect(self) -> None:
        quiet: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR"}
        if self._address is None:
            # Not one that happens to run here: whoever means that says so.
            self._ray.init("local", num_cpus=self._workers or None, include_dashboard=False, **quiet)
            return
        if self._address != _AUTO:
            _refuse_silent(self._address)
        try:
            self._ray.init(self._address, **quiet)
        except (ConnectionError, RuntimeError, ValueError) as error:
            raise _no_cluster(self._address, error) from error

    def _refuse_other_versions(self) -> None:
        """Raise UserError where a computer of the cluster has another program, which would compute something else."""

        @self._ray.remote(num_cpus=0)
        def versions() -> dict[str, str] | None:
            # Not a name of this module: where there is no program, it could not be found.
            try:
                from workbench.operations.runs.training import versions_here as versions_there
            except ImportError:
                return None
            return versions_there()

        nodes = [(node["NodeManagerHostname"], node["NodeID"]) for node in self._ray.nodes() if node["Alive"]]
        ask: Any = versions
        answers = {
            name: ask.options(scheduling_strategy=self._on_node(node, soft=False)).remote() for name, node in nodes
        }
        for name, answer in answers.items():
            try:
                _refuse_other(self._ray.get(answer), name)
            except self._ray.exceptions.RayError as error:
                raise _failed(error) from error

    def _choose_resources(self) -> None:
        has = self._ray.cluster_resources()
        gpus = int(has.get("GPU", 0)) if self._device in ("auto", "cuda") else 0
        there = max(1, gpus or int(has.get("CPU", 1)))
        self.capacity = min(there, self._workers) if self._workers > 0 else there
        resources = {"num_cpus": 1, "num_gpus": 1 if gpus else 0, "max_retries": _RETRIES}
        self._task = self._ray.remote(**resources)(_computed)

    def _in_words(self, error: BaseException) -> BaseException:
        lost = (self._ray.exceptions.WorkerCrashedError, self._ray.exceptions.OutOfMemoryError)
        if isinstance(error, (*lost, self._ray.exceptions.NodeDiedError)):
            return UserError(fact("run.processes_lost", times=_RETRIES + 1))
        return _failed(error) if isinstance(error, self._ray.exceptions.RayError) else error


def _computed(
    material: PortableMaterial, request: SegmentRequest, device: str, versions: dict[str, str]
) -> Segment | UserError:
    """Compute a segment on whichever computer this is; one that joined the cluster late may have another program."""
    try:
        _refuse_other(versions_here(), socket.gethostname(), versions)
        return train_segment(material, request, learning.choose_device(device).name, Silent())
    except UserError as error:
        return error


def _keep_to_itself() -> None:
    """Let nobody else use a cluster of this program: its token is in no file, and ends with the program."""
    os.environ.setdefault("RAY_AUTH_MODE", "token")
    os.environ.setdefault("RAY_AUTH_TOKEN", secrets.token_hex(32))


def _imported() -> tuple[Any, Any]:
    """Return Ray, and what sends a task to one of its computers. Raises UserError where it is not installed."""
    # Read when it is imported: nothing of what is done here is told to anyone.
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    try:
        import ray
        from ray.util import scheduling_strategies
    except ImportError as error:
        text = marked(
            "Ray is not installed here. Install it with `pip install metalearning-workbench[cluster]`, or train "
            "without --engine ray."
        )
        raise UserError(Message(text)) from error
    return ray, scheduling_strategies.NodeAffinitySchedulingStrategy


def _refuse_silent(address: str) -> None:
    """Raise UserError when nothing answers at HOST:PORT, for which Ray would end the whole program."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdecimal():
        raise UserError(message(marked("A cluster is given as HOST:PORT or auto, not as {given}."), given=address))
    try:
        socket.create_connection((host, int(port)), _PATIENCE).close()
    except (OSError, OverflowError) as error:
        raise _no_cluster(address, error) from error


def _no_cluster(address: str, error: BaseException) -> UserError:
    text = marked(
        "No Ray cluster can be used at {address} ({reason}). Start one there with `ray start --head`, or give the "
        "address of one; where it asks for a token, set RAY_AUTH_MODE=token."
    )
    return UserError(message(text, address=address, reason=str(error).split("\n", 1)[0]))


def _refuse_other(theirs: dict[str, str] | None, computer: str, ours: dict[str, str] | None = None) -> None:
    ours = versions_here() if ours is None else ours
    if theirs is None:
        text = marked("The program is not installed on {computer}. Install it there, in the same version as here.")
        raise UserError(message(text, computer=computer))
    other = next((name for name in ours if theirs.get(name) != ours[name]), None)
    if other is not None:
        text = marked(
            "{computer} has another version of {name} ({theirs}) than this computer ({ours}). Runs would not be "
            "comparable: install the same there."
        )
        raise UserError(message(text, computer=computer, name=other, theirs=theirs.get(other, "-"), ours=ours[other]))


def _failed(error: BaseException) -> UserError:
    text = marked("The cluster failed: {reason}. What was saved is kept; start it again and go on with --resume.")
    return UserError(message(text, reason=str(error).strip().split("\n", 1)[0].rstrip(".")))


@contextmanager
def _own_signals() -> Generator[None]:
    """Keep what the program does when it is asked to end, which Ray takes over."""
    in_main = threading.current_thread() is threading.main_thread()
    before = signal.getsignal(signal.SIGTERM)
    try:
        yield
    finally:
        if in_main:
            signal.signal(signal.SIGTERM, before)
