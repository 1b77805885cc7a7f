"""MANN keeps examples in its memory as the paper's equations say, and finds them again."""

from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor
from torch.nn import functional

from tests.fact_codes import refused
from tests.learning.parts import SHAPE, AsGiven, gradients, made_pool, sampler_of, seed_weights, support_of
from workbench.learning.approach import Approach, means_of
from workbench.learning.approaches.mann import Controller, Mann, MannOptions, reading_order
from workbench.learning.episode import Episode, EpisodeShape, Support
from workbench.learning.instances import by_instance
from workbench.learning.memory import Memory, MemoryAccess, empty_memory, least_used, read_then_write, write_then_read
from workbench.learning.training import Plan, Training, train

ROWS, WIDTH, HEADS, DECAY = 6, 4, 2, 0.9
SMALL: dict[str, Any] = {"controller": 32, "rows": 16, "width": 12}
ORDERS = pytest.mark.parametrize("order", ["read_first", "write_first"])
LABELS = pytest.mark.parametrize("labels", ["image", "offset"])


def mann(dimension: int = 8, shape: EpisodeShape = SHAPE, **options: Any) -> Mann:
    seed_weights(0)
    return Mann(AsGiven(dimension), shape, MannOptions(**{**SMALL, **options})).double().eval()


def a_support(labels: list[int], dimension: int = 8) -> Support:
    vectors = torch.randn(len(labels), dimension, dtype=torch.float64)
    return Support(vectors, torch.tensor(labels), max(labels) + 1)


def an_access(batch: int = 1) -> MemoryAccess:
    """Random keys and gates for a step."""
    keys, gates = (torch.randn(batch, HEADS, size, dtype=torch.float64) for size in (WIDTH, 1))
    return MemoryAccess(keys.tanh(), gates[..., 0].sigmoid(), torch.tensor([1.0, 7.0], dtype=torch.float64))


def an_empty_memory(batch: int = 1) -> Memory:
    return empty_memory((batch, ROWS, WIDTH), HEADS, torch.zeros(1, dtype=torch.float64))


class ByTheEquations:
    """One memory of section 3, a row and a head at a time."""

    def __init__(self) -> None:
        self.rows, self.usage = np.zeros((ROWS, WIDTH)), np.zeros(ROWS)
        self.last_read = np.zeros((HEADS, ROWS))

    def read(self, keys: np.ndarray, sharpness: np.ndarray) -> np.ndarray:
        weights = np.zeros((HEADS, ROWS))
        for head in range(HEADS):
            for row in range(ROWS):
                lengths = np.linalg.norm(keys[head]) * np.linalg.norm(self.rows[row])
                cosine = keys[head] @ self.rows[row] / lengths if lengths else 0.0  # (2)
                weights[head, row] = np.exp(sharpness[head] * cosine)
            weights[head] /= weights[head].sum()  # (3)
        self.last_read = weights
        return weights @ self.rows  # (4)

    def write(self, keys: np.ndarray, gates: np.ndarray) -> np.ndarray:
        least = sorted(range(ROWS), key=lambda row: self.usage[row])[:HEADS]  # (6)
        weights = gates[:, None] * self.last_read  # (7)
        for head, row in enumerate(least):
            weights[head, row] += 1 - gates[head]
        self.rows[least] = 0
        for row in range(ROWS):
            self.rows[row] += sum(weights[head, row] * keys[head] for head in range(HEADS))  # (8)
        return weights

    def step(self, access: MemoryAccess, order: str) -> np.ndarray:
        keys, gates, sharpness = access.keys[0].numpy(), access.gates[0].numpy(), access.sharpness.numpy()
        if order == "write_first":
            written = self.write(keys, gates)
            read = self.read(keys, sharpness)
        else:
            read = self.read(keys, sharpness)
            written = self.write(keys, gates)
        self.usage = DECAY * self.usage + self.last_read.sum(0) + written.sum(0)  # (5)
        return read


@ORDERS
def test_memory_follows_equations_2_to_8_step_by_step(order: str) -> None:
    expected, memory = ByTheEquations(), an_empty_memory()
    go = read_then_write if order == "read_first" else write_then_read
    for _ in range(3 * ROWS):
        access = an_access()
        read, memory = go(memory, access, DECAY)
        torch.testing.assert_close(read[0].numpy(), expected.step(access, order), rtol=1e-4, atol=1e-5)
        torch.testing.assert_close(memory.rows[0].numpy(), expected.rows, rtol=1e-4, atol=1e-5)
        torch.testing.assert_close(memory.usage[0].numpy(), expected.usage, rtol=1e-4, atol=1e-5)
        torch.testing.assert_close(memory.last_read[0].numpy(), expected.last_read, rtol=1e-4, atol=1e-5)


def test_what_was_in_the_row_used_least_is_erased_before_the_keys_are_written() -> None:
    rows = torch.randn(1, ROWS, WIDTH, dtype=torch.float64)
    usage = torch.tensor([[3.0, 0.2, 5.0, 0.1, 4.0, 2.0]], dtype=torch.float64)
    access = an_access()
    all_to_the_least = MemoryAccess(access.keys, torch.zeros_like(access.gates), access.sharpness)
    _, after = write_then_read(Memory(rows, usage, an_empty_memory().last_read), all_to_the_least, DECAY)
    torch.testing.assert_close(after.rows[0, [3, 1]], access.keys[0])
    kept = [0, 2, 4, 5]
    assert torch.equal(after.rows[0, kept], rows[0, kept])


def test_rows_are_written_in_turn_where_nothing_else_is_used() -> None:
    memory, access = an_empty_memory(), an_access()
    idle = MemoryAccess(torch.zeros_like(access.keys), torch.zeros_like(access.gates), access.sharpness)
    for turn in range(2 * ROWS // HEADS):
        first = turn * HEADS % ROWS
        assert least_used(memory.usage, HEADS)[0].argmax(1).tolist() == [first, first + 1]
        _, memory = read_then_write(memory, idle, DECAY)


def test_a_row_that_is_read_is_kept_longer() -> None:
    memory = an_empty_memory()
    for _ in range(ROWS // HEADS):
        _, memory = read_then_write(memory, an_access(), DECAY)
    wanted = int(least_used(memory.usage, 1)[0].argmax())
    keys = memory.rows[:, [wanted] * HEADS]
    _, memory = read_then_write(
        memory, MemoryAccess(keys, keys[..., 0] * 0, torch.full((HEADS,), 50.0).double()), DECAY
    )
    assert not least_used(memory.usage, HEADS)[0, :, wanted].any()


def test_memories_side_by_side_do_not_mix() -> None:
    access, later = an_access(3), an_access(3)
    _, together = read_then_write(an_empty_memory(3), access, DECAY)
    read, together = read_then_write(together, later, DECAY)
    for place in range(3):
        own, own_later = (
            MemoryAccess(whole.keys[[place]], whole.gates[[place]], whole.sharpness) for whole in (access, later)
        )
        _, alone = read_then_write(an_empty_memory(), own, DECAY)
        read_alone, alone = read_then_write(alone, own_later, DECAY)
        torch.testing.assert_close(read[[place]], read_alone)
        torch.testing.assert_close(together.rows[[place]], alone.rows)


def labels_seen(approach: Mann, support: Support) -> list[Tensor]:
    """Return which labels the controller sees at every step of adapting, and then of a query."""
    seen: list[Tensor] = []
    hook = approach.controller.register_forward_pre_hook(lambda _, given: seen.append(given[1]))
    approach.adapt(support)(support.images[:1])
    hook.remove()
    return [labels[0] for labels in seen]


def test_a_label_comes_with_its_image_or_with_the_next_as_in_the_paper() -> None:
    support = a_support([0, 0, 1, 1, 2, 2])
    shown = torch.eye(5, dtype=torch.float64)[support.labels[reading_order(6)]]
    nothing = torch.zeros(1, 5, dtype=torch.float64)
    with_image = torch.stack(labels_seen(mann(slots=5), support))
    offset = torch.stack(labels_seen(mann(slots=5, labels="offset"), support))
    assert torch.equal(with_image, torch.cat([shown, nothing]))
    assert torch.equal(offset, torch.cat([nothing, shown]))


@LABELS
def test_what_is_asked_along_the_way_is_what_is_known_from_the_images_before(labels: str) -> None:
    approach, vectors, slots = mann(slots=5, labels=labels), torch.randn(6, 1, 8).double(), torch.arange(6)[:, None] % 5
    answers, _ = approach.read_through(vectors, slots, queried=True)
    others = torch.cat([slots[:4], (slots[4:] + 1) % 5])
    changed, _ = approach.read_through(vectors, others, queried=True)
    assert torch.equal(answers[:5], changed[:5])
    assert not torch.allclose(answers[5], changed[5])


def test_the_order_of_reading_follows_neither_classes_nor_torchs_random_state() -> None:
    seed_weights(1)
    before = torch.get_rng_state()
    order = reading_order(20)
    assert torch.equal(torch.get_rng_state(), before)
    seed_weights(2)
    assert torch.equal(reading_order(20), order)
    assert torch.equal(order.sort().values, torch.arange(20))
    classes = torch.arange(20) // 4
    assert (classes[order].diff() == 0).sum() < 10


def test_examples_may_be_read_several_times_each_time_in_another_order() -> None:
    order = reading_order(10, 3).view(3, 10)
    assert torch.equal(order.sort(1).values, torch.arange(10).expand(3, 10))
    assert not torch.equal(order[0], order[1])
    assert len(labels_seen(mann(passes=3), a_support([0, 1, 2, 2]))) == 3 * 4 + 1


def test_up_to_its_places_any_number_of_classes_is_told_apart_and_more_are_refused() -> None:
    approach = mann(slots=7)
    for way in (1, 3, 7):
        support = a_support(list(range(way)))
        assert approach.adapt(support)(support.images).shape == (way, way)
    with refused("approach.too_many_classes", most=7, way=8):
        approach.adapt(a_support(list(range(8))))


def test_fewer_classes_are_answered_by_the_first_places() -> None:
    approach, support = mann(slots=7, rows=64), a_support([0, 1, 2, 1])
    logits = approach.adapt(support)(support.images)
    order = reading_order(4)
    _, state = approach.read_through(support.images[order][:, None], support.labels[order][:, None], queried=False)
    for image, answer in zip(support.images, logits, strict=True):
        whole, _ = approach.controller(image[None], torch.zeros(1, 7, dtype=torch.float64), state)
        torch.testing.assert_close(answer, whole[0, :3])


def test_tasks_with_more_classes_than_places_are_objected_to() -> None:
    unsupported_reason = Mann.unsupported_reason(SHAPE, MannOptions(slots=4))
    assert "at most 4" in str(unsupported_reason)
    assert Mann.unsupported_reason(SHAPE, MannOptions(slots=5)) is None
    assert Mann.unsupported_reason(EpisodeShape(60, 1, 1), MannOptions(slots=0)) is None
    assert mann(shape=EpisodeShape(9, 1, 1), slots=0).slots == 9


def test_every_place_is_trained_though_an_episode_uses_some() -> None:
    approach = mann(32, slots=9).float()
    sampler = sampler_of(made_pool("features"))
    approach.fit_episodes([sampler.episode(0)])
    assert (gradients(approach)["controller.answer.bias"] != 0).sum() == SHAPE.way
    approach.fit_episodes([sampler.episode(number) for number in range(8)])
    assert (gradients(approach)["controller.answer.bias"] != 0).all()


def unequal_episodes() -> list[Episode]:
    pool = made_pool("features")
    shapes = (SHAPE, EpisodeShape(3, 1, 2), SHAPE, EpisodeShape(5, 1, 4))
    return [sampler_of(pool, shape).episode(number) for number, shape in enumerate(shapes)]


@LABELS
def test_episodes_read_side_by_side_give_the_gradients_of_one_by_one(labels: str) -> None:
    approach, episodes = mann(32, labels=labels), unequal_episodes()
    seed_weights(3)
    one_by_one = means_of(Approach.accumulate(approach, episodes))
    expected = gradients(approach)
    approach.zero_grad()
    seed_weights(3)
    assert approach.fit_episodes(episodes) == pytest.approx(one_by_one)
    side_by_side = gradients(approach)
    assert side_by_side.keys() == expected.keys()
    for name in expected:
        torch.testing.assert_close(side_by_side[name], expected[name])


def test_the_papers_own_settings_are_there() -> None:
    approach = mann(labels="offset", order="write_first", sharpness="none", direct=False)
    assert not approach.controller.log_sharpness.requires_grad
    assert torch.equal(approach.controller.log_sharpness.exp(), torch.ones(4, dtype=torch.float64))
    names = {name for name, _ in approach.named_parameters()}
    assert not names & {"controller.label_keys", "controller.image_keys.weight"}
    paper = MannOptions()
    assert (paper.controller, paper.rows, paper.width, paper.heads) == (200, 128, 40, 4)


@pytest.mark.slow
def test_the_first_image_of_a_class_is_guessed_among_labels_not_presented_and_later_ones_are_known() -> None:
    seen, unseen = made_pool("features", classes=200), made_pool("features", classes=40, seed=1)
    approach = mann(32, slots=5, rows=64, heads=2).float()
    test = sampler_of(unseen, EpisodeShape(5, 4, 1))
    untrained = by_instance(approach, test, 60)
    assert untrained.keys() == {1, 2, 3, 4, 5}
    assert untrained[1].mean > 0.35
    assert all(untrained[instance].mean < 0.35 for instance in (2, 3, 4, 5))
    plan = Plan(episodes=400, episodes_per_step=4, rate=0.01, validate_every=400, validation_episodes=2)
    for _ in train(Training(approach, plan), sampler_of(seen), None):
        pass
    trained = by_instance(approach.eval(), test, 60)
    assert 0.2 < trained[1].mean < 0.5
    assert all(trained[instance].mean > 0.7 for instance in (2, 3, 4, 5))
    assert 0 < trained[5].ci95 < 0.15


class ByElimination(Mann):
    """Answers with the first output slot whose label was not presented yet, of those that an episode has."""

    def read_through(self, vectors: Tensor, slots: Tensor, *, queried: bool, room: int = 0) -> tuple[Tensor, Any]:
        presented = functional.one_hot(slots, self.slots).cumsum(0) - functional.one_hot(slots, self.slots)
        return -presented.clamp(max=1) - 0.01 * torch.arange(self.slots), None


def test_first_images_stand_in_another_order_in_every_episode() -> None:
    approach = ByElimination(AsGiven(32), SHAPE, MannOptions(**SMALL))
    first = by_instance(approach, sampler_of(made_pool("features")), 400)[1]
    assert first.mean == pytest.approx((1 / 5 + 1 / 4 + 1 / 3 + 1 / 2 + 1) / 5, abs=2 * first.ci95)
    assert 0.01 < first.ci95 < 0.04


def test_the_memory_grows_where_there_are_more_examples_than_it_can_hold() -> None:
    rows: list[int] = []
    for grows in (True, False):
        approach = mann(grows=grows, heads=3)
        hook = approach.controller.register_forward_hook(lambda *given: rows.append(given[2][1].memory.rows.shape[1]))
        approach.adapt(a_support([0, 1, 2, 3] * 5))
        hook.remove()
    assert rows == [3 * 21] * 20 + [16] * 20


def test_adapting_is_to_the_examples_as_they_are_given() -> None:
    pool = made_pool("features")
    approach = mann(32).float()
    first, second = (approach.adapt(support_of(pool, [1, 2], first_class=start))(pool.images[:3]) for start in (0, 5))
    assert not torch.allclose(first, second)


def moved_by_a_step(inputs: int) -> float:
    """How far one step of training moves the answers about images that so many numbers describe."""
    seed_weights(0)
    controller = Controller(inputs, 5, MannOptions())
    vectors, labels = torch.randn(4, inputs), torch.zeros(4, 5)
    optimizer = torch.optim.Adam(controller.parameters(), lr=1e-3)
    before, _ = controller(vectors, labels, controller.start(4, vectors))
    functional.cross_entropy(before, torch.arange(4)).backward()
    optimizer.step()
    after, _ = controller(vectors, labels, controller.start(4, vectors))
    return float((after - before).detach().abs().mean())


def test_a_step_of_training_moves_long_vectors_not_much_further_than_short_ones() -> None:
    assert moved_by_a_step(1280) < 2 * moved_by_a_step(64)


def test_before_any_training_a_cell_for_each_label_remembers_that_it_was_presented() -> None:
    approach = mann(controller=40, slots=20)
    labels = torch.tensor([3, 17] + [5] * 60)
    state, vectors = approach.controller.start(1, torch.zeros(1).double()), torch.randn(62, 8).double()
    for vector, label in zip(vectors, labels, strict=True):
        _, state = approach.controller(vector[None], functional.one_hot(label[None], 20).double(), state)
    _, asked = approach.controller(vectors[:1], torch.zeros(1, 20).double(), state)
    presented = asked.hidden[0, :20] > 0.3
    assert presented.nonzero().flatten().tolist() == [3, 5, 17]
    assert asked.hidden[0, :20][~presented].abs().max() < 0.1
