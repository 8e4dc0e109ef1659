// Who writes: people and the group, each a "seat" (a person in a chat).

const COLOURS = 5;

/** Return the initial and the colour class of a seat's avatar. */
function dress(avatar, seat, index) {
  avatar.textContent = seat.title.slice(0, 1);
  avatar.classList.add(`colour-${index % COLOURS}`);
}

/** The list of seats; one of them is chosen. */
export class People {
  /** `onChoose(seat)` runs when the visitor picks another seat, not for the first one. */
  constructor({ list, me, seats, onChoose }) {
    this.me = me;
    this.seats = seats;
    this.onChoose = onChoose;
    this.buttons = new Map();
    list.replaceChildren(...seats.map((seat, index) => this.#item(seat, index)));
    this.seat = seats.find((seat) => seat.key === firstSeat(seats)) ?? seats[0];
    this.#mark();
  }

  choose(seat) {
    this.seat = seat;
    sessionStorage.setItem("seat", seat.key);
    this.#mark();
    this.onChoose(seat);
  }

  /** Count a message that arrived in a chat that is not shown. */
  missed(chatId) {
    for (const seat of this.seats) {
      if (seat.chat !== chatId || seat.key === this.seat.key) continue;
      const badge = this.buttons.get(seat.key).querySelector(".count");
      badge.textContent = String(Number(badge.textContent) + 1);
      badge.hidden = false;
      badge.setAttribute("aria-label", `${badge.textContent} unread`);
    }
  }

  #item(seat, index) {
    const avatar = document.createElement("span");
    avatar.className = "avatar";
    avatar.setAttribute("aria-hidden", "true");
    dress(avatar, seat, index);
    const name = document.createElement("span");
    name.className = "seat-name";
    name.textContent = seat.title;
    const detail = document.createElement("span");
    detail.className = "seat-detail";
    detail.textContent = seat.detail;
    const badge = document.createElement("span");
    badge.className = "count";
    badge.hidden = true;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "seat";
    button.append(avatar, name, detail, badge);
    button.addEventListener("click", () => this.choose(seat));
    this.buttons.set(seat.key, button);
    const item = document.createElement("li");
    item.append(button);
    return item;
  }

  #mark() {
    for (const [key, button] of this.buttons) {
      const chosen = key === this.seat.key;
      button.setAttribute("aria-current", String(chosen));
      if (!chosen) continue;
      const badge = button.querySelector(".count");
      badge.hidden = true;
      badge.textContent = "";
      const shown = button.querySelector(".avatar");
      this.me.className = `${shown.className} small-avatar`;
      this.me.textContent = shown.textContent;
    }
  }
}

/** The seat of the last visit in this tab, else a person who speaks the browser's language. */
function firstSeat(seats) {
  const kept = sessionStorage.getItem("seat");
  if (kept !== null) return kept;
  const language = navigator.language.slice(0, 2);
  return seats.find((seat) => seat.language === language && seat.kind === "private")?.key;
}
