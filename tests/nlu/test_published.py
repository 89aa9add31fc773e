from bot.nlu.published import SECONDS_BETWEEN_LOOKS, CurrentRelease
from tests.nlu.conftest import Clock, FakeStore


def test_a_number_is_at_most_two_seconds_old(clock: Clock) -> None:
    store = FakeStore()
    release = CurrentRelease(store, clock)
    assert release.number() == 1
    store.publish()
    assert release.number() == 1
    clock.now += SECONDS_BETWEEN_LOOKS
    assert release.number() == 2
    assert store.asked == 2


def test_the_first_look_is_taken_even_when_the_clock_starts_at_zero(clock: Clock) -> None:
    clock.now = 0.0
    assert CurrentRelease(FakeStore(), clock).number() == 1
