"""What qgis_process writes says itself how it was found: the command in it finds the same again."""

from __future__ import annotations

import shlex
import sqlite3
import xml.etree.ElementTree as ET
from pathlib import Path

from tests.sample.servers import SamplePlanetServers
from tests.support.qgis_process import QgisProcess


def stored_metadata(path: Path) -> ET.Element:
    """Reads QGIS's metadata out of a GeoPackage, without QGIS."""
    with sqlite3.connect(path) as database:
        ((text,),) = database.execute(
            "SELECT metadata FROM gpkg_metadata JOIN gpkg_metadata_reference ON md_file_id = id "
            "WHERE table_name = 'footprints' AND mime_type = 'text/xml'"
        )
    return ET.fromstring(text)  # noqa: S314 (QGIS wrote it a moment ago)


def ids(path: Path) -> list[str]:
    with sqlite3.connect(path) as database:
        return [row[0] for row in database.execute("SELECT id FROM footprints ORDER BY fid")]


def test_the_command_in_a_geopackage_finds_the_same_again(
    qgis: QgisProcess, planet: SamplePlanetServers, tmp_path: Path
) -> None:
    first, again = tmp_path / "footprints.gpkg", tmp_path / "again" / "footprints.gpkg"
    again.parent.mkdir()
    run = qgis.run(
        "ard:search",
        API_URL=planet.stac,
        EXTENT="3,5,4,6 [IAU_2015:30100]",
        END="2008-12-31",
        MIN_INCIDENCE=30,
        MAX_INCIDENCE=80.5,
        OUTPUT=first,
    )
    assert run.code == 0, run.output
    metadata = stored_metadata(first)
    rights = [each.text for each in metadata.findall("rights")]
    assert len(rights) == 3
    assert all("https://doi.org/10.5072/sample-planet." in each for each in rights)
    (command,) = (
        each.text for each in metadata.findall("history") if "qgis_process run" in each.text
    )
    options = shlex.split(command[command.index("qgis_process") :])
    assert options[:3] == ["qgis_process", "run", "ard:search"]
    given = dict(option.removeprefix("--").split("=", 1) for option in options[3:])
    run = qgis.run("ard:search", **{**given, "OUTPUT": again})
    assert run.code == 0, run.output
    assert ids(again) == ids(first) != []
