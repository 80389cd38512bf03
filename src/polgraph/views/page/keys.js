// The same by keyboard. Arrow keys walk the picture; single letters work wherever nothing is being typed.

const KEYS = [
  ["/", "find an entity", () => byId("search").focus()],
  ["p", "find a path", () => askRoute(state.selected?.entity)],
  ["u", "undo", undo],
  ["r", "redo", redo],
  ["f", "only the surroundings of the entity", () => withEntity(focusOn)],
  ["e", "expand the entity by one hop", () => withEntity(expand)],
  ["n", "pin or unpin the entity", () => withEntity(togglePin)],
  ["h", "hide the entity", () => withEntity(hide)],
  ["+", "zoom in", () => zoom(1.3)],
  ["-", "zoom out", () => zoom(1 / 1.3)],
  ["0", "show the whole picture", () => fitPicture()],
  ["Escape", "close the details", () => (state.selected || state.route) && change({ selected: null, route: null })],
  ["?", "this list", () => byId("help").showModal()],
];

const withEntity = (action) => state.selected?.entity && action(state.selected.entity);
const typing = (target) => target.closest("input:not([type=range]):not([type=checkbox]), textarea, select, dialog");

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) {
    if (event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey) && !typing(event.target)) {
      (event.shiftKey ? redo : undo)();
      event.preventDefault();
    }
    return;
  }
  if (typing(event.target)) return;
  const found = KEYS.find(([key]) => key === event.key);
  if (!found) return;
  event.preventDefault();
  found[2]();
});

const DIRECTIONS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

byId("network").addEventListener("keydown", (event) => {
  const direction = DIRECTIONS[event.key];
  if (direction) walkTo(direction);
  else if (event.key === "Enter" || event.key === " ") {
    if (!state.selected && shown.entities.size) walkTo([0, 0]);
    panel.focus();
  } else return;
  event.preventDefault();
});

// The nearest entity in that direction; one aside counts as further away than one straight ahead.
function walkTo([dx, dy]) {
  const here = state.selected?.entity;
  const first = data.entities.find(({ id }) => shown.entities.has(id))?.id;
  const next = here && shown.entities.has(here) ? nearest(here, dx, dy) : first;
  if (!next) return;
  openEntity(next);
  network.moveTo({ position: nodeOf(next) });
}

function nearest(here, dx, dy) {
  const from = nodeOf(here);
  let best = null;
  let least = Infinity;
  for (const id of shown.entities) {
    if (id === here) continue;
    const { x, y } = nodeOf(id);
    const ahead = (x - from.x) * dx + (y - from.y) * dy;
    const aside = Math.abs((x - from.x) * dy) + Math.abs((y - from.y) * dx);
    if (ahead <= 0 || aside > 2 * ahead) continue;
    const far = ahead + 2 * aside;
    if (far < least) [best, least] = [id, far];
  }
  return best;
}

byId("keys").append(
  ...KEYS.flatMap(([key, what]) => [el("dt", {}, el("kbd", {}, key)), el("dd", {}, what)]),
  el("dt", {}, el("kbd", {}, "← ↑ → ↓")), el("dd", {}, "in the picture: go to the next entity in that direction"),
  el("dt", {}, el("kbd", {}, "Enter")), el("dd", {}, "in the picture: go to the details"));
