// The legend, which is also the filter: what a mark means, how many there are, and a box to switch it off.

const byName = (one, other) => (one < other ? -1 : one > other ? 1 : 0);
const boxes = []; // {box, field, values}: one value, or a group of them

function swatch(type) {
  const { shape, colour: fill } = data.types.find((candidate) => candidate.name === type);
  const mark = {
    dot: () => svgEl("circle", { cx: 7, cy: 7, r: 5.5 }),
    square: () => svgEl("rect", { x: 2, y: 2, width: 10, height: 10 }),
    diamond: () => svgEl("path", { d: "M7 .5 13.5 7 7 13.5 .5 7z" }),
  }[shape]();
  mark.setAttribute("fill", fill);
  return svgEl("svg", { class: "swatch", viewBox: "0 0 14 14", "aria-hidden": "true" }, mark);
}

function strokeSwatch(sign, modality = "asserted") {
  const dash = data.style.dashes[modality];
  const line = svgEl("line", { x1: 1, y1: 7, x2: 29, y2: 7, class: `stroke ${SIGN_NAMES.get(sign)}`, "stroke-dasharray": dash && dash.join(" ") });
  const cross = modality === "negated" && svgEl("path", { d: "M10.5 2.5l9 9m0-9l-9 9", class: "cross" });
  return svgEl("svg", { class: "swatch wide", viewBox: "0 0 30 14", "aria-hidden": "true" }, line, cross);
}

function countBy(key) {
  const counts = new Map();
  for (const claim of claims) counts.set(key(claim), (counts.get(key(claim)) ?? 0) + 1);
  return counts;
}

// One row: a box that switches `values` of `field` on and off.
function row(field, values, text, count, mark, extra = "") {
  const box = el("input", { type: "checkbox", onchange: () => toggle(field, values, box.checked) });
  boxes.push({ box, field, values });
  return el("label", { class: `row ${extra}` }, box, mark, el("span", { class: "what" }, text), el("small", { class: "tally" }, count.toLocaleString("en")));
}

function toggle(field, values, on) {
  const kept = state[field].filter((value) => !values.includes(value));
  change({ [field]: on ? kept : [...kept, ...values] });
}

function buildLegend() {
  byId("filters").append(entityRows(), ...relationRows(), modalityRows(), publisherRows(), confidenceRow());
  byId("reset").addEventListener("click", resetFilters);
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
  if (matchMedia("(max-width: 900px)").matches) byId("legend-fold").open = false;
}

const group = (title, ...rows) => el("fieldset", {}, el("legend", {}, title), ...rows);

function entityRows() {
  const counts = new Map();
  for (const { type } of data.entities) counts.set(type, (counts.get(type) ?? 0) + 1);
  return group("Who", ...data.types.filter(({ name }) => counts.has(name)).map(({ name }) => row("types", [name], name, counts.get(name), swatch(name))));
}

function relationRows() {
  const counts = countBy((claim) => claim.bundle.relation);
  return [-1, 1, 0].map((sign) => {
    const present = data.relations.filter((relation) => relation.sign === sign && counts.has(relation));
    if (!present.length) return null;
    const total = (some) => some.reduce((sum, relation) => sum + counts.get(relation), 0);
    const names = (some) => some.map((relation) => relation.name);
    const families = groupBy(present, (relation) => relation.family);
    const rows = [...families].flatMap(([family, members]) => {
      const single = members.map((relation) => row("relations", [relation.name], relation.label, counts.get(relation), null, members.length > 1 ? "inner" : ""));
      return members.length > 1 ? [row("relations", names(members), inWords(family), total(members), null, "family"), ...single] : single;
    });
    const head = row("relations", names(present), `${SIGN_NAMES.get(sign)} (all)`, total(present), strokeSwatch(sign), "head");
    return group(`What: ${SIGN_NAMES.get(sign)}`, head, ...rows);
  }).filter(Boolean);
}

const inWords = (family) => `${family.charAt(0)}${family.slice(1).toLowerCase().replaceAll("_", " ")}`;

function modalityRows() {
  const counts = countBy((claim) => claim.modality);
  return group("How sure the article is", ...Object.entries(data.style.modalities)
    .filter(([modality]) => counts.has(modality))
    .map(([modality, label]) => row("modalities", [modality], label, counts.get(modality), strokeSwatch(0, modality))));
}

function publisherRows() {
  const counts = [...countBy((claim) => claim.document.publisher ?? "")].sort((one, other) => other[1] - one[1] || byName(one[0], other[0]));
  return group("Published by", el("div", { class: "scrolling" }, counts.map(([publisher, count]) => row("publishers", [publisher], publisher || "publisher not given", count, null))));
}

function confidenceRow() {
  const slider = el("input", { type: "range", id: "confidence", min: 0, max: 1, step: 0.05, value: 0, "aria-describedby": "confidence-value",
    oninput: () => change({ confidence: Number(slider.value) }, "confidence") });
  return group("Confidence at least", el("div", { class: "slide" },
    el("label", { class: "unseen", for: "confidence" }, "Confidence at least"), slider, el("output", { id: "confidence-value", for: "confidence" })));
}

function resetFilters() {
  const { types, relations: none, modalities, publishers, confidence, since, until, hidden, only } = NOTHING;
  change({ types, relations: none, modalities, publishers, confidence, since, until, hidden, only });
}

function updateLegend(chosen) {
  for (const { box, field, values } of boxes) {
    const off = values.filter((value) => chosen[field].includes(value)).length;
    box.checked = off === 0;
    box.indeterminate = off > 0 && off < values.length;
  }
  byId("confidence").value = chosen.confidence;
  byId("confidence-value").textContent = `${Math.round(chosen.confidence * 100)} %`;
}
