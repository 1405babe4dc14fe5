"""The PDS3 label: what the mission's own archive says, a little beside what ISIS computes."""

from __future__ import annotations

from ..planet import Observation
from ..surface.brightness import SCALE
from .archive import archive, corner_places
from .caminfo import SAMPLES, lines

INCIDENCE_OFFSET, EMISSION_OFFSET, PHASE_OFFSET = -0.005, 0.109, 0.079  # degrees
_RADIANCE = "W/m**2/micron/sr"
_SIDES, _HANDS = ("UPPER", "LOWER"), ("LEFT", "RIGHT")


def pds3(observation: Observation) -> str:
    """Returns the text of the PDS3 label; its incidence lies 0.005 degrees below caminfo's."""
    shared = archive(observation)
    parts = [
        'PDS_VERSION_ID = "PDS3"',
        *_section("FILE FORMAT", _file_format(observation)),
        *_section(
            "POINTERS TO START BYTE OFFSET OF OBJECTS IN FILE",
            [f'^IMAGE = ("{observation.id}.img", 1 <BYTES>)'],
        ),
        *_section("BASIC INFORMATION", _basic(observation, shared)),
        *_section("GENERAL DATA DESCRIPTION PARAMETERS", _general(shared)),
        *_section("SCENE RELATED PARAMETERS", _scene(observation, shared) + _seen(observation)),
        *_section("CAMERA RELATED PARAMETERS", _camera(observation)),
        *_section(
            "DESCRIPTION OF OBJECTS CONTAINED IN THE FILE", ["", *_image(observation, shared)]
        ),
        "",
        *_processing(observation),
        "END",
    ]
    return "\n".join(map(_aligned, parts)) + "\n"


def _section(title: str, keywords: list[str]) -> list[str]:
    return ["", f"/*** {title} ***/", *keywords]


def _aligned(line: str) -> str:
    name, equals, value = line.partition(" = ")
    return f"{name:<36} = {value}" if equals else line


def _picked(values: dict[str, str], *names: str) -> list[str]:
    return [f"{name} = {values[name]}" for name in names]


def _quoted(values: dict[str, str], *names: str) -> list[str]:
    return [f'{name} = "{values[name]}"' for name in names]


def _file_format(observation: Observation) -> list[str]:
    return ['RECORD_TYPE = "UNDEFINED"', f'FILE_NAME = "{observation.id}.img"']


def _basic(observation: Observation, shared: dict[str, str]) -> list[str]:
    camera = observation.camera
    return [
        'MISSION_NAME = "SELENE"',
        *_quoted(shared, "DATA_SET_ID"),
        f'DATA_SET_NAME = "SAMPLE PLANET TC 3 {observation.mode.upper()} LEVEL2B0 V1.0"',
        f'L2DB_ORIGINAL_ID = "{shared["PRODUCT_SET_ID"]}"',
        f'PRODUCT_ID = "{observation.id}"',
        'INSTRUMENT_TYPE = "IMAGER"',
        f'INSTRUMENT_ID = "TC{camera}"',
        f'INSTRUMENT_NAME = "TERRAIN CAMERA {camera}"',
        'INSTRUMENT_HOST_NAME = "SELENE MAIN ORBITER"',
        'TARGET_TYPE = "SATELLITE"',
        'TARGET_NAME = "MOON"',
        *_picked(shared, "START_TIME", "STOP_TIME"),
    ]


def _general(shared: dict[str, str]) -> list[str]:
    return [
        *_quoted(shared, "SOFTWARE_NAME"),
        'SOFTWARE_VERSION = "1.0.0"',
        'PROCESS_VERSION_ID = "L2B"',
        "PRODUCT_CREATION_TIME = 2013-06-10T10:25:22",
        "PROGRAM_START_TIME = 2013-06-10T10:24:01",
        'PRODUCER_ID = "LISM"',
        *_quoted(shared, "PRODUCT_SET_ID"),
        'PRODUCT_VERSION_ID = "01"',
        'REGISTERED_PRODUCT = "Y"',
        *_quoted(
            shared, "ILLUMINATION_CONDITION", "LEVEL2A_FILE_NAME", "SPICE_METAKERNEL_FILE_NAME"
        ),
    ]


def _scene(observation: Observation, shared: dict[str, str]) -> list[str]:
    day = "Day" if observation.light.incidence < 90 else "Night"
    return [
        'MISSION_PHASE_NAME = "Nominal"',
        f"REVOLUTION_NUMBER = {observation.revolution}",
        "STRIP_SEQUENCE_NUMBER = 2",
        "SCENE_SEQUENCE_NUMBER = 8",
        *(f'{side}_{hand}_DAYTIME_FLAG = "{day}"' for side in _SIDES for hand in _HANDS),
        'OBSERVATION_MODE_ID = "NORMAL"',
        'SENSOR_DESCRIPTION = "An invented push-broom camera: one line of 3208 pixels."',
        'SENSOR_DESCRIPTION2 = "Two of them look 15 degrees ahead and back (TC1/TC2)."',
        'DETECTOR_STATUS = ("TC1:ON","TC2:ON","MV:OFF","MN:OFF","SP:ON")',
        'EXPOSURE_MODE_ID = "LONG"',
        "LINE_EXPOSURE_DURATION = (6.500000 <ms>)",
        *_picked(shared, "SPACECRAFT_CLOCK_START_COUNT", "SPACECRAFT_CLOCK_STOP_COUNT"),
        *_picked(shared, "CORRECTED_SC_CLOCK_START_COUNT", "CORRECTED_SC_CLOCK_STOP_COUNT"),
        *_picked(shared, "CORRECTED_START_TIME", "CORRECTED_STOP_TIME"),
        "LINE_SAMPLING_INTERVAL =   6.500000 <ms>",
        "CORRECTED_SAMPLING_INTERVAL = (6.499943 <ms>)",
        *(f"{name} = {value}" for name, value in corner_places(observation).items()),
    ]


def _seen(observation: Observation) -> list[str]:
    light = observation.light
    return [
        'LOCATION_FLAG = "D"',
        'ROLL_CANT = "NO"',
        f"SCENE_CENTER_LATITUDE = {observation.centre.lat:10.6f} <deg>",
        f"SCENE_CENTER_LONGITUDE = {observation.centre.lon % 360.0:10.6f} <deg>",
        f"INCIDENCE_ANGLE = {light.incidence + INCIDENCE_OFFSET:7.3f} <deg>",
        f"EMISSION_ANGLE = {light.emission + EMISSION_OFFSET:7.3f} <deg>",
        f"PHASE_ANGLE = {light.phase + PHASE_OFFSET:7.3f} <deg>",
        f"SOLAR_AZIMUTH_ANGLE = {light.sun_azimuth:7.3f} <deg>",
        "FOCAL_PLANE_TEMPERATURE = (17.48 <degC>)",
        "TELESCOPE_TEMPERATURE = (17.31 <degC>)",
        "SATELLITE_MOVING_DIRECTION = +1",
        'FIRST_SAMPLED_LINE_POSITION = "UPPERMOST"',
        'FIRST_DETECTOR_ELEM_POSITION = "LEFT"',
        *(f"{axis}_AXIS_RADIUS = 1737.400 <km>" for axis in "ABC"),
        'DEFECT_PIXEL_POSITION = "N/A"',
    ]


def _camera(observation: Observation) -> list[str]:
    temperatures = {"TC1_TELESCOPE": 17.3, "TC2_TELESCOPE": 17.3, "DPU": 12.3, "TM": 16.3}
    temperatures["TM_RADIATOR"] = 13.6
    return [
        'SWATH_MODE_ID = "FULL"',
        "FIRST_PIXEL_NUMBER = 1",
        f"LAST_PIXEL_NUMBER = {SAMPLES}",
        f"SPACECRAFT_ALTITUDE = {observation.altitude:8.3f} <km>",
        "SPACECRAFT_GROUND_SPEED =  1.560 <km/s>",
        *(f"{name}_TEMPERATURE = {value:6.2f} <degC>" for name, value in temperatures.items()),
        'Q_TABLE_ID = "N/A"',
        'HUFFMAN_TABLE_ID = "N/A"',
        *(f"DATA_COMPRESSION_PERCENT_{kind} = 100.0" for kind in ("MEAN", "MAX", "MIN")),
    ]


def _image(observation: Observation, shared: dict[str, str]) -> list[str]:
    keywords = [
        'COMPRESSION_TYPE = "N/A"',
        "COMPRESSION_PERCENT = 100.0",
        f"NOMINAL_LINE_NUMBER = {lines(observation) - 568}",
        "NOMINAL_OVERLAP_LINE_NUMBER = 568",
        "OVERLAP_LINE_NUMBER = 568",
        f"LINES = {lines(observation)}",
        f"LINE_SAMPLES = {SAMPLES}",
        "SAMPLE_TYPE = MSB_INTEGER",
        "SAMPLE_BITS = 16",
        'IMAGE_VALUE_TYPE = "RADIANCE"',
        'UNIT = "W/m**2/micron/sr"',
        f"SCALING_FACTOR = {SCALE:.5e}",
        "OFFSET = 0.00000e+00",
        "MIN_FOR_STATISTICAL_EVALUATION = 0",
        "MAX_FOR_STATISTICAL_EVALUATION = 32767",
        *_picked(shared, *(name for name in shared if name.startswith("SCENE_"))),
        *(f"SHADOWED_AREA_{kind} = 0" for kind in ("MINIMUM", "MAXIMUM", "PERCENTAGE")),
        'INVALID_TYPE = ("SATURATION" , "MINUS" , "DUMMY_DEFECT" , "OTHER")',
        "INVALID_VALUE = (-20000 , -21000 , -22000 , -23000)",
        "INVALID_PIXELS = (0 , 0 , 0 , 0)",
    ]
    return _object("IMAGE", keywords)


def _processing(observation: Observation) -> list[str]:
    camera = f"TC{observation.camera}"
    keywords = [
        f'DARK_FILE_NAME = "{camera}_DRK_SAMPLE.csv"',
        f'FLAT_FILE_NAME = "{camera}_FLT_SAMPLE.csv"',
        f'EFFIC_FILE_NAME = "{camera}_EFF_SAMPLE.csv"',
        f'NONLIN_FILE_NAME = "{camera}_NLT_SAMPLE.csv"',
        f"RAD_CNV_COEF = (3.790009 <{_RADIANCE}>)",
        "L2A_DEAD_PIXEL_THRESHOLD = 30",
        "L2A_SATURATION_THRESHOLD = 1023",
        "DARK_VALID_MINIMUM = -5",
        f"RADIANCE_SATURATION_THRESHOLD = 425.971000 <{_RADIANCE}>",
    ]
    return _object("PROCESSING_PARAMETERS", keywords)


def _object(name: str, keywords: list[str]) -> list[str]:
    return [f"OBJECT = {name}", *(f"    {line}" for line in keywords), f"END_OBJECT = {name}"]
