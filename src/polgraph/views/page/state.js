// What the reader has chosen: one plain object. Every action makes a new one, so undo is going back to an old one,
// and a link to the view is the object written into the address.

const NOTHING = {
  selected: null, // {entity: id} or {line: key}
  route: null, // {from: id, to: id, turn: number}
  types: [], relations: [], modalities: [], publishers: [], // what is switched off
  confidence: 0,
  since: null, until: null,
  hidden: [], only: null, // ids
  pins: new Map(), // id → [x, y]
};

let state = NOTHING;
let earlier = [];
let later = [];
const listeners = [];
const onChange = (listener) => listeners.push(listener);

// Take a step that can be undone. Steps with the same `gesture` in a row (a slider being drawn) count as one.
let lastGesture = null;
function change(patch, gesture = null) {
  if (gesture === null || gesture !== lastGesture) earlier = [...earlier.slice(-199), state];
  lastGesture = gesture;
  later = [];
  show({ ...state, ...patch });
}

function undo() {
  if (!earlier.length) return;
  lastGesture = null;
  later = [state, ...later];
  show(earlier.pop());
}

function redo() {
  if (!later.length) return;
  lastGesture = null;
  earlier = [...earlier, state];
  show(later.shift());
}

function show(next) {
  const before = state;
  state = next;
  for (const listener of listeners) listener(state, before);
}

// The address: #e=person:x&off-type=Nation&pin=person:y@10,20 …
const LISTS = { "off-type": "types", "off-relation": "relations", "off-modality": "modalities", "off-publisher": "publishers", hide: "hidden" };

function toFragment(chosen) {
  const words = new URLSearchParams();
  if (chosen.selected?.entity) words.append("entity", chosen.selected.entity);
  if (chosen.selected?.line) words.append("line", chosen.selected.line);
  if (chosen.route) {
    words.append("from", chosen.route.from);
    words.append("to", chosen.route.to);
    if (chosen.route.turn) words.append("turn", chosen.route.turn);
  }
  for (const [word, field] of Object.entries(LISTS)) for (const value of chosen[field]) words.append(word, value);
  if (chosen.only) for (const id of chosen.only) words.append("only", id);
  if (chosen.confidence) words.append("confidence", chosen.confidence);
  if (chosen.since) words.append("since", chosen.since);
  if (chosen.until) words.append("until", chosen.until);
  for (const [id, [x, y]] of chosen.pins) words.append("pin", `${x},${y},${id}`);
  return words.toString();
}

// An address may come from anywhere: what this page does not know is dropped.
function fromFragment(fragment) {
  const words = new URLSearchParams(fragment);
  const chosen = { ...NOTHING };
  const known = (id) => entities.has(id);
  const entity = words.get("entity");
  const line = words.get("line");
  if (known(entity)) chosen.selected = { entity };
  else if (bundles.has(line)) chosen.selected = { line };
  const [from, to] = [words.get("from"), words.get("to")];
  if (known(from) && known(to)) chosen.route = { from, to, turn: Math.max(0, Number.parseInt(words.get("turn"), 10) || 0) };
  for (const [word, field] of Object.entries(LISTS)) chosen[field] = words.getAll(word);
  chosen.hidden = chosen.hidden.filter(known);
  const only = words.getAll("only").filter(known);
  if (only.length) chosen.only = only;
  const confidence = Number(words.get("confidence"));
  if (confidence > 0 && confidence <= 1) chosen.confidence = confidence;
  for (const end of ["since", "until"]) if (/^\d{4}-\d{2}-\d{2}$/.test(words.get(end))) chosen[end] = words.get(end);
  chosen.pins = new Map(words.getAll("pin").map(readPin).filter(Boolean));
  return chosen;
}

function readPin(text) {
  const found = /^(-?\d+),(-?\d+),(.+)$/s.exec(text);
  return found && entities.has(found[3]) ? [found[3], [Number(found[1]), Number(found[2])]] : null;
}

function keepInAddress(chosen) {
  const fragment = toFragment(chosen);
  if (fragment !== location.hash.slice(1)) history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname + location.search);
}
