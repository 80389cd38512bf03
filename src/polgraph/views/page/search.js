// Comboboxes over names and aliases: the search box of the masthead and the two ends of a path.

const MOST_FOUND = 12;

const searchable = data.entities.map((entity) => ({
  entity,
  forms: [entity.name, ...entity.aliases, entity.id].map(fold),
}));

// Best first: the name begins so, a word of it does, it stands somewhere in a form; then the better attested.
function match(text) {
  const wanted = fold(text.trim());
  if (!wanted) return [];
  const ranked = [];
  for (const { entity, forms } of searchable) {
    let rank = 9;
    for (const [index, form] of forms.entries()) {
      const at = form.indexOf(wanted);
      if (at < 0) continue;
      const quality = at === 0 ? 0 : form[at - 1] === " " ? 1 : 2;
      rank = Math.min(rank, quality + (index ? 0.5 : 0));
    }
    if (rank < 9) ranked.push([rank, entity]);
  }
  ranked.sort((one, other) => one[0] - other[0] || other[1].reports - one[1].reports || (one[1].name < other[1].name ? -1 : 1));
  return ranked.slice(0, MOST_FOUND).map(([, entity]) => entity);
}

// Give an input and its list the behaviour of a combobox; `take` gets the chosen entity.
function makeCombobox(input, list, take) {
  let candidates = [];
  let active = -1;

  function mark() {
    for (const [index, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(index === active));
    input.setAttribute("aria-expanded", String(!list.hidden));
    if (active >= 0 && !list.hidden) input.setAttribute("aria-activedescendant", `${list.id}-${active}`);
    else input.removeAttribute("aria-activedescendant");
  }

  function offer() {
    candidates = match(input.value);
    active = candidates.length ? 0 : -1;
    list.replaceChildren(...candidates.map(option));
    if (!candidates.length) list.append(el("li", { class: "none", role: "option", "aria-disabled": "true" }, "Nobody of that name is on this page"));
    list.hidden = !input.value.trim();
    mark();
  }

  function option(entity, index) {
    const pick = (event) => {
      event.preventDefault(); // the input keeps the focus
      choose(index);
    };
    return el("li", { id: `${list.id}-${index}`, role: "option", onpointerdown: pick },
      swatch(entity.type), el("span", {}, entity.name), entity.country && el("small", {}, entity.country));
  }

  function choose(index) {
    if (!candidates[index]) return;
    close();
    take(candidates[index]);
  }

  function close() {
    list.hidden = true;
    mark();
  }

  input.addEventListener("input", offer);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && candidates.length && !list.hidden) active = (active + step + candidates.length) % candidates.length;
    else if (event.key === "Enter" && !list.hidden) choose(active);
    else if (event.key === "Escape" && !list.hidden) close();
    else return;
    event.preventDefault();
    event.stopPropagation();
    mark();
  });
}
