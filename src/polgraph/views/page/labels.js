// Names on the picture, at a size that does not change with the zoom: as many as have room, the best attested first,
// so zooming in brings out more. Lines are named where room is left.

const LABEL = { size: 12.5, cell: [16, 9], along: [0.5, 0.4, 0.6, 0.32, 0.68] };
const widths = new Map();

function drawLabels(pen) {
  const scale = network.getScale();
  const taken = new Set();
  const style = { halo: colour("--paper"), ink: colour("--ink"), scale };
  pen.textAlign = "center";
  pen.lineJoin = "round";
  nameEntities(pen, style, taken);
  if (emphasis || (scale > 0.62 && shown.lines.size <= 1500)) {
    if (shown.entities.size <= 400) blockNodes(taken, scale);
    nameLines(pen, style, taken);
  }
}

function nameEntities(pen, style, taken) {
  const most = Math.min(400, 28 + 340 * style.scale); // from afar fewer are more
  let count = 0;
  for (const id of labelOrder()) {
    if (count >= most) break;
    const node = nodeOf(id);
    const strong = emphasis?.chosen === id;
    const force = strong || (emphasis?.entities.size === 2 && emphasis.entities.has(id)); // the ends of a line are named whatever they cover
    const below = (node.shape.height ?? 2 * node.options.size) / 2 + 11 / style.scale;
    pen.globalAlpha = emphasis && !emphasis.entities.has(id) ? 0.45 : 1;
    if (write(pen, nameOf(id), { x: node.x, y: node.y + below }, { ...style, tone: style.ink, weight: strong ? 700 : 600, size: LABEL.size, force }, taken)) count += 1;
  }
  pen.globalAlpha = 1;
}

// Who stands out comes first, then who is pinned, then the best attested.
function* labelOrder() {
  const first = [emphasis?.chosen, ...(emphasis?.entities ?? []), ...state.pins.keys()].filter((id) => shown.entities.has(id));
  const named = new Set(first);
  yield* named;
  for (const { id } of data.entities) if (shown.entities.has(id) && !named.has(id)) yield id;
}

function nameLines(pen, style, taken) {
  for (const key of emphasis ? emphasis.lines : shown.lines.keys()) {
    const kept = shown.lines.get(key);
    if (!kept) continue;
    const bundle = bundles.get(key);
    const { text, sign, denied } = look(bundle, kept);
    const curve = edgeOf(key).edgeType;
    LABEL.along.some((way) => {
      const { x, y } = curve.getPoint(way);
      const spot = { x, y: denied && way === 0.5 ? y + 15 / style.scale : y };
      return write(pen, text, spot, { ...style, tone: toneOf(sign), weight: 400, size: 11, italic: true }, taken);
    });
  }
}

// No relation is written over a node.
function blockNodes(taken, scale) {
  for (const id of shown.entities) {
    const node = nodeOf(id);
    const size = 2 * node.options.size * scale;
    for (const cell of cellsOf(network.canvasToDOM(node), size * 0.8, size * 0.8)) taken.add(cell);
  }
}

// Write the text unless it would cover one that was written before; tell whether it was.
function write(pen, text, { x, y }, { scale, halo, tone, weight, size, italic, force }, taken) {
  const spot = network.canvasToDOM({ x, y });
  const { clientWidth, clientHeight } = pen.canvas;
  if (spot.x < 0 || spot.y < 0 || spot.x > clientWidth || spot.y > clientHeight + 20) return false;
  const font = `${italic ? "italic " : ""}${weight} ${size}px ${colour("--sans")}`;
  const short = text.length > 42 ? `${text.slice(0, 40)}…` : text;
  const width = widthOf(pen, short, font);
  // beside the edge of the picture the whole name is moved inside
  const shift = Math.max(width / 2 + 4 - spot.x, 0) + Math.min(clientWidth - width / 2 - 4 - spot.x, 0);
  const cells = cellsOf({ x: spot.x + shift, y: spot.y }, width, size);
  if (!force && cells.some((cell) => taken.has(cell))) return false;
  for (const cell of cells) taken.add(cell);
  pen.save();
  pen.translate(x + shift / scale, y);
  pen.scale(1 / scale, 1 / scale);
  pen.font = font;
  pen.textBaseline = "middle";
  pen.lineWidth = 3.5;
  pen.strokeStyle = halo;
  pen.fillStyle = tone;
  pen.strokeText(short, 0, 0);
  pen.fillText(short, 0, 0);
  pen.restore();
  return true;
}

function widthOf(pen, text, font) {
  const key = font + text;
  if (!widths.has(key)) {
    pen.save();
    pen.font = font;
    widths.set(key, pen.measureText(text).width);
    pen.restore();
  }
  return widths.get(key);
}

function cellsOf({ x, y }, width, height) {
  const [w, h] = LABEL.cell;
  const cells = [];
  for (let i = Math.floor((x - width / 2) / w); i <= Math.floor((x + width / 2) / w); i += 1)
    for (let j = Math.floor((y - height / 2) / h); j <= Math.floor((y + height / 2) / h); j += 1) cells.push(i * 100003 + j);
  return cells;
}
