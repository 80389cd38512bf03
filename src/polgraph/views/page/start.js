// Wire it together and show what the address asks for.

function setTheme(dark) {
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  byId("theme").setAttribute("aria-pressed", String(theme.dark));
  recolour();
}

function describe(chosen) {
  const all = claims.length === shown.claims.length ? "" : ` of ${claims.length.toLocaleString("en")}`;
  byId("count").textContent = `${plural(shown.entities.size, "entity", "entities")} · ${shown.claims.length.toLocaleString("en")}${all} ${claims.length === 1 ? "claim" : "claims"}`;
  byId("undo").disabled = !earlier.length;
  byId("redo").disabled = !later.length;
  byId("reset").hidden = shown.claims.length === claims.length && !chosen.hidden.length && !chosen.only;
}

function render(chosen, before) {
  const filters = ["types", "relations", "modalities", "publishers", "confidence", "since", "until", "hidden", "only", "pins", "selected"];
  const moved = filters.some((field) => chosen[field] !== before[field]);
  if (moved) {
    shown = work(chosen);
    redraw(chosen);
  } else emphasise(chosen);
  updateLegend(chosen);
  updateTime(chosen);
  describe(chosen);
  if (moved || chosen.route !== before.route) renderPanel(chosen);
  keepInAddress(chosen);
}

makeCombobox(byId("search"), byId("found"), (entity) => {
  byId("search").value = "";
  openEntity(entity.id, { jump: true });
});
for (const [id, action] of Object.entries({
  undo, redo, fit: () => fitPicture(), "find-path": () => askRoute(state.selected?.entity), "zoom-in": () => zoom(1.3), "zoom-out": () => zoom(1 / 1.3),
  "save-png": savePng, "save-svg": saveSvg, "save-csv": saveCsv, "save-json": saveJson, "copy-link": copyLink, print: () => window.print(),
  "help-open": () => byId("help").showModal(),
  theme: () => { theme.dark = !theme.dark; setTheme(theme.dark); },
})) byId(id).addEventListener("click", action);
document.addEventListener("click", ({ target }) => { if (!target.closest("#save summary")) byId("save").open = false; });
byId("save").addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  byId("save").open = false;
  byId("save").firstElementChild.focus();
  event.stopPropagation();
});
window.addEventListener("hashchange", () => show(fromFragment(location.hash.slice(1))));
window.addEventListener("beforeprint", () => { byId("legend-fold").open = true; setTheme(false); fitPicture(emphasis ? [...emphasis.entities] : undefined, false); });
window.addEventListener("afterprint", () => setTheme(theme.dark));

byId("theme").setAttribute("aria-pressed", String(theme.dark));
buildLegend();
buildTime();
state = {}; // nothing is drawn yet, so everything counts as changed
onChange(render);
show(location.hash.length > 1 ? fromFragment(location.hash.slice(1)) : { ...NOTHING, ...data.begin });
fitPicture(emphasis ? [...emphasis.entities] : undefined, false);
document.documentElement.dataset.ready = "yes";
