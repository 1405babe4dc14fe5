"""Remotes: the servers that a set of files is on, as rclone's configuration names them."""

from __future__ import annotations

from ..model.object_path import DEFAULT_REGION, ObjectPath
from .rclone_path import check_remote


class Remotes:
    """The remotes, one for each region of AWS and each other server, in the order they come up.

    The first gets the given name, further ones the name with _2, _3 and so on. Raises InputError
    where rclone's configuration can't hold the name.
    """

    def __init__(self, first: str) -> None:
        self._first = check_remote(first)
        self._names: dict[tuple[str, str], str] = {}

    def name_of(self, found: ObjectPath) -> str:
        """Returns the name of the remote that an object is on."""
        server = found.region, found.endpoint
        if server not in self._names:
            count = len(self._names)
            self._names[server] = f"{self._first}_{count + 1}" if count else self._first
        return self._names[server]

    def conf(self) -> str:
        """Returns rclone's configuration of the remotes named so far, of the default if none."""
        names = self._names or {(DEFAULT_REGION, ""): self._first}
        return "\n".join(
            _section(name, region, endpoint) for (region, endpoint), name in names.items()
        )


def _section(name: str, region: str, endpoint: str) -> str:
    provider = "Other" if endpoint else "AWS"
    place = f"endpoint = {endpoint}" if endpoint else f"region = {region}"
    return f"[{name}]\ntype = s3\nprovider = {provider}\nenv_auth = false\n{place}\n"
