// What the page knows: the data block, indexed, and the one way in which elements are made.
// Everything that comes from an article reaches the page through textContent or an attribute set here, as text.

const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const theme = { dark: matchMedia("(prefers-color-scheme: dark)").matches };
document.documentElement.dataset.theme = theme.dark ? "dark" : "light";

const entities = new Map(data.entities.map((entity) => [entity.id, entity]));
const relations = new Map(data.relations.map((relation) => [relation.name, relation]));
const bundles = new Map();
const bundlesOf = new Map(data.entities.map((entity) => [entity.id, []]));

// vis-network knows entities and lines by their number in these lists
for (const [number, entity] of data.entities.entries()) entity.number = number;
for (const { id, x, y } of data.network?.nodes ?? []) data.entities[id].place = [x, y];
for (const [number, bundle] of data.bundles.entries()) {
  bundle.number = number;
  bundle.subject = data.entities[bundle.subject].id;
  bundle.object = data.entities[bundle.object].id;
  bundle.relation = relations.get(bundle.relation);
  bundle.key = `${bundle.subject}|${bundle.relation.name}|${bundle.object}`;
  for (const claim of bundle.claims) {
    claim.bundle = bundle;
    claim.document = data.documents[claim.document];
    claim.day = claim.date || claim.document.published || null;
  }
  bundles.set(bundle.key, bundle);
  bundlesOf.get(bundle.subject).push(bundle);
  if (bundle.object !== bundle.subject) bundlesOf.get(bundle.object).push(bundle);
}
const claims = data.bundles.flatMap((bundle) => bundle.claims);

// el("a", {class: "x", href: "…"}, "text", child): attributes as text, listeners as on…: function
function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

function svgEl(tag, attributes = {}, ...children) {
  return fill(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

// Only web addresses become links; anything else an article may hold in their place is ignored.
function webAddress(text) {
  try {
    const url = new URL(text);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : null;
  } catch {
    return null;
  }
}

function link(text, address) {
  const href = webAddress(address);
  return href ? el("a", { href, target: "_blank", rel: "noopener noreferrer" }, text) : text;
}

const nameOf = (id) => entities.get(id).name;
const plural = (count, one, many = `${one}s`) => `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
const reportsOf = (some) => new Set(some.map((claim) => claim.document)).size;
const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const SIGN_NAMES = new Map([[-1, "hostile"], [1, "friendly"], [0, "neutral"]]);
const signColour = (sign) => colour(`--${SIGN_NAMES.get(sign)}`);

// "lina marek" finds "Lina Márek"
const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

function tell(message) {
  byId("spoken").textContent = message;
}

// "2024-03-01" with precision "month" → "March 2024"
function dateInWords(day, precision = "day") {
  if (!/^\d{4}-\d{2}-\d{2}/.test(day)) return day;
  const parts = { day: { day: "numeric", month: "long", year: "numeric" }, month: { month: "long", year: "numeric" }, year: { year: "numeric" } };
  return new Date(`${day.slice(0, 10)}T00:00:00Z`).toLocaleDateString("en-GB", { timeZone: "UTC", ...(parts[precision] || parts.day) });
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return groups;
}
