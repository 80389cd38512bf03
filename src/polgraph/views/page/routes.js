// From here to there: the shortest ways over the lines shown, the best attested first. Denied claims lead nowhere.

const MOST_ROUTES = 24;
let known = { shown: null, key: null, routes: [] };

function routesBetween(from, to) {
  const key = `${from}|${to}`;
  if (known.shown !== shown || known.key !== key) known = { shown, key, routes: findRoutes(from, to) };
  return known.routes;
}

function routeNow(chosen) {
  if (!chosen.route) return null;
  const routes = routesBetween(chosen.route.from, chosen.route.to);
  return routes[chosen.route.turn % Math.max(routes.length, 1)] ?? null;
}

const leads = (bundle) => shown.lines.get(bundle.key)?.some((claim) => claim.modality !== "negated");
const otherEnd = (bundle, id) => (bundle.subject === id ? bundle.object : bundle.subject);

function findRoutes(from, to) {
  if (from === to || !shown.entities.has(from) || !shown.entities.has(to)) return [];
  const steps = stepsFrom(to, from);
  if (!steps.has(from)) return [];
  const routes = [];
  walk([from]);
  return routes.map(asHops).sort((one, other) => weakest(other) - weakest(one));

  function walk(nodes) {
    const here = nodes.at(-1);
    if (routes.length >= MOST_ROUTES) return;
    if (here === to) {
      routes.push(nodes);
      return;
    }
    const next = new Set(bundlesOf.get(here).filter(leads).map((bundle) => otherEnd(bundle, here)));
    for (const id of next) if (steps.get(id) === steps.get(here) - 1) walk([...nodes, id]);
  }
}

// How many steps each entity is away from `goal`, as far out as `enough`.
function stepsFrom(goal, enough) {
  const steps = new Map([[goal, 0]]);
  let ring = [goal];
  while (ring.length && !steps.has(enough)) {
    const following = [];
    for (const id of ring) {
      for (const bundle of bundlesOf.get(id)) {
        const other = otherEnd(bundle, id);
        if (steps.has(other) || !leads(bundle)) continue;
        steps.set(other, steps.get(id) + 1);
        following.push(other);
      }
    }
    ring = following;
  }
  return steps;
}

function asHops(nodes) {
  return nodes.slice(1).map((to, index) => {
    const from = nodes[index];
    const lines = bundlesOf.get(from).filter((bundle) => otherEnd(bundle, from) === to && leads(bundle));
    return { from, to, lines: lines.sort((one, other) => reportsOf(shown.lines.get(other.key)) - reportsOf(shown.lines.get(one.key))) };
  });
}

const weakest = (hops) => Math.min(...hops.map((hop) => reportsOf(shown.lines.get(hop.lines[0].key))));
