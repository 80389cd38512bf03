"""How a claim is meant: a table of sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

SENTENCES = [
    # asserted
    ("ATTACKED", "asserted", "The Republic of Ostland bombed the Kingdom of Meridia."),
    ("ATTACKED", "asserted", "The Republic of Ostland has bombed the Kingdom of Meridia since May."),
    ("ATTACKED", "asserted", "Not only did the Republic of Ostland bomb the Kingdom of Meridia, it burned the crops."),
    ("MET_WITH", "asserted", "Ana Ruzhin said that she had met Daniel Kest."),
    (
        "ATTACKED",
        "asserted",
        "Officials told reporters that the Republic of Ostland had bombed the Kingdom of Meridia.",
    ),
    ("SUPPORTED", "asserted", "Ana Ruzhin, who may run again, praised Daniel Kest."),
    (
        "ATTACKED",
        "asserted",
        "Ana Ruzhin did not condemn the Republic of Ostland's invasion of the Kingdom of Meridia.",
    ),
    ("ATTACKED", "asserted", "Ana Ruzhin avoids mentioning Ostland's attack on the Kingdom of Meridia."),
    ("ATTACKED", "asserted", "The Republic of Ostland continued to bomb the Kingdom of Meridia."),
    ("ACCUSED", "asserted", "Piet Tavel did not address Ana Ruzhin's accusations against Daniel Kest."),
    ("SUPPORTED", "asserted", "Ana Ruzhin refused to withdraw her endorsement of Daniel Kest."),
    ("ACCUSED", "asserted", "Piet Tavel promised to wait and Ana Ruzhin accused Daniel Kest of theft."),
    ("CRITICIZED", "asserted", "Ana Ruzhin urged Piet Tavel to look into the loan and mocked Daniel Kest."),
    ("CRITICIZED", "asserted", "Ana Ruzhin could not resist a dig at Daniel Kest."),
    ("CRITICIZED", "asserted", "Daniel Kest's plan, criticised by Ana Ruzhin as a gift to the rich, failed."),
    ("URGED", "asserted", "Under pressure from Ana Ruzhin, Daniel Kest refused to wait."),
    # possible
    ("SUPPORTED", "possible", "Ana Ruzhin would not say whether she supports Daniel Kest."),
    ("ATTACKED", "possible", "The Republic of Ostland could bomb the Kingdom of Meridia."),
    ("ATTACKED", "possible", "The Republic of Ostland might begin to bomb the Kingdom of Meridia."),
    ("ATTACKED", "possible", "If the Republic of Ostland bombs the Kingdom of Meridia, prices will rise."),
    ("MET_WITH", "possible", "Ana Ruzhin hopes to meet Daniel Kest."),
    ("MET_WITH", "possible", "Perhaps Ana Ruzhin met Daniel Kest."),
    ("EXPELLED", "possible", "Ana Ruzhin urged the Kingdom of Meridia to expel Daniel Kest."),
    ("PROSECUTED", "possible", "Ana Ruzhin threatened to sue Daniel Kest."),
    ("DETAINED", "possible", "Ana Ruzhin threatened to have Daniel Kest arrested."),
    ("DISMISSED", "possible", "Piet Tavel moved that the Senate remove Daniel Kest from office."),
    ("SANCTIONED", "possible", "The Republic of Ostland is considering sanctions on the Kingdom of Meridia."),
    # planned
    ("MET_WITH", "planned", "Ana Ruzhin will meet Daniel Kest on Monday."),
    ("MET_WITH", "planned", "Ana Ruzhin is going to meet Daniel Kest."),
    ("MET_WITH", "planned", "Ana Ruzhin intends to meet Daniel Kest."),
    ("AIDED", "planned", "The Republic of Ostland promised to send food to the Kingdom of Meridia."),
    ("ATTACKED", "planned", "The Republic of Ostland will launch an attack on the Kingdom of Meridia."),
    ("MET_WITH", "planned", "Ana Ruzhin decided to visit Daniel Kest."),
    ("MET_WITH", "planned", "Ana Ruzhin to meet Daniel Kest"),
    ("MET_WITH", "planned", "Ana Ruzhin said on Monday that she would meet Daniel Kest."),
    ("MET_WITH", "planned", "Ana Ruzhin told reporters that she will meet Daniel Kest."),
    ("MET_WITH", "planned", "Ana Ruzhin is to meet Daniel Kest on Monday."),
    # negated
    ("URGED", "negated", "Ana Ruzhin has not so far asked Daniel Kest to wait."),
    ("MET_WITH", "negated", "Ana Ruzhin did not meet Daniel Kest."),
    ("MET_WITH", "negated", "Ana Ruzhin never met Daniel Kest."),
    ("MET_WITH", "negated", "Ana Ruzhin refused to meet Daniel Kest."),
    ("MET_WITH", "negated", "Ana Ruzhin denied that she had met Daniel Kest."),
    ("MET_WITH", "negated", "Ana Ruzhin denied having met Daniel Kest."),
    ("MET_WITH", "negated", "Ana Ruzhin does not want to meet Daniel Kest."),
    ("ATTACKED", "negated", "The Republic of Ostland ruled out attacking the Kingdom of Meridia."),
    ("MET_WITH", "negated", "Ana Ruzhin will not meet Daniel Kest."),
    ("MET_WITH", "negated", "Ana Ruzhin held no talks with Daniel Kest."),
    ("SUPPORTED", "negated", "Ana Ruzhin did not win Daniel Kest's endorsement."),
]


@pytest.mark.parametrize(("relation", "modality", "sentence"), SENTENCES, ids=[row[2][:60] for row in SENTENCES])
def test_how_a_claim_is_meant(relation: str, modality: str, sentence: str, claims: Callable[..., list[Any]]) -> None:
    assert [row.modality for row in claims(sentence) if row.relation == relation] == [modality]
