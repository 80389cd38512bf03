// What the reader takes along: the picture as SVG or PNG, the claims shown as CSV or JSON, a link.

function download(name, content) {
  const address = URL.createObjectURL(content);
  el("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

const ROWS = ["subject", "subject_type", "relation", "object", "object_type", "modality", "sign", "speaker", "quote", "date", "published", "publisher", "document", "title", "url", "start", "end", "confidence", "id"];

function rowsShown() {
  return shown.claims.map((claim) => {
    const { bundle, document: article } = claim;
    const { subject, object } = bundle;
    return {
      subject: nameOf(subject), subject_type: entities.get(subject).type, relation: bundle.relation.name, object: nameOf(object), object_type: entities.get(object).type,
      modality: claim.modality, sign: bundle.relation.sign, speaker: claim.speaker ?? null, quote: claim.quote, date: claim.date ?? null,
      published: article.published ?? null, publisher: article.publisher ?? null, document: article.id, title: article.title ?? null, url: webAddress(article.url) ?? null,
      start: claim.start, end: claim.end, confidence: claim.confidence, id: claim.id,
    };
  });
}

// A spreadsheet takes a cell that begins with one of these for a formula; an apostrophe in front makes it text.
function csvCell(value) {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function asCsv(rows) {
  return `\ufeff${[ROWS.join(","), ...rows.map((row) => ROWS.map((column) => csvCell(row[column])).join(","))].join("\r\n")}\r\n`;
}

// The picture drawn anew as SVG, whole, whatever part of it is on the screen.
function asSvg() {
  const ids = [...shown.entities];
  const room = 70;
  const xs = ids.map((id) => nodeOf(id).x);
  const ys = ids.map((id) => nodeOf(id).y);
  const left = Math.min(...xs) - room;
  const top = Math.min(...ys) - room;
  const [width, height] = [Math.max(...xs) + room - left, Math.max(...ys) + room - top].map(Math.round);
  const paper = colour("--paper");
  const svg = svgEl("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `${left} ${top} ${width} ${height}`, width, height, "font-family": colour("--sans"), "font-size": 12 },
    svgEl("title", {}, data.title), svgEl("rect", { x: left, y: top, width, height, fill: paper }),
    [...shown.lines].map(([key, kept]) => svgLine(bundles.get(key), kept, paper)),
    ids.map((id) => svgNode(id, nodeOf(id), paper)));
  return { text: new XMLSerializer().serializeToString(svg), width, height };
}

function svgLine(bundle, kept, paper) {
  const drawn = look(bundle, kept);
  const points = Array.from({ length: 13 }, (_, index) => edgeOf(bundle.key).edgeType.getPoint(index / 12)).map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`);
  const { x, y } = middleOf(bundle.key);
  const tone = toneOf(drawn.sign);
  const halo = { "paint-order": "stroke", stroke: paper, "stroke-width": 3 };
  return svgEl("g", {},
    svgEl("path", { d: `M${points.join("L")}`, fill: "none", stroke: tone, "stroke-width": drawn.width, "stroke-dasharray": drawn.dashes && drawn.dashes.join(" ") }),
    bundle.relation.symmetric || bundle.subject === bundle.object ? null : svgArrow(bundle, tone, drawn.width),
    drawn.denied && svgEl("path", { d: `M${x - 6} ${y - 6}l12 12m0 -12l-12 12`, stroke: colour("--ink"), "stroke-width": 2 }),
    svgEl("text", { x, y: drawn.denied ? y + 16 : y + 3, "text-anchor": "middle", "font-size": 10, "font-style": "italic", fill: tone, ...halo }, drawn.text));
}

function svgArrow(bundle, tone, width) {
  const edge = edgeOf(bundle.key).edgeType;
  const target = nodeOf(bundle.object);
  let t = 1;
  while (t > 0.5 && Math.hypot(edge.getPoint(t).x - target.x, edge.getPoint(t).y - target.y) < target.options.size + 2) t -= 0.005;
  const [tip, tail] = [edge.getPoint(t), edge.getPoint(t - 0.03)];
  const turn = (Math.atan2(tip.y - tail.y, tip.x - tail.x) * 180) / Math.PI;
  const size = 6 + width;
  return svgEl("path", { d: `M0 0L${-size} ${-size / 2}L${-size} ${size / 2}z`, transform: `translate(${tip.x.toFixed(1)} ${tip.y.toFixed(1)}) rotate(${turn.toFixed(1)})`, fill: tone });
}

function svgNode(id, { x, y, options }, paper) {
  const { type, name } = entities.get(id);
  const { shape, colour: fill } = data.types.find((candidate) => candidate.name === type);
  const r = options.size;
  const mark = { dot: () => svgEl("circle", { cx: x, cy: y, r }), square: () => svgEl("rect", { x: x - r, y: y - r, width: 2 * r, height: 2 * r }),
    diamond: () => svgEl("path", { d: `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}z` }) }[shape]();
  fillIn(mark, { fill, stroke: paper, "stroke-width": 2 });
  return svgEl("g", {}, mark, svgEl("text", { x, y: y + r + 14, "text-anchor": "middle", "font-weight": 600, fill: colour("--ink"), "paint-order": "stroke", stroke: paper, "stroke-width": 3.5 }, name));
}

const fillIn = (element, attributes) => fill(element, attributes, []);

function saveSvg() {
  download("polgraph.svg", new Blob([asSvg().text], { type: "image/svg+xml" }));
}

async function savePng() {
  const { text, width, height } = asSvg();
  const factor = Math.min(2, 12_000 / Math.max(width, height)); // browsers refuse larger canvases
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  const canvas = el("canvas", { width: Math.round(width * factor), height: Math.round(height * factor) });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  canvas.toBlob((blob) => download("polgraph.png", blob), "image/png");
}

const saveCsv = () => download("polgraph-claims.csv", new Blob([asCsv(rowsShown())], { type: "text/csv" }));
const saveJson = () => download("polgraph-claims.json", new Blob([JSON.stringify(rowsShown(), null, 2)], { type: "application/json" }));

async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    tell("The link is copied");
  } catch {
    prompt("Copy this link:", location.href); // a page opened from a file may not write to the clipboard
  }
}
