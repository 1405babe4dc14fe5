"""Labels that are whole but written otherwise: what stands beside the angles costs them nothing."""

from __future__ import annotations

import csv

import pytest

from ard_qgis_plugin.core.labels.parser import Angles, LabelError, read_angles, read_angles_fast
from tests.support.label_texts import GALILEO, HIRISE, KAGUYA, UNUSUAL, caminfo, geometry

ONE = "PDS_VERSION_ID = PDS3\n{}\nINCIDENCE_ANGLE = 30.5 <DEG>\nEND\n"
THREE = {"incidence": 47.325, "emission": 5.125, "phase": 44.75}


def refusal(text):
    with pytest.raises(LabelError) as caught:
        read_angles(text)
    return str(caught.value)


def test_the_cases_that_people_reported(shared_data):
    cases = shared_data.parent / "cases"
    with (cases / "expected.csv").open() as table:
        rows = list(csv.DictReader(table))
    assert len(rows) == 10
    for row in rows:
        raw = (cases / row["file"]).read_bytes()
        for text in (raw.decode(), raw.decode("latin-1"), raw.decode().replace("\n", "\r\n")):
            if "radar" in row["file"]:
                assert "radar" in refusal(text)
            else:
                expected = row["incidence"].removeprefix("refused truly, or ")
                assert read_angles(text).incidence == float(expected), row["file"]


@pytest.mark.parametrize("name", UNUSUAL)
def test_unusual_labels_are_read_without_pvl(name):
    angles = read_angles_fast(UNUSUAL[name])
    assert angles is not None
    assert angles.incidence in (62.824594995832, 62.502518, 31.415, 47.325, 50.067507, 30.588)


def test_all_angles_are_read_beside_odd_lines():
    plain = read_angles(caminfo(geometry()))
    assert [read_angles(UNUSUAL[name]) for name in ("odd blocks", "odd lines", "mark")] == [
        plain
    ] * 3
    assert read_angles(UNUSUAL["old line ends"]) == read_angles(HIRISE)
    assert read_angles(UNUSUAL["odd values"]) == read_angles(HIRISE)


@pytest.mark.parametrize(
    "line",
    [
        "KIND =",
        "KIND",
        "MADE = 2021-11-08 14:37:20",
        "MADE = 2021-312T14:37:60",
        "FILTERS = ('A','B')",
        "NOTE = it's",
        "NOTE = 100%",
        "NOTE = a = b",
        "NOTE = (Core, Group)",
        "NOTE = object",
        "UNIT = 3 <°>",
        "UNIT = 3 <Â°>",
        'GROUP = "My Parameters"\nINCIDENCE_ANGLE = 4\nEND_GROUP = "My Parameters"',
        "GROUP = 'MINE'\nINCIDENCE_ANGLE = 4\nEND_GROUP = 'MINE'",
        "BEGIN_OBJECT = MINE\nA = 1\nEND_OBJECT = MINE;",
        "NUMBER = 2#01#\nNAME = #5",
        "/* it's \"one */",
        "NOTE = \x00\x01",
        "NOTE = ",
        "=",
        "END_TIME = 2021-11-08",
        "ENDING = 5",
    ],
)
def test_an_odd_line_costs_nothing(line):
    for text in (ONE.format(line), ONE.format(line).replace("\n", "\r\n")):
        assert read_angles(text).incidence == 30.5
    behind = f"PDS_VERSION_ID = PDS3\nINCIDENCE_ANGLE = 30.5 <DEG>\n{line}\nEND\n"
    assert line == "=" or read_angles(behind).incidence == 30.5


@pytest.mark.parametrize("note", ["it's", "the camera's \"best\" frame's", "'it's'", "5'"])
def test_an_apostrophe_is_no_string_whatever_stands_elsewhere(note):
    odd = UNUSUAL["odd blocks"].replace("Target  ", f"Note = {note}\n    Target  ")
    assert read_angles_fast(odd) == read_angles(caminfo(geometry()))


@pytest.mark.parametrize("odd", ["269.39(13", "269.39 {", "(269.39", "269.39-", ""])
def test_a_line_that_gives_a_value_badly_costs_that_value_alone(odd):
    text = caminfo(geometry(NorthAzimuth=odd, Lists="(1, {2, 3}, (4,\n 5))"))
    angles = read_angles_fast(text)
    assert angles is not None
    assert (angles.incidence, angles.north_azimuth) == (62.824594995832, None)
    assert angles.slant_distance == 80.205785989026


@pytest.mark.parametrize("text", [caminfo(geometry()), HIRISE, KAGUYA, GALILEO, UNUSUAL["pds4"]])
def test_marks_encodings_and_line_ends(text):
    angles = read_angles(text)
    wide = [
        (mark + text).encode(f"utf-{bits}-{end}").decode("latin-1")
        for bits in (16, 32)
        for end in ("le", "be")
        for mark in ("\ufeff", "")
    ]
    marked = text.encode("utf-8-sig").decode("latin-1")
    ends = [text.replace("\r", "").replace("\n", end) for end in ("\r", "\r\n", "\r\r\n")]
    bare = text.rstrip()
    padded = [f"{ends[0].rstrip()}\r\n", f"{text}\0\0\0", f"{text}\n\x1a"]
    padded += [f"{bare}{behind}" for behind in ("\0\0\0", " \0", "\x1a", "\r\n\0\0")]
    for each in (*wide, f"\ufeff{text}", marked, *ends, *padded):
        assert read_angles(each) == angles


@pytest.mark.parametrize(
    ("name", "angles"),
    [
        ("pds4", Angles("pds4", 31.415, 9.265, 35.897)),
        ("kaguya mi", Angles("isis", **THREE)),
        ("hayabusa nirs", Angles("isis", **THREE)),
        ("chandrayaan-2", Angles("isis", 50.067507)),
        ("galileo nims", Angles("pds3", 30.588, 0.006, 30.588)),
    ],
)
def test_other_forms_are_read_by_path(name, angles):
    assert read_angles(UNUSUAL[name]) == angles


def test_a_sun_that_is_none_is_none():
    none = UNUSUAL["chandrayaan-2"].replace("50.067507", "-1").replace("39.932493", "-1")
    assert "-1" in refusal(none)
    assert "no 90" in refusal(UNUSUAL["chandrayaan-2"].replace("50.067507", "51.067507"))


RADAR = {
    "name": 'INSTRUMENT_ID = "MRFLRO"',
    "forerunner": "INSTRUMENT_ID = MRFFR",
    "full name": 'INSTRUMENT_NAME = "MINI-RF LRO"',
    "mode": "INSTRUMENT_MODE_DESC = SAR",
    "type": 'INSTRUMENT_TYPE = "RADAR"',
    "look": "LOOK_DIRECTION = RIGHT",
    "data set": 'DATA_SET_NAME = "MGN V RADAR SYSTEM"',
    "written out": 'INSTRUMENT_NAME = "MINIATURE RADIO FREQUENCY"',
    "half written out": "INSTRUMENT_NAME = 'Mini-Radio Frequency'",
    "with a blank": 'INSTRUMENT_NAME = "Mini RF"',
    "with a stroke": "INSTRUMENT_NAME = MINI_RF",
    "short": "INSTRUMENT_ID = MRF",
    "in two": 'INSTRUMENT_ID = "MRF-LRO"',
    "on the next line": 'INSTRUMENT_NAME =\n    "MINI-RF"',
    "in a string of two lines": 'DATA_SET_NAME = "LRO MOON\n    MINI-RF 5 CDR V1.0"',
    "broken in the middle": 'DATA_SET_NAME = "MOON MINIATURE RADIO\n    FREQUENCY CDR"',
    "in a list of two lines": 'INSTRUMENT_ID = {"CAM",\n    "MRFLRO"}',
    "behind another": "TARGET_NAME = MOON; INSTRUMENT_ID = MRFLRO",
    "Magellan's": "INSTRUMENT_ID = RDRS",
    "a sounder": "INSTRUMENT_ID = SHARAD",
    "aperture": 'INSTRUMENT_NAME = "SYNTHETIC-APERTURE IMAGER"',
    "product": "PRODUCT_TYPE = SAR_IMAGE",
    "side": "LOOK_SIDE = LEFT",
    "keyword": "RADAR_BAND = S",
}
PDS4_RADAR = {
    "name": ("<name>CAM<", "<name>Miniature Radio Frequency<"),
    "identifier": (
        "<type>Instrument</type>",
        "<Internal_Reference><lid_reference>urn:x:lro.mrflro</lid_reference></Internal_Reference>",
    ),
    "element": ("<Discipline_Area>", "<Discipline_Area><Instrument_Name>DFSAR</Instrument_Name>"),
    "own identifier": (
        "<Identification_Area>",
        "<Identification_Area><logical_identifier>urn:x:ch2_sar:data</logical_identifier>",
    ),
}


@pytest.mark.parametrize("sign", RADAR)
def test_a_radar_s_angle_is_not_the_sun_s(sign):
    assert "radar" in refusal(ONE.format(RADAR[sign]))
    cube = UNUSUAL["kaguya mi"]
    assert "radar" in refusal(cube.replace("InstrumentId = MI-NIR", "InstrumentId = MRFLRO"))
    assert "radar" in refusal(cube.replace("InstrumentId = MI-NIR", "LookDirection = RIGHT"))
    assert "radar" in refusal(UNUSUAL["pds4"].replace("<name>CAM<", "<name>Mini-RF<"))


@pytest.mark.parametrize("sign", PDS4_RADAR)
def test_a_radar_s_angle_in_pds4_is_not_the_sun_s(sign):
    text = UNUSUAL["pds4"].replace(*PDS4_RADAR[sign])
    assert text != UNUSUAL["pds4"]
    assert "radar" in refusal(text)


def test_a_quoted_number_is_not_called_empty():
    for quoted in ('"30.5"', "'30.5'"):
        assert f"not an angle of 0 to 180 degrees: {quoted}" in refusal(
            ONE.format("").replace("30.5 <DEG>", quoted)
        )


@pytest.mark.parametrize(
    ("value", "shown"), [("(30.5, 31.5)", "(30.5, 31.5)"), ("{30.5}", "(30.5)")]
)
def test_a_list_is_no_angle_and_shown_as_one(value, shown):
    assert refusal(ONE.format("").replace("30.5 <DEG>", value)).endswith(f"degrees: {shown}.")


def test_no_camera_is_taken_for_a_radar():
    for line in (
        'INSTRUMENT_NAME = "MINIATURE THERMAL CAMERA"',
        'PRODUCT_ID = "SAR_1"',
        'INSTRUMENT_NAME = "CAM"\nNOTE = "near\nRADAR stations"',
        'INSTRUMENT_NAME = "SARCOPHAGUS CAMERA"',
        'NOTE = "beside the RADAR"',
    ):
        assert read_angles(ONE.format(line)).incidence == 30.5


@pytest.mark.parametrize("value", ["nan", "nan <deg>", "NaN", "inf", "-nan"])
def test_what_is_no_number_is_said_to_be_none(value):
    for odd in ({}, {"Note": "it's", "Target": ""}):
        reason = refusal(caminfo(geometry(IncidenceAngle=value, **odd)))
        assert "not an angle" in reason
        assert value.lower() in reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<Product_Observational><a/></Product_Observational>", "gives no incidence"),
        ("<Product_Observational><a></Product_Observational>", "broken (line 1)"),
        ("<Error><Code>NoSuchKey</Code></Error>", "no PDS4 label"),
        ("<!DOCTYPE html><html></html>", "is a web page"),
        ("<html><title>Please log in</title></html>", "is a web page"),
        ("<!-- a --><HTML><body><p>Log in", "is a web page"),
        ('<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"/>', "is a web page"),
        ('<!DOCTYPE a [<!ENTITY a "b">]><Product_A>&a;</Product_A>', "no label"),
        (UNUSUAL["pds4"].replace("31.415", "-1"), "not an angle"),
        (UNUSUAL["pds4"].replace('"deg">31.415', '"rad">1.415'), "not an angle"),
        (UNUSUAL["pds4"].replace('unit="deg">31.415', 'units=" rad ">1.415'), "1.415 <rad>"),
        (UNUSUAL["pds4"].replace('unit="deg">31.415', 'geom:unit="rad">1.415'), "1.415 <rad>"),
        (UNUSUAL["pds4"].replace(">31.415<", "><"), "empty"),
        (UNUSUAL["pds4"].replace("geom:incidence", "geom:other"), "gives no incidence"),
        (UNUSUAL["pds4"].replace("/pds4/geom/", "/pds4/other/"), "gives no incidence"),
    ],
)
def test_pds4_labels_without_an_angle_are_refused_truly(text, reason):
    assert reason in refusal(text)


@pytest.mark.parametrize("written", ["3.1415E1", "3.1415e+1", "3.1415E01", "314.15E-1", " 31.415 "])
def test_a_pds4_number_may_have_any_exponent(written):
    assert read_angles(UNUSUAL["pds4"].replace("31.415", written)).incidence == 31.415


def test_what_a_pds4_label_says_in_two_ways_is_none():
    block = UNUSUAL["pds4"].partition("<geom:Illumination")[2].partition("</geom:Geometry")[0]
    block = f"<geom:Illumination{block}"
    text = UNUSUAL["pds4"].replace("</geom:Geometry>", f"{block}</geom:Geometry>")
    assert read_angles(text) == Angles("pds4", 31.415, 9.265, 35.897)
    text = text.replace("9.265", "8.265", 1)
    assert read_angles(text) == Angles("pds4", 31.415, None, 35.897)


@pytest.mark.parametrize("prefix", ["g", "GEOM", "disp"])
def test_the_prefix_in_a_pds4_label_is_free(prefix):
    text = UNUSUAL["pds4"].replace("geom:", f"{prefix}:").replace("xmlns:geom", f"xmlns:{prefix}")
    assert read_angles(text) == Angles("pds4", 31.415, 9.265, 35.897)


def test_a_pds4_label_with_two_angles_gives_none():
    element = '<geom:incidence_angle unit="deg">31.415</geom:incidence_angle>'
    twice = UNUSUAL["pds4"].replace(element, element * 2)
    assert read_angles(twice).incidence == 31.415
    assert "more than one" in refusal(twice.replace("31.415", "32.415", 1))


def test_the_ground_azimuth_is_of_map_projected_images_alone():
    assert read_angles(HIRISE).subsolar_azimuth == pytest.approx(317.159876, abs=1e-9)
    raw = HIRISE.replace("IMAGE_MAP_PROJECTION", "IMAGE_RAW")
    assert read_angles(raw).subsolar_azimuth is None


@pytest.mark.parametrize(
    ("direction", "point"),
    [
        ("WEST", (-64.399, -0.83)),
        ("EAST", (64.399, -0.83)),
        ('"WEST"', (-64.399, -0.83)),
        ("'East'", (64.399, -0.83)),
        ('"UP"', (None, None)),
        ("", (None, None)),
        (None, (None, None)),
    ],
)
def test_longitudes_grow_east(direction, point):
    lines = ["SUB_SOLAR_LATITUDE = -0.830", "SUB_SOLAR_LONGITUDE = 64.399", "SMEAR"]
    if direction is not None:
        lines.insert(0, f"POSITIVE_LONGITUDE_DIRECTION = {direction}")
    angles = read_angles(GALILEO.replace("SMEAR", "\r\n".join(lines)))
    assert (angles.subsolar_longitude, angles.subsolar_latitude) == point
    turned = read_angles(caminfo(geometry(SubSolarLongitude="304.4744740103643")))
    assert turned.subsolar_longitude == pytest.approx(-55.5255259896357)


def test_the_galileo_label_s_sun_meets_its_incidence(shared_data):
    path = shared_data / "labels" / "pds3" / "galileo_ssi_inputLabelEx1.txt"
    angles = read_angles(path.read_bytes().decode("latin-1"))
    assert (angles.subsolar_longitude, angles.subsolar_latitude) == (-64.399, -0.83)
    assert angles.slant_distance == 1_071_840.0


def test_the_slant_distance_of_pds3_labels_is_kept(shared_data):
    path = shared_data / "labels" / "pds3" / "near_msi_label1.lbl"
    assert read_angles(path.read_bytes().decode("latin-1")).slant_distance == 356.69
    for cut in ("1.071", "1.07184", "1.071840e+0", "1.071840e", "1.071840e+6", "1.071840e-06"):
        assert read_angles(GALILEO.replace("1.071840e+06", cut)).slant_distance is None


def test_a_direction_said_twice_in_two_ways_is_none():
    lines = "SUB_SOLAR_LATITUDE = -0.830\r\nSUB_SOLAR_LONGITUDE = 64.399\r\n{}\r\nSMEAR"
    direction = 'POSITIVE_LONGITUDE_DIRECTION = "{}"'
    both = "\r\n".join(map(direction.format, ("WEST", "EAST")))
    assert read_angles(GALILEO.replace("SMEAR", lines.format(both))).subsolar_longitude is None
