// A chart: each mark of the picture stands for claims, and leads to their sentences.

const panel = byId("panel");
const FIRST_CLAIMS = 40;

function openMark(mark) {
  const some = mark.dataset.claims.split(" ").map((number) => claims[Number(number)]);
  for (const other of document.querySelectorAll(".mark.chosen")) other.classList.remove("chosen");
  mark.classList.add("chosen");
  panel.replaceChildren(el("h2", {}, mark.getAttribute("aria-label")), el("p", { class: "standing" }, `${plural(some.length, "claim")} in ${plural(reportsOf(some), "article")}.`), ...cards(some));
  panel.scrollTop = 0;
  byId("count").textContent = mark.getAttribute("aria-label");
}

function cards(some, from = 0) {
  const shown = some.slice(from, from + FIRST_CLAIMS).map((claim) => el("section", {}, el("h3", { class: "says" }, sentence(claim)), claimCard(claim)));
  const left = some.length - from - shown.length;
  if (left <= 0) return shown;
  const more = button(`Show more (${left.toLocaleString("en")} left)`, () => more.replaceWith(...cards(some, from + FIRST_CLAIMS)));
  return [...shown, more];
}

function sentence({ bundle }) {
  return [nameOf(bundle.subject), " ", el("span", { class: SIGN_NAMES.get(bundle.relation.sign) }, bundle.relation.label), " ", nameOf(bundle.object)];
}

for (const mark of document.querySelectorAll(".mark")) {
  mark.addEventListener("click", () => openMark(mark));
  mark.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    openMark(mark);
  });
}
byId("print").addEventListener("click", () => window.print());
panel.replaceChildren(el("h2", {}, "The sentences"), el("p", {}, "Click a mark, or go to it with the Tab key and press Enter, to read the sentences behind it."),
  ...(data.left_out ? [el("p", { class: "note" }, data.left_out)] : []));
document.documentElement.dataset.ready = "yes";
