"""How many examples the property tests take: few and the same in each run, many by `make fuzz`."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

LONG = int(os.environ.get("ARD_FUZZ_EXAMPLES", "0"))


def budget(examples: int) -> settings:
    """Returns the settings of a test that takes so many examples, or as many as are asked for."""
    return settings(
        max_examples=LONG or examples,
        derandomize=not LONG,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
