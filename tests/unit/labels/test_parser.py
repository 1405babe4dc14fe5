"""Reading one label: where the angles stand, how they may be written, what is no label at all."""

from __future__ import annotations

import time

import pytest

from ard_qgis_plugin.core.labels.parser import Angles, LabelError, read_angles, read_angles_fast
from tests.support.label_texts import (
    GALILEO,
    HIRISE,
    KAGUYA,
    MADE,
    ORIGINAL_LABEL,
    as_pvl_reads,
    caminfo,
    geometry,
)

WITHOUT_INCIDENCE = {"ale_V46475015EDR_pds3.lbl"}
MINIMAL = "Object = Caminfo\n  Object = Geometry\n    {}\n  End_Object\nEnd_Object\nEnd\n"
VIEWING = "GROUP = VIEWING_PARAMETERS\r\nINCIDENCE_ANGLE = 30.6\r\nEND_GROUP = VIEWING_PARAMETERS"
PDS3 = "PDS_VERSION_ID = PDS3\r\n{}\r\nEND\r\n"


def real_labels(shared_data):
    labels = shared_data / "labels"
    return sorted([*(labels / "caminfo").iterdir(), *(labels / "pds3").iterdir()])


def text_of(path):
    return path.read_bytes().decode("latin-1")


def refusal(text):
    with pytest.raises(LabelError) as caught:
        read_angles(text)
    return str(caught.value)


def test_every_real_label_is_read_at_once_and_as_pvl_reads_it(shared_data):
    paths = [path for path in real_labels(shared_data) if path.name not in WITHOUT_INCIDENCE]
    assert len(paths) == 11 + 12
    for path in paths:
        assert read_angles_fast(text_of(path)) == as_pvl_reads(text_of(path)), path.name


def test_real_labels_without_an_angle_and_what_is_no_label_are_refused(shared_data):
    labels = shared_data / "labels"
    paths = [*(labels / "isis").iterdir(), *(labels / "not_labels").iterdir()]
    paths += [labels / "pds3" / name for name in WITHOUT_INCIDENCE]
    assert len(paths) == 5
    assert all(refusal(text_of(path)) for path in paths)


@pytest.mark.parametrize("name", MADE)
def test_labels_made_here_are_read_at_once_and_as_pvl_reads_them(name):
    assert read_angles_fast(MADE[name]) == as_pvl_reads(MADE[name])


def test_caminfo_gives_every_field():
    assert read_angles(MADE["caminfo_with_original_label"]) == Angles(
        "caminfo",
        incidence=62.824594995832,
        emission=17.541142011747,
        phase=62.723267460506,
        subsolar_azimuth=94.681736423835,
        north_azimuth=269.3913481259,
        subspacecraft_azimuth=9.5618872825079,
        local_time=7.8349896624619,
        solar_longitude=136.95811966828,
        pixel_resolution=7.7493513032875,
        parallax_x=pytest.approx(-0.3116969217547),
        parallax_y=pytest.approx(0.05250634226789),
        shadow_x=pytest.approx(0.15898476297208),
        shadow_y=pytest.approx(1.941346697403),
        subsolar_longitude=4.4744740103643,
        subsolar_latitude=1.1247527491285,
        slant_distance=80.205785989026,
    )


def test_pds3_gives_what_it_has_and_azimuths_on_the_ground_alone():
    kaguya = Angles("pds3", 62.819, 17.65, 62.804, subsolar_azimuth=94.683)
    assert read_angles(KAGUYA) == kaguya
    galileo = Angles("pds3", 30.588, 0.006, 30.588, north_azimuth=89.938, slant_distance=1071840.0)
    assert read_angles(GALILEO) == galileo
    assert read_angles(HIRISE) == Angles(
        "pds3",
        62.502518,
        23.381325,
        77.357737,
        subsolar_azimuth=pytest.approx(317.159876, abs=1e-9),
        north_azimuth=205.776706,
        local_time=14.68422,
        solar_longitude=302.421048,
    )


@pytest.mark.parametrize(
    ("statement", "incidence"),
    [
        ("IncidenceAngle = 62.5", 62.5),
        ("IncidenceAngle = 62", 62.0),
        ("IncidenceAngle = 0.0", 0.0),
        ("IncidenceAngle = 6.25E+01", 62.5),
        ("IncidenceAngle = 1e-05", 1e-05),
        ("IncidenceAngle = 117.25", 117.25),
        ("INCIDENCEANGLE = 62.5 <DEG>", 62.5),
        ("IncidenceAngle = 62.5 <degrees>", 62.5),
        ("IncidenceAngle=62.5", 62.5),
        ("IncidenceAngle = 62.5;", 62.5),
        ("IncidenceAngle = 62.5 /* degrees */", 62.5),
        ("A = 1/* a */\n IncidenceAngle = 62.5/* b */", 62.5),
        ("/* IncidenceAngle = 3 */ IncidenceAngle = 62.5", 62.5),
        ("IncidenceAngle =\n      62.5 <deg>", 62.5),
        ("IncidenceAngle = 62.8245-\n        949", 62.8245949),
        ("A = 'IncidenceAngle = 3'\n IncidenceAngle = 62.5", 62.5),
        ("A = 'x\nIncidenceAngle = 5\n'\n IncidenceAngle = 62.5", 62.5),
        ('A = "x\nIncidenceAngle = 5\n"\n IncidenceAngle = 62.5', 62.5),
        ("Object = Band\nIncidenceAngle = 5\nEnd_Object\n IncidenceAngle = 62.5", 62.5),
        ("IncidenceAngle = 62.5\n IncidenceAngle = 62.50", 62.5),
    ],
)
def test_ways_to_write_a_statement(statement, incidence):
    text = MINIMAL.format(statement)
    assert read_angles(text).incidence == incidence
    assert read_angles(text.upper()).incidence == incidence
    assert read_angles(text.replace("\n", "\r\n")).incidence == incidence


@pytest.mark.parametrize(
    ("statement", "reason"),
    [
        ("IncidenceAngle = NULL", "empty"),
        ('IncidenceAngle = "N/A"', "empty"),
        ('IncidenceAngle = "UNK"', "empty"),
        ('IncidenceAngle = "62.5"', "not an angle"),
        ("IncidenceAngle = -6.5", "not an angle"),
        ("IncidenceAngle = 180.5", "not an angle"),
        ("IncidenceAngle = 1.09 <rad>", "not an angle"),
        ("IncidenceAngle = 1e999", "not an angle"),
        ("IncidenceAngle = nan", "not an angle"),
        ("IncidenceAngle = 6_2.5", "not an angle"),
        ("IncidenceAngle = (62.5, 63.5)", "not an angle"),
        ("IncidenceAngle = TRUE", "not an angle"),
        ("IncidenceAngle = 6/* */2.5", "broken"),
        ("IncidenceAngle = 62.5\n IncidenceAngle = 62.6", "twice"),
        ("EmissionAngle = 17.5 /* IncidenceAngle */", "must have one"),
        ("Object = Other\nIncidenceAngle = 62.5\nEnd_Object", "must have one"),
        ("IncidenceAngle = 62.5 EmissionAngle = 17.5", "not an angle"),
        ("Object = Open\nIncidenceAngle = 62.5", "broken"),
    ],
)
def test_statements_that_give_no_angle(statement, reason):
    assert reason in refusal(MINIMAL.format(statement))


def test_other_values_may_be_missing_or_unusable():
    angles = read_angles(
        caminfo(geometry(PhaseAngle="NULL", NorthAzimuth="400.0", LocalTime='"UNK"'))
    )
    assert angles.incidence == 62.824594995832
    assert (angles.phase, angles.north_azimuth, angles.local_time) == (None, None, None)
    angles = read_angles(MINIMAL.format("IncidenceAngle = 62.5\n EmissionAngle = 0.3 <rad>"))
    assert angles == Angles("caminfo", 62.5)


def test_the_geometry_block_alone_counts():
    without = {key: value for key, value in geometry().items() if key != "IncidenceAngle"}
    assert "IncidenceAngle" in refusal(caminfo(without, ORIGINAL_LABEL))
    assert refusal(caminfo(geometry()).replace("Geometry", "Geography"))
    assert refusal(caminfo(geometry()).replace("Caminfo", "Campt"))


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (f"INCIDENCE_ANGLE = 30.5\r\n{VIEWING}", "has 2"),
        ("OBJECT = COLUMN\r\nNAME = INCIDENCE_ANGLE\r\nEND_OBJECT = COLUMN", "has 0"),
        ("GROUP = OTHER\r\nINCIDENCE_ANGLE = 30.5\r\nEND_GROUP = OTHER", "has 0"),
        ("RING_INCIDENCE_ANGLE = 30.5", "has 0"),
        ("INCIDENCE_ANGLE =", "empty"),
        ("INCIDENCE_ANGLE = 30\r\n588", "broken"),
    ],
)
def test_pds3_labels_that_give_no_angle(body, reason):
    assert reason in refusal(PDS3.format(body))


@pytest.mark.parametrize(
    ("true", "damaged"),
    [
        ("62.819 <deg>", "62.8"),
        ("62.819 <deg>", "62.8195<deg>"),
        ("=  62.819 <deg>", "= 162.819 <deg>"),
        ("17.650 <deg>", "17.6"),
        ("=  17.650 <deg>", "= 117.650 <deg>"),
        ("62.804 <deg>", "62"),
    ],
)
def test_numbers_written_unlike_their_neighbours_are_not_believed(true, damaged):
    assert refusal(KAGUYA.replace(true, damaged))


@pytest.mark.parametrize(
    ("true", "damaged"),
    [
        ("= 62.824594995832", "= 62.8"),
        ("= 62.824594995832", "= 62.82459499"),
        ("= 62.824594995832", "= 162.824594995832"),
        ("= 17.541142011747", "= 17.5411420"),
        ("= 94.681736423835", "= 94.6817"),
        ("= -0.3116969", "= 50.3116969"),
    ],
)
def test_numbers_at_odds_with_shadow_or_parallax_are_not_believed(true, damaged):
    text = caminfo(geometry())
    assert true in text
    assert "contradict" in refusal(text.replace(true, damaged))


def test_a_number_cut_short_that_nothing_repeats_is_left_out():
    angles = read_angles(caminfo(geometry(SolarLongitude="136.95", NorthAzimuth="269.3913481259")))
    assert (angles.solar_longitude, angles.north_azimuth) == (None, 269.3913481259)


@pytest.mark.parametrize("keyword", ["PhaseAngle", "SlantDistance", "ShadowY"])
def test_a_last_statement_without_a_value_is_none(keyword):
    statements = geometry()
    del statements[keyword]
    assert read_angles(caminfo(statements | {keyword: ""})) == read_angles(caminfo(statements))


def test_labels_that_isis_did_not_write_are_not_held_to_its_shadows():
    assert read_angles(
        caminfo(geometry(ShadowX="1.0", ShadowY="2.0", ParallaxX="3.0", ParallaxY="4.0"))
    ).incidence == 62.824594995832  # fmt: skip


def test_what_stands_behind_end_is_no_part_of_the_label():
    image = "".join(map(chr, range(256))) * 1000
    assert read_angles(KAGUYA + image).incidence == 62.819
    assert read_angles(KAGUYA + "GROUP = HISTORY\nINCIDENCE_ANGLE = 3.0\nEND\n").incidence == 62.819


def test_only_unusual_labels_are_left_to_pvl():
    for statement in ("= 62.5", "= 62.5 <deg>", "= 62.5 <deg> /* degrees */\n Odd"):
        assert read_angles_fast(MINIMAL.format(f"IncidenceAngle {statement}")) is not None
    assert read_angles_fast(MINIMAL.format("IncidenceAngle =\n 62.5")) is None


HOSTILE = {
    "nothing": "",
    "blank": " \r\n" * 1000,
    "html": "<!DOCTYPE html><html><body>INCIDENCE_ANGLE = 5 Service Unavailable</body></html>",
    "s3 error": '<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>',
    "tiff": "II*\0" + "".join(map(chr, range(256))) * 2000,
    "brackets": "(" * 10_000_000,
    "brackets in a statement": PDS3.format("INCIDENCE_ANGLE = 5;\nA = " + "(" * 30_000),
    "sets in a statement": PDS3.format("INCIDENCE_ANGLE = 5;\nA = " + "{" * 30_000),
    "blocks in blocks": PDS3.format("INCIDENCE_ANGLE = 5\n" + "Object = A\n" * 3000),
    "many blocks in blocks": PDS3.format("INCIDENCE_ANGLE = 5\n" + "Object = A\n" * 80_000),
    "signs": PDS3.format("INCIDENCE_ANGLE = " + "+-" * 19_000),
    "open comments": PDS3.format("INCIDENCE_ANGLE = 5;\n" + "/*" * 19_000),
    "quotes": PDS3.format("INCIDENCE_ANGLE = 5\n" + '"' * 900_001),
    "a stray equals sign": PDS3.format("INCIDENCE_ANGLE = 5;\n= 244"),
    "empty values": PDS3.format("INCIDENCE_ANGLE =\n 5\n" + "A =\n" * 9000),
    "statements": PDS3.format("INCIDENCE_ANGLE =\n 5\n" + "A = 1\n" * 6000),
    "digits": MINIMAL.format("IncidenceAngle = " + "5" * 900_000),
    "letters": MINIMAL.format("IncidenceAngle = " + "x" * 900_000),
    "blanks before two values": PDS3.format("INCIDENCE_ANGLE = " + " " * 900_000 + "5 6"),
    "blanks in lists": PDS3.format("INCIDENCE_ANGLE = 5;\nA = " + "( " * 400_000),
    "lists in lists": PDS3.format("INCIDENCE_ANGLE =\n 5\nA = " + "(" * 300_000 + ")" * 300_000),
    "units": MINIMAL.format("IncidenceAngle = 5\n" + "A = <" * 100_000),
    "based numbers": PDS3.format("INCIDENCE_ANGLE = 5\n#" + "22#" * 300_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_texts_are_refused_soon(name):
    started = time.thread_time()
    assert refusal(HOSTILE[name])
    assert time.thread_time() - started < 5


def test_blanks_and_line_ends_without_number_take_no_time():
    started = time.thread_time()
    for text in ("\n" * 1_000_000, ("\n" + " " * 1000) * 900, "\n " * 400_000):
        assert refusal(PDS3.format(f"INCIDENCE_ANGLE ={text}"))
    assert time.thread_time() - started < 5
