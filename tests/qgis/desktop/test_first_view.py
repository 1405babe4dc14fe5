"""From nothing to a first map: a body, its grid and named places, and the user's CRS kept."""

from __future__ import annotations

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from ard_qgis_plugin.bridge.desktop import transform_warnings
from ard_qgis_plugin.bridge.desktop.first_view import grid_file as files
from ard_qgis_plugin.bridge.desktop.first_view.menu import begin, places_menu
from ard_qgis_plugin.bridge.desktop.first_view.view import ensure_view, show_place
from ard_qgis_plugin.bridge.desktop.map_state import MapState
from ard_qgis_plugin.bridge.desktop.transform_warnings import dismiss_transform_bars, is_of_a_body
from ard_qgis_plugin.bridge.footprints.place_in_project import footprint_group
from ard_qgis_plugin.bridge.inputs.extent import area_of_extent
from ard_qgis_plugin.core.model.bodies import body_named
from ard_qgis_plugin.core.model.places import PLACES, Place, bodies_with_places, places_of
from tests.support.in_qgis.plugin_probe import Desktop

pytestmark = pytest.mark.usefixtures("qgis_app")

EVERYWHERE = [place for body in bodies_with_places() for place in places_of(body)]
EARTH = "EPSG:4326"


@pytest.fixture
def desktop():
    """Returns a desktop with a new project, as QGIS makes it."""
    project = QgsProject.instance()
    project.clear()
    project.setCrs(QgsCoordinateReferenceSystem(EARTH))
    desktop = Desktop()
    desktop.window.setCentralWidget(desktop.canvas)
    desktop.window.resize(600, 600)
    desktop.window.show()
    desktop.canvas.setDestinationCrs(project.crs())
    project.crsChanged.connect(lambda: desktop.canvas.setDestinationCrs(project.crs()))
    state = MapState(desktop)
    yield desktop
    settle()
    state.remove()
    project.crsChanged.disconnect()
    project.clear()
    sip.delete(desktop.window)  # and its bridge, which would set up the next test's map


def settle() -> None:
    for _ in range(10):
        QgsApplication.processEvents()


def crs() -> str:
    return QgsProject.instance().crs().authid()


def layers() -> dict[str, QgsVectorLayer]:
    return {layer.name(): layer for layer in QgsProject.instance().mapLayers().values()}


def test_an_empty_project_becomes_a_map_of_the_moon_that_can_be_searched(desktop):
    assert desktop.canvas.extent().isEmpty()
    ensure_view(desktop)
    settle()
    assert crs() == "IAU_2015:30100"
    assert desktop.canvas.extent().contains(QgsRectangle(3.5, 4.1, 3.7, 4.3))
    found = layers()
    assert set(found) == {"Longitude and latitude", "Named places"}
    assert all(layer.isValid() and layer.featureCount() for layer in found.values())
    assert all(layer.crs().authid() == "IAU_2015:30100" for layer in found.values())
    assert not any(layer.isTemporary() for layer in found.values())  # QGIS would ask at its end
    names = {each["text"] for each in found["Named places"].getFeatures()}
    assert names == {place.name for place in PLACES if place.body == "Moon"}


@pytest.mark.parametrize(
    ("set_crs", "middle"),
    [
        ("IAU_2015:30135", (0.0, 0.0)),
        ("IAU_2015:30130", (0.0, 0.0)),
        ("IAU_2015:49900", (77.69, 18.41)),
        ("IAU_2015:30110", (109_160, 126_750)),  # metres
        ("IAU_2015:19900", (0.0, 0.0)),  # a body without places
    ],
)
def test_the_crs_that_the_user_set_stays(desktop, set_crs, middle):
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem(set_crs))
    ensure_view(desktop)
    settle()
    assert crs() == set_crs
    centre = desktop.canvas.extent().center()
    assert (centre.x(), centre.y()) == pytest.approx(middle, rel=0.01)


def test_a_map_that_shows_something_is_left_alone(desktop):
    desktop.canvas.setExtent(QgsRectangle(1, 2, 3, 4))
    before = desktop.canvas.extent()
    ensure_view(desktop)
    assert desktop.canvas.extent() == before
    assert layers() == {}


@pytest.mark.parametrize("place", EVERYWHERE, ids=lambda place: f"{place.body} {place.name}")
def test_each_place_can_be_searched_where_it_is(desktop, place):
    show_place(desktop, place)
    settle()
    body = body_named(place.body)
    shown = desktop.canvas.extent()
    context = QgsCoordinateTransformContext()
    area, warnings = area_of_extent(shown, QgsProject.instance().crs(), body, context)
    assert warnings == []
    assert any(
        box.west <= place.longitude <= box.east and box.south <= place.latitude <= box.north
        for box in area.boxes
    )
    assert QgsProject.instance().crs().celestialBodyName() == place.body
    assert max(box.north - box.south for box in area.boxes) < (40 if place.name else 181)


def test_another_body_hides_what_is_of_the_first(desktop):
    project = QgsProject.instance()
    moon, mars = (next(places_of(name)) for name in ("Moon", "Mars"))
    show_place(desktop, moon)
    footprints = footprint_group(project, "Moon")
    show_place(desktop, mars)
    shown = {
        group.name(): group.itemVisibilityChecked()
        for group in project.layerTreeRoot().findGroups()
    }
    assert shown == {
        "Footprints: Moon": False,
        "Moon: grid and places": False,
        "Mars: grid and places": True,
    }
    show_place(desktop, moon)
    assert footprints.itemVisibilityChecked()
    assert len(project.mapLayers()) == 4  # none twice


def test_a_pole_is_not_shown_on_a_cylinder_nor_a_crater_on_a_polar_map(desktop):
    places = {place.name: place for place in places_of("Moon")}
    seen = []
    for name in ("Tycho", "south pole", "north pole", "Tycho", ""):
        show_place(desktop, places[name])
        seen.append(crs())
    assert seen == [f"IAU_2015:301{code}" for code in ("00", "35", "30", "00", "00")]


def test_the_files_are_made_once_and_whole(desktop, tmp_path, monkeypatch):
    monkeypatch.setattr(QgsApplication, "qgisSettingsDirPath", lambda: str(tmp_path))
    path = files.grid_file()
    made = path.stat()
    show_place(desktop, next(places_of("Moon")))
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (made.st_ino, made.st_mtime_ns)
    assert sorted(each.name for each in path.parent.iterdir()) == [
        "grid-1.fgb",
        "places-moon-1.fgb",
    ]
    grid = QgsVectorLayer(str(path), "grid", "ogr")
    assert grid.featureCount() == 360 + 179
    steps = [each["step"] for each in grid.getFeatures()]
    assert (steps.count(30), steps.count(10)) == (12 + 5, 24 + 12)


def test_where_the_files_can_t_be_made_a_bar_says_so(desktop, tmp_path, monkeypatch):
    (tmp_path / "planetary_ard").write_text("a file in the folder's place")
    monkeypatch.setattr(QgsApplication, "qgisSettingsDirPath", lambda: str(tmp_path))
    begin(desktop)
    (item,) = desktop.bar.items()
    assert "The grid" in item.text()
    assert "can't be written" in item.text()


def test_the_menu_has_every_body_and_goes_there(desktop):
    menu = places_menu(desktop, desktop.window)
    bodies = {entry.text(): entry.menu() for entry in menu.actions()}
    assert list(bodies) == ["Moon", "Mars", "Europa"]
    titles = [entry.text() for entry in bodies["Mars"].actions()]
    assert titles[0] == "Jezero"
    assert titles[-3:] == ["North pole", "South pole", "All of it"]
    bodies["Mars"].actions()[0].trigger()
    settle()
    assert crs() == "IAU_2015:49900"
    assert desktop.canvas.extent().contains(QgsRectangle(77.6, 18.3, 77.7, 18.5))


def test_places_are_on_their_bodies():
    for place in PLACES:
        assert isinstance(place, Place)
        assert -180 <= place.longitude <= 180
        assert -90 < place.latitude < 90


def footprints(of: str) -> QgsVectorLayer:
    definition = f"Polygon?crs={of}&field=id:string&field=image_url:string"
    return QgsVectorLayer(definition, "footprints", "memory")


@pytest.mark.parametrize(
    ("before", "of", "after"),
    [
        ("IAU_2015:30135", "IAU_2015:30100", "IAU_2015:30135"),
        ("IAU_2015:30110", "IAU_2015:30100", "IAU_2015:30110"),
        (EARTH, "IAU_2015:30100", "IAU_2015:30100"),
        ("IAU_2015:49935", "IAU_2015:30100", "IAU_2015:30100"),  # of another body: left to QGIS
    ],
)
def test_the_first_footprints_leave_the_crs_that_the_user_set(desktop, before, of, after):
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem(before))
    project.addMapLayer(footprints(of))
    settle()
    assert crs() == after
    assert desktop.bridge.autoSetupOnFirstLayer()


def test_the_bar_about_a_later_layer_goes_as_well(desktop):
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("IAU_2015:30100"))
    desktop.bridge.setAutoSetupOnFirstLayer(False)  # as QGIS has it from the first layer on
    settle()
    project.addMapLayer(footprints("IAU_2015:30100"))
    late = next(text for text in BARS if BARS[text])
    desktop.bar.pushMessage("", late, Qgis.MessageLevel.Critical, 0)
    settle()
    assert desktop.bar.items() == []


@pytest.mark.parametrize(("of", "stays"), [("IAU_2015:30100", False), (EARTH, True)])
def test_the_bar_when_a_project_of_a_body_is_saved_goes_as_well(desktop, tmp_path, of, stays):
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem(of))
    settle()
    assert project.write(str(tmp_path / "x.qgz"))
    late = next(text for text in BARS if BARS[text])
    desktop.bar.pushMessage("", late, Qgis.MessageLevel.Critical, 0)
    settle()
    assert bool(desktop.bar.items()) is stays


def test_a_view_that_the_user_chose_stays_too(desktop):
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("IAU_2015:30135"))
    desktop.canvas.setExtent(QgsRectangle(-5e5, -5e5, 5e5, 5e5))
    before = desktop.canvas.extent()
    project.addMapLayer(footprints("IAU_2015:30100"))
    settle()
    assert desktop.canvas.extent() == before


def test_a_view_left_over_from_a_map_in_degrees_gives_way_to_the_footprints(desktop):
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem("IAU_2015:30135"))
    desktop.canvas.setExtent(QgsRectangle(3, 4, 5, 6))  # as where the map was in degrees before
    layer = footprints("IAU_2015:30100")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(10, -88, 12, -87)))
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    project.addMapLayer(layer)
    settle()
    assert crs() == "IAU_2015:30135"
    assert desktop.canvas.extent().width() > 1000


BARS = {
    "No transform available between IAU_2015:30100 and EPSG:4326": True,
    "No transform available between IAU_2015:30100 and Custom CRS": True,
    "No transform available between ESRI:104903 and IAU_2015:49900": True,
    "No transform available between IAU_2015:30100 and EPSG:3857": False,
    "No transform available between EPSG:4326 and EPSG:2056": False,
    "Something else of IAU_2015:30100 and EPSG:4326": False,
    "": False,
}


@pytest.mark.parametrize("text", BARS)
def test_bars_of_a_body_and_the_earth_are_known(text):
    assert is_of_a_body(text) == BARS[text]


@pytest.mark.parametrize("language", ["es", "fr", "ja"])
def test_bars_are_known_in_the_languages_of_the_plugin(language):
    translator = QTranslator()
    assert translator.load(f"qgis_{language}", QgsApplication.i18nPath())
    english = "No transform available between %1 and %2"
    text = translator.translate("QgsAppMissingGridHandler", english)
    assert text, "QGIS has its text elsewhere"
    QCoreApplication.installTranslator(translator)
    try:
        for other, known in (("EPSG:4326", True), ("EPSG:3857", False)):
            said = text.replace("%1", "IAU_2015:30100").replace("%2", other)
            assert is_of_a_body(said) is known
    finally:
        QCoreApplication.removeTranslator(translator)


def test_only_those_bars_are_taken_away(desktop):
    for text in BARS:
        desktop.bar.pushMessage("", text, Qgis.MessageLevel.Critical, 0)
    same = "No transform available between IAU_2015:30100 and EPSG:4326"
    desktop.bar.pushMessage("", same, Qgis.MessageLevel.Info, 0)  # not QGIS's own
    dismiss_transform_bars(desktop)
    settle()
    left = [item.text() for item in desktop.bar.items()]
    assert sorted(left) == sorted([*(text for text in BARS if not BARS[text]), same])


def test_a_bar_that_comes_later_is_taken_away(desktop, monkeypatch):
    monkeypatch.setattr(transform_warnings, "_TICK", 0)
    late = next(text for text in BARS if BARS[text])
    dismiss_transform_bars(desktop)
    for _ in range(4):  # turns of QGIS, however long each of them takes
        settle()
        desktop.bar.pushMessage("", late, Qgis.MessageLevel.Critical, 0)
    settle()
    assert desktop.bar.items() == []
    settle()
    desktop.bar.pushMessage("", late, Qgis.MessageLevel.Critical, 0)
    settle()
    assert len(desktop.bar.items()) == 1
