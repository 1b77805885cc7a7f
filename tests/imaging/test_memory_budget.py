"""Large images wait for one another's memory."""

import threading

import pytest

from workbench.imaging.memory_budget import MemoryBudget

MB = 2**20


def test_together_threads_never_take_more_than_there_is() -> None:
    budget, inside, most, lock = MemoryBudget(100 * MB), [0], [0], threading.Lock()

    def decode() -> None:
        for _ in range(20):
            with budget.turn():
                budget.take(30 * MB)
                with lock:
                    inside[0] += 1
                    most[0] = max(most[0], inside[0])
                with lock:
                    inside[0] -= 1

    threads = [threading.Thread(target=decode) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 1 <= most[0] <= 3


@pytest.mark.timeout(10)
def test_what_is_larger_than_all_of_it_comes_in_alone() -> None:
    budget, done = MemoryBudget(100 * MB), threading.Event()

    def decode() -> None:
        with budget.turn():
            budget.take(500 * MB)
            done.set()

    with budget.turn():
        budget.take(20 * MB)
        waiting = threading.Thread(target=decode)
        waiting.start()
        assert not done.wait(0.05)
    waiting.join()
    assert done.is_set()


@pytest.mark.timeout(10)
def test_two_that_both_want_more_do_not_wait_for_each_other() -> None:
    budget, both_have_some = MemoryBudget(100 * MB), threading.Barrier(2)

    def decode() -> None:
        with budget.turn():
            budget.take(50 * MB)
            both_have_some.wait()
            budget.take(40 * MB)

    threads = [threading.Thread(target=decode) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


@pytest.mark.timeout(10)
def test_a_turn_inside_another_gives_nothing_back_before_the_outer_one_ends() -> None:
    budget, taken = MemoryBudget(100 * MB), threading.Event()

    def decode() -> None:
        with budget.turn():
            budget.take(60 * MB)
            taken.set()

    with budget.turn():
        with budget.turn():
            budget.take(60 * MB)
        waiting = threading.Thread(target=decode)
        waiting.start()
        assert not taken.wait(0.05)
    waiting.join()
