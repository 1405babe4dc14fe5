"""What holds for any label: pvl reads the same numbers, and damage never yields a wrong one.

ARD_FUZZ_EXAMPLES sets the number of examples of each test, and has them drawn anew each time.
"""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ard_qgis_plugin.core.labels.parser import Angles, LabelError, read_angles, read_angles_fast
from tests.support.fuzz import LONG, budget
from tests.support.label_texts import (
    MADE,
    UNUSUAL,
    as_pvl_reads,
    caminfo,
    differences,
    geometry,
    isis,
    vector,
)

# Phase, north azimuth and the like stand in a label but once: 10 digits of them are believed, and
# of an incidence that no shadow confirms.
TOLERANCE = 1e-6
INCIDENCE_TOLERANCE = 1e-10

ANGLE_LINE = re.compile(
    r"^[ \t]*(?:<geom:\w+_angle.*|\w+Angle|\w+GroundAzimuth|NorthAzimuth|LocalTime|PixelResolution"
    r"|Parallax[XY]|Shadow[XY]|SubSolarL\w+tude|SlantDistance|Solar\w+"
    r"|[A-Z]+_ANGLE|\w+_AZIMUTH|SLANT_DISTANCE|LOCAL_TIME|\w+_LONGITUDE"
    r"|SUB_SOLAR_LATITUDE)[ \t]*=.*\n",
    re.MULTILINE,
)
INCIDENCE = re.compile(r"\s*(?:<geom:)?(?:incidence_?angle|solarincidence)", re.IGNORECASE)
BLOCK_LINE = re.compile(r"\s*(?:(?:end_)?(?:object|group)\b.*|end\s*)", re.IGNORECASE)


@cache
def truth(text):
    return read_angles(text)


def angles_or_none(text):
    try:
        return read_angles(text)
    except LabelError:
        return None


def check(damaged, text):
    """Asserts that a damaged label yields the true numbers or none."""
    angles = angles_or_none(damaged)
    if angles is not None:
        true = truth(text)
        assert not differences(angles, true, TOLERANCE)
        is_confirmed = true.source != "caminfo" or true.shadow_x is not None
        tolerance = INCIDENCE_TOLERANCE if is_confirmed else TOLERANCE
        assert abs(angles.incidence - true.incidence) <= tolerance


@cache
def angle_lines(text):
    return [match.span() for match in ANGLE_LINE.finditer(text.replace("\r", "\n"))]


@cache
def real_labels(shared_data):
    labels = shared_data / "labels"
    paths = sorted([*(labels / "caminfo").iterdir(), *(labels / "pds3").iterdir()])
    texts = [path.read_bytes().decode("latin-1") for path in paths]
    readable = [text for text in texts if re.search("incidence_?angle", text, re.IGNORECASE)]
    # the two of 30 kB take long wherever pvl decides; they come last, and seldom
    return sorted(readable, key=len)


# --- damage -------------------------------------------------------------------------------------


@st.composite
def cut(draw, text):
    """Cuts a label off, half of the times within one of the statements that count."""
    start, end = draw(st.sampled_from([(0, len(text)), *angle_lines(text)]))
    return text[: draw(st.integers(start, end))]


@st.composite
def lines_damaged(draw, text):
    """Drops, doubles, moves, swaps or cuts lines; often those that count."""
    line_end = "\n" if "\n" in text else "\r"
    lines = text.split(line_end)
    marked = [text.count(line_end, 0, start) for start, _ in angle_lines(text)]
    blocks = [0] + [number for number, line in enumerate(lines) if BLOCK_LINE.fullmatch(line)]
    anywhere = st.integers(0, len(lines) - 1)
    at = draw(st.one_of(st.sampled_from(marked), st.sampled_from(blocks), anywhere))
    other = draw(st.one_of(st.sampled_from(marked), st.sampled_from(blocks), anywhere))
    how = draw(st.sampled_from(["drop", "drop many", "double", "swap", "copy", "end", "start"]))
    place = draw(st.integers(0, len(lines[at])))
    if how == "drop":
        del lines[at]
    elif how == "drop many":
        del lines[min(at, other) : max(at, other)]
    elif how == "double":
        lines.insert(at, lines[at])
    elif how == "swap":
        # what stands by the same name elsewhere is another label's in the place of the true one
        assume(not (INCIDENCE.match(lines[at]) and INCIDENCE.match(lines[other])))
        assume(at == other or not is_same_keyword(lines[at], lines[other]))
        lines[at], lines[other] = lines[other], lines[at]
    elif how == "copy" and at not in marked:  # an angle in another's place is another label
        lines.insert(other, lines[at])
    elif how == "end":
        lines[at] = lines[at][:place]
    else:
        lines[at] = lines[at][place:]
        # without its first digits a number is another one, as if they had been flipped
        assume(not re.match(r"[\d.]", lines[at]))
    return line_end.join(lines)


def is_same_keyword(line, other):
    keyword, equals, _ = line.partition("=")
    return bool(equals) and other.partition("=")[0].strip().lower() == keyword.strip().lower()


ODD_BYTES = "0123456789.-+eE =\n\r\t\"'/*#<>();,_&\0\x0b\x1c\x85\xa0"
ODD = st.sampled_from(ODD_BYTES)


@st.composite
def bytes_flipped(draw, text):
    """Flips bits or bytes anywhere but in digits; often in or beside a statement that counts."""
    flipped = list(text)
    start, end = draw(st.sampled_from([(0, len(text)), *angle_lines(text)]))
    for _ in range(draw(st.integers(1, 2))):
        at = draw(st.integers(max(0, start - 2), min(end, len(text)) - 1))
        assume(not text[at].isdigit())
        if text[at - 1 : at + 1] == "  " and text[at + 1].isdigit():
            assume(not in_pds3_column(text, at))
        bit = st.integers(0, 7).map(lambda bit, at=at: chr(ord(text[at]) ^ 1 << bit))
        flipped[at] = draw(st.one_of(ODD, bit, st.characters(max_codepoint=255)))
    return "".join(flipped)


def in_pds3_column(text, at):
    """Says whether it is the blank before a right-aligned number other than the incidence.

    A 1.2 that became 11.2 can't be told where the three angles still make a triangle.
    """
    line = text[max(text.rfind(end, 0, at) for end in "\r\n") + 1 : at]
    return "=" in line and "INCIDENCE" not in line


DAMAGE = (cut, lines_damaged, bytes_flipped)


@st.composite
def damaged(draw, texts):
    text = texts[draw(st.integers(0, len(texts) - 1))]
    return text, draw(draw(st.sampled_from(DAMAGE))(text))


@given(pair=damaged([*MADE.values(), *UNUSUAL.values()]))
@budget(1500)
def test_damage_to_labels_made_here_never_yields_a_wrong_number(pair):
    check(pair[1], pair[0])


@given(data=st.data())
@budget(200)
def test_damage_to_real_labels_never_yields_a_wrong_number(shared_data, data):
    few = real_labels(shared_data)[: None if LONG else -2]
    check(*reversed(data.draw(damaged(few))))


def prefixes(text, step):
    """Yields every step-th prefix, and each that ends within a statement that counts."""
    ends = set(range(0, len(text), step))
    for start, end in angle_lines(text):
        ends.update(range(start, end + 1))
    ends.update(range(len(text) - 40, len(text)))
    return [text[:end] for end in sorted(ends)]


def test_no_prefix_of_a_label_yields_a_wrong_number():
    for text in (*MADE.values(), *UNUSUAL.values()):
        for prefix in prefixes(text, 1):
            check(prefix, text)


def test_no_prefix_of_a_real_label_yields_a_wrong_number(shared_data):
    for text in real_labels(shared_data):
        for prefix in prefixes(text, 1 if LONG else 101):
            check(prefix, text)


def test_no_byte_beside_the_incidence_makes_it_a_wrong_number():
    for text in (*MADE.values(), *UNUSUAL.values()):
        start, end = next(span for span in angle_lines(text) if is_incidence(text, span))
        number = re.compile(r"[=>]\s*([\d.]+)").search(text, start).span(1)
        for at in range(number[0] - 3, min(number[1] + 3, end + 1)):
            for byte in map(chr, range(256)) if LONG else ODD_BYTES:
                if not text[at].isdigit():
                    check(text[:at] + byte + text[at + 1 :], text)


def test_no_line_cut_within_its_number_yields_a_wrong_number():
    for text in (*MADE.values(), *UNUSUAL.values()):
        for start, end in angle_lines(text):
            body = text[start:end].rstrip("\r\n")
            behind = text[start + len(body) :]
            for at in range(body.find("=") + 1, len(body)):
                check(f"{text[:start]}{body[:at]}{behind}", text)


def test_no_letter_within_a_number_makes_it_another():
    for text in MADE.values():
        for start, end in angle_lines(text):
            for at in range(text.index("=", start) + 1, end):
                for letter in "eD":
                    check(f"{text[:at]}{letter}{text[at:]}", text)


NEIGHBOUR = re.compile(r"(?:EMISSION|PHASE)_ANGLE *= *[\d.]+(?: <\w+>)?")
BESIDE_IT = ["{}!", "{}&", "!{}", "{0[0]}!{0[1]}", "{0[0]}_{0[1]}", "{}\0", "\xa0{}"]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        (name, form)
        for name in ("galileo", "kaguya", "hirise", "galileo nims")
        for form in BESIDE_IT
        # an odd line costs the one before it too: then nothing is left to hold the incidence to
        if name != "galileo nims" or form[0] not in "!\xa0"
    ],
)
def test_no_digit_beside_the_incidence_counts_where_another_angle_is_odd_or_lost(name, form):
    text = (MADE | UNUSUAL)[name]
    number = str(truth(text).incidence)
    at = re.compile(r"\n *INCIDENCE_ANGLE[ =]*(?=" + re.escape(number) + ")").search(text).end()
    assert text.startswith(number, at)
    for match in NEIGHBOUR.finditer(text):
        if match.start() < at:
            continue
        halves = match[0].split(" ", 1) if "_{" in form else match[0].rsplit(".", 1)
        odd = form.format(halves if "[" in form else match[0])
        for end in (at - 1, at + len(number)):
            for digit in "159":
                once = text[:end] + digit + text[end + 1 :]
                check(once.replace(match[0], odd), text)


def is_incidence(text, span):
    line = text[slice(*span)]
    return INCIDENCE.match(line) and str(truth(text).incidence) in line


@given(text=st.text(max_size=300) | st.binary(max_size=3000).map(lambda raw: raw.decode("latin-1")))
@budget(150)
def test_no_other_text_yields_an_angle(text):
    assert angles_or_none(text) is None
    angles = angles_or_none(f"INCIDENCE_ANGLE = {text}")
    assert angles is None or "END" in text.upper()
    angles = angles_or_none(f"{text}\nINCIDENCE_ANGLE = 1.5\n{text}\nEND\n")
    assert angles is None or angles == Angles("pds3", 1.5)


# --- pvl is the referee --------------------------------------------------------------------------

DEGREES = st.floats(0, 180, allow_subnormal=False)
TURNS = st.floats(0, 359.9, allow_subnormal=False)
# With 11 decimals, as what ISIS writes has next to always; one that is much shorter was cut.
DECIMALS = st.integers(10**9, 10**10 - 1).map(lambda count: (10 * count + 7) / 1e11)
LONG_DEGREES = st.builds(float.__add__, st.integers(0, 179).map(float), DECIMALS)
LONG_TURNS = st.builds(float.__add__, st.integers(0, 359).map(float), DECIMALS)
FORMATS = st.sampled_from(["{:.3f}", "{:.6f}", "{:9.4f}", "{:.4e}", "{:.2E}"])


@st.composite
def triangles(draw):
    """Draws incidence, emission and phase that two directions can have."""
    incidence, emission = draw(DEGREES), draw(DEGREES) / 2
    least, most = abs(incidence - emission), incidence + emission
    return incidence, emission, least + draw(st.floats(0, 1)) * (min(most, 360 - most) - least)


CASES = st.sampled_from([str, str.upper, str.lower, str.swapcase])
IN_FRONT = st.lists(
    st.sampled_from(
        [
            "",
            "/* INCIDENCE_ANGLE = 1.5 */",
            '/* it\'s a "comment" */',
            'NOTE = "INCIDENCE_ANGLE = 2.5"',
            'NOTE = "two\n  INCIDENCE_ANGLE = 3.5\nlines"',
            "NOTE = 'INCIDENCE_ANGLE = 4.5'",
            "LIST = (1, 2,\n        3)",
            "KERNEL = $base/kernels/ck/a-\n         b.bc",
            "TIME = 2009-06-07T14:42:03.2279",
            "FLAG = NULL",
            "OBJECT = IMAGE\n  INCIDENCE_ANGLE = 5.5\nEND_OBJECT = IMAGE",
            "GROUP = A\n GROUP = B\n  INCIDENCE_ANGLE = 6.5 <deg>\n END_GROUP\nEND_GROUP = A",
        ]
    ),
    max_size=5,
)


@st.composite
def pds3_labels(draw):
    number, unit = draw(FORMATS), draw(st.sampled_from(["", " <deg>", " <DEG>", "<degrees>"]))
    names = ["INCIDENCE_ANGLE", "EMISSION_ANGLE", "PHASE_ANGLE"]
    angles = dict(zip(names, draw(triangles()), strict=True))
    angles |= {name: draw(TURNS) for name in ("SOLAR_AZIMUTH_ANGLE", "NORTH_AZIMUTH")}
    width, equals = draw(st.integers(0, 40)), draw(st.sampled_from([" = ", "  =   "]))
    order = draw(st.permutations(list(angles)))
    lines = [f"{name:<{width}}{equals}{number.format(angles[name])}{unit}" for name in order]
    if draw(st.booleans()):
        lines = ["GROUP = VIEWING_PARAMETERS", *lines, "END_GROUP = VIEWING_PARAMETERS"]
    return finished(draw, ["PDS_VERSION_ID = PDS3", *draw(IN_FRONT), *lines, *draw(IN_FRONT)])


def finished(draw, lines):
    end = draw(st.sampled_from(["\n", "\r\n"]))
    lines = [line for entry in (*lines, "END") for line in entry.split("\n")]
    if draw(st.booleans()):
        lines = [f"{line:<78}" if not line.endswith("-") else line for line in lines]
    return draw(CASES)(end.join([*lines, ""]))


WITH_UNIT = ("IncidenceAngle", "EmissionAngle", "PhaseAngle")


@st.composite
def caminfo_labels(draw):
    names = ("IncidenceAngle", "EmissionAngle")
    angles = {name: draw(LONG_DEGREES) for name in names}
    turns = {
        name: draw(LONG_TURNS) for name in ("SubSolarGroundAzimuth", "SubSpacecraftGroundAzimuth")
    }
    if draw(st.booleans()):
        sun = vector(angles["IncidenceAngle"], turns["SubSolarGroundAzimuth"])
        camera = vector(angles["EmissionAngle"], turns["SubSpacecraftGroundAzimuth"])
        turns |= dict(
            zip(("ShadowX", "ShadowY", "ParallaxX", "ParallaxY"), sun + camera, strict=True)
        )
    statements = geometry(**{key: isis(value) for key, value in (angles | turns).items()})
    keys = draw(st.permutations(list(statements)))
    dropped = draw(st.sets(st.sampled_from(keys))) - {"IncidenceAngle"}
    unit = draw(st.sampled_from(["", "", " <deg>"]))
    kept = {key: statements[key] for key in keys if key not in dropped}
    kept = {key: value + unit * (key in WITH_UNIT) for key, value in kept.items()}
    front = "\n".join(["Object = OriginalLabel", *draw(IN_FRONT), "End_Object"])
    return draw(CASES)(caminfo(kept, front, "\n".join([*draw(IN_FRONT), ""])))


@given(text=pds3_labels() | caminfo_labels())
@budget(200)
def test_pvl_reads_the_same_numbers(text):
    expected = as_pvl_reads(text)
    assert read_angles(text) == expected
    assert read_angles_fast(text) in (None, expected)
