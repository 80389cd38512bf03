from __future__ import annotations

from typing import TYPE_CHECKING

from polgraph.views.bundles import by_reports, gather

if TYPE_CHECKING:
    import networkx as nx

    from polgraph.views.bundles import Bundle


def bundle(graph: nx.MultiDiGraph, subject: str, relation: str) -> Bundle:
    return next(one for one in gather(graph) if (one.subject, one.relation) == (subject, relation))


def test_claims_of_one_relation_between_two_are_one_bundle_that_counts_articles(story: nx.MultiDiGraph) -> None:
    accused = bundle(story, "person:lina-marek", "ACCUSED")
    assert (len(accused.claims), accused.reports, accused.label) == (3, 3, "accused ×3")


def test_an_article_that_says_it_twice_is_one_report(story: nx.MultiDiGraph) -> None:
    claim = dict(bundle(story, "person:oren-tavel", "CRITICIZED").claims[0]) | {"id": "again"}
    story.add_edge("person:oren-tavel", "person:lina-marek", key="again", **claim)
    criticised = bundle(story, "person:oren-tavel", "CRITICIZED")
    assert (len(criticised.claims), criticised.reports, criticised.label) == (2, 1, "criticised")


def test_different_relations_stay_apart(story: nx.MultiDiGraph) -> None:
    between = {
        one.relation for one in gather(story) if {one.subject, one.object} == {"person:lina-marek", "person:oren-tavel"}
    }
    assert between == {"FEUDS_WITH", "CRITICIZED"}


def test_a_symmetric_relation_is_one_bundle_whichever_end_comes_first(story: nx.MultiDiGraph) -> None:
    claim = dict(bundle(story, "person:lina-marek", "FEUDS_WITH").claims[0]) | {"id": "back", "document": "offer.txt"}
    story.add_edge("person:oren-tavel", "person:lina-marek", key="back", **claim)
    feuds = [one for one in gather(story) if one.relation == "FEUDS_WITH"]
    assert [one.reports for one in feuds] == [2]


def test_firmness_is_that_of_the_firmest_claim_that_affirms(story: nx.MultiDiGraph) -> None:
    assert bundle(story, "nation:ostland", "OFFERED_ASYLUM_TO").firmness == "possible"
    assert bundle(story, "nation:ostland", "SANCTIONED").firmness == "planned"
    accused = bundle(story, "person:lina-marek", "ACCUSED")
    assert (accused.firmness, accused.denied) == ("asserted", True)


def test_a_bundle_of_denials_is_firm_in_nothing(story: nx.MultiDiGraph) -> None:
    for _, _, claim in story.edges(data=True):
        claim["modality"] = "negated"
    assert {one.firmness for one in gather(story)} == {None}


def test_entities_are_ordered_by_the_articles_that_say_anything_of_them(story: nx.MultiDiGraph) -> None:
    counts = by_reports(story)
    assert next(iter(counts.items())) == ("person:lina-marek", 3)
    assert counts["person:alone"] == 0
