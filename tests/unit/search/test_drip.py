"""Labels that drip in a whole search with the bounds that users have, which takes half a minute."""

from __future__ import annotations

from ard_qgis_plugin.core.model.network_options import NetworkOptions
from ard_qgis_plugin.core.model.observation import LabelStatus
from tests.support.caches import CountedSearch
from tests.support.clock.stopwatch import Stopwatch
from tests.support.searches import LABEL, add_labels
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi


def test_labels_that_drip_hold_a_search_for_less_than_a_minute(path):
    with StacApi({}) as api:
        add_labels(api, "a", 14)
        for number, drip in ((3, faults.drip(1.0)), (7, faults.drip_headers(1.0))):
            usual = faults.ok(LABEL.format(10 + number).encode())
            api.script(f"/a/{number}.pvl", drip, usual)
        watch = Stopwatch()
        found = CountedSearch(api, path, options=NetworkOptions())
        assert watch.seconds() < 60
        given_up = [found.found[number] for number in (3, 7)]
        assert [one.label_status for one in given_up] == [LabelStatus.FAILED] * 2
        assert all("came too slowly" in one.label_note for one in given_up)
        assert found.statuses.count(LabelStatus.OK) == 12
        again = CountedSearch(api, path, options=NetworkOptions())
        assert again.asked == ["/a/3.pvl", "/a/7.pvl"]
        assert again.incidences == [*range(10, 24)]
