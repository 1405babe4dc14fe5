"""The known collections: body, citation, and which label of an observation holds its angles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import NamedTuple

from .observation import Asset


class LabelKind(str, Enum):
    """In which form a label holds the angles."""

    CAMINFO = "caminfo"  # what ISIS `caminfo` computes for the image
    PDS3 = "pds3"  # what the image's producer wrote
    PDS4 = "pds4"  # the same as XML


@dataclass(frozen=True, slots=True)
class KnownCollection:
    """One collection of the catalogue; `labels` is empty where none of them holds an angle.

    The first of `labels` is the one to trust, the others are fallbacks. `doi` is what to cite.
    """

    id: str
    title: str
    body: str
    labels: tuple[LabelKind, ...] = ()
    doi: str = ""


class LabelCandidate(NamedTuple):
    """An asset to read the angles from; `fallback` marks a second-best label."""

    asset: Asset
    fallback: bool


_BEST_FIRST = (LabelKind.CAMINFO, LabelKind.PDS3)
_PDS3 = (LabelKind.PDS3,)
_ANY = (*_BEST_FIRST, LabelKind.PDS4)
_KAGUYA = "10.5066/P9SH5YNV"
_HIRISE = "10.5066/P944DLP8"

# A new collection is one new row. LOLA's south polar terrain models (doi 10.5066/P13YV93V) and
# LROC WAC's mosaics have none: nobody has published by which ids the API has them.
KNOWN_COLLECTIONS: tuple[KnownCollection, ...] = (
    KnownCollection(
        "kaguya_terrain_camera_stereoscopic_uncontrolled_observations",
        "Kaguya Terrain Camera, stereoscopic images",
        "Moon",
        _BEST_FIRST,
        _KAGUYA,
    ),
    KnownCollection(
        "kaguya_terrain_camera_spsupport_uncontrolled_observations",
        "Kaguya Terrain Camera, Spectral Profiler support images",
        "Moon",
        _BEST_FIRST,
        _KAGUYA,
    ),
    KnownCollection(
        "kaguya_terrain_camera_monoscopic_uncontrolled_observations",
        "Kaguya Terrain Camera, monoscopic images",
        "Moon",
        _BEST_FIRST,
        _KAGUYA,
    ),
    KnownCollection(
        "kaguya_terrain_camera_usgs_dtms", "Kaguya Terrain Camera, terrain models", "Moon"
    ),
    KnownCollection(
        "kaguya_terrain_camera_usgs_dtms_v2",
        "Kaguya Terrain Camera, terrain models, version 2",
        "Moon",
    ),
    KnownCollection("lunar_orbiter_laser_altimeter", "LOLA, altimeter point clouds", "Moon"),
    KnownCollection(
        "mro_hirise_uncontrolled_observations", "MRO HiRISE, images", "Mars", _PDS3, _HIRISE
    ),
    KnownCollection("mro_hirise_socet_dtms", "MRO HiRISE, terrain models", "Mars"),
    KnownCollection("mro_ctx_controlled_usgs_dtms", "MRO CTX, terrain models", "Mars"),
    KnownCollection("mo_themis_controlled_mosaics", "Mars Odyssey THEMIS, mosaics", "Mars"),
    KnownCollection(
        "galileo_usgs_photogrammetrically_controlled_observations",
        "Galileo and Voyager, controlled images",
        "Europa",
        _PDS3,
    ),
    KnownCollection(
        "galileo_usgs_photogrammetrically_controlled_mosaics",
        "Galileo and Voyager, controlled mosaics",
        "Europa",
    ),
    KnownCollection(
        "galileo_usgs_photogrammetrically_controlled_dtms", "Galileo, terrain models", "Europa"
    ),
    KnownCollection("voyager_individual_images", "Voyager, single images", "Europa", _PDS3),
)

_DTMS_V2 = "kaguya_terrain_camera_usgs_dtms_v2"
_OBSOLETE = ("stereoscopic", "spsupport", "monoscopic")

# Ids that are in use beside the API, or were once: as known as the others, but not offered.
OTHER_IDS: tuple[KnownCollection, ...] = (
    *(  # of the files of whole collections
        KnownCollection(
            f"{_DTMS_V2}_{part}", f"Kaguya Terrain Camera, terrain models, {part}", "Moon"
        )
        for part in ("equi", "northpolar", "southpolar")
    ),
    KnownCollection(  # on USGS's page
        "mro_hirise_controlled_socet_dtms", "MRO HiRISE, terrain models", "Mars"
    ),
    *(
        KnownCollection(
            f"kaguya_{mode}_uncontrolled_observations",
            f"Kaguya Terrain Camera, {mode} images",
            "Moon",
            _BEST_FIRST,
            _KAGUYA,
        )
        for mode in _OBSOLETE
    ),
    KnownCollection(
        "themis_usgs_photogrammetrically_controlled_observations",
        "Mars Odyssey THEMIS, controlled images",
        "Mars",
    ),
)

# What a search asks for when it names no collection, in the order of the published tutorial.
DEFAULT_COLLECTIONS: tuple[str, ...] = tuple(
    f"kaguya_terrain_camera_{mode}_uncontrolled_observations"
    for mode in ("stereoscopic", "spsupport", "monoscopic")
)

_BY_ID = {collection.id: collection for collection in (*KNOWN_COLLECTIONS, *OTHER_IDS)}
_OFFERED = tuple(collection.id for collection in KNOWN_COLLECTIONS)
_WORD = re.compile(r"[a-z0-9]+")
_LABEL_KEY = re.compile(r"(?:label|lbl)|.*pds.*(?:label|lbl).*|.*(?:label|lbl).*pds.*")
_OTHER_KEYS = {"thumbnail", "provenance"}  # in USGS's catalogue
_IMAGES = ("tif", "tiff", "jpg", "jpeg", "png", "jp2", "img", "cub", "mp4")
_TEXTS = ("csv", "tab", "xml", "json", "htm", "html", "zip", "gz")
_OTHER_ENDINGS = frozenset(_IMAGES + _TEXTS)
_NO_LABELS = _OTHER_ENDINGS - {"xml"}
_OTHER_MEDIA_TYPE = re.compile(r"(?:image|video|audio)/|.*(?:xml|json|html|csv|zip)")


def known_collection(collection: str) -> KnownCollection | None:
    """Returns the row of the collection of that id, or None where it is not a known one."""
    return _BY_ID.get(collection)


def collections_of(body: str) -> tuple[str, ...]:
    """Returns what to search on a body unless told otherwise: its collections with angles, or all.

    None where no collection is of that body.
    """
    if body == "Moon":
        return DEFAULT_COLLECTIONS
    own = [each for each in KNOWN_COLLECTIONS if each.body == body]
    return tuple(each.id for each in own if each.labels) or tuple(each.id for each in own)


def nearest_ids(collection: str, among: Iterable[str] | None = None, n: int = 3) -> list[str]:
    """Returns the `n` ids that share most words, then most letters, with the given one."""
    wanted = collection.lower()
    words = set(_WORD.findall(wanted))

    def closeness(candidate: str) -> tuple[int, float]:
        shared = len(words.intersection(_WORD.findall(candidate.lower())))
        return shared, SequenceMatcher(None, wanted, candidate.lower()).ratio()

    return sorted(_OFFERED if among is None else among, key=closeness, reverse=True)[:n]


def label_candidates(collection: str, assets: Mapping[str, Asset]) -> tuple[LabelCandidate, ...]:
    """Returns the assets that can hold the angles of an observation, the one to trust first.

    A known collection that has no angles yields none. Of an unknown one every asset that looks
    like a label counts, and none is a fallback where there is no better one.
    """
    known = known_collection(collection)
    kinds = known.labels if known else _ANY
    if not kinds:
        return ()
    labels = [(kind, asset) for asset in assets.values() if (kind := _label_kind(asset))]
    found: list[LabelCandidate] = []
    for rank, kind in enumerate(kinds):
        fallback = rank > 0 if known else bool(found)
        found += [LabelCandidate(asset, fallback) for other, asset in labels if other is kind]
    return tuple(found)


def _label_kind(asset: Asset) -> LabelKind | None:
    """Returns which label an asset looks like by its key, its ending or its media type."""
    if asset.key in _OTHER_KEYS:
        return None
    path = asset.href
    if "?" in path or "#" in path:
        path = path.partition("?")[0].partition("#")[0]
    if path.rpartition(".")[2] in _NO_LABELS:  # nearly all are so
        return None
    name = path.rpartition("/")[2].lower()
    ending = name.rpartition(".")[2]
    if ending in _OTHER_ENDINGS:
        return LabelKind.PDS4 if ending == "xml" and _is_pds4(asset.key.lower(), name) else None
    key, media_type = asset.key.lower(), asset.media_type.lower()
    if _OTHER_MEDIA_TYPE.match(media_type):
        return None
    if "caminfo" in key or "caminfo" in name:
        return LabelKind.CAMINFO
    is_other = "isis" in key or name.endswith(".isis.lbl") or "pds4" in key
    is_pds3 = _LABEL_KEY.fullmatch(key) or ending == "lbl" or "pds3" in media_type
    return LabelKind.PDS3 if is_pds3 and not is_other else None


def _is_pds4(key: str, name: str) -> bool:
    is_label = "pds4" in key or _LABEL_KEY.fullmatch(key) is not None
    return is_label and not name.endswith(".aux.xml")  # GDAL's, of an image
