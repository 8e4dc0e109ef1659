// The two side panels: beside the chat on a wide screen, drawers over it on a phone.

const NARROW = matchMedia("(max-width: 1023px)");

/** Let the buttons with data-opens open their panel; Escape or the close button ends it. */
export function setUpDrawers(root) {
  const openers = [...root.querySelectorAll("[data-opens]")];
  const panels = openers.map((opener) => document.getElementById(opener.dataset.opens));

  function show(index, open) {
    panels[index].classList.toggle("open", open);
    openers[index].setAttribute("aria-expanded", String(open));
    settle();
    if (open) panels[index].querySelector(".close").focus();
  }

  /** A closed drawer is out of reach of the keyboard; a panel beside the chat never is. */
  function settle() {
    for (const panel of panels) {
      panel.inert = NARROW.matches && !panel.classList.contains("open");
    }
  }

  function close() {
    panels.forEach((panel, index) => {
      if (!panel.classList.contains("open")) return;
      show(index, false);
      openers[index].focus();
    });
  }

  openers.forEach((opener, index) => opener.addEventListener("click", () => show(index, true)));
  for (const panel of panels) panel.querySelector(".close").addEventListener("click", close);
  root.addEventListener("keydown", (event) => event.key === "Escape" && close());
  NARROW.addEventListener("change", settle);
  settle();
  return { close };
}
