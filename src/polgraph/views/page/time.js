// The strip of time below the picture: how many friendly and hostile claims there are when, two handles, and play.

const time = { days: [...new Set(claims.map((claim) => claim.day).filter(Boolean))].sort(), playing: null };
const BARS = 60;

function buildTime() {
  const strip = byId("time");
  if (time.days.length < 2) {
    strip.hidden = true;
    return;
  }
  const last = time.days.length - 1;
  const slider = (id, label, value) => el("input", { id, type: "range", min: 0, max: last, step: 1, value, "aria-label": label, oninput: () => drawHandle(id) });
  strip.append(
    button("Play", play, { id: "play" }),
    el("div", { class: "track" }, slider("since", "Show claims since", 0), bars(), slider("until", "Show claims until", last)),
    el("output", { id: "period" }));
}

// Each day is one step of the sliders; the bars stand over the same steps.
function bars() {
  const step = Math.max(1, Math.ceil(time.days.length / BARS));
  const slots = Array.from({ length: Math.ceil(time.days.length / step) }, () => [0, 0, 0]);
  const slotOf = new Map(time.days.map((day, index) => [day, Math.floor(index / step)]));
  for (const claim of claims) if (claim.day) slots[slotOf.get(claim.day)][claim.bundle.relation.sign + 1] += 1;
  const most = Math.max(...slots.map(([hostile, neutral, friendly]) => Math.max(hostile, friendly + neutral)));
  const width = 100 / slots.length;
  const bar = (index, from, height, sign) => height && svgEl("rect", { x: index * width + width * 0.12, width: width * 0.76, y: from, height, class: SIGN_NAMES.get(sign) });
  return svgEl("svg", { viewBox: "0 0 100 40", preserveAspectRatio: "none", "aria-hidden": "true" },
    slots.flatMap(([hostile, neutral, friendly], index) => {
      const [down, grey, up] = [hostile, neutral, friendly].map((count) => (count / most) * 19);
      return [bar(index, 20 - up, up, 1), bar(index, 20 - up - grey, grey, 0), bar(index, 20.5, down, -1)].filter(Boolean);
    }));
}

function drawHandle(id) {
  const [since, until] = ["since", "until"].map((end) => Number(byId(end).value));
  if (since > until) byId(id).value = id === "since" ? until : since;
  setPeriod(Number(byId("since").value), Number(byId("until").value));
}

function setPeriod(since, until) {
  const last = time.days.length - 1;
  change({ since: since > 0 ? time.days[since] : null, until: until < last ? time.days[until] : null }, "period");
}

function play() {
  if (time.playing) {
    stop();
    return;
  }
  const last = time.days.length - 1;
  const first = Number(byId("since").value);
  const stride = Math.max(1, Math.round((last - first) / 40));
  let until = Number(byId("until").value) < last ? Number(byId("until").value) : first;
  byId("play").textContent = "Stop";
  const tick = () => {
    setPeriod(first, until);
    if (until >= last) stop();
    until = Math.min(last, until + stride);
  };
  time.playing = setInterval(tick, Math.max(120, Math.min(700, 9000 / (last - first || 1))));
  tick();
}

function stop() {
  clearInterval(time.playing);
  time.playing = null;
  byId("play").textContent = "Play";
}

function updateTime(chosen) {
  if (byId("time").hidden) return;
  const last = time.days.length - 1;
  const at = (day, otherwise) => (day === null ? otherwise : time.days.findIndex((one) => one >= day));
  const until = chosen.until === null ? last : time.days.findLastIndex((one) => one <= chosen.until);
  byId("since").value = Math.max(at(chosen.since, 0), 0);
  byId("until").value = Math.max(until, 0);
  const words = [chosen.since ?? time.days[0], chosen.until ?? time.days[last]].map((day) => dateInWords(day));
  byId("period").textContent = words[0] === words[1] ? words[0] : `${words[0]} – ${words[1]}`;
  for (const end of ["since", "until"]) byId(end).setAttribute("aria-valuetext", dateInWords(time.days[byId(end).value]));
}
