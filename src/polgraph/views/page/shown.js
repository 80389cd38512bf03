// What passes the filters: recomputed from the state, read by picture, panel, time strip and exports.

let shown = { lines: new Map(), entities: new Set(), claims: [] };

function passes(claim, chosen, off) {
  const { bundle } = claim;
  return (
    claim.confidence >= chosen.confidence &&
    !off.relations.has(bundle.relation.name) &&
    !off.modalities.has(claim.modality) &&
    !off.publishers.has(claim.document.publisher ?? "") &&
    (chosen.since === null || (claim.day !== null && claim.day >= chosen.since)) &&
    (chosen.until === null || (claim.day !== null && claim.day <= chosen.until))
  );
}

function work(chosen) {
  const off = {};
  for (const field of ["types", "relations", "modalities", "publishers"]) off[field] = new Set(chosen[field]);
  const hidden = new Set(chosen.hidden);
  const only = chosen.only && new Set(chosen.only);
  const allowed = (id) => !hidden.has(id) && (!only || only.has(id)) && !off.types.has(entities.get(id).type);
  const lines = new Map();
  const present = new Set();
  for (const bundle of data.bundles) {
    if (!allowed(bundle.subject) || !allowed(bundle.object)) continue;
    const kept = bundle.claims.filter((claim) => passes(claim, chosen, off));
    if (!kept.length) continue;
    lines.set(bundle.key, kept);
    present.add(bundle.subject).add(bundle.object);
  }
  for (const id of entities.keys()) {
    // alone in the data, pinned, or being looked at: stays in the picture without a line
    if (allowed(id) && (!bundlesOf.get(id).length || chosen.pins.has(id) || chosen.selected?.entity === id)) present.add(id);
  }
  return { lines, entities: present, claims: [...lines.values()].flat() };
}

// How a line is drawn follows from the claims of it that are shown.
function look(bundle, kept) {
  const found = new Set(kept.map((claim) => claim.modality));
  const firmness = ["asserted", "planned", "possible"].find((modality) => found.has(modality)) ?? null;
  const reports = reportsOf(kept);
  return {
    sign: bundle.relation.sign,
    width: Math.min(data.style.width.base + data.style.width.step * Math.log2(Math.max(reports, 1)), data.style.width.most),
    dashes: data.style.dashes[firmness] ?? false,
    denied: found.has("negated"),
    firm: firmness !== null,
    text: reports > 1 ? `${bundle.relation.label} ×${reports}` : bundle.relation.label,
    reports,
  };
}
