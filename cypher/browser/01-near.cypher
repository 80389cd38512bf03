// Picture: who stands near one entity (put another name)
MATCH p = (:Entity {name: 'Elon Musk'})-[claim]-(:Entity)
WHERE claim.modality <> 'negated'
RETURN p
LIMIT 200
