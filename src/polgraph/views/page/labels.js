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
  let count = 0;
  const most = Math.min(400, 28 + 340 * scale); // from afar fewer are more
  for (const id of labelOrder()) {
    if (count >= most) break;
    const node = nodeOf(id);
    const strong = emphasis?.chosen === id;
    const force = strong || emphasis?.entities.size === 2; // the ends of a line are named whatever they cover
    const offset = (node.shape.height ?? 2 * node.options.size) / 2;
    const spot = { x: node.x, y: node.y + offset + 11 / scale };
    if (write(pen, nameOf(id), spot, { ...style, tone: style.ink, weight: strong ? 700 : 600, size: LABEL.size, force }, taken)) count += 1;
  }
  if (emphasis || (scale > 0.62 && shown.lines.size <= 1500)) {
    if (shown.entities.size <= 400) blockNodes(taken, scale);
    nameLines(pen, style, taken);
  }
}

function* labelOrder() {
  const visible = (id) => shown.entities.has(id);
  if (emphasis) {
    if (emphasis.chosen && entities.has(emphasis.chosen)) yield emphasis.chosen;
    for (const id of emphasis.entities) if (id !== emphasis.chosen && visible(id)) yield id;
    return;
  }
  for (const id of state.pins.keys()) if (visible(id)) yield id;
  for (const { id } of data.entities) if (visible(id) && !state.pins.has(id)) yield id; // best attested first
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
  const font = `${italic ? "italic " : ""}${weight} ${size}px ${colour("--sans")}`;
  const short = text.length > 42 ? `${text.slice(0, 40)}…` : text;
  const width = widthOf(pen, short, font);
  if (!inView(spot, width, pen.canvas)) return false;
  const cells = cellsOf(spot, width, size);
  if (!force && cells.some((cell) => taken.has(cell))) return false;
  for (const cell of cells) taken.add(cell);
  pen.save();
  pen.translate(x, y);
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

const inView = ({ x, y }, width, { clientWidth, clientHeight }) => x > -width && y > -20 && x < clientWidth + width && y < clientHeight + 20;

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
