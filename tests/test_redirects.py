"""Old addresses lead to today's, and never stand in the way of a page."""

from __future__ import annotations

from archives import archive, decision, recommendation

from namndarkivet.redirects import redirect_page, redirects

HERE = "beslut/habo/socialnamnden/2031"


def test_a_former_id_leads_to_the_documents_page() -> None:
    made = archive(
        decision(tidigare_id=[f"{HERE}/11", f"/{HERE}/10/"]), recommendation(tidigare_id=["rekommendationer/skr-2030"])
    )
    assert dict(redirects(made)) == {
        f"{HERE}/11/": f"{HERE}/12/",
        f"{HERE}/10/": f"{HERE}/12/",
        "rekommendationer/skr-2030/": "rekommendationer/skr-2030-7/",
    }


def test_a_former_id_that_is_a_page_of_today_leads_nowhere() -> None:
    made = archive(
        decision(paragraf="13", diarienummer="SN 2031/1"),
        decision(tidigare_id=[f"{HERE}/13", "arenden/habo/sn-2031-1", "sammantraden/habo/socialnamnden/2031-02-12"]),
    )
    assert list(redirects(made)) == []


def test_every_other_number_of_a_matter_leads_to_its_page() -> None:
    made = archive(
        decision(paragraf="1", datum="2031-01-01", diarienummer="SN 2031/1", ärende="Vägen"),
        decision(paragraf="2", diarienummer="KS18/13", ärende="Vägen"),
        decision(paragraf="3", datum="2031-03-01", diarienummer="2018/13 KS", ärende="Vägen"),
    )
    assert ("arenden/habo/ks-2018-13/", "arenden/habo/sn-2031-1/") in list(redirects(made))
    assert {to for _, to in redirects(made)} == {"arenden/habo/sn-2031-1/"}


def test_the_name_of_a_matter_leads_to_its_page_when_it_has_a_number() -> None:
    made = archive(
        decision(paragraf="1", datum="2031-01-01", diarienummer="SN 2031/1", ärende="Vägen"),
        decision(paragraf="2", diarienummer="KS 2018/13", ärende="Vägen"),
    )
    assert set(made.matters) == {"arenden/habo/sn-2031-1"}
    assert list(redirects(made)) == [
        ("arenden/habo/ks-2018-13/", "arenden/habo/sn-2031-1/"),
        ("arenden/habo/vagen/", "arenden/habo/sn-2031-1/"),
    ]


def test_the_page_leads_on_from_its_own_depth_and_is_for_no_search_engine() -> None:
    assert redirect_page("beslut/a/b/2016/1/", "beslut/a/b/2016/2/", "https://exempel.invalid/arkiv/") == (
        '<!doctype html>\n<html lang="sv">\n<head>\n<meta charset="utf-8">\n<title>Sidan har flyttat</title>\n'
        '<meta name="robots" content="noindex">\n'
        '<link rel="canonical" href="https://exempel.invalid/arkiv/beslut/a/b/2016/2/">\n'
        '<meta http-equiv="refresh" content="0; url=../../../../../beslut/a/b/2016/2/">\n</head>\n'
        '<body>\n<p>Sidan har flyttat till <a href="../../../../../beslut/a/b/2016/2/">beslut/a/b/2016/2/</a>.</p>\n'
        "</body>\n</html>\n"
    )


def test_without_the_address_of_the_site_there_is_no_canonical_link_and_everything_is_escaped() -> None:
    page = redirect_page("a/", 'b"><script>/', "")
    assert "canonical" not in page
    assert "<script>" not in page
