"""What rclone says of a failure, in the user's words."""

from __future__ import annotations

import re

_FULL = re.compile(
    r"no space left|remaining disk space|not enough space|quota exceeded", re.IGNORECASE
)
_NETWORK = re.compile(
    r"dial tcp|dial error|connection refused|no such host|i/o timeout|connection reset|broken pipe|"
    r"network is (?:unreachable|down)|no route to host|unexpected EOF|TLS handshake|"
    r"deadline exceeded|server misbehaving|use of closed network|[ :]EOF\b",
    re.IGNORECASE,
)
_NETWORK_WORDS = re.compile(
    r"connection refused|no such host|i/o timeout|connection reset by peer|no route to host|"
    r"network is unreachable|deadline exceeded|unexpected EOF",
    re.IGNORECASE,
)
_CERTIFICATE = re.compile(r"x509: ([^,;(\n]+)")
_STATUS = re.compile(r"status ?code: ([1-9]\d\d)", re.IGNORECASE)
_NAMED = re.compile(r"\b(Forbidden|AccessDenied|Bad ?Request|SlowDown|InternalError)\b")
_FORBIDDEN = ("401", "403")
# What only the people who run the server can use.
_NOISE = re.compile(
    r",? ?(?:Request ?ID|Host ?ID|host id|request id): ?[^,\s]*|operation error S3: \w+, "
    r"|https response error |exceeded maximum number of attempts, \d+, ",
    re.IGNORECASE,
)
_MAX_WORDS = 200  # characters


def is_network_failure(text: str) -> bool:
    """Says whether there was no answer, so that others of the same server will fare alike."""
    return http_status(text) is None and bool(_NETWORK.search(text))


def http_status(text: str) -> int | None:
    """Returns the HTTP status that the server answered with, or None where it didn't."""
    found = _STATUS.search(text)
    return int(found[1]) if found else None


def explained(text: str) -> str:
    """Returns why a file could not be copied, from what rclone says of it."""
    if _FULL.search(text):
        return "the disk is full"
    status = http_status(text)
    if status is not None:
        named = _NAMED.search(text)
        refused = (
            "no permission on the server" if str(status) in _FORBIDDEN else "the server refuses"
        )
        return f"{refused} ({status}{f' {named[1]}' if named else ''})"
    if distrusted := _CERTIFICATE.search(text):
        return f"the server's certificate is not trusted ({distrusted[1].strip()})"
    if is_network_failure(text):
        named = _NETWORK_WORDS.search(text)
        return f"the server can't be reached{f' ({named[0]})' if named else ''}"
    words = " ".join(_NOISE.sub("", text).split())
    return words[:_MAX_WORDS] + ("…" if len(words) > _MAX_WORDS else "")
