"""AssetPaths: where rclone finds each observation's file, and which observations have none."""

from __future__ import annotations

from ..model.errors import ManifestError
from ..model.observation import Observation
from ..model.omissions import Omissions
from .manifest import ManifestWriter
from .rclone_path import check_remote, rclone_path


class AssetPaths:
    """The rclone path of each observation's asset, in the manifest too where there is one.

    An observation without the asset, or with an address that is no file of a bucket, gets "" and
    is counted: it stays in the layer and out of the manifest.
    """

    def __init__(self, asset: str, remote: str, manifest: ManifestWriter | None) -> None:
        self._asset = asset
        self._remote = check_remote(remote)
        self._manifest = manifest
        self._missing = Omissions(f"observations have no asset {asset!r}")
        self._unusable = Omissions("observations have an address that rclone can't use")

    def path_of(self, observation: Observation) -> str:
        """Returns the rclone path of the observation's asset, or "" where it has none."""
        href = observation.href(self._asset)
        if href is None:
            self._missing.add(observation.id)
            return ""
        try:
            if self._manifest is not None:
                return self._manifest.add(href)
            return rclone_path(href, self._remote)
        except ManifestError as error:
            self._unusable.add(f"{observation.id} ({error})")
            return ""

    def warnings(self) -> list[str]:
        """Returns a sentence for each reason why observations have no path."""
        return [str(each) for each in (self._missing, self._unusable) if each.count]
