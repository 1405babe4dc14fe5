"""What a catalogue says is to be cited; a search neither waits for it nor fails with it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ard_qgis_plugin.core.catalog import citation_reader
from ard_qgis_plugin.core.catalog.citation import Provider, SourceLink, doi_url, source_of
from ard_qgis_plugin.core.model.known_collections import DEFAULT_COLLECTIONS, KNOWN_COLLECTIONS
from tests.support.clock.stopwatch import Stopwatch
from tests.support.fetches import PATIENT
from tests.support.searches import nothing_left, request_of, search_of
from tests.support.servers import faults
from tests.support.servers.stac_api import StacApi, answer, item

DOCUMENT = {
    "type": "Collection",
    "id": "a",
    "title": "Craters of\nthe <b>Moon</b>",
    "license": "CC0-1.0",
    "sci:doi": "10.5066/ABC",
    "sci:citation": "Surveyor, A. (2023): Craters of the Moon.",
    "sci:publications": [
        {"doi": "10.1000/paper(1)", "citation": "Author (2022): A paper."},
        {"doi": "10.5066/ABC"},
    ],
    "providers": [
        {"name": "Survey", "roles": ["producer", "licensor"], "url": "https://survey.example"},
        {"name": "Host"},
    ],
    "links": [
        {"rel": "self", "href": "https://api.example/collections/a"},
        {"rel": "cite-as", "href": "https://doi.org/10.5066/ABC"},
        {"rel": "license", "href": "https://survey.example/licence", "title": "The licence"},
        {"rel": "about", "href": "https://survey.example/<moon>"},
    ],
}


def test_all_that_a_document_says_is_taken():
    source = source_of("a", DOCUMENT)
    assert source.title == "Craters of the <b>Moon</b>"
    assert source.citations == (
        "Surveyor, A. (2023): Craters of the Moon.",
        "Author (2022): A paper.",
    )
    assert source.dois == ("10.5066/ABC", "10.1000/paper(1)")
    assert source.license == "CC0-1.0"
    assert source.links == (
        SourceLink("The licence", "https://survey.example/licence"),
        SourceLink("About", "https://survey.example/%3Cmoon%3E"),
    )
    assert source.providers == (Provider("Survey", ("producer", "licensor")), Provider("Host"))


def test_a_citation_of_many_authors_is_whole():
    citation = ", ".join(f"Author {number}" for number in range(100))
    assert source_of("a", {"sci:citation": citation}).citations == (citation,)


@pytest.mark.parametrize("known", KNOWN_COLLECTIONS, ids=lambda known: known.id)
def test_where_a_catalogue_says_nothing_what_is_known_stays(known):
    source = source_of(known.id)
    assert (source.title, source.dois) == (known.title, (known.doi,) if known.doi else ())
    assert source == source_of(known.id, {"title": None, "links": {}, "providers": ["NASA"]})


def test_the_catalogue_s_own_doi_is_taken_for_the_known_one():
    source = source_of(DEFAULT_COLLECTIONS[0], {"sci:doi": "doi:10.5066/NEWER"})
    assert source.dois == ("10.5066/NEWER",)


@pytest.mark.parametrize("word", ["proprietary", "various", "other", "", None, 7])
def test_a_licence_that_says_nothing_is_none(word):
    assert source_of("a", {"license": word}).license == ""


@pytest.mark.parametrize(
    "href",
    [
        "https://user:secret@survey.example/licence",
        "https://survey.example/licence?key=secret",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "http://[broken",
        "",
        None,
    ],
)
def test_what_is_no_plain_address_is_no_link(href):
    assert source_of("a", {"links": [{"rel": "license", "href": href}]}).links == ()


def test_a_doi_s_address_can_be_opened():
    assert doi_url("10.5066/P9SH5YNV") == "https://doi.org/10.5066/P9SH5YNV"
    assert doi_url('10.1000/<a>"b"') == "https://doi.org/10.1000/%3Ca%3E%22b%22"


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys((*DOCUMENT, "rel"), _JSON)) | _JSON)
def test_whatever_a_document_holds_it_is_read(document):
    assert source_of("a", document).id == "a"


@given(_JSON, _JSON, _JSON)
def test_whatever_its_objects_hold_it_is_read(one, two, three):
    objects = [{"rel": "license", "href": one, "title": two}, {"rel": "cite-as", "href": three}]
    providers = [{"name": "Survey", "roles": one}, {"name": two, "roles": three}]
    publications = [{"doi": one, "citation": two}]
    document = {"links": objects, "providers": providers, "sci:publications": publications}
    assert source_of("a", document).id == "a"


@pytest.fixture
def api():
    with StacApi({"a": [item("a", 1)], "b": [item("b", 1)]}) as api:
        yield api


@pytest.fixture
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Has a search wait for documents as long as a busy machine takes."""
    monkeypatch.setattr(citation_reader, "_PATIENCE", 60.0)


def searched(api: StacApi) -> tuple[list[str], list[str]]:
    """Returns the titles of the sources and the ids found."""
    stream = search_of(request_of(api, labels=False), PATIENT)
    found = [each.id for each in stream]
    nothing_left(api)
    return [source.title for source in stream.citing.sources], found


@pytest.mark.usefixtures("patience")
def test_a_search_reads_the_collections_documents(api):
    api.script("/api/collections/b", answer({"title": "B's own"}))
    api.script("/api/collections/a", answer(DOCUMENT))
    assert searched(api) == (["Craters of the <b>Moon</b>", "B's own"], ["a-001", "b-001"])


@pytest.mark.usefixtures("patience")
def test_a_key_in_the_api_s_address_goes_with_each_document(api):
    api.script("/api/collections/a?key=secret", answer(DOCUMENT))
    request = replace(request_of(api, labels=False), api_url=f"{api.root}?key=secret")
    stream = search_of(request, PATIENT)
    assert len(list(stream)) == len(api.items)
    assert stream.citing.sources[0].title == "Craters of the <b>Moon</b>"


@pytest.mark.parametrize(
    "behaviour",
    [
        faults.status(404),
        faults.status(503),
        faults.hang_up,
        faults.ok(b"<html>Please log in</html>"),
        faults.ok(b"[" * 100_000),
        faults.ok(json.dumps({"title": "x" * 5_000_000}).encode()),
    ],
    ids=["none", "busy", "hang up", "no JSON", "deep", "huge"],
)
@pytest.mark.usefixtures("patience")
def test_a_document_that_can_t_be_had_costs_its_citation_alone(api, behaviour):
    api.script("/api/collections/a", behaviour)
    api.script("/api/collections/b", answer({"title": "B's own"}))
    assert searched(api) == (["a", "B's own"], ["a-001", "b-001"])
    # aiohttp itself asks again where a connection was hung up
    assert 1 <= len(api.asked("/api/collections/a")) <= 2


def test_a_document_that_never_comes_holds_up_no_search(api):
    api.script("/api/collections/a", faults.hang)
    watch = Stopwatch()
    assert searched(api) == (["a", "b"], ["a-001", "b-001"])
    assert watch.seconds() < 10
