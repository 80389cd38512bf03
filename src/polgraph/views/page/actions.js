// What can be done with an entity of the picture: pin, hide, keep its surroundings, expand.

function hide(id) {
  change({ hidden: [...state.hidden, id], selected: null });
  tell(`${nameOf(id)} is hidden`);
}

function togglePin(id) {
  const pins = new Map(state.pins);
  const pinned = pins.delete(id);
  if (!pinned) pins.set(id, placeOf(id));
  change({ pins });
  tell(`${nameOf(id)} is ${pinned ? "no longer pinned" : "pinned"}`);
}

const aroundOf = (id) => [id, ...bundlesOf.get(id).map((bundle) => otherEnd(bundle, id))];

function focusOn(id) {
  change({ only: [...new Set(aroundOf(id))], hidden: state.hidden.filter((other) => other !== id), selected: { entity: id } });
  fitPicture();
}

// Bring back the neighbours that were hidden or left outside.
function expand(id) {
  bringBack(aroundOf(id));
  tell(`${nameOf(id)} expanded: ${plural(linesOf(id).length, "line")}`);
}

function bringBack(ids, patch = {}) {
  change({
    hidden: state.hidden.filter((id) => !ids.includes(id)),
    only: state.only && [...new Set([...state.only, ...ids])],
    types: state.types.filter((type) => !ids.some((id) => entities.get(id).type === type) || !patch.selected),
    ...patch,
  });
}
