"""Threads for plain blocking code that has an event loop do what it must not do itself."""

from __future__ import annotations

import asyncio
import concurrent.futures
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from threading import Lock
from typing import Any, TypeVar

from ..model.errors import CancelledError

T = TypeVar("T")


class LoopThreads:
    """Up to `count` threads that run jobs beside the event loop that makes it."""

    def __init__(self, count: int, name: str) -> None:
        self._loop = asyncio.get_running_loop()
        self._threads = ThreadPoolExecutor(count, thread_name_prefix=name)
        self._jobs: list[asyncio.Future[Any]] = []
        self._answers: set[concurrent.futures.Future[Any]] = set()
        self._lock = Lock()
        self._is_stopped = False

    def run(self, function: Callable[..., T], *arguments: Any) -> asyncio.Future[T]:
        """Begins a job as soon as a thread is free."""
        job = self._loop.run_in_executor(self._threads, function, *arguments)
        self._jobs.append(job)
        return job

    @property
    def running(self) -> list[asyncio.Future[Any]]:
        """Lists the jobs that are not done."""
        return [job for job in self._jobs if not job.done()]

    def begin(self, work: Coroutine[Any, Any, T]) -> Callable[[], T]:
        """Has the loop begin something, from a job; what this returns waits for it in the job.

        Where the threads are stopped both raise CancelledError.
        """
        with self._lock:  # what begins is either cancelled by stop or refused here
            if self._is_stopped:
                work.close()
                raise CancelledError("The search was cancelled.")
            answer = asyncio.run_coroutine_threadsafe(work, self._loop)
            self._answers.add(answer)
        answer.add_done_callback(self._answers.discard)

        def wait() -> T:
            try:
                return answer.result()
            except concurrent.futures.CancelledError:
                raise CancelledError("The search was cancelled.") from None

        return wait

    async def stop(self) -> None:
        """Ends the threads, each at its next call of the loop, and what the loop does for them."""
        with self._lock:
            self._is_stopped = True
            answers = list(self._answers)
        for answer in answers:
            answer.cancel()
        self._threads.shutdown(wait=False, cancel_futures=True)
        try:
            await asyncio.gather(*self._jobs, return_exceptions=True)
        finally:
            self._threads.shutdown()
