// The details beside the picture: the whole in short, an entity, a line with its sentences, or a path.

const panel = byId("panel");
const FIRST_CLAIMS = 40;

function openEntity(id, { jump = false } = {}) {
  if (!shown.entities.has(id)) bringBack([id], { selected: { entity: id }, route: null });
  else change({ selected: { entity: id }, route: null });
  if (jump) lookAt(id);
  showDetails();
  tell(`${nameOf(id)}, ${plural(linesOf(id).length, "line")}`);
}

function openLine(key) {
  change({ selected: { line: key }, route: null });
  const { subject, relation, object } = bundles.get(key);
  tell(`${nameOf(subject)} ${relation.label} ${nameOf(object)}, ${plural(shown.lines.get(key)?.length ?? 0, "claim")}`);
  showDetails();
}

// On a narrow screen the details lie below the picture: move on so far that their beginning is seen.
function showDetails() {
  const { top } = panel.getBoundingClientRect();
  if (top > innerHeight * 0.75) scrollBy({ top: top - innerHeight * 0.55, behavior: moves() ? "smooth" : "auto" });
}

const linesOf = (id) => bundlesOf.get(id).filter((bundle) => shown.lines.has(bundle.key));

function renderPanel(chosen) {
  const { selected, route } = chosen;
  const page = route ? routePage(route) : selected?.line ? linePage(bundles.get(selected.line)) : selected?.entity ? entityPage(entities.get(selected.entity)) : wholePage();
  const focused = panel.contains(document.activeElement) && document.activeElement;
  panel.replaceChildren(...page.flat().filter(Boolean));
  panel.scrollTop = 0;
  if (focused) keepFocus(focused.textContent);
}

// Who goes through the details by keyboard stays in them: on the button of the same name, or at the beginning.
function keepFocus(text) {
  const same = [...panel.querySelectorAll(".actions button")].find((candidate) => candidate.textContent === text);
  (same ?? panel).focus();
}

const entityButton = (id, attributes = {}) => button(nameOf(id), () => openEntity(id), { class: "name", ...attributes });
nameTag = entityButton;
const closeButton = () => button("Close", () => change({ selected: null, route: null }), { class: "close" });

function sentenceOf(bundle) {
  return [entityButton(bundle.subject), " ", el("span", { class: SIGN_NAMES.get(bundle.relation.sign) }, bundle.relation.label), " ", entityButton(bundle.object)];
}

// ---- the whole

function wholePage() {
  const listed = data.entities.filter(({ id }) => shown.entities.has(id)).slice(0, 12);
  return [
    el("h2", {}, "What this shows"),
    el("p", {}, `${plural(shown.entities.size, "entity", "entities")} and ${plural(shown.claims.length, "claim")} from ${plural(reportsOf(shown.claims), "article")}. `,
      "Click a name or a line, in the picture or here, to read the sentences behind it."),
    data.left_out && el("p", { class: "note" }, data.left_out),
    el("h3", {}, "Most reported"),
    el("ul", { class: "plain" }, listed.map((entity) => el("li", {}, swatch(entity.type), entityButton(entity.id), el("small", { class: "tally" }, plural(linesOf(entity.id).length, "line"))))),
    el("h3", {}, "Claims"),
    ...claimList([...shown.lines].map(([key]) => bundles.get(key))),
  ];
}

function claimList(some, from = 0) {
  const list = some.slice(from, from + FIRST_CLAIMS).map((bundle) => el("li", {}, lineButton(bundle)));
  const more = some.length - from - list.length;
  const container = el("ul", { class: "plain lines" }, list);
  if (more <= 0) return [container];
  const next = button(`Show more (${more.toLocaleString("en")} left)`, () => next.replaceWith(...claimList(some, from + FIRST_CLAIMS)));
  return [container, next];
}

// A line as a button: "Ana Ruiz accused Port Authority ×3"
function lineButton(bundle, text = null) {
  const kept = shown.lines.get(bundle.key) ?? bundle.claims;
  const { reports, denied, firm, sign } = look(bundle, kept);
  const words = text ?? `${nameOf(bundle.subject)} ${bundle.relation.label} ${nameOf(bundle.object)}`;
  return el("button", { type: "button", class: `line ${SIGN_NAMES.get(sign)}`, onclick: () => openLine(bundle.key) },
    el("span", {}, words, reports > 1 && el("small", { class: "tally" }, ` ×${reports}`), denied && el("small", { class: "chip negated" }, firm ? "disputed" : "denied")));
}

// ---- an entity

function entityPage(entity) {
  const lines = linesOf(entity.id);
  const facts = [
    entity.aliases.length && ["Also called", entity.aliases.join(" · ")],
    entity.country && ["Country", entity.country],
    entity.wikidata_id && ["Wikidata", link(entity.wikidata_id, /^Q\d+$/.test(entity.wikidata_id) ? `https://www.wikidata.org/wiki/${entity.wikidata_id}` : null)],
    entity.mentions && ["Mentioned", `${plural(entity.mentions, "time")} in ${plural(entity.documents, "article")}`],
    ["Claims", signTally(lines)],
  ].filter(Boolean);
  return [
    el("header", {}, el("p", { class: "kicker" }, swatch(entity.type), entity.type), closeButton(), el("h2", {}, entity.name)),
    entity.description && el("p", {}, entity.description),
    el("dl", { class: "facts" }, facts.map(([term, fact]) => [el("dt", {}, term), el("dd", {}, fact)]).flat()),
    entityActions(entity),
    ...offices(lines, entity),
    ...neighbours(lines, entity),
  ];
}

function signTally(lines) {
  const counts = new Map([[-1, 0], [1, 0], [0, 0]]);
  for (const bundle of lines) counts.set(bundle.relation.sign, counts.get(bundle.relation.sign) + shown.lines.get(bundle.key).length);
  return [...counts].filter(([, count]) => count).map(([sign, count], index) => [index ? ", " : "", el("span", { class: SIGN_NAMES.get(sign) }, `${count} ${SIGN_NAMES.get(sign)}`)]).flat();
}

function entityActions({ id }) {
  const pinned = state.pins.has(id);
  return el("div", { class: "actions", role: "group", "aria-label": "Do with this entity" },
    button("Only its surroundings", () => focusOn(id)),
    button("Expand one hop", () => expand(id)),
    button(pinned ? "Unpin" : "Pin", () => togglePin(id), { "aria-pressed": String(pinned) }),
    button("Hide", () => hide(id)),
    button("Path from here …", () => askRoute(id)));
}

function offices(lines, { id }) {
  const held = lines.filter((bundle) => bundle.relation.name === "HOLDS_OFFICE" && bundle.subject === id);
  if (!held.length) return [];
  return [
    el("h3", {}, "Offices"),
    el("ul", { class: "plain lines" }, held.flatMap((bundle) => {
      const titles = groupBy(shown.lines.get(bundle.key), (claim) => `${claim.former ? "former " : ""}${claim.title ?? "office"}`);
      return [...titles.keys()].map((title) => el("li", {}, lineButton(bundle, `${title}, ${nameOf(bundle.object)}`)));
    })),
  ];
}

function neighbours(lines, { id, name }) {
  const outward = (bundle) => bundle.relation.symmetric || bundle.subject === id;
  const groups = groupBy(lines, (bundle) => (outward(bundle) ? `${bundle.relation.label} …` : `… ${bundle.relation.label} ${name}`));
  const order = (one, other) => other[1].length - one[1].length || byName(one[0], other[0]);
  return [...groups].sort(order).flatMap(([title, some]) => [
    el("h3", { class: SIGN_NAMES.get(some[0].relation.sign) }, title),
    el("ul", { class: "plain lines" }, some.map((bundle) => el("li", {}, lineButton(bundle, nameOf(otherEnd(bundle, id)))))),
  ]);
}

// ---- a line and its sentences

function linePage(bundle) {
  const kept = shown.lines.get(bundle.key) ?? [];
  const other = bundlesOf.get(bundle.subject).filter((one) => one !== bundle && otherEnd(one, bundle.subject) === otherEnd(bundle, bundle.subject) && shown.lines.has(one.key));
  return [
    el("header", {}, el("p", { class: `kicker ${SIGN_NAMES.get(bundle.relation.sign)}` }, `${SIGN_NAMES.get(bundle.relation.sign)} · ${bundle.relation.family.toLowerCase().replaceAll("_", " ")}`), closeButton(),
      el("h2", {}, ...sentenceOf(bundle))),
    el("p", { class: "standing" }, standing(kept)),
    kept.length < bundle.claims.length && el("p", { class: "note" }, `${plural(bundle.claims.length - kept.length, "claim")} of this line do not pass the filters.`),
    ...kept.map(claimCard),
    ...(other.length ? [el("h3", {}, "Also between these two"), el("ul", { class: "plain lines" }, other.map((one) => el("li", {}, lineButton(one))))] : []),
  ];
}

// "3 articles of 2 publishers; 1 claim denies it"
function standing(kept) {
  const publishers = new Set(kept.map((claim) => claim.document.publisher).filter(Boolean));
  const denials = kept.filter((claim) => claim.modality === "negated").length;
  const parts = [plural(reportsOf(kept), "article")];
  if (publishers.size) parts.push(` from ${plural(publishers.size, "publisher")}`);
  if (denials) parts.push(`; ${plural(denials, "claim")} ${denials === 1 ? "denies" : "deny"} it`);
  return `${parts.join("")}.`;
}

// ---- a path

function askRoute(from = "", to = "") {
  const field = (id, label, value) => {
    const input = el("input", { id, type: "text", role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": `${id}-found`, autocomplete: "off", spellcheck: "false" });
    const list = el("ul", { id: `${id}-found`, role: "listbox", "aria-label": `${label}: entities found`, class: "found", hidden: true });
    if (value) input.value = nameOf(value);
    return { input, list, id: value || null, row: el("p", { class: "search" }, el("label", { for: id }, label), input, list) };
  };
  const ends = [field("route-from", "From", from), field("route-to", "To", to)];
  for (const end of ends) {
    makeCombobox(end.input, end.list, (entity) => {
      end.id = entity.id;
      end.input.value = entity.name;
      if (ends.every((one) => one.id)) change({ route: { from: ends[0].id, to: ends[1].id, turn: 0 }, selected: null });
      else ends.find((one) => !one.id).input.focus();
    });
  }
  panel.replaceChildren(el("header", {}, el("h2", {}, "A path from here to there"), closeButton()), ends[0].row, ends[1].row,
    el("p", { class: "quiet" }, "Over the lines shown, with or against their direction; denied claims lead nowhere."));
  ends.find((end) => !end.id)?.input.focus();
}

function routePage(route) {
  const routes = routesBetween(route.from, route.to);
  const hops = routeNow(state);
  const header = el("header", {}, el("p", { class: "kicker" }, "Path"), closeButton(), el("h2", {}, entityButton(route.from), " to ", entityButton(route.to)));
  const again = button("Another pair …", () => askRoute());
  if (!hops) return [header, el("p", {}, "No way leads from one to the other over the lines shown. Filters switched off may hide one."), again];
  const turn = route.turn % routes.length;
  const step = (by) => () => change({ route: { ...route, turn: (turn + by + routes.length) % routes.length } }, "turn");
  return [
    header,
    el("p", {}, `${plural(hops.length, "hop")}. `, routes.length > 1 && `Way ${turn + 1} of ${routes.length} of this length. `),
    el("div", { class: "actions" }, routes.length > 1 && [button("Previous way", step(-1)), button("Next way", step(1))].flat(), again,
      button("Show only this path", () => change({ only: [route.from, ...hops.map((hop) => hop.to)] }))),
    el("ol", { class: "route" }, hops.map((hop) => el("li", {},
      el("h3", {}, ...sentenceOf(hop.lines[0])),
      claimCard(shown.lines.get(hop.lines[0].key).find((claim) => claim.modality !== "negated")),
      hop.lines.slice(1).map((bundle) => lineButton(bundle))))),
  ];
}
