"""The bodies: names, lon/lat CRS codes and radii; which body a CRS definition is of."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Body:
    """A planetary body with its longitude/latitude CRS.

    `radius`, in metres, is that of the sphere of this CRS (IAU 2015, as PROJ 9 defines it).
    """

    name: str
    iau_code: int
    radius: float

    @property
    def crs(self) -> str:
        """Returns the authority code of the body's lon/lat CRS (planetocentric, positive east)."""
        return f"IAU_2015:{self.iau_code}"

    @property
    def flattening(self) -> float:
        """Returns 1 - polar / equatorial radius (IAU); 0 for what is a sphere in ISIS."""
        return _FLATTENING.get(self.name, 0.0)


# Of the bodies that are imaged.
_FLATTENING = {"Mars": 1 - 3376.2 / 3396.19}


# All that QGIS 3.22 resolves an IAU_2015:xxx00 code for. The Earth stays out because a map of it is
# taken for a canvas whose CRS was never set; the Sun has no images of a surface.
BODIES = (
    Body("Mercury", 19900, 2_440_530.0),
    Body("Venus", 29900, 6_051_800.0),
    Body("Moon", 30100, 1_737_400.0),
    Body("Phobos", 40100, 11_080.0),
    Body("Deimos", 40200, 6_200.0),
    Body("Mars", 49900, 3_396_190.0),
    Body("Io", 50100, 1_821_490.0),
    Body("Europa", 50200, 1_560_800.0),
    Body("Ganymede", 50300, 2_631_200.0),
    Body("Callisto", 50400, 2_410_300.0),
    Body("Amalthea", 50500, 83_500.0),
    Body("Himalia", 50600, 85_000.0),
    Body("Elara", 50700, 40_000.0),
    Body("Pasiphae", 50800, 18_000.0),
    Body("Sinope", 50900, 14_000.0),
    Body("Lysithea", 51000, 12_000.0),
    Body("Carme", 51100, 15_000.0),
    Body("Ananke", 51200, 10_000.0),
    Body("Leda", 51300, 5_000.0),
    Body("Thebe", 51400, 49_300.0),
    Body("Adrastea", 51500, 8_200.0),
    Body("Metis", 51600, 21_500.0),
    Body("Jupiter", 59900, 71_492_000.0),
    Body("Mimas", 60100, 198_200.0),
    Body("Enceladus", 60200, 252_100.0),
    Body("Tethys", 60300, 531_000.0),
    Body("Dione", 60400, 561_400.0),
    Body("Rhea", 60500, 763_500.0),
    Body("Titan", 60600, 2_575_000.0),
    Body("Hyperion", 60700, 135_000.0),
    Body("Iapetus", 60800, 745_700.0),
    Body("Phoebe", 60900, 106_500.0),
    Body("Janus", 61000, 89_200.0),
    Body("Epimetheus", 61100, 58_200.0),
    Body("Helene", 61200, 18_000.0),
    Body("Telesto", 61300, 12_400.0),
    Body("Calypso", 61400, 9_600.0),
    Body("Atlas", 61500, 15_100.0),
    Body("Prometheus", 61600, 43_100.0),
    Body("Pandora", 61700, 40_600.0),
    Body("Pan", 61800, 14_000.0),
    Body("Methone", 63200, 1_450.0),
    Body("Pallene", 63300, 2_230.0),
    Body("Polydeuces", 63400, 1_300.0),
    Body("Daphnis", 63500, 3_800.0),
    Body("Anthe", 64900, 500.0),
    Body("Aegaeon", 65300, 330.0),
    Body("Saturn", 69900, 60_268_000.0),
    Body("Ariel", 70100, 578_900.0),
    Body("Umbriel", 70200, 584_700.0),
    Body("Titania", 70300, 788_900.0),
    Body("Oberon", 70400, 761_400.0),
    Body("Miranda", 70500, 235_800.0),
    Body("Cordelia", 70600, 13_000.0),
    Body("Ophelia", 70700, 15_000.0),
    Body("Bianca", 70800, 21_000.0),
    Body("Cressida", 70900, 31_000.0),
    Body("Desdemona", 71000, 27_000.0),
    Body("Juliet", 71100, 42_000.0),
    Body("Portia", 71200, 54_000.0),
    Body("Rosalind", 71300, 27_000.0),
    Body("Belinda", 71400, 33_000.0),
    Body("Puck", 71500, 77_000.0),
    Body("Uranus", 79900, 25_559_000.0),
    Body("Triton", 80100, 1_352_600.0),
    Body("Nereid", 80200, 170_000.0),
    Body("Naiad", 80300, 29_000.0),
    Body("Thalassa", 80400, 40_000.0),
    Body("Despina", 80500, 74_000.0),
    Body("Galatea", 80600, 79_000.0),
    Body("Larissa", 80700, 96_000.0),
    Body("Proteus", 80800, 208_000.0),
    Body("Neptune", 89900, 24_764_000.0),
    Body("Charon", 90100, 606_000.0),
    Body("Pluto", 99900, 1_188_300.0),
    Body("Borrelly", 100_000_500, 4_220.0),
    Body("Churyumov-Gerasimenko", 100_001_200, 1_650.0),
    Body("Halley", 100_003_600, 8_000.0),
    Body("Hartley 2", 100_004_100, 580.0),
    Body("Tempel 1", 100_009_300, 3_000.0),
    Body("Wild 2", 100_010_700, 1_975.0),
    Body("Ceres", 200_000_100, 487_300.0),
    Body("Vesta", 200_000_400, 255_000.0),
    Body("Psyche", 200_001_600, 113_000.0),
    Body("Lutetia", 200_002_100, 52_500.0),
    Body("52 Europa", 200_005_200, 157_500.0),
    Body("Kleopatra", 200_021_600, 65_333.333333),
    Body("Mathilde", 200_025_300, 26_500.0),
    Body("Eros", 200_043_300, 17_000.0),
    Body("Davida", 200_051_100, 150_000.0),
    Body("Steins", 200_286_700, 2_700.0),
    Body("Toutatis", 200_417_900, 1_331.666667),
    Body("Itokawa", 202_514_300, 173.0),
    Body("Ida", 243_101_000, 15_650.0),
    Body("Gaspra", 951_101_000, 6_100.0),
)

_BY_NAME = {body.name.lower(): body for body in BODIES}

# WKT 1 and 2 (blanks and quotes may be missing or escaped) and PROJJSON say the radius like this.
_NUMBER = r"(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?)"
_RADIUS = re.compile(
    rf"(?:ELLIPSOID|SPHEROID)\s*\[[^,\]]*,\s*{_NUMBER}"
    rf'|"(?:radius|semi_major_axis)"\s*:\s*{_NUMBER}'
)
_NEAR = 0.02  # the radii that CRSs use for one body (polar, mean, older) differ by no more
_SAME = 1e-6


def body_named(name: str) -> Body | None:
    """Returns the body of that name in any letter case, or None where it is not a known one."""
    return _BY_NAME.get(name.strip().lower())


def body_of_crs_text(text: str) -> Body | None:
    """Returns the body of a CRS given as WKT 1, WKT 2 or PROJJSON, or None where it is unclear.

    The radius of the ellipsoid, in metres, decides; where several bodies are of that size the names
    in the text do.
    """
    found = _RADIUS.search(text.replace('\\"', '"'))
    if not found:
        return None
    radius = float(found[1] or found[2])
    near = [body for body in BODIES if abs(body.radius - radius) <= _NEAR * radius]
    words = set(re.findall(r"[a-z]+", text.lower()))
    named = [body for body in near if words.issuperset(re.findall(r"[a-z]+", body.name.lower()))]
    same = [body for body in near if abs(body.radius - radius) <= _SAME * radius]
    for candidates in (named, near, same):
        if len(candidates) == 1:
            return candidates[0]
    return None
