"""Builds and serves a sample planet: `python -m tests.sample serve --size 60 --dir DIR`."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from pathlib import Path

from .build import build
from .servers import SamplePlanetServers, ServerError


def main() -> None:
    """Builds the planet, or serves it until SIGTERM or SIGINT."""
    parser = argparse.ArgumentParser(prog="python -m tests.sample", description=__doc__)
    parser.add_argument("command", choices=["build", "serve"])
    parser.add_argument("--size", type=int, default=60, help="number of observations (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="which planet (%(default)s)")
    parser.add_argument("--dir", type=Path, default=Path("build/sample"), help="%(default)s")
    parser.add_argument("--no-images", action="store_true", help="labels only")
    parser.add_argument(
        "--passes", action="store_true", help="stereo passes, repeat looks and a survey, too"
    )
    given = parser.parse_args()
    run = build if given.command == "build" else serve
    try:
        chosen = {"images": not given.no_images, "passes": given.passes}
        run(given.dir, given.size, given.seed, **chosen)
    except (ValueError, OSError, ServerError) as error:
        sys.exit(f"sample planet: {error}")


def serve(directory: Path, size: int, seed: int, *, images: bool, passes: bool) -> None:
    """Serves the planet and prints the addresses as one line of JSON."""
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: sys.exit(0))
    with SamplePlanetServers(directory, size, seed, images=images, passes=passes) as servers:
        addresses = {"stac": servers.stac, "http": servers.http, "s3": servers.s3}
        print(json.dumps(addresses), flush=True)
        while True:
            signal.pause()


if __name__ == "__main__":
    main()
