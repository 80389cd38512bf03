// The picture: vis-network draws the nodes and lines that pyvis described; here they take their looks from the state.

let tones = new Map(); // colours by sign: reading a computed style twenty thousand times is slow
const network = makeNetwork();
let emphasis = null; // {entities, lines} that stand out while the rest fades
let hovered = null;

function makeNetwork() {
  const { nodes, edges, options } = data.network;
  const sets = {
    // names are drawn by labels.js, which keeps them from covering each other
    nodes: new vis.DataSet(nodes.map(({ label, ...node }) => ({ ...node, color: nodeColours(data.entities[node.id].type) }))),
    edges: new vis.DataSet(edges.map((edge) => ({ ...edge, ...firstLook(data.bundles[edge.id]) }))),
  };
  const made = new vis.Network(byId("network"), sets, options);
  made.sets = sets;
  return made;
}

const nodeOf = (id) => network.body.nodes[entities.get(id).number];
const edgeOf = (key) => network.body.edges[bundles.get(key).number];
const placeOf = (id) => [Math.round(nodeOf(id).x), Math.round(nodeOf(id).y)];

function nodeColours(type) {
  const fill = data.types.find((candidate) => candidate.name === type)?.colour ?? colour("--soft");
  const state = { background: fill, border: colour("--paper") };
  return { ...state, highlight: { background: fill, border: colour("--ink") }, hover: { background: fill, border: colour("--ink") } };
}

function firstLook(bundle) {
  const options = lineLook(bundle, bundle.claims);
  bundle.drawn = JSON.stringify(options);
  return options;
}

function lineLook(bundle, kept) {
  const drawn = look(bundle, kept);
  const tone = toneOf(drawn.sign);
  return { hidden: false, width: drawn.width, dashes: drawn.dashes, color: { color: tone, highlight: tone, hover: tone, inherit: false } };
}

function toneOf(sign) {
  if (!tones.has(sign)) tones.set(sign, signColour(sign));
  return tones.get(sign);
}

// Bring vis-network up to date with what is shown, touching only what changed.
function redraw(chosen) {
  const nodes = [];
  for (const { id, number, place } of data.entities) {
    const hidden = !shown.entities.has(id);
    const drawn = nodeOf(id);
    const [x, y] = chosen.pins.get(id) ?? place;
    if (Boolean(drawn.options.hidden) !== hidden) nodes.push({ id: number, hidden });
    if (Math.round(drawn.x) !== x || Math.round(drawn.y) !== y) network.moveNode(number, x, y);
  }
  const edges = [];
  for (const bundle of data.bundles) {
    const kept = shown.lines.get(bundle.key);
    const options = kept ? lineLook(bundle, kept) : { hidden: true };
    const signature = JSON.stringify(options);
    if (bundle.drawn === signature) continue;
    bundle.drawn = signature;
    edges.push({ id: bundle.number, ...options });
  }
  if (nodes.length) network.sets.nodes.update(nodes);
  if (edges.length) network.sets.edges.update(edges);
  emphasise(chosen);
}

function emphasise(chosen) {
  emphasis = emphasisOf(chosen.selected, routeNow(chosen)) ?? (hovered && emphasisOf(hovered, null));
  network.redraw();
}

function emphasisOf(selected, route) {
  if (route) return { entities: new Set(route.flatMap((hop) => [hop.from, hop.to])), lines: new Set(route.flatMap((hop) => hop.lines.map((bundle) => bundle.key))) };
  if (selected?.line && shown.lines.has(selected.line)) {
    const bundle = bundles.get(selected.line);
    return { entities: new Set([bundle.subject, bundle.object]), lines: new Set([bundle.key]), chosen: selected.line };
  }
  if (!selected?.entity || !shown.entities.has(selected.entity)) return null;
  const lines = bundlesOf.get(selected.entity).filter((bundle) => shown.lines.has(bundle.key));
  return {
    entities: new Set([selected.entity, ...lines.flatMap((bundle) => [bundle.subject, bundle.object])]),
    lines: new Set(lines.map((bundle) => bundle.key)),
    chosen: selected.entity,
  };
}

// What stands out is drawn again over the faded rest: no data changes, so it is quick at any size.
network.on("beforeDrawing", (pen) => {
  drawRings(pen);
  pen.globalAlpha = emphasis ? Number(colour("--fade")) : 1;
});

network.on("afterDrawing", (pen) => {
  if (network.getScale() < 0.3) drawDots(pen);
  pen.globalAlpha = 1;
  if (emphasis) {
    for (const key of emphasis.lines) drawAgain(edgeOf(key), pen);
    drawCrosses(pen);
    for (const id of emphasis.entities) drawAgain(nodeOf(id), pen);
    if (emphasis.chosen) drawRing(pen, emphasis.chosen);
  } else drawCrosses(pen);
  drawPins(pen);
  drawLabels(pen);
});

// The rings of an ego network, each one hop further out.
function drawRings(pen) {
  pen.strokeStyle = colour("--rule");
  pen.lineWidth = 1.5;
  for (const radius of data.rings) {
    pen.beginPath();
    pen.arc(0, 0, radius, 0, 2 * Math.PI);
    pen.stroke();
  }
}

// From afar nodes would vanish: each is at least a dot, of two and a half pixels where there are hundreds.
function drawDots(pen) {
  const radius = Math.min(2.5, Math.max(1.2, Math.sqrt(4000 / shown.entities.size))) / network.getScale();
  for (const { name, colour: fill } of data.types) {
    pen.fillStyle = fill;
    pen.beginPath();
    for (const id of shown.entities) {
      const node = nodeOf(id);
      if (entities.get(id).type !== name || node.options.size > radius) continue;
      pen.moveTo(node.x + radius, node.y);
      pen.arc(node.x, node.y, radius, 0, 2 * Math.PI);
    }
    pen.fill();
  }
}

function drawAgain(drawn, pen) {
  if (drawn && !drawn.options.hidden) {
    drawn.draw(pen);
    drawn.drawArrows?.(pen);
  }
}

function drawRing(pen, id) {
  if (!entities.has(id)) return;
  const node = nodeOf(id);
  pen.beginPath();
  pen.arc(node.x, node.y, node.options.size + 6, 0, 2 * Math.PI);
  pen.lineWidth = 2 / network.getScale();
  pen.strokeStyle = colour("--ink");
  pen.stroke();
}

function drawPins(pen) {
  pen.fillStyle = colour("--ink");
  for (const id of state.pins.keys()) {
    const node = nodeOf(id);
    if (node.options.hidden) continue;
    pen.beginPath();
    pen.arc(node.x, node.y, 3.2, 0, 2 * Math.PI);
    pen.fill();
  }
}

// A denied claim: the line is crossed.
function drawCrosses(pen) {
  if (network.getScale() < 0.25) return;
  pen.lineCap = "round";
  for (const [key, kept] of shown.lines) {
    if (emphasis && !emphasis.lines.has(key)) continue;
    if (!kept.some((claim) => claim.modality === "negated")) continue;
    const { x, y } = middleOf(key);
    for (const [tone, width] of [[colour("--paper"), 6], [colour("--ink"), 2.2]]) {
      pen.beginPath();
      pen.moveTo(x - 6, y - 6);
      pen.lineTo(x + 6, y + 6);
      pen.moveTo(x + 6, y - 6);
      pen.lineTo(x - 6, y + 6);
      pen.lineWidth = width;
      pen.strokeStyle = tone;
      pen.stroke();
    }
  }
}

const middleOf = (key) => edgeOf(key).edgeType.getPoint(0.5);

network.on("click", ({ nodes, edges }) => {
  if (nodes.length) openEntity(data.entities[nodes[0]].id);
  else if (edges.length) openLine(data.bundles[edges[0]].key);
  else if (state.selected || state.route) change({ selected: null, route: null });
});
network.on("hoverNode", ({ node }) => hover({ entity: data.entities[node].id }));
network.on("hoverEdge", ({ edge }) => hover({ line: data.bundles[edge].key }));
network.on("blurNode", () => hover(null));
network.on("blurEdge", () => hover(null));
network.on("dragEnd", ({ nodes }) => {
  if (!nodes.length) return;
  const { id } = data.entities[nodes[0]];
  change({ pins: new Map([...state.pins, [id, placeOf(id)]]) });
});

function hover(what) {
  byId("network").classList.toggle("pointing", what !== null);
  if (data.entities.length > 1500) return; // fading ten thousand nodes under a moving mouse stutters
  hovered = what;
  if (!state.selected && !state.route) emphasise(state);
}

function fitPicture(ids = [...shown.entities], animate = true) {
  if (!ids.length) return;
  if (data.rings.length) {
    fitRings();
    return;
  }
  network.fit({ nodes: ids.map((id) => entities.get(id).number), maxZoomLevel: 1.35, animation: animate && moves() && { duration: 350 } });
}

function fitRings() {
  const { clientWidth, clientHeight } = byId("network");
  network.moveTo({ position: { x: 0, y: 0 }, scale: Math.min(clientWidth, clientHeight, 1300) / (2 * data.rings.at(-1) + 130) });
}

function lookAt(id) {
  const scale = Math.max(network.getScale(), 0.9);
  network.focus(entities.get(id).number, { scale, animation: moves() && { duration: 350 } });
}

const moves = () => data.entities.length < 1500 && !matchMedia("(prefers-reduced-motion: reduce)").matches;

function zoom(factor) {
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.02), 6), animation: moves() && { duration: 150 } });
}

function recolour() {
  tones = new Map();
  network.sets.nodes.update(data.entities.map(({ number, type }) => ({ id: number, color: nodeColours(type) })));
  redraw(state);
}
