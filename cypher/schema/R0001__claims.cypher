// Once for each relation of the vocabulary: a claim is found by its id, and is there once; claims are filtered by day.
CREATE CONSTRAINT polgraph_claim_id_RELATION IF NOT EXISTS FOR ()-[r:RELATION]-() REQUIRE r.id IS UNIQUE;
CREATE RANGE INDEX polgraph_claim_date_RELATION IF NOT EXISTS FOR ()-[r:RELATION]-() ON (r.date);
