"""A PDS4 label to angles: XML, where the elements' names tell what stands where."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree import ElementTree as ET  # nosec B405 (see _root)

from ..model.errors import LabelError
from ..model.observation import Angles
from ..model.text import one_line
from .blocks import LARGEST
from .forms import PDS4, RADAR, is_radar
from .keywords import checked_angles

_PRODUCT = "Product_"
# Namespace and element of the incidence, as the ends of their names. The second is ISRO's.
_INCIDENCE = (("/geom/", "incidence_angle"), ("/isda/", "solar_incidence"))
_BESIDE = {"emission": "emission_angle", "phase": "phase_angle"}
_DECLARATIONS = ("<!DOCTYPE", "<!ENTITY")
_WEB_PAGE = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script)\b",
    re.IGNORECASE | re.DOTALL,
)
_EXPONENT = re.compile(r"[eE]([+-]?)([0-9]+)\Z")
_INSTRUMENT = ("Observing_System_Component", "Instrument", "Observing_System")
_BEHIND = " \t\r\n\0\x1a"  # what stands behind the end of a file that was padded


def is_xml(text: str) -> bool:
    """Says whether a text is XML, or HTML, and no PVL."""
    return text.lstrip()[:1] == "<"


def read_pds4(text: str) -> Angles:
    """Returns the angles of a PDS4 label; raises LabelError where there are none."""
    root = _root(text)
    found = [
        (parent, element)
        for parent in root.iter()
        for element in parent
        if any(_is(element, space, name) for space, name in _INCIDENCE)
    ]
    if not found:
        raise LabelError("The PDS4 label gives no incidence angle (geom:incidence_angle).")
    if radar := next((name for name in _instruments(root) if is_radar(name)), None):
        raise LabelError(RADAR.format(one_line(radar)))
    if len({_written(element) for _, element in found}) > 1:
        raise LabelError("The PDS4 label gives more than one incidence angle.")
    element = found[0][1]
    raw = {"incidence": _written(element)}
    for field, name in _BESIDE.items():
        texts = {_written(each) for parent, _ in found for each in parent if _local(each) == name}
        if len(texts) == 1:
            raw[field] = texts.pop()
    return checked_angles(PDS4, _local(element), raw)


def _root(text: str) -> ET.Element:
    if len(text) > LARGEST:
        raise LabelError("The text is longer than any label; is the address that of an image?")
    if _WEB_PAGE.match(text):
        raise LabelError("The text is a web page, and no label; a log-in page may stand before it.")
    if any(each in text.upper() for each in _DECLARATIONS):
        raise LabelError("The text is XML with declarations of its own, as no label has them.")
    try:
        root = ET.fromstring(text.strip(_BEHIND))  # noqa: S314  # nosec B314 (no entities)
    except ET.ParseError as error:
        line, _ = error.position
        raise LabelError(
            f"The label is XML that is broken (line {line}); load it again."
        ) from error
    if not _local(root).startswith(_PRODUCT):
        raise LabelError("The text is XML, but no PDS4 label; it has no incidence angle.")
    return root


def _local(element: ET.Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _is(element: ET.Element, space: str, name: str) -> bool:
    namespace, _, local = str(element.tag).rpartition("}")
    return local == name and space in f"{namespace}/"


def _written(element: ET.Element) -> str:
    """Returns the number of an element, with its unit as PVL would have it."""
    names = (name for name in element.attrib if name.rpartition("}")[2] in ("unit", "units"))
    unit = " ".join(element.get(name, "").strip() for name in names)
    text = "" if len(element) else _EXPONENT.sub(_signed, (element.text or "").strip())
    return f"{text} <{unit}>" if unit and text else text


def _signed(exponent: re.Match[str]) -> str:
    """Returns an exponent as PVL's programs write it; those of XML's write 9.2E-4 and 3.1E1."""
    return f"e{exponent[1] or '+'}{exponent[2]:>02}"


def _instruments(root: ET.Element) -> Iterator[str]:
    """Yields what names the instrument: names, types and identifiers."""
    for component in root.iter():
        if _local(component) in _INSTRUMENT:
            yield from _texts(component.iter(), "name", "type", "lid_reference")
        elif _local(component).lower().startswith("instrument"):
            yield component.text or ""
        elif _local(component) == "Identification_Area":
            yield from _texts(component, "logical_identifier")


def _texts(elements: Iterable[ET.Element], *names: str) -> Iterator[str]:
    return (each.text or "" for each in elements if _local(each) in names)
