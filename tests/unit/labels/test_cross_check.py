"""Shadow and parallax against the angles they repeat: no true label is refused for them."""

from __future__ import annotations

import csv

import pytest

from ard_qgis_plugin.core.labels import cross_check
from ard_qgis_plugin.core.labels.cross_check import remark
from ard_qgis_plugin.core.labels.forms import KEYWORDS
from ard_qgis_plugin.core.labels.parser import read_angles
from ard_qgis_plugin.core.model.errors import ContradictionError, LabelError
from ard_qgis_plugin.core.model.observation import Angles
from tests.support.label_texts import OLD_GEOMETRY, caminfo, geometry, isis, vector

TABLE = "isis_degaus_stereo_perimeter.csv"


def written(value, digits):
    text = f"{float(value):.{digits}g}"
    return text if set(text) & set(".en") else f"{text}.0"


@pytest.fixture(scope="module")
def records(shared_data):
    with (shared_data / "science" / TABLE).open() as table:
        rows = list(csv.DictReader(table))
    assert len(rows) == 200
    wanted = {keyword for keyword in KEYWORDS["caminfo"].values() if keyword in rows[0]}
    assert len(wanted) == 13
    return [{keyword: row[keyword] for keyword in wanted} for row in rows]


@pytest.mark.parametrize("digits", range(5, 18))
def test_no_true_label_is_refused_however_long_its_numbers_are(records, digits):
    for record in records:
        numbers = {key: written(value, digits) for key, value in record.items()}
        angles = read_angles(caminfo(numbers))
        given = {field: getattr(angles, field) for field, key in KEYWORDS["caminfo"].items()}
        true = {field: numbers.get(key) for field, key in KEYWORDS["caminfo"].items()}
        for field, text in true.items():
            turned = field == "subsolar_longitude" and float(text) > 180
            expected = None if text is None else float(text) - 360 * turned
            assert given[field] == (expected if expected is None else pytest.approx(expected))
        assert remark(angles) == ""


@pytest.mark.parametrize("decimals", range(3, 16))
def test_no_true_label_of_fixed_decimals_is_refused(records, decimals):
    for record in records:
        numbers = {key: f"{float(value):.{decimals}f}" for key, value in record.items()}
        angles = read_angles(caminfo(numbers))
        for field, key in KEYWORDS["caminfo"].items():
            if key in numbers and field != "subsolar_longitude":
                assert getattr(angles, field) == float(numbers[key])
        assert remark(angles) == ""


@pytest.mark.parametrize("lost", [1, 2, 3, 5, 8])
def test_digits_lost_are_found_where_they_count(records, lost):
    for record in records:
        numbers = {key: written(value, 14) for key, value in record.items()}
        for keyword in ("IncidenceAngle", "EmissionAngle", "SubSolarGroundAzimuth"):
            cut = numbers | {keyword: numbers[keyword][:-lost]}
            if abs(float(cut[keyword]) - float(numbers[keyword])) > 1e-10:
                with pytest.raises(ContradictionError):
                    read_angles(caminfo(cut))


def test_what_is_told_at_a_glance_is_told_by_counting_too(records, monkeypatch):
    """Each number is moved by a few of its last digits, so that some agree and others don't."""
    said = []
    for steep in (cross_check._STEEP, 0.0):
        monkeypatch.setattr(cross_check, "_STEEP", steep)
        for record in records:
            for keyword in ("IncidenceAngle", "EmissionAngle", "SubSolarGroundAzimuth", "ShadowX"):
                for step in (0, 1e-14, 3e-14, 1e-13, 3e-13, 1e-12):
                    value = float(record[keyword]) * (1 + step)
                    said.append(outcome(record | {keyword: repr(value)}))
    half = len(said) // 2
    assert said[:half] == said[half:]
    assert len(set(said)) > 2


def outcome(numbers):
    text = caminfo({key: written(value, 14) for key, value in numbers.items()})
    try:
        return remark(read_angles(text))
    except ContradictionError as error:
        return str(error.angles)


def turned(angle, azimuth):
    """Returns a vector as one that follows another rule would be: to the other side."""
    x, y = vector(angle, azimuth)
    return {"ShadowX": isis(-x), "ShadowY": isis(-y)}


def test_a_vector_that_points_another_way_is_left_out_with_a_remark():
    plain = read_angles(caminfo(geometry()))
    angles = read_angles(caminfo(geometry(**turned(62.824594995832, 94.681736423835))))
    assert (angles.shadow_x, angles.shadow_y) == (None, None)
    others = set(Angles._fields) - {"shadow_x", "shadow_y"}
    assert all(getattr(angles, name) == getattr(plain, name) for name in others)
    assert "shadow" in remark(angles)
    assert remark(plain) == ""


def test_beyond_the_terminator_the_sign_is_no_rule():
    x, y = vector(97.25, 250.5)
    for sign in (1, -1):
        shadow = {"ShadowX": isis(sign * x), "ShadowY": isis(sign * y)}
        light = {"IncidenceAngle": "97.25", "SubSolarGroundAzimuth": "250.5"}
        assert read_angles(caminfo(geometry(**light, **shadow))).incidence == 97.25


def test_at_the_limb_rounding_explains_any_length():
    """The tangent of 90 degrees is whatever the last digit makes of it."""
    for angle in ("90.0", "89.999999999999"):
        assert read_angles(caminfo(geometry(EmissionAngle=angle))).incidence == 62.824594995832


def test_a_label_of_another_formula_says_what_it_would_be():
    with pytest.raises(ContradictionError) as caught:
        read_angles(caminfo(geometry(ShadowX="1.2345678901234", ShadowY="2.3456789012345")))
    assert caught.value.angles.incidence == 62.824594995832
    assert "shadow" in remark(caught.value.angles)
    cut = geometry(IncidenceAngle="62.8")
    with pytest.raises(ContradictionError) as caught:
        read_angles(caminfo(cut))
    assert caught.value.angles is None


def test_a_label_without_vectors_has_nothing_to_be_said_of():
    assert remark(read_angles(caminfo(OLD_GEOMETRY))) == ""
    assert remark(Angles("pds3", 5.0)) == ""


def test_a_number_longer_than_the_others_is_left_out():
    longer = geometry(LocalTime="17.834989662461")
    assert read_angles(caminfo(longer)).local_time == 17.834989662461
    longer = geometry(LocalTime="17.8349896624619")
    assert read_angles(caminfo(longer)).local_time is None


def test_a_contradiction_is_a_reason_that_a_label_can_t_be_read():
    assert issubclass(ContradictionError, LabelError)


ZERO = ("ShadowX", "ShadowY", "ParallaxX", "ParallaxY")
NO_SHADOW = {key: value for key, value in geometry().items() if key[:6] != "Shadow"}


@pytest.mark.parametrize("statements", [OLD_GEOMETRY, NO_SHADOW])
@pytest.mark.parametrize("cut", ["6", "62", "62.", "62.8", "62.8245949", "62.8245949958329"])
def test_an_incidence_of_another_length_is_refused_where_nothing_confirms_it(statements, cut):
    with pytest.raises(LabelError, match="longer or shorter"):
        read_angles(caminfo(statements | {"IncidenceAngle": cut}))


def test_what_nothing_confirms_is_left_out_where_it_has_another_length():
    plain = read_angles(caminfo(OLD_GEOMETRY))
    assert (plain.emission, plain.subsolar_azimuth) == (17.541142011747, 94.681736423835)
    for keyword, field in (("EmissionAngle", "emission"), ("PhaseAngle", "phase")):
        cut = read_angles(caminfo(OLD_GEOMETRY | {keyword: "17.5"}))
        assert (getattr(cut, field), cut.incidence) == (None, 62.824594995832)


def test_vectors_that_were_not_computed_stay_with_a_remark():
    angles = read_angles(caminfo(geometry(**dict.fromkeys(ZERO, "0.0"))))
    assert (angles.incidence, angles.shadow_x, angles.parallax_y) == (62.824594995832, 0.0, 0.0)
    assert "shadow" in remark(angles)


def test_a_camera_that_looks_straight_down_is_read():
    down = {"EmissionAngle": "0.0", "ParallaxX": "0.0", "ParallaxY": "0.0"}
    assert read_angles(caminfo(geometry(**down))).emission == 0.0


def test_a_vector_that_lost_its_point_contradicts_its_angle():
    x, y = vector(89.61534216358, 312.74425942923)
    light = {"IncidenceAngle": "89.61534216358", "SubSolarGroundAzimuth": "312.74425942923"}
    shadow = {"ShadowX": isis(x), "ShadowY": isis(y)}
    assert read_angles(caminfo(geometry(**light, **shadow))).shadow_y == float(isis(y))
    shadow["ShadowY"] = shadow["ShadowY"].replace(".", "0")
    with pytest.raises(ContradictionError):
        read_angles(caminfo(geometry(**light, **shadow)))
