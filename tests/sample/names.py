"""Names: where the files of an observation lie in the bucket, and at which addresses."""

from __future__ import annotations

from dataclasses import dataclass

from .planet import Observation

BUCKET = "astrogeo-ard"


@dataclass(frozen=True)
class Urls:
    """Where the catalogue and the bucket are reached; the default is the real world.

    `images` is the address to which `/moon/...` is added: it names the bucket.
    """

    images: str = f"https://{BUCKET}.s3-us-west-2.amazonaws.com"
    api: str = "https://stac.astrogeology.usgs.gov/api"


def folder(observation: Observation) -> str:
    """Returns the observation's folder in the bucket, without slashes at its ends."""
    return f"moon/kaguya/terrain_camera/{observation.mode}/uncontrolled/{observation.id}"


def file_names(observation: Observation) -> dict[str, str]:
    """Returns the file name of each asset, in the order of the catalogue."""
    stem = observation.id
    return {
        "thumbnail": f"{stem}.jpg",
        "image": f"{stem}.tif",
        "provenance": "provenance.txt",
        "isis_label": f"{stem}.isis.lbl",
        "pds_label": f"{stem}.lbl",
        "caminfo_pvl": f"{stem}.caminfo.pvl",
        "usgscsm_isd": f"{stem}.isd.json",
    }


def hrefs(observation: Observation, urls: Urls) -> dict[str, str]:
    """Returns the address of each asset."""
    base = f"{urls.images}/{folder(observation)}"
    return {key: f"{base}/{name}" for key, name in file_names(observation).items()}
