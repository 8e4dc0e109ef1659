// What the visitor types: the text field, the command menu and the suggestions.

/** The foot of the chat; `say(text)` sends what the visitor wrote or tapped. */
export class Composer {
  constructor({ form, menu, list, tries, say }) {
    this.form = form;
    this.field = form.elements.text;
    this.menu = menu;
    this.list = list;
    this.tries = tries;
    this.say = say;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#send();
    });
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.#send();
      }
    });
    this.field.addEventListener("input", () => this.#fit());
    menu.addEventListener("click", () => this.#toggle(this.list.hidden));
    list.addEventListener("keydown", (event) => this.#move(event));
    document.addEventListener("click", (event) => {
      if (!list.contains(event.target) && !menu.contains(event.target)) this.#toggle(false);
    });
  }

  /** Offer the bot's own commands, as setMyCommands has them for this chat. */
  setCommands(commands) {
    this.menu.hidden = commands.length === 0;
    this.list.replaceChildren(...commands.map((command) => this.#item(command)));
  }

  setTries(texts) {
    this.tries.replaceChildren(
      ...texts.map((text) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = text;
        button.addEventListener("click", () => this.say(text));
        const item = document.createElement("li");
        item.append(button);
        return item;
      }),
    );
  }

  #item({ command, description }) {
    const name = document.createElement("b");
    name.textContent = `/${command}`;
    const about = document.createElement("span");
    about.textContent = description;
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("role", "menuitem");
    button.append(name, about);
    button.addEventListener("click", () => {
      this.#toggle(false);
      this.say(`/${command}`);
      this.field.focus();
    });
    const item = document.createElement("li");
    item.setAttribute("role", "none");
    item.append(button);
    return item;
  }

  #send() {
    const text = this.field.value.trim();
    if (text === "") return;
    this.field.value = "";
    this.#fit();
    this.#toggle(false);
    this.say(text);
  }

  #fit() {
    this.field.style.height = "auto";
    this.field.style.height = `${this.field.scrollHeight}px`;
  }

  #toggle(open) {
    this.list.hidden = !open;
    this.menu.setAttribute("aria-expanded", String(open));
    if (open) this.list.querySelector("button")?.focus();
  }

  #move(event) {
    const buttons = [...this.list.querySelectorAll("button")];
    const at = buttons.indexOf(document.activeElement);
    if (event.key === "Escape") {
      this.#toggle(false);
      this.menu.focus();
    } else if (event.key === "ArrowDown") {
      event.preventDefault();
      buttons[(at + 1) % buttons.length].focus();
    } else if (event.key === "ArrowUp") {
      event.preventDefault();
      buttons[(at - 1 + buttons.length) % buttons.length].focus();
    }
  }
}
