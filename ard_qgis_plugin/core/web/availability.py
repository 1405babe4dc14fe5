"""HostAvailability: whether a host answers at all; spares requests to one that doesn't."""

from __future__ import annotations

import asyncio

from ..model.network_options import NetworkOptions
from .retry import AttemptError, Failure, backoff_delay

FEWEST_MISSES = 8  # in a row: less may be bad luck


class HostAvailability:
    """Whether one host answers.

    It is lost after as many attempts in a row without any HTTP answer as there are at once. Then
    one request at a time probes the host, after waits that double at random, and all others wait.
    The first answer lets them all go on. Where none comes for `longest_silence`, or for two read
    timeouts if that is longer, the host is given up, and nothing more is asked of it.
    """

    def __init__(self, host: str, options: NetworkOptions) -> None:
        self.lost = False
        self._failure: Failure | None = None  # why it is given up
        self._host = host
        self._enough = max(options.concurrency, FEWEST_MISSES)
        self._longest = max(options.longest_silence, 2 * options.read_timeout)  # seconds
        self._backoff = options.backoff
        self._misses = 0  # in a row
        self._probes = 0
        self._heard_at = self._silent_since = 0.0  # seconds of the loop's clock
        self._may_probe = False
        self._prober: asyncio.Task[object] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._news = asyncio.Event()

    async def allowed(self) -> None:
        """Waits until the host answers, or the calling task may probe it.

        Raises AttemptError where the host is given up.
        """
        while self.lost:
            if self._failure:
                raise AttemptError(self._failure)
            if self._may_probe:
                self._may_probe = False
                self._prober = asyncio.current_task()
                return
            await self._news.wait()

    def ended(self) -> None:
        """Takes note that the calling task's attempt is over; a probe without result goes on."""
        if self._prober and self._prober is asyncio.current_task():
            self._prober = None
            self._let_probe()

    def made(self) -> None:
        """Takes note of an answer."""
        self._heard_at = asyncio.get_running_loop().time()
        self._misses = self._probes = 0
        if self.lost:
            self.lost, self._failure = False, None
            self._end_probe()
            self._tell()

    def missed(self, failure: Failure, began: float) -> None:
        """Takes note of an attempt, begun at that time of the loop's clock, without any answer."""
        now = asyncio.get_running_loop().time()
        if not self._misses:
            self._silent_since = max(began, self._heard_at)
        self._misses += 1
        if not self.lost and self._misses >= self._enough:
            self.lost = True
            self._let_probe_later()
        elif self._prober and self._prober is asyncio.current_task():
            self._let_probe_later()
        seconds = now - self._silent_since
        if self.lost and not self._failure and seconds >= self._longest:
            self._give_up(failure, seconds)

    def _give_up(self, last: Failure, seconds: float) -> None:
        self._failure = Failure(
            f"{self._host} answered none of {self._misses} requests in {seconds:.0f} s "
            f"(at last: {last.reason}), so it is not asked any more; run the search again later, "
            "what was read is kept",
            again=False,
        )
        self._end_probe()
        self._tell()

    def _let_probe_later(self) -> None:
        self._end_probe()
        delay = backoff_delay(self._probes, self._backoff)
        self._timer = asyncio.get_running_loop().call_later(delay, self._let_probe)
        self._probes += 1

    def _let_probe(self) -> None:
        self._may_probe = True
        self._tell()

    def _end_probe(self) -> None:
        self._may_probe, self._prober = False, None
        if self._timer:
            self._timer.cancel()

    def _tell(self) -> None:
        """Wakes all that wait, to look again."""
        self._news.set()
        self._news = asyncio.Event()
