// The "Publish now" panel: a ready story or the visitor's own, and what was published.

const OWN = "own";
const LONGEST_WIRE = 6;

function option(value, text) {
  const node = document.createElement("option");
  node.value = value;
  node.textContent = text;
  return node;
}

/** Wire the panel; `publish(draft)` sends a draft and resolves when it is published. */
export function setUpDesk({ form, status, ready, outlets, publish }) {
  const { again } = form.elements;
  const fields = form.elements;
  const titleOf = new Map(outlets.map((outlet) => [outlet.slug, outlet.title]));
  const languageOf = new Map(outlets.map((outlet) => [outlet.slug, outlet.language]));
  let next = null;

  fields.outlet.replaceChildren(...outlets.map((o) => option(o.slug, `${o.title} (${o.language})`)));
  fields.ready.replaceChildren(
    ...ready.map((story, index) => option(String(index), story.label)),
    option(OWN, "My own words"),
  );

  function fill() {
    const story = ready[Number(fields.ready.value)];
    fields.outlet.value = story?.outlet ?? fields.outlet.value;
    fields.headline.value = story?.title ?? "";
    fields.summary.value = story?.summary ?? "";
    again.hidden = true;
    if (story === undefined) fields.headline.focus();
  }

  /** Another outlet of the same language may have the same headline. */
  function offerAgain(draft) {
    const other = outlets.find(
      (o) => o.slug !== draft.outlet && o.language === languageOf.get(draft.outlet),
    ) ?? outlets.find((o) => o.slug !== draft.outlet);
    next = { ...draft, outlet: other.slug };
    again.textContent = `Same headline from ${other.title}`;
    again.hidden = false;
  }

  async function send(draft) {
    try {
      await publish(draft);
      status.textContent = `Published by ${titleOf.get(draft.outlet)}. The bot looks every 2 seconds.`;
      return true;
    } catch (error) {
      status.textContent = error.message;
      return false;
    }
  }

  fields.ready.addEventListener("change", fill);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const draft = {
      outlet: fields.outlet.value,
      title: fields.headline.value,
      summary: fields.summary.value,
    };
    if (await send(draft)) offerAgain(draft);
  });
  again.addEventListener("click", async () => {
    again.hidden = true;
    await send(next);
  });
  fill();
}

/** Show a published entry on top of the wire. */
export function addToWire(list, { outlet, title }) {
  const name = document.createElement("strong");
  name.textContent = outlet;
  const item = document.createElement("li");
  item.append(name, " ", title);
  list.prepend(item);
  while (list.children.length > LONGEST_WIRE) list.lastElementChild.remove();
}
