"""The ISIS cube label: how the raw image became a cube; it holds no angles."""

from __future__ import annotations

import struct
from datetime import datetime, timezone

from ..planet import Observation
from .archive import archive
from .blocks import Block, Keyword, label, number
from .caminfo import SAMPLES, lines

_HEADER_BYTES = 65536
_TABLE_FIELDS = {
    "InstrumentPointing": ("J2000Q0", "J2000Q1", "J2000Q2", "J2000Q3", "AV1", "AV2", "AV3", "ET"),
    "InstrumentPosition": ("J2000X", "J2000Y", "J2000Z", "J2000XV", "J2000YV", "J2000ZV", "ET"),
    "BodyRotation": ("J2000Q0", "J2000Q1", "J2000Q2", "J2000Q3", "AV1", "AV2", "AV3", "ET"),
    "SunPosition": ("J2000X", "J2000Y", "J2000Z", "J2000XV", "J2000YV", "J2000ZV", "ET"),
}
_J2000 = datetime(2000, 1, 1, 12, tzinfo=timezone.utc)
_EPHEMERIS_LEAD = 66.18474  # seconds that ephemeris time is ahead of UTC
_UNTURNED = "(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)"


def isis_label(observation: Observation) -> str:
    """Returns the text of the ISIS cube label."""
    data = SAMPLES * lines(observation) * 2
    groups = [_core(observation), _instrument(observation), _archive(observation)]
    groups += [_band_bin(), _kernels(observation)]
    blocks = [
        Block("Object", "IsisCube", groups),
        Block("Object", "Label", [("Bytes", str(_HEADER_BYTES))]),
    ]
    start = _HEADER_BYTES + data + 1
    for name, keywords in _tables(observation).items():
        size = len(_TABLE_FIELDS[name]) * 8 * 2
        place = [("Name", name), ("StartByte", str(start)), ("Bytes", str(size))]
        blocks.append(Block("Object", "Table", [*place, *keywords, *_fields(name)]))
        start += size
    blocks += [_attached("History", start, 1673), _attached("OriginalLabel", start + 1673, 7143)]
    return label([*blocks, _naif_keywords(observation)])


def _core(observation: Observation) -> Block:
    size = [("Samples", str(SAMPLES)), ("Lines", str(lines(observation))), ("Bands", "1")]
    pixels = [("Type", "SignedWord"), ("ByteOrder", "Lsb"), ("Base", "0.0")]
    parts = [
        ("StartByte", str(_HEADER_BYTES + 1)),
        ("Format", "Tile"),
        ("TileSamples", "802"),
        ("TileLines", "776"),
        Block("Group", "Dimensions", size),
        Block("Group", "Pixels", [*pixels, ("Multiplier", "0.013")]),
    ]
    return Block("Object", "Core", parts)


def _instrument(observation: Observation) -> Block:
    values = archive(observation)
    keywords = [
        ("MissionName", "SELENE"),
        ("SpacecraftName", "KAGUYA"),
        ("InstrumentName", f'"TERRAIN CAMERA {observation.camera}"'),
        ("InstrumentId", f"TC{observation.camera}"),
        ("TargetName", "MOON"),
        ("ObservationModeId", "NORMAL"),
        ("SensorDescription", '"An invented push-broom camera: one line of 3208 pixels."'),
        ("SensorDescription2", '"Two of them look 15 degrees ahead and back (TC1/TC2)."'),
        ("StartTime", values["CORRECTED_START_TIME"]),
        ("StopTime", values["CORRECTED_STOP_TIME"]),
        ("OriginalStartTime", values["START_TIME"]),
        ("OriginalStopTime", values["STOP_TIME"]),
        ("ExposureModeId", "LONG"),
        ("ExposureDuration", "6.500000 <ms>"),
        ("OriginalSpacecraftClockStartCount", values["SPACECRAFT_CLOCK_START_COUNT"]),
        ("OriginalSpacecraftClockStopCount", values["SPACECRAFT_CLOCK_STOP_COUNT"]),
        ("SpacecraftClockStartCount", values["CORRECTED_SC_CLOCK_START_COUNT"]),
        ("SpacecraftClockStopCount", values["CORRECTED_SC_CLOCK_STOP_COUNT"]),
        ("OriginalLineSamplingInterval", "6.500000 <ms>"),
        ("LineSamplingInterval", "6.499943 <ms>"),
        ("SwathModeId", "FULL"),
        ("IlluminationCondition", values["ILLUMINATION_CONDITION"]),
    ]
    return Block("Group", "Instrument", keywords)


def _archive(observation: Observation) -> Block:
    values, camera = archive(observation), f"TC{observation.camera}"
    keywords = [
        ("ProductId", observation.id),
        ("SoftwareName", values["SOFTWARE_NAME"]),
        ("SoftwareVersion", "1.0.0"),
        ("ProcessVersionId", "L2B"),
        ("ProductCreationTime", "2013-06-10T10:25:22"),
        ("ProgramStartTime", "2013-06-10T10:24:01"),
        ("ProducerId", "LISM"),
        ("ProductSetId", values["PRODUCT_SET_ID"]),
        ("ProductVersionId", "01"),
        ("RegisteredProduct", "Y"),
        ("Level2AFileName", values["LEVEL2A_FILE_NAME"]),
        ("SpiceMetakernelFileName", values["SPICE_METAKERNEL_FILE_NAME"]),
        ("DataSetId", values["DATA_SET_ID"]),
        *_scene(values),
        *((f"{kind}FileName", f"{camera}_{kind}.csv") for kind in ("Dark", "Flat")),
        *((f"{kind}FileName", f"{camera}_{kind}.csv") for kind in ("Effic", "Nonlin")),
        ("RadCnvCoef", "3.790009 <W/m**2/micron/sr>"),
        ("L2aDeadPixelThreshold", "30"),
        ("L2aSaturationThreshold", "1023"),
        ("DarkValidMinimum", "-5"),
        ("RadianceSaturationThreshold", "425.971000 <W/m**2/micron/sr>"),
        *_corners(values),
    ]
    return Block("Group", "Archive", keywords)


def _scene(values: dict[str, str]) -> list[Keyword]:
    return [
        ("ImageValueType", "RADIANCE"),
        ("ImageUnit", "W/m**2/micron/sr"),
        ("MinForStatisticalEvaluation", "0"),
        ("MaxForStatisticalEvaluation", "32767"),
        *((_camel(name), value) for name, value in values.items() if name.startswith("SCENE_")),
        *((f"ShadowedArea{kind}", "0") for kind in ("Minimum", "Maximum", "Percentage")),
        ("InvalidType", "(SATURATION, MINUS, DUMMY_DEFECT, OTHER)"),
        ("InvalidValue", "(-20000, -21000, -22000, -23000)"),
        ("InvalidPixels", "(0, 0, 0, 0)"),
    ]


def _corners(values: dict[str, str]) -> list[Keyword]:
    names = [name for name in values if name.startswith(("UPPER_", "LOWER_"))]
    return [(_camel(name), values[name]) for name in names]


def _camel(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


def _band_bin() -> Block:
    keywords = [("FilterName", "BroadBand"), ("Center", "640nm"), ("Width", "420nm")]
    return Block("Group", "BandBin", keywords)


def _kernels(observation: Observation) -> Block:
    code = _frame_code(observation)
    keywords = [
        ("NaifCkCode", str(code + 1)),
        ("NaifFrameCode", str(code)),
        ("LeapSecond", "$base/kernels/lsk/sample.tls"),
        ("TargetAttitudeShape", "($base/kernels/pck/sample.tpc, $base/kernels/pck/sample.tf)"),
        ("TargetPosition", "(Table, $base/kernels/tspk/sample.bsp)"),
        ("InstrumentPointing", "(Table, $kaguya/kernels/ck/sample.bc)"),
        ("Instrument", "$kaguya/kernels/ik/sample.ti"),
        ("SpacecraftClock", "$kaguya/kernels/sclk/sample.tsc"),
        ("InstrumentPosition", "(Table, $kaguya/kernels/spk/sample.bsp)"),
        ("InstrumentAddendum", "$kaguya/kernels/iak/sample.ti"),
        ("ShapeModel", "/sample/planet/radius.cub"),
        ("InstrumentPositionQuality", "Smithed"),
        ("InstrumentPointingQuality", "Reconstructed"),
        ("CameraVersion", "2"),
        ("Source", "isis"),
    ]
    return Block("Group", "Kernels", keywords)


def _tables(observation: Observation) -> dict[str, list[Keyword]]:
    frames = f"({_frame_code(observation) + 1}, -131320, -131000)"
    pointing = [*_turned("(-131000, 1)", frames), *_covered(observation, "Ck", "4657")]
    body = [*_turned("(31006, 1)", "(31001, 31007, 31006)"), *_covered(observation, "Ck", "2")]
    spline = [*_records(("CacheType", "HermiteSpline")), *_covered(observation, "Spk", "4657.0")]
    line = [*_records(("CacheType", "Linear")), *_covered(observation, "Spk", "2.0")]
    made = [("Description", '"Created by spiceinit"')]
    made.append(("Kernels", "($base/kernels/sample.bsp, $base/kernels/sample.tf)"))
    longitude = ("SolarLongitude", number(observation.solar_longitude))
    return {
        "InstrumentPointing": [*pointing, ("FrameTypeCode", "3"), *made],
        "InstrumentPosition": [*spline, made[0], ("Kernels", "$base/kernels/sample.bsp")],
        "BodyRotation": [*body, ("FrameTypeCode", "6"), *made, longitude],
        "SunPosition": [*line, *made],
    }


def _records(*more: Keyword) -> list[Keyword]:
    return [("Records", "2"), ("ByteOrder", "Lsb"), *more]


def _turned(moving: str, constant: str) -> list[Keyword]:
    return _records(
        ("TimeDependentFrames", moving),
        ("ConstantFrames", constant),
        ("ConstantRotation", _UNTURNED),
    )


def _covered(observation: Observation, kernel: str, size: str) -> list[Keyword]:
    return [
        (f"{kernel}TableStartTime", number(_ephemeris_time(observation.start))),
        (f"{kernel}TableEndTime", number(_ephemeris_time(observation.end))),
        (f"{kernel}TableOriginalSize", size),
    ]


def _ephemeris_time(when: datetime) -> float:
    return (when - _J2000).total_seconds() + _EPHEMERIS_LEAD


def _fields(table: str) -> list[Block]:
    kind = [("Type", "Double"), ("Size", "1")]
    return [Block("Group", "Field", [("Name", name), *kind]) for name in _TABLE_FIELDS[table]]


def _attached(kind: str, start: int, size: int) -> Block:
    keywords = [("Name", "IsisCube"), ("StartByte", str(start)), ("Bytes", str(size))]
    return Block("Object", kind, keywords)


def _frame_code(observation: Observation) -> int:
    return -131351 if observation.camera == 1 else -131371


def _naif_keywords(observation: Observation) -> Block:
    camera = f"INS{_frame_code(observation)}"
    seconds = struct.pack("<d", _ephemeris_time(observation.start)).hex()
    clock = archive(observation)["CORRECTED_SC_CLOCK_START_COUNT"].split(" ")[0]
    keywords = [
        ("BODY_CODE", "301"),
        ("BODY301_RADII", "(1737.4, 1737.4, 1737.4)"),
        ("BODY_FRAME_CODE", "31001"),
        (f"{camera}_SWAP_OBSERVER_TARGET", "TRUE"),
        (f"{camera}_LIGHTTIME_CORRECTION", "NONE"),
        (f"{camera}_LT_SURFACE_CORRECT", "FALSE"),
        (f"{camera}_FOCAL_LENGTH", "72.45"),
        (f"{camera}_PIXEL_PITCH", "0.007"),
        (f"CLOCK_ET_-131_{clock}_COMPUTED", seconds),
        (f"{camera}_TRANSX", "(0.0, 0.0, -0.007)"),
        (f"{camera}_TRANSY", "(0.0, -0.007, 0.0)"),
        (f"{camera}_ITRANSS", "(0.0, 0.0, -142.857142857)"),
        (f"{camera}_ITRANSL", "(0.0, -142.857142857, 0.0)"),
        (f"{camera}_BORESIGHT_SAMPLE", "2048.0"),
        (f"{camera}_BORESIGHT_LINE", "0.5"),
        (f"{camera}_DISTORTION_COEF_X", "(0.0, 0.0, 0.0, 0.0)"),
        (f"{camera}_DISTORTION_COEF_Y", "(0.0, 0.0, 0.0, 0.0)"),
        (f"{camera}_BORESIGHT", "(0.0, 0.0)"),
    ]
    return Block("Object", "NaifKeywords", keywords)
