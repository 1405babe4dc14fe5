"""Addresses of images become rclone paths, and nothing else gets through."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ard_qgis_plugin.core.manifest.rclone_path import rclone_path
from ard_qgis_plugin.core.model.errors import InputError, ManifestError
from ard_qgis_plugin.core.model.object_path import ObjectPath, object_path

KEY = "moon/kaguya/TC1/TC1.tif"
MOON = ObjectPath("astrogeo-ard", KEY)


@pytest.mark.parametrize(
    "href",
    [
        f"https://astrogeo-ard.s3-us-west-2.amazonaws.com/{KEY}",
        f"https://astrogeo-ard.s3.us-west-2.amazonaws.com/{KEY}",
        f"https://astrogeo-ard.s3.dualstack.us-west-2.amazonaws.com/{KEY}",
        f"https://astrogeo-ard.s3.amazonaws.com/{KEY}",
        f"http://astrogeo-ard.s3.amazonaws.com:80/{KEY}",
        f"https://s3.us-west-2.amazonaws.com/astrogeo-ard/{KEY}",
        f"https://s3-us-west-2.amazonaws.com/astrogeo-ard/{KEY}",
        f"https://s3.amazonaws.com/astrogeo-ard/{KEY}",
        f"HTTPS://Astrogeo-Ard.S3.Us-West-2.AmazonAWS.com/{KEY}",
        f"s3://astrogeo-ard/{KEY}",
        f"S3://astrogeo-ard/{KEY}",
        f"/vsis3/astrogeo-ard/{KEY}",
        f"/vsicurl/https://astrogeo-ard.s3-us-west-2.amazonaws.com/{KEY}",
        f"https://astrogeo-ard.s3-us-west-2.amazonaws.com/{KEY}?X-Amz-Signature=secret#here",
        "https://astrogeo-ard.s3-us-west-2.amazonaws.com/%6Doon/kaguya%2FTC1/TC1.tif",
    ],
)
def test_every_form_of_an_address_names_the_same_object(href):
    assert object_path(href) == MOON
    assert rclone_path(href, "s3_noauth") == f"s3_noauth:/astrogeo-ard/{KEY}"


@pytest.mark.parametrize(
    ("href", "found"),
    [
        (
            "https://asc-mars.s3.eu-central-1.amazonaws.com/a.tif",
            ObjectPath("asc-mars", "a.tif", "eu-central-1"),
        ),
        (
            "https://s3.cn-north-1.amazonaws.com.cn/b/a.tif",
            ObjectPath("b", "a.tif", "cn-north-1"),
        ),
        (
            "https://s3.us-gov-west-1.amazonaws.com/b/a.tif",
            ObjectPath("b", "a.tif", "us-gov-west-1"),
        ),
        (
            "https://data.moon.example.s3.us-east-1.amazonaws.com/a.tif",
            ObjectPath("data.moon.example", "a.tif", "us-east-1"),
        ),
        (
            "http://127.0.0.1:9000/bucket/moon/a.tif",
            ObjectPath("bucket", "moon/a.tif", "", "http://127.0.0.1:9000"),
        ),
        (
            "https://[::1]:9000/bucket/a.tif",
            ObjectPath("bucket", "a.tif", "", "https://[::1]:9000"),
        ),
        (
            "/vsicurl/http://Minio.Example.org/bucket/a.tif",
            ObjectPath("bucket", "a.tif", "", "http://minio.example.org"),
        ),
        ("s3://bucket/50%25 #1?.tif", ObjectPath("bucket", "50%25 #1?.tif")),
        (
            "https://bucket.s3.amazonaws.com/50%25 %231%3F+é.tif",
            ObjectPath("bucket", "50% #1?+é.tif"),
        ),
        ("s3://bucket/$(id)`id`'\";&|.tif", ObjectPath("bucket", "$(id)`id`'\";&|.tif")),
        ("s3://bucket/-rf", ObjectPath("bucket", "-rf")),
    ],
)
def test_region_endpoint_and_odd_names_are_kept(href, found):
    assert object_path(href) == found


@pytest.mark.parametrize(
    ("href", "reason"),
    [
        ("", "only http, https and s3"),
        ("moon/a.tif", "only http, https and s3"),
        ("./a.tif", "only http, https and s3"),
        ("file:///etc/passwd", "only http, https and s3"),
        ("ftp://example.org/b/a.tif", "only http, https and s3"),
        ("javascript:alert(1)", "only http, https and s3"),
        ("/vsicurl/s3://b/a.tif", "only http, https and s3"),
        ("https://b.s3.amazonaws.com", "no file in it"),
        ("https://b.s3.amazonaws.com/", "no file in it"),
        ("s3://bucket", "no file in it"),
        ("https://b.s3.amazonaws.com/folder/", "is a folder"),
        ("https://b.s3.amazonaws.com//a.tif", "empty"),
        ("https://b.s3.amazonaws.com/x/../../etc/a.tif", "'..'"),
        ("https://b.s3.amazonaws.com/x/%2e%2e/a.tif", "'..'"),
        ("/vsis3/b/../../a.tif", "'..'"),
        ("s3://../a.tif", "no bucket name"),
        ("s3:///a.tif", "no bucket name"),
        ("s3://-b/a.tif", "no bucket name"),
        ("http://127.0.0.1:9000/b%20c/a.tif", "no bucket name"),
        ("https://b.s3.amazonaws.com/a\n.tif", "line break"),
        ("https://b.s3.amazonaws.com/a.tif\r\n", "line break"),
        ("https://b.s3.amazonaws.com/a\u2028b.tif", "line break"),
        ("https://b.s3.amazonaws.com/a%0Ab.tif", "encoded control character"),
        ("https://b.s3.amazonaws.com/a%00.tif", "encoded control character"),
        ("https://b.s3.amazonaws.com/a%ff.tif", "no valid address"),
        ("http://[::1/b/a.tif", "no valid address"),
        ("https:///b/a.tif", "server name"),
        ("https://ho st/b/a.tif", "server name"),
        ("https://möon.example/b/a.tif", "server name"),
        ("https://x;y.example/b/a.tif", "server name"),
        ("https://g6goyz4w56.execute-api.us-west-2.amazonaws.com/prod/a.tif", "not S3"),
        ("https://b.s3.amazonaws.com/" + "é" * 600, "longer than 1024 bytes"),
    ],
)
def test_what_names_no_object_is_refused_with_the_reason(href, reason):
    with pytest.raises(ManifestError) as refused:
        object_path(href)
    assert reason in str(refused.value)
    assert "\n" not in str(refused.value)


def test_secrets_of_an_address_stay_out_of_the_message():
    with pytest.raises(ManifestError) as refused:
        object_path("https://anna:geheim@example.org/b/a.tif?X-Amz-Signature=abc123")
    assert "example.org" in str(refused.value)
    assert not [secret for secret in ("anna", "geheim", "abc123") if secret in str(refused.value)]


@pytest.mark.parametrize("name", ["s3_noauth", "A", "_x", "9lives", "my-remote.v2"])
def test_remote_names_that_rclone_can_hold_are_taken(name):
    assert rclone_path("s3://b/a.tif", name) == f"{name}:/b/a.tif"


@pytest.mark.parametrize("name", ["", "-x", ".x", "a b", "a:b", "a/b", "a\n", "a]", "é", "$(id)"])
def test_other_remote_names_are_refused_with_a_sentence(name):
    with pytest.raises(InputError, match="remote name"):
        rclone_path("s3://b/a.tif", name)


HOSTILE = st.text(st.sampled_from("ab/.%\n\r\0'\"$`;&|\\ -:?#@[]()é\u2028\ud80025EeAa0"))
PREFIX = st.sampled_from(
    ["s3://b/", "/vsis3/", "https://b.s3.amazonaws.com/", "http://127.0.0.1:9/b/", "https://", ""]
)


def line_or_sentence(href):
    try:
        return rclone_path(href, "r")
    except ManifestError as refused:
        return str(refused)


@settings(deadline=None)
@given(PREFIX, HOSTILE | st.text())
def test_no_address_breaks_out_of_its_line_or_folder(prefix, rest):
    line = line_or_sentence(prefix + rest)
    assert line.encode("utf-8", "replace").decode().splitlines() == [line]
    if not line.startswith("r:/"):
        return
    parts = line.removeprefix("r:/").split("/")
    assert len(parts) >= 2
    assert not {"", ".", ".."} & set(parts)
    assert parts[0][0].isalnum()
