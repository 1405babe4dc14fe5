"""Forms of labels: in which block the angles stand, by which keywords; which are a radar's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

CAMINFO = "caminfo"
PDS3 = "pds3"
PDS4 = "pds4"
ISIS = "isis"

SUN_IN_IMAGE = "sun_in_image"
SUN_ELEVATION = "sun_elevation"
LONGITUDE_DIRECTION = "longitude_direction"

_THREE = {"incidence": "IncidenceAngle", "emission": "EmissionAngle", "phase": "PhaseAngle"}

# Which keyword gives which field. PDS3 has two azimuths of the sun: Kaguya's SOLAR_AZIMUTH_ANGLE
# is on the ground, clockwise from north, as SubSolarGroundAzimuth is; SUB_SOLAR_AZIMUTH (HiRISE,
# Galileo) is in the image, as NORTH_AZIMUTH is in both forms.
KEYWORDS: Mapping[str, Mapping[str, str]] = {
    CAMINFO: {
        **_THREE,
        "subsolar_azimuth": "SubSolarGroundAzimuth",
        "north_azimuth": "NorthAzimuth",
        "subspacecraft_azimuth": "SubSpacecraftGroundAzimuth",
        "local_time": "LocalTime",
        "solar_longitude": "SolarLongitude",
        "pixel_resolution": "PixelResolution",
        "parallax_x": "ParallaxX",
        "parallax_y": "ParallaxY",
        "shadow_x": "ShadowX",
        "shadow_y": "ShadowY",
        "subsolar_longitude": "SubSolarLongitude",
        "subsolar_latitude": "SubSolarLatitude",
        "slant_distance": "SlantDistance",
    },
    PDS3: {
        "incidence": "INCIDENCE_ANGLE",
        "emission": "EMISSION_ANGLE",
        "phase": "PHASE_ANGLE",
        "subsolar_azimuth": "SOLAR_AZIMUTH_ANGLE",
        "north_azimuth": "NORTH_AZIMUTH",
        "local_time": "LOCAL_TIME",
        "solar_longitude": "SOLAR_LONGITUDE",
        "subsolar_longitude": "SUB_SOLAR_LONGITUDE",
        "subsolar_latitude": "SUB_SOLAR_LATITUDE",
        "slant_distance": "SLANT_DISTANCE",
    },
}


@dataclass(frozen=True, slots=True)
class Form:
    """One form of labels: the path of the block with the angles, and field -> keyword there.

    `helpers` are keywords that make or confirm a field: SUN_IN_IMAGE is the sun's azimuth in a
    map-projected image, SUN_ELEVATION is 90 degrees less the incidence, LONGITUDE_DIRECTION says
    where longitudes grow.
    """

    source: str
    path: tuple[str, ...]
    keywords: Mapping[str, str]
    helpers: Mapping[str, str] = field(default_factory=dict)

    @property
    def incidence(self) -> str:
        """Returns the keyword of the incidence."""
        return self.keywords["incidence"]

    @property
    def all_keywords(self) -> Mapping[str, str]:
        """Returns the keywords of fields and helpers."""
        return {**self.keywords, **self.helpers}


CAMINFO_FORMS = (Form(CAMINFO, ("caminfo", "geometry"), KEYWORDS[CAMINFO]),)
"""Of a label with a Caminfo block; what stands in other blocks of it is of other places."""

# A new form is one new row.
OTHER_FORMS = (
    # Galileo, Kaguya
    Form(PDS3, (), KEYWORDS[PDS3], {LONGITUDE_DIRECTION: "POSITIVE_LONGITUDE_DIRECTION"}),
    # HiRISE, map-projected
    Form(PDS3, ("viewing_parameters",), KEYWORDS[PDS3], {SUN_IN_IMAGE: "SUB_SOLAR_AZIMUTH"}),
    # Galileo NIMS
    Form(PDS3, ("qube",), {key: KEYWORDS[PDS3][key] for key in _THREE}),
    # Kaguya MI
    Form(ISIS, ("isiscube", "instrument"), _THREE),
    # Hayabusa NIRS
    Form(ISIS, ("isiscube", "missiondata"), _THREE),
    # Chandrayaan-2; -1 is none
    Form(
        ISIS,
        ("isiscube", "archive"),
        {"incidence": "SolarIncidence"},
        {SUN_ELEVATION: "SunElevation"},
    ),
)

INCIDENCE = re.compile(r"incidence_?angle|solar_?incidence", re.IGNORECASE)
"""What the keyword of an incidence looks like in any form."""


def not_one(forms: Sequence[Form], found: int) -> str:
    """Returns what to say of a label that has no or several incidence angles in its blocks."""
    place = "Geometry of Caminfo"
    if forms != CAMINFO_FORMS:
        place = "top level, VIEWING_PARAMETERS, QUBE or a group of IsisCube"
    return f"The label must have one {forms[0].incidence} ({place}); it has {found}."


# A radar's incidence is the angle of its own beam. What tells it: its name, or where it looks.
_RADAR_NAME = re.compile(
    r"(?<![a-z])(?:radar|sar|dfsar|sharad|marsis|rdrs|forerunner|mrf(?:[-_ ]?(?:lro|fr))?"
    r"|mini[-_\s]*(?:rf|sar)|mini(?:ature)?[-_\s]+radio[-_\s]+frequency|synthetic[-_\s]+aperture)(?![a-z])"
)
# All blanks at once, without going back over them: the lines of a footprint have many.
_OF_INSTRUMENT = re.compile(
    r"[\n;](?=(?P<blanks>[ \t]*))(?P=blanks)"
    r"(?:instrument|sensor|data_?set|isis_?id|product_?type)\w*[ \t]*="
    r"\s*(?P<value>\"[^\"]*\"|[({][^)}]*|[^\n]*)"
)
_OF_DIRECTION = re.compile(r"positive_longitude_direction[ \t]*=\s*\"[^\"]*\"")
# One of these is in every name and keyword, and few labels have any: to look for them first takes
# a third of the time. Others are "mini", but not of "minimum", and "sar", but not of "necessary".
_RADAR_PARTS = ("radar", "mrf", "sharad", "marsis", "rdrs", "forerunner", "synthetic", "look")
_SAR = re.compile(r"sar(?![a-z])")
_RADAR_KEYWORD = re.compile(r"[\n;][ \t]*(\w*radar\w*|look_?(?:direction|side))[ \t]*=")

RADAR = "The label is that of a radar ({}): its incidence is that of its own beam, not the sun's."


def radar_in(label: str) -> str | None:
    """Returns by which name a PVL label, in lower case, is that of a radar, or None."""
    if not _may_be_radar(label):
        return None
    for statement in _OF_INSTRUMENT.finditer(label):
        if name := _RADAR_NAME.search(statement["value"]):
            return " ".join(name[0].split()).upper()
    keyword = _RADAR_KEYWORD.search(label)
    return keyword[1].replace("_", " ").upper() if keyword else None


def statements_in_words(label: str) -> list[tuple[int, int]]:
    """Returns where the statements stand, in a label in lower case, whose strings count.

    They may name a radar, or say where longitudes grow.
    """
    found = (pattern.finditer(label) for pattern in (_OF_INSTRUMENT, _OF_DIRECTION))
    return [statement.span() for statements in found for statement in statements]


def _may_be_radar(label: str) -> bool:
    """Says whether anything in a label looks like a radar's name or keyword."""
    return (
        any(map(label.__contains__, _RADAR_PARTS))
        or label.count("mini") > label.count("minimum")
        or ("sar" in label and _SAR.search(label) is not None)
    )


def is_radar(instrument: str) -> bool:
    """Says whether the name or type of an instrument is that of a radar."""
    return _RADAR_NAME.search(instrument.lower()) is not None
