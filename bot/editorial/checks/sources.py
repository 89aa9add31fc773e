"""What may be linked, and who must be called commercial."""
from __future__ import annotations

import datetime
import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

from bot.editorial.faults import Fault
from bot.editorial.library import Library, Placed
from bot.editorial.lists import load

_TRACKING = re.compile(r"(utm_\w+|fbclid|gclid|dclid|msclkid|mc_cid|mc_eid|igshid|yclid|footprints|ref_src)\Z", re.I)
_SELLER = re.compile(r"\b(clinic|shop|store|pharmacy(?! times)|salon|med ?spa|skin ?care brand|beauty brand|"
                     r"dental practice)\b", re.I)
_INDEPENDENT = {"systematic_review", "rct", "controlled_trial", "uncontrolled_study", "lab_study", "guideline",
                "professional_body", "health_service", "academic_press_release"}
_DOI = re.compile(r"10\.\d{4,9}/\S+\Z")
_INSTEAD = "Use the DOI, PubMed or the publisher's page; or url: null and say why in link_note."


def check(library: Library, today: datetime.date) -> Iterator[Fault]:
    for placed in library.all_sources:
        yield from _commercial(placed)
        yield from _address(placed)
        source = placed.shape
        if source.doi and not _DOI.match(source.doi):
            yield placed.file.fault(placed.loc + ("doi",), "bad-doi", f"'{source.doi}' is not a bare DOI.",
                                    "Write it like 10.1159/000354083, without 'doi:' or an address.")
        if source.year is not None and source.year > today.year:
            yield placed.file.fault(placed.loc + ("year",), "future-date", f"The year {source.year} is still to come.",
                                    "Write the year of publication, or null.")


def _commercial(placed: Placed) -> Iterator[Fault]:
    source = placed.shape
    if source.commercial_interest:
        return
    if source.kind == "brand_article":
        cause = f"'{source.id}' is a brand's article, and commercial_interest is false."
    elif source.kind not in _INDEPENDENT and _SELLER.search(source.publisher):
        cause = f"'{source.id}' comes from a seller ('{source.publisher}'), and commercial_interest is false."
    else:
        return
    yield placed.file.fault(placed.loc + ("commercial_interest",), "not-commercial", cause,
                            "Set commercial_interest: true and say in funding what is sold.")


def _address(placed: Placed) -> Iterator[Fault]:
    source, loc = placed.shape, placed.loc + ("url",)
    if source.url is None:
        if not source.link_note and not source.doi:
            yield placed.file.fault(placed.loc, "no-link-note", f"'{source.id}' has no link and does not say why.",
                                    "Add the doi, or link_note: why there is no link.")
        return
    host = _host(source.url)
    if host is None:
        yield placed.file.fault(loc, "bad-url", f"'{source.url}' is not a web address.",
                                "Write a whole address that starts with https://.")
        return
    reason = denied(host)
    if reason and source.url.rstrip("/") == source.seen_at.rstrip("/"):
        yield placed.file.fault(loc, "shown-copy", f"The link is the {reason} where the text was read ({host}).",
                                _INSTEAD)
    elif reason:
        yield placed.file.fault(loc, "denied-host", f"{host} is {_article(reason)} {reason}; visitors are sent "
                                "to the original.", _INSTEAD)
    tracking = [key for key, _ in parse_qsl(urlsplit(source.url).query) if _TRACKING.match(key)]
    if tracking:
        yield placed.file.fault(loc, "tracking", f"The link carries tracking ({', '.join(tracking)}).",
                                "Cut it off the address.")


def _host(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        host = parts.hostname
        parts.port  # noqa: B018 - raises for a port that is no number
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or "." not in host or re.search(r"\s", url):
        return None
    return None if parts.username else host


def denied(host: str) -> str | None:
    """Why ``host`` may not be linked, in words, or None when it may."""
    try:
        ipaddress.ip_address(host)
        return "bare copy"
    except ValueError:
        pass
    labels = host.lower().split(".")
    ends = {".".join(labels[start:]) for start in range(len(labels))}
    for reason, hosts in load("denied_hosts").items():
        if ends.intersection(hosts):
            return "document-sharing site" if reason == "document_sharing" else str(reason).replace("_", " ")
    return None


def _article(noun: str) -> str:
    return "an" if noun[0] in "aeiou" else "a"
