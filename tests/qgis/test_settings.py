"""The settings in QGIS's own store: what comes back, and what bad values do."""

from __future__ import annotations

import dataclasses

import pytest
from qgis.core import QgsSettings

from ard_qgis_plugin.core.model.errors import InputError
from ard_qgis_plugin.settings import GROUP, Settings, load_settings, save_settings


def test_a_fresh_profile_has_the_defaults():
    assert load_settings() == Settings(
        api_url="https://stac.astrogeology.usgs.gov/api", remote="s3_noauth", concurrency=64
    )


def test_what_is_saved_comes_back_with_its_type():
    mine = Settings("http://127.0.0.1:8080", "my_remote", 8)
    save_settings(mine)
    QgsSettings().sync()
    assert load_settings() == mine


def test_values_stand_under_the_plugins_own_name():
    save_settings(Settings(remote="other"))
    assert QgsSettings().value("planetary_ard/remote") == "other"


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("api_url", "not a url"),
        ("api_url", "ftp://example.org"),
        ("api_url", "https://"),
        ("api_url", "http://[broken"),
        ("api_url", ""),
        ("remote", ""),
        ("remote", "a/b"),
        ("remote", "--config"),
        ("concurrency", "many"),
        ("concurrency", "0"),
        ("concurrency", 257),
        ("concurrency", ["1", "2"]),
        ("labels_kept", "all"),
        ("labels_kept", -1),
        ("labels_kept", 10**9),
    ],
)
def test_a_bad_value_falls_back_alone(name, stored):
    save_settings(Settings("https://example.org/stac", "other", 3))
    QgsSettings().setValue(f"{GROUP}/{name}", stored)
    expected = dataclasses.replace(
        Settings("https://example.org/stac", "other", 3), **{name: getattr(Settings(), name)}
    )
    assert load_settings() == expected


def test_a_trailing_slash_and_a_trailing_colon_do_no_harm():
    mine = Settings("https://example.org/stac/", "s3_noauth:")
    assert (mine.api_url, mine.remote) == ("https://example.org/stac", "s3_noauth")


def test_a_bad_value_is_refused_in_a_sentence():
    with pytest.raises(InputError, match="“Labels read at the same time” can't be 0: it is not"):
        Settings(concurrency=0)


def test_settings_cannot_be_changed_in_place():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings().remote = "other"
