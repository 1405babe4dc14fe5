"""Labels for tests: written here in the forms of the real ones, and what pvl reads of any label."""

from __future__ import annotations

import math

import pvl

from ard_qgis_plugin.core.labels.keywords import KEYWORDS
from ard_qgis_plugin.core.labels.parser import Angles


def isis(value: float) -> str:
    """Returns a number as ISIS writes it: 14 digits, with a point."""
    text = f"{value:.14g}"
    return text if set(text) & set(".en") else f"{text}.0"


def vector(angle: float, azimuth: float) -> tuple[float, float]:
    """Returns ISIS's shadow or parallax vector."""
    length, turn = math.tan(math.radians(angle)), math.radians(azimuth)
    return -length * math.cos(turn), length * math.sin(turn)


def geometry(**changes: str) -> dict[str, str]:
    """Returns the statements of a Geometry block, those in `changes` replaced."""
    sun, camera = vector(62.824594995832, 94.681736423835), vector(17.541142011747, 9.5618872825079)
    values = {
        "CenterLatitude": 11.466007203715,
        "CenterLongitude": 301.99931894729,
        "PhaseAngle": 62.723267460506,
        "EmissionAngle": 17.541142011747,
        "IncidenceAngle": 62.824594995832,
        "NorthAzimuth": 269.3913481259,
        "OffNadir": 16.77687786762,
        "SolarLongitude": 136.95811966828,
        "LocalTime": 7.8349896624619,
        "SlantDistance": 80.205785989026,
        "PixelResolution": 7.7493513032875,
        "SubSolarAzimuth": 3.9780341533144,
        "SubSolarGroundAzimuth": 94.681736423835,
        "SubSolarLatitude": 1.1247527491285,
        "SubSolarLongitude": 4.4744740103643,
        "SubSpacecraftGroundAzimuth": 9.5618872825079,
        "ParallaxX": camera[0],
        "ParallaxY": camera[1],
        "ShadowX": sun[0],
        "ShadowY": sun[1],
    }
    written = {key: isis(value) for key, value in values.items()}
    return {"BandsUsed": "1", "Target": "MOON"} | written | {"HasNorthPole": "FALSE"} | changes


def caminfo(statements: dict[str, str], front: str = "", behind: str = "") -> str:
    """Returns a caminfo label around the statements of its Geometry block."""
    lines = "\n".join(f"    {key:<26} = {value}" for key, value in statements.items())
    return (
        'Object = Caminfo\n  Object = Parameters\n    IsisVersion = "7.2.0  | 2023-03-14"\n'
        f"  End_Object\n{front}\n  Object = Geometry\n{lines}\n  End_Object\n{behind}"
        "End_Object\nEnd\n"
    )


ORIGINAL_LABEL = """
  Object = OriginalLabel
    PDS_VERSION_ID = PDS3
    /* ** SCENE'S "PARAMETERS" ** */
    SENSOR_DESCRIPTION = "Pushbroom, any-
                          thing.
        IncidenceAngle = 3.25
      End_Object"
    INCIDENCE_ANGLE = 79.791 <deg>
    Object = IMAGE
      IncidenceAngle = 12.5
      INVALID_VALUE = (-20000, -21000,
                       -22000, -23000)
    End_Object
  End_Object
"""

POLYGON = """
  Object = Polygon
    SurfaceArea  = 1173.8745901916 <km^2>
    GisFootprint = "MULTIPOLYGON (((301.5840200654481578
                    12.2426015075983532, 301.6874136379086622
                    12.2429091758204329)))"

    Group = Mapping
      TargetName      = MOON
      PixelResolution = 7.7134712425197
    End_Group
  End_Object
"""

HIRISE = """PDS_VERSION_ID            = PDS3
/* All xxx_TIME values are referenced to "UTC". */
OBSERVATION_ID            = "ESP_022699_0985"
DATA_SET_NAME             = "MARS RECONNAISSANCE ORBITER HIRISE
                            INCIDENCE_ANGLE = 3.5 <DEG>
                            RDR V1.1"
OBJECT = IMAGE_MAP_PROJECTION
    A_AXIS_RADIUS = 3396.19 <KM>
    INCIDENCE_ANGLE   = 45.123456 <DEG>
END_OBJECT = IMAGE_MAP_PROJECTION
GROUP = VIEWING_PARAMETERS
    INCIDENCE_ANGLE   = 62.502518 <DEG>
    EMISSION_ANGLE    = 23.381325 <DEG>
    PHASE_ANGLE       = 77.357737 <DEG>
    LOCAL_TIME        = 14.68422 <LOCALDAY/24>
    SOLAR_LONGITUDE   = 302.421048 <DEG>
    SUB_SOLAR_AZIMUTH = 162.936582 <DEG>
    NORTH_AZIMUTH     = 205.776706 <DEG>
END_GROUP = VIEWING_PARAMETERS
OBJECT = IMAGE
    SAMPLE_BIT_MASK   = 2#0000001111111111#
END_OBJECT = IMAGE
END
"""

_GALILEO = """CCSD3ZF0000100000001NJPL3IF0PDS200000001 = SFDU_LABEL
/* Viewing Geometry, "best estimates" */
SMEAR_AZIMUTH = "UNK"
SLANT_DISTANCE = 1.071840e+06
NORTH_AZIMUTH =   89.938
SUB_SOLAR_AZIMUTH =  180.964
INCIDENCE_ANGLE =   30.588
EMISSION_ANGLE =    0.006
PHASE_ANGLE =   30.588
LOCAL_HOUR_ANGLE =  149.414
MEAN_RADIANCE = "N/A"
OBJECT = IMAGE_HEADER
BYTES = 2000
END_OBJECT
END"""
GALILEO = "".join(f"{line:<78}\r\n" for line in _GALILEO.split("\n"))

KAGUYA = """PDS_VERSION_ID                       = "PDS3"

/*** SCENE RELATED PARAMETERS ***/
^IMAGE                               = ("TC1S2B0_01_07496N115E3020.img", 1 <BYTES>)
LINE_EXPOSURE_DURATION               = (6.500000 <ms>)
SCENE_CENTER_LONGITUDE               = 302.004665 <deg>
INCIDENCE_ANGLE                      =  62.819 <deg>
EMISSION_ANGLE                       =  17.650 <deg>
PHASE_ANGLE                          =  62.804 <deg>
SOLAR_AZIMUTH_ANGLE                  =  94.683 <deg>
FOCAL_PLANE_TEMPERATURE              = (17.48 <degC>)

OBJECT                               = IMAGE
    SCALING_FACTOR                   = 1.30000e-02
END_OBJECT                           = IMAGE
END
"""

OLD_GEOMETRY = {
    key: value for key, value in geometry().items() if key[:6] not in ("Shadow", "Parall")
}
"""A Geometry block without vectors, as ISIS wrote it before it had them."""

MADE = {
    "caminfo": caminfo(geometry(), behind=POLYGON),
    "caminfo_with_original_label": caminfo(geometry(), ORIGINAL_LABEL),
    "caminfo_without_vectors": caminfo(OLD_GEOMETRY, behind=POLYGON),
    "hirise": HIRISE,
    "galileo": GALILEO,
    "kaguya": KAGUYA,
    "hirise_without_phase": HIRISE.replace("77.357737 <DEG>", '"N/A"'),
    "galileo_without_emission": GALILEO.replace("   0.006", '"UNK"   '),
    "kaguya_without_phase": KAGUYA.replace(" 62.804 <deg>", "NULL"),
}


_BESIDE = """
  Group = "User Parameters"
    Filename = made-up.cub
    Linc = 1
    Automatic
    IncidenceAngle = 5.5
  End_Group = "User Parameters"
  Group = Translation
    InputPosition = (IsisCube, Group)
    Names = ('one', "two")
  End_Group
"""

_PDS4 = """<?xml version="1.0" encoding="UTF-8"?>
<Product_Observational xmlns="http://pds.nasa.gov/pds4/pds/v1"
    xmlns:geom="http://pds.nasa.gov/pds4/geom/v1">
  <Identification_Area>
    <logical_identifier>urn:esa:psa:made_up:data:one</logical_identifier>
  </Identification_Area>
  <Observation_Area>
    <Observing_System>
      <Observing_System_Component><name>CAM</name><type>Instrument</type>
      </Observing_System_Component>
    </Observing_System>
    <Discipline_Area>
      <geom:Geometry>
        <geom:Illumination_Specific>
          <geom:incidence_angle unit="deg">31.415</geom:incidence_angle>
          <geom:emission_angle unit="deg">9.265</geom:emission_angle>
          <geom:phase_angle unit="deg">35.897</geom:phase_angle>
        </geom:Illumination_Specific>
      </geom:Geometry>
    </Discipline_Area>
  </Observation_Area>
</Product_Observational>
"""

_CUBE = """Object = IsisCube
  Object = Core
    StartByte = 65537
  End_Object
  Group = Instrument
    InstrumentId = {instrument}
{instrument_lines}  End_Group
  Group = {group}
{lines}  End_Group
End_Object
End
"""
_THREE = """    IncidenceAngle = 47.325 <deg>
    EmissionAngle = 5.125 <deg>
    PhaseAngle = 44.750 <deg>
"""

UNUSUAL = {
    "odd blocks": caminfo(geometry(), _BESIDE, _BESIDE),
    "odd lines": caminfo(
        geometry(Target="", StartTime="2009-06-07 14:42:03", Note="it's (odd)", Unit="3 <\xb0>")
        | {key: f"{geometry()[key]} <\xb0>" for key in ("IncidenceAngle", "EmissionAngle")}
        | {"PhaseAngle": f"{geometry()['PhaseAngle']} <\xc2\xb0>"}
    ),
    "mark": f"\ufeff{caminfo(geometry())}",
    "old line ends": HIRISE.replace("\n", "\r"),
    "odd values": HIRISE.replace(
        "\nGROUP = VIEW",
        "\nFILTER_NAME = ('CL1','GRN')\nKIND =\nMADE = 2021-11-08 14:37:20\nGROUP = VIEW",
    ),
    "pds4": _PDS4,
    "kaguya mi": _CUBE.format(
        instrument="MI-NIR", instrument_lines=_THREE, group="BandBin", lines="    Width = 2\n"
    ),
    "hayabusa nirs": _CUBE.format(
        instrument="NIRS", instrument_lines="", group="MissionData", lines=_THREE
    ),
    "chandrayaan-2": _CUBE.format(
        instrument="TMC-2",
        instrument_lines="",
        group="Archive",
        lines="    SunElevation = 39.932493 <degrees>\n    SolarIncidence = 50.067507 <degrees>\n",
    ),
    "galileo nims": GALILEO.replace("NORTH_AZIMUTH", "TWIST_ANGLE  ")
    .replace("INCIDENCE_ANGLE =   30.588", "OBJECT = QUBE\r\nX = 1", 1)
    .replace("EMISSION_ANGLE =", "INCIDENCE_ANGLE =   30.588\r\nEMISSION_ANGLE =")
    .replace("LOCAL_HOUR", "END_OBJECT = QUBE\r\nLOCAL_HOUR"),
}
"""Whole labels that pvl can't read, or has no angle of, but for their forms."""


def as_pvl_reads(text: str) -> Angles:
    """Returns the angles at the place in the label that its kind prescribes, as pvl.loads reads."""
    module = pvl.loads(text)
    by_name = {key.casefold(): value for key, value in module.items()}
    source, block = "pds3", by_name
    if "caminfo" in by_name:
        source, block = "caminfo", _lower(by_name["caminfo"])["geometry"]
    elif "incidence_angle" not in by_name:
        block = by_name["viewing_parameters"]
    given = _lower(block)
    found = {field: _number(given.get(key.lower())) for field, key in KEYWORDS[source].items()}
    _turn_longitude(found, 1 if source == "caminfo" else given.get("positive_longitude_direction"))
    if block is not by_name and "image_map_projection" in by_name:
        _turn_azimuth(found, _number(given.get("sub_solar_azimuth")))
    return Angles(source, **found)


def _turn_longitude(found, direction):
    """Brings the longitude under the sun to -180..180, positive east."""
    sign = {1: 1, "WEST": -1, "EAST": 1}.get(direction)
    if sign is None:
        found["subsolar_longitude"] = found["subsolar_latitude"] = None
    elif found["subsolar_longitude"] is not None:
        east = sign * found["subsolar_longitude"]
        found["subsolar_longitude"] = east - 360 * round(east / 360)


def _turn_azimuth(found, in_image):
    """Makes the ground azimuth of the sun of those in a map-projected image."""
    if in_image is not None and found["north_azimuth"] is not None:
        found["subsolar_azimuth"] = (in_image - found["north_azimuth"]) % 360


def _lower(block):
    return {key.casefold(): value for key, value in block.items()}


def _number(value):
    value = getattr(value, "value", value)
    return float(value) if isinstance(value, int | float) else None


def differences(angles: Angles, truth: Angles, tolerance: float = 0.0) -> list[str]:
    """Returns the fields that hold a number that is not the true one; a missing one is none."""
    names = [name for name in Angles._fields if name != "source"]
    pairs = [(name, getattr(angles, name), getattr(truth, name)) for name in names]
    return [
        f"{name} {found} instead of {true}"
        for name, found, true in pairs
        if found is not None and (true is None or not abs(found - true) <= tolerance)
    ]
