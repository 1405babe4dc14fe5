from __future__ import annotations

import pytest

from ard_qgis_plugin.core.light.stereo.released import pair_name, released_models

_MODELS = (
    "TC2W2B0_01_07463S510E3340__TC1W2B0_01_07463S505E3340",
    "T01_000815_1749_XN_05S222W__P02_001752_1753_XI_04S222W",
    "DTEEC_023957_1755_024023_1755_U01",
    "ESP_025012_1745_ESP_025078_1745",
    "TC1W2B0_01_07463S505E3340",
)


@pytest.mark.parametrize(
    ("first", "second", "model"),
    [
        ("TC1W2B0_01_07463S505E3340", "TC2W2B0_01_07463S510E3340", _MODELS[0]),
        ("P02_001752_1753_XI_04S222W", "T01_000815_1749_XN_05S222W", _MODELS[1]),
        ("ESP_023957_1755_RED", "ESP_024023_1755_COLOR", _MODELS[2]),
        ("ESP_025078_1745_RED", "ESP_025012_1745_RED", _MODELS[3]),
        ("ESP_023957_1755_RED", "ESP_023957_1755_COLOR", None),
        ("TC1W2B0_01_07463S505E3340", "TC1W2B0_01_07463S505E3340", None),
    ],
)
def test_models_of_pairs(first: str, second: str, model: str | None) -> None:
    assert released_models(_MODELS).get(pair_name(first, second)) == model
