"""The catalogue against a real server, which pages in another way than the USGS API."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from ard_qgis_plugin.core.geometry.box import Box
from ard_qgis_plugin.core.model.errors import InputError
from tests.sample.servers import serve_stac
from tests.support.searches import nothing_left, request_of, search_of
from tests.support.servers.stac_api import StacApi, document, item


def test_a_real_server_is_searched(tmp_path):
    collections = [document(name) for name in "ab"]
    features = [item(name, n, west=n / 10) for name in "ab" for n in range(600)]
    files = [tmp_path / f"{one['id']}.json" for one in collections] + [tmp_path / "items.json"]
    documents = [*collections, {"type": "FeatureCollection", "features": features}]
    for path, one in zip(files, documents, strict=True):
        path.write_text(json.dumps(one))
    with serve_stac(files, tmp_path) as root, StacApi({}) as unused:
        request = request_of(unused, "b", "a", labels=False, max_items=0)
        stream = search_of(replace(request, api_url=f"{root}/"))
        assert [one.id for one in stream] == [f"{name}-{n:03}" for name in "ba" for n in range(600)]
        request = request_of(unused, "a", labels=False, boxes=(Box(3.05, 0, 3.15, 1),))
        found = [one.id for one in search_of(replace(request, api_url=root))]
        assert found == [f"a-{n:03}" for n in range(21, 32)]
        with pytest.raises(InputError, match="has no collection 'c': the nearest ones are"):
            list(search_of(replace(request, api_url=root, collections=("c",))))
        nothing_left(unused)
