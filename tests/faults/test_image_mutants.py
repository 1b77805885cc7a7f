"""A few hundred of the damaged images whose large counts `image_mutants` makes."""

import pytest

from tests.faults.image_mutants import MOST_MEMORY, MOST_SECONDS, count_mutants, mutant

# Each hung, took gigabytes, or was refused only after it had been imported, when it was first tried.
ONCE_AMISS = (1301, 2060, 8302, 23570, 33315, 35389)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_damaged_images_are_decoded_or_refused_within_limits() -> None:
    count = count_mutants(400, seed=3)
    assert count.amiss == ()
    assert count.decoded + count.refused == 400
    assert min(count.decoded, count.refused) > 50
    assert count.slowest <= MOST_SECONDS
    assert count.largest <= MOST_MEMORY


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.parametrize("number", ONCE_AMISS)
def test_what_was_amiss_once_is_so_no_more(number: int) -> None:
    assert count_mutants(1, seed=1, first=number).amiss == ()


def test_a_mutant_is_known_by_its_seed_and_number() -> None:
    assert mutant(1, 7) == mutant(1, 7)
    assert mutant(1, 7) != mutant(2, 7)
