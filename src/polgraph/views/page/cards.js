// A claim with its evidence, as every page shows it.

const button = (text, onclick, attributes = {}) => el("button", { type: "button", onclick, ...attributes }, text);
let nameTag = nameOf; // how a name is shown; where entities have pages it is a way there

function claimCard(claim) {
  const { document: article } = claim;
  const source = [article.publisher, article.title && `“${article.title}”`].filter(Boolean).join(", ") || article.id;
  return el("article", { class: `claim ${claim.modality}` },
    el("blockquote", {}, ...quoteInPlace(claim)),
    el("p", { class: "who" },
      el("span", { class: `chip ${claim.modality}` }, data.style.modalities[claim.modality]), " ",
      claim.speaker ? ["according to ", claim.speaker_id && entities.has(claim.speaker_id) ? nameTag(claim.speaker_id) : claim.speaker] : "in the article’s own words"),
    el("dl", { class: "facts" },
      ...fact("About", claim.date && dateInWords(claim.date, claim.date_precision)),
      ...fact("Published", article.published && dateInWords(article.published)),
      ...fact("Source", link(source, article.url)),
      ...fact("File", article.id),
      ...fact("Office", claim.title && `${claim.former ? "former " : ""}${claim.title}`),
      ...fact("Demands", claim.action),
      ...fact("Kin", claim.kin),
      ...fact("Confidence", `${Math.round(claim.confidence * 100)} %${claim.rule ? `, rule “${claim.rule}”` : ""}`)));
}

const fact = (term, value) => (value ? [el("dt", {}, term), el("dd", {}, value)] : []);

// The quote marked in its paragraph where the page has it, else the quote alone.
function quoteInPlace(claim) {
  if (!claim.passage) return [el("mark", {}, claim.quote)];
  const [index, at] = claim.passage;
  const paragraph = data.passages[index];
  const characters = [...paragraph]; // offsets count characters as Python does, not UTF-16 units
  const length = [...claim.quote].length;
  return [characters.slice(0, at).join(""), el("mark", {}, claim.quote), characters.slice(at + length).join("")];
}
