// Sentences: every sentence about two entities (put other names)
MATCH (a:Entity {name: 'Elon Musk'})-[claim]-(b:Entity {name: 'Donald Trump'})
MATCH (d:Document {id: claim.document})
RETURN type(claim) AS relation, claim.modality AS modality, claim.speaker AS speaker, claim.quote AS sentence,
       coalesce(d.title, d.id) AS article, coalesce(claim.date, claim.published) AS day
ORDER BY day, article, claim.start
