"""A label like one read before is read in one step: the same as by all steps, whatever befell it.

ARD_FUZZ_EXAMPLES sets the number of examples of each test, and has them drawn anew each time.
"""

from __future__ import annotations

import sys
import tracemalloc
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from ard_qgis_plugin.core.labels import parser, templates
from ard_qgis_plugin.core.labels.parser import LabelError, read_angles_fast
from ard_qgis_plugin.core.labels.statements import found_in
from ard_qgis_plugin.core.labels.templates import Templates
from tests.sample.labels import caminfo as sample_caminfo
from tests.sample.labels import pds3 as sample_pds3
from tests.sample.planet import Planet
from tests.support.fuzz import budget
from tests.support.label_texts import GALILEO, HIRISE, KAGUYA, MADE, UNUSUAL, caminfo, geometry

HIRISE_PLAIN = HIRISE.replace('"UTC"', "UTC").replace('RDR V1.1"', 'V1.1"\nNOTE = "one\ntwo"')
PLAIN = {
    "caminfo": MADE["caminfo"],
    "exponent": caminfo(geometry(ParallaxX="6.2345678912345e-05")),
    "kaguya": KAGUYA,
    "galileo": GALILEO.replace('"best estimates"', "best estimates"),
    "hirise": HIRISE_PLAIN,
    "hirise, crlf": HIRISE_PLAIN.replace("\n", "\r\n"),
    "kaguya mi": UNUSUAL["kaguya mi"],
    "chandrayaan-2": UNUSUAL["chandrayaan-2"],
    "aligned": KAGUYA.replace("\n", "   \n"),
}


def template_of(text):
    """Returns templates with that of one label."""
    known = Templates(found_in)
    known.add(text)
    return known


@pytest.fixture
def reader(monkeypatch):
    """Returns what reads a text with the templates given: angles, None, or what is said of it."""

    def outcome(text, known):
        monkeypatch.setattr(parser, "_TEMPLATES", known)
        try:
            return read_angles_fast(text)
        except LabelError as error:
            return type(error), str(error), getattr(error, "angles", None)

    return outcome


@cache
def real_labels(folder: Path):
    names = ("caminfo/TC*", "caminfo/amg*_with_*", "pds3/TC*", "pds3/hirise*", "pds3/galileo*")
    paths = [path for name in names for path in sorted(folder.glob(name))]
    return [path.read_bytes().decode("latin-1") for path in paths]


@pytest.mark.parametrize("name", PLAIN)
def test_a_label_is_like_itself_and_says_the_same(name, reader):
    known = template_of(PLAIN[name])
    assert known.found_in(PLAIN[name]) is not None
    assert reader(PLAIN[name], known) == reader(PLAIN[name], Templates(found_in))


@pytest.mark.parametrize(("make", "least"), [(sample_caminfo, 180), (sample_pds3, 60)])
def test_labels_of_one_camera_are_alike(make, least, reader):
    texts = [make(each) for each in islice(Planet(200), 200)]
    known = template_of(texts[0])
    alike = [text for text in texts if known.found_in(text)]
    assert len(alike) >= least
    for text in alike:
        assert reader(text, known) == reader(text, Templates(found_in))


def test_real_labels_of_one_camera_are_alike(shared_data, reader):
    for folder in ("caminfo", "pds3"):
        paths = sorted((shared_data / "labels" / folder).glob("TC*"))
        texts = [path.read_bytes().decode("latin-1") for path in paths]
        known = template_of(texts[0])
        assert len(texts) == 9
        for text in texts:
            assert known.found_in(text) is not None
            assert reader(text, known) == reader(text, Templates(found_in))


# --- damage --------------------------------------------------------------------------------------

ODD = st.sampled_from(
    [
        *("", " ", "   ", "\t", "\n", "\r", "\r\n", "-\n", "\0", "\x0b", "\x1c", "\xa0", "\xc9"),
        *('"', "'", "/*", "*/", "=", "(", ")", "{", "}", "<", ">", "<deg>", "<rad>", ";", "-", "."),
        *(
            "5",
            "1e05",
            "-7.5",
            "NULL",
            "SAR",
            "mini-rf",
            "LOOK_SIDE",
            "radar =",
            "\nEnd\n",
            "object",
        ),
        *("end_object", "\nObject = A\n", "\nEnd_Object\n", "\nSENSOR_ID = SAR\n"),
        *(
            ";SENSOR=SAR;",
            "\nIncidenceAngle = 5.5\n",
            "\nINCIDENCE_ANGLE = 5.5\n",
            "\nEmissionAngle = NULL\n",
        ),
    ]
)
DIGITS = st.text("0123456789.-", max_size=14)


def spots(text):
    """Returns where digits, quotes, signs of equality and line ends stand."""
    return {
        "anywhere": range(len(text) + 1),
        "digit": [at for at, one in enumerate(text) if one.isdigit()],
        "mark": [at + step for at, one in enumerate(text) if one in '"=\n' for step in (0, 1)],
    }


@st.composite
def altered(draw, text):
    """Alters a text in one to four places: other digits; often odd things too, lines, bits."""
    ways = draw(st.sampled_from([["digits"], ["odd"], ["digits", "odd", "line", "bit"]]))
    for _ in range(draw(st.integers(1, 4))):
        how = draw(st.sampled_from(ways))
        where = spots(text)[
            "digit" if how == "digits" else draw(st.sampled_from(["anywhere", "mark"]))
        ]
        if not where:
            continue
        at = where[draw(st.integers(0, len(where) - 1))]
        end = at + draw(st.integers(0, 3))
        if how in ("digits", "odd"):
            text = text[:at] + draw(DIGITS if how == "digits" else ODD) + text[end:]
        elif how == "bit" and at < len(text):
            text = text[:at] + chr(ord(text[at]) ^ 1 << draw(st.integers(0, 7))) + text[at + 1 :]
        else:
            text = moved(text, at, draw(st.integers(0, 200)), draw(st.booleans()))
    return text


def moved(text, at, other, is_copied):
    """Returns a text with the line at a place put elsewhere."""
    lines = text.split("\n")
    number = text.count("\n", 0, at)
    line = lines[number] if is_copied else lines.pop(number)
    lines.insert(other % (len(lines) + 1), line)
    return "\n".join(lines)


def held_against_all_steps(texts, examples, reader):
    """Alters labels; asserts that their templates change nothing. Returns how many were alike."""
    known = [(text, template_of(text)) for text in texts]
    assert all(template.found_in(text) is not None for text, template in known)
    alike = []

    @given(data=st.data())
    @budget(examples)
    def hold(data):
        text, template = known[data.draw(st.integers(0, len(known) - 1))]
        changed = data.draw(altered(text))
        if is_alike := template.found_in(changed) is not None:
            alike.append(changed)
        event(f"alike: {is_alike}")
        assert reader(changed, template) == reader(changed, Templates(found_in))

    hold()
    return len(alike)


def test_no_damage_to_labels_made_here_makes_a_difference(reader):
    assert held_against_all_steps(list(PLAIN.values()), 1500, reader) > 150


def test_no_damage_to_real_labels_makes_a_difference(shared_data, reader):
    texts = real_labels(shared_data / "labels")
    assert len(texts) == 21
    assert held_against_all_steps(texts, 300, reader) > 30


NOTE = 'NOTE = "{}"'
INSTRUMENT = 'INSTRUMENT_NAME = "{}"'


@pytest.mark.parametrize(
    ("first", "other", "is_alike"),
    [
        (NOTE.format("one"), NOTE.format("two\nlines, (and} <it's /* more; \xb1 object"), False),
        (NOTE.format("one"), NOTE.format("two\nlines, (and} <it's /* more; object"), True),
        (NOTE.format("one"), NOTE.format("\nINSTRUMENT_ID = SAR\n"), False),
        (NOTE.format("one"), NOTE.format("beside the RADAR"), True),
        (NOTE.format("one"), NOTE.format("old\rline\rends" * 99), True),
        (NOTE.format("a = 1"), NOTE.format("a = 2"), True),
        (NOTE.format("a = 1"), NOTE.format("b = 1"), False),
        (INSTRUMENT.format("CAM 1"), INSTRUMENT.format("CAM 2"), True),
        (INSTRUMENT.format("CAM 1"), INSTRUMENT.format("SAR 1"), False),
        ("FROM = A1N7.cub", "FROM = A12S70.cub", True),
        ("FROM = A1N7.cub", "FROM = B1N7.cub", False),
        ("A = 1.5", "A = -12", True),
        ("A = 1.5", "A =   1.5", False),
        ("A =  1.5", "A = 1.5", True),
        ("A = 1.5 <KM>", "A = 1.5 <M>", False),
        ("A = 1.5", "A = 1.5e-05", False),
        ("A = 1.5e-05", "A = 2.75e-106", True),
        ("A = 1.5e-05", "A = 2.75E-05", False),
        ("A = 1.5e-05", "A = 2.75e+05", False),
        ("A = 1.5e-05", "A = 1.5e-0x", False),
        ("A = 1.5", "A = ", False),
        ("A = X-1", "A = X-", False),
        ("/* 1 */", "/* 22 */", True),
    ],
)
def test_what_may_differ(first, other, is_alike, reader):
    texts = [HIRISE_PLAIN.replace("\nOBJECT", f"\n{line}\nOBJECT", 1) for line in (first, other)]
    known = template_of(texts[0])
    assert known.found_in(texts[0]) is not None
    assert (known.found_in(texts[1]) is not None) == is_alike
    assert reader(texts[1], known) == reader(texts[1], Templates(found_in))


@pytest.mark.parametrize(
    "text",
    [
        HIRISE,  # quotes in a comment
        caminfo(geometry(Note="it's")),
        caminfo(geometry(Note="'one'")),
        caminfo(geometry(Note="'say \"one\" again'")),
        KAGUYA.replace("IMAGE\n", "IMAGE2\n"),
        KAGUYA.replace("\n", "\r\n", 3).replace("\n", "\r", 1),
        KAGUYA.replace("END\n", "END\nimage"),
        KAGUYA.replace("PDS3", "PDS\xb3"),
        KAGUYA.replace("SCENE", "SCENE " * 6000),
        KAGUYA.replace("PDS3", '"' * 15_000),  # its regex would take 0.2 s to compile
        KAGUYA.replace("\nEND\n", "\n1A" * 9000 + "\nEND\n"),
        '"one"\n' + KAGUYA,
        KAGUYA.replace("\nEND\n", "\n/* \" */ 'a' /* \" */\nEND\n"),
        KAGUYA.replace("END_OBJ", 'INSTRUMENT_ID = (A,\nB = "x)"\nEND_OBJ'),
    ],
)
def test_what_is_not_plain_makes_no_template(text):
    assert read_angles_fast(text) is not None
    assert template_of(text).found_in(text) is None


def same_as_all_steps(first, other, reader):
    """Says whether a template of a first label changes nothing for another."""
    return reader(other, template_of(first)) == reader(other, Templates(found_in))


def test_a_string_that_looks_like_utf_16_is_read_as_all_steps_read_it(reader):
    assert same_as_all_steps('"one"\n' + KAGUYA, '"\0ne"\n' + KAGUYA, reader)


def test_quotes_in_comments_hide_no_end_of_a_label(reader):
    first, other = (
        KAGUYA.replace("\nEND\n", f'\n/* "{text}" */\nEND\n')
        for text in (" */ 'a' /* ", " */\nEND\n/* ")
    )
    assert same_as_all_steps(first, other, reader)


@pytest.mark.parametrize("number", range(1000, 1080))
def test_no_number_is_taken_for_another(number, reader):
    first, other = (
        caminfo(geometry(CenterLatitude=f"{one}.2345678912", SlantDistance=f"{two}.2345678912\x0c"))
        for one, two in ((7, number), (82, 85))
    )
    assert same_as_all_steps(first, other, reader)


def test_a_word_stated_twice_with_other_blanks_is_left_to_pvl(reader):
    twice = KAGUYA.replace("SOLAR_AZ", "LOCAL_TIME = NULL\nLOCAL_TIME = NULL\nSOLAR_AZ")
    assert template_of(twice).found_in(twice) is not None
    assert same_as_all_steps(twice, twice.replace("= NULL", "=  NULL", 1), reader)


def test_where_longitudes_grow_is_no_string_that_may_differ(reader):
    lines = 'SUB_SOLAR_LONGITUDE = 64.399\r\nPOSITIVE_LONGITUDE_DIRECTION = "{}"\r\nSMEAR'
    west, east = (
        PLAIN["galileo"].replace("SMEAR", lines.format(direction)) for direction in ("WEST", "EAST")
    )
    known = template_of(west)
    assert reader(west, known).subsolar_longitude == -64.399
    assert known.found_in(west) is not None
    assert same_as_all_steps(west, east, reader)
    assert reader(east, known).subsolar_longitude == 64.399


def test_a_unit_is_shown_in_lower_case(reader):
    first, other = (KAGUYA.replace("<deg>", unit) for unit in ("<1a2>", "<1B2>"))
    assert template_of(first).found_in(other) is not None
    assert same_as_all_steps(first, other, reader)


def test_what_is_stated_without_a_value_comes_last_and_is_none(reader):
    text = caminfo(geometry(PhaseAngle=""))
    known = template_of(text)
    assert known.found_in(text) is not None
    assert reader(text, known) == read_angles_fast(text)
    assert read_angles_fast(text).phase is None


# --- how much work it is -------------------------------------------------------------------------


def calls(work):
    """Returns how many functions are called, Python's own too."""
    before, counted = sys.getprofile(), []
    sys.setprofile(lambda _frame, what, _value: counted.append(what))
    try:
        work()
    finally:
        sys.setprofile(before)
    return sum(what in ("call", "c_call") for what in counted)


def peak(work):
    """Returns how many bytes are needed at a time."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("make", "alike", "unlike"), [(sample_caminfo, 110, 280), (sample_pds3, 120, 250)]
)
def test_a_label_makes_few_calls_and_few_copies(make, alike, unlike, reader):
    text = make(next(iter(Planet(20))))
    for known, most, copies in ((template_of(text), alike, 4.5), (Templates(found_in), unlike, 8)):
        assert calls(lambda known=known: reader(text, known)) <= most
        assert peak(lambda known=known: reader(text, known)) <= copies * len(text)


class NoPattern:
    """What fails where it is asked."""


def test_a_label_that_ends_otherwise_is_unlike_without_a_look_at_the_rest():
    (template,) = template_of(PLAIN["caminfo"])._known
    assert template.found_in(PLAIN["caminfo"]) is not None
    unasked = replace(template, pattern=NoPattern())
    assert unasked.found_in(caminfo(geometry())) is None
    with pytest.raises(AttributeError):
        unasked.found_in(PLAIN["caminfo"])


def test_labels_that_are_all_unlike_make_few_templates(monkeypatch):
    made = []
    monkeypatch.setattr(templates, "_template", lambda label, _find: made.append(label))
    known = Templates(found_in)
    for number in range(100_000):
        known.take_note(str(number))
    assert made == [str(32 * (2**power - 1) - 1) for power in range(1, 12)]


def test_each_camera_soon_has_a_template(monkeypatch):
    known = Templates(found_in)
    monkeypatch.setattr(parser, "_TEMPLATES", known)
    for letter in "ABCDEFGHIJKL":
        text = KAGUYA.replace("SCALING", f"{letter}_SCALING")
        alike = 0
        for _ in range(300):
            alike += known.found_in(text) is not None
            read_angles_fast(text)
        assert alike >= 300 - 64


def test_the_templates_that_are_kept_are_few_and_those_used_last():
    known = Templates(found_in)
    texts = [KAGUYA.replace("SCALING", f"{letter}_SCALING") for letter in "ABCDEFGHIJ"]
    for text in texts:
        known.add(text)
        assert known.found_in(texts[0]) is not None
    assert [known.found_in(text) is not None for text in texts] == [True, *[False] * 2, *[True] * 7]
