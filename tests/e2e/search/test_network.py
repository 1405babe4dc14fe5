"""QGIS's proxy in the real qgis_process: a profile's settings are all that is needed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.qgis_process import QgisProcess
from tests.support.searches import LABEL
from tests.support.servers.faults import ok
from tests.support.servers.proxies import HttpProxy, Proxy, SocksProxy
from tests.support.servers.stac_api import StacApi, item

USER, PASSWORD = "jane", "s3cr:t/%@"
COLLECTION = "kaguya_terrain_camera_monoscopic_uncontrolled_observations"


class FarApi(StacApi):
    """A catalogue that is found through the proxy alone."""

    def url(self, path: str, user: str = "") -> str:
        assert not user
        return f"http://far.invalid{path}"


def profile_with(proxy: Proxy, folder: Path) -> Path:
    """Writes the settings of a profile, as QGIS's options do."""
    kind = "Socks5Proxy" if isinstance(proxy, SocksProxy) else "HttpProxy"
    settings = {
        "proxyEnabled": "true",
        "proxyType": kind,
        "proxyHost": "127.0.0.1",
        "proxyPort": proxy.port,
        "proxyUser": USER,
        "proxyPassword": PASSWORD,
    }
    lines = [f"{key}={value}" for key, value in settings.items()]
    ini = folder / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    ini.parent.mkdir(parents=True)
    ini.write_text("\n".join(["[proxy]", *lines, ""]))
    return folder


@pytest.mark.parametrize("kind", [HttpProxy, SocksProxy])
def test_catalogue_and_labels_are_read_through_the_proxy(kind, tmp_path):
    with FarApi({COLLECTION: []}) as api, kind({"far.invalid": api.port}, USER, PASSWORD) as proxy:
        for number in range(3):
            label = api.script(f"/{number}.pvl", ok(LABEL.format(10 + number).encode()))
            image = {"href": api.url(f"/{number}.tif")}
            assets = {"image": image, "caminfo_pvl": {"href": label}}
            api.items[COLLECTION].append(item(COLLECTION, number, assets=assets))
        run = QgisProcess(profile_with(proxy, tmp_path / "profile")).run(
            "ard:search",
            API_URL=api.root,
            COLLECTIONS=COLLECTION,
            EXTENT="-180,180,-90,90 [IAU_2015:30100]",
            OUTPUT=tmp_path / "footprints.gpkg",
        )
    assert run.code == 0, run.output
    assert run.results["WITH_INCIDENCE"] == 3
    assert len(api.asked("/2.pvl")) == 1
    assert {host for host, _ in proxy.asked_for} == {"far.invalid"}
    assert "s3cr" not in run.output
