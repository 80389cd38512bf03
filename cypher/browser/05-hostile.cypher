// Picture: all that is hostile and asserted
MATCH p = (:Entity)-[claim]->(:Entity)
WHERE claim.sign = -1 AND claim.modality = 'asserted'
RETURN p
LIMIT 200
