// The list of messages: bubbles, inline keyboards, edits in place.

import { link, renderText, safeUrl } from "./entities.js";

const CLOCK = new Intl.DateTimeFormat([], { hour: "2-digit", minute: "2-digit", hour12: false });
const WAIT_FOR_ANSWER = 8000;
const NEAR_THE_END = 120;

function element(tag, className, ...children) {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...children);
  return node;
}

function timeOf(unix) {
  const date = new Date(unix * 1000);
  const node = element("time", "", CLOCK.format(date));
  node.dateTime = date.toISOString();
  return node;
}

/** A shared location, written as it is typed here. */
function locationOf({ location }) {
  return location && `📍 ${location.latitude}, ${location.longitude}`;
}

/** A picture; its caption says what it shows, so it needs no words of its own. */
function photoOf({ file_id: id, width, height }) {
  const image = element("img", "photo");
  image.src = `/page/file/${encodeURIComponent(id)}`;
  image.alt = "Picture, described below";
  image.width = width;
  image.height = height;
  return image;
}

/** A file, as a link that saves it. */
function documentOf({ document: file }) {
  if (!file) return [];
  const anchor = element("a", "file", `📄 ${file.file_name}`);
  anchor.href = `/page/file/${encodeURIComponent(file.file_id)}`;
  anchor.download = file.file_name;
  return [element("p", "attachment", anchor, ` ${Math.ceil(file.file_size / 1024)} kB`)];
}

/** One chat's messages on the page. */
export class MessageLog {
  /** `onPress(message, data)` and `onCommand(text)` say what the reader did. */
  constructor({ list, newer, onPress, onCommand }) {
    this.list = list;
    this.newer = newer;
    this.onPress = onPress;
    this.onCommand = onCommand;
    this.rows = new Map();
    this.reader = null;
    this.unseen = 0;
    this.pinned = true; // the reader is at the end and stays there when the list shrinks
    list.addEventListener("scroll", () => {
      this.pinned = this.#atEnd();
      if (this.pinned) this.#seen();
    });
    new ResizeObserver(() => this.pinned && this.toEnd()).observe(list);
    newer.addEventListener("click", () => this.toEnd());
  }

  /** Show `messages` instead of all others, as `reader` (a user's id) sees them. */
  reset(messages, reader) {
    this.reader = reader;
    this.rows.clear();
    this.list.setAttribute("aria-busy", "true");
    this.list.replaceChildren();
    for (const message of messages) this.#put(message, false);
    this.list.setAttribute("aria-busy", "false");
    this.toEnd();
  }

  get empty() {
    return this.rows.size === 0;
  }

  /** Add `message`, or change it if it is there. */
  put(message) {
    const wasAtEnd = this.#atEnd();
    const isNew = !this.rows.has(message.message_id);
    this.#put(message, true);
    if (wasAtEnd || this.#isOwn(message)) {
      this.toEnd();
    } else if (isNew) {
      this.unseen += 1;
      this.newer.hidden = false;
      this.newer.textContent = `↓ ${this.unseen} new`;
    }
  }

  remove(messageId) {
    this.rows.get(messageId)?.remove();
    this.rows.delete(messageId);
  }

  /** The bot has answered a press: no button waits any longer. */
  answered() {
    for (const button of this.list.querySelectorAll("[aria-busy=true].key")) {
      button.setAttribute("aria-busy", "false");
    }
  }

  toEnd() {
    this.list.scrollTop = this.list.scrollHeight;
    this.pinned = true;
    this.#seen();
  }

  #seen() {
    this.unseen = 0;
    this.newer.hidden = true;
  }

  #atEnd() {
    const { scrollTop, clientHeight, scrollHeight } = this.list;
    return scrollTop + clientHeight >= scrollHeight - NEAR_THE_END;
  }

  #isOwn(message) {
    return message.from?.id === this.reader;
  }

  #put(message, animate) {
    const old = this.rows.get(message.message_id);
    const row = old ?? element("li", "row");
    const focused = old ? this.#focusedKey(old) : -1;
    row.classList.toggle("own", this.#isOwn(message));
    row.classList.toggle("from-bot", message.from?.is_bot === true);
    row.dataset.message = message.message_id;
    row.replaceChildren(this.#bubble(message), ...this.#keyboard(message));
    if (!old) {
      this.#insert(row, message.message_id);
      if (animate) row.classList.add("arriving");
    } else if (animate) {
      row.classList.remove("changed");
      void row.offsetWidth; // lets the animation start again
      row.classList.add("changed");
    }
    if (focused >= 0) row.querySelectorAll(".key")[focused]?.focus();
  }

  /** A keyboard that is redrawn under the reader's finger keeps the focus. */
  #focusedKey(row) {
    return [...row.querySelectorAll(".key")].indexOf(document.activeElement);
  }

  #insert(row, id) {
    let next = null;
    for (const [otherId, other] of this.rows) {
      if (otherId > id && (next === null || otherId < Number(next.dataset.message))) next = other;
    }
    this.rows.set(id, row);
    this.list.insertBefore(row, next);
  }

  #bubble(message) {
    const bubble = element("article", "bubble");
    if (!this.#isOwn(message) && message.chat.type !== "private") {
      bubble.append(element("p", "sender", message.from?.first_name ?? ""));
    }
    if (message.reply_to_message) bubble.append(this.#quote(message.reply_to_message));
    const photo = message.photo?.at(-1);
    if (photo) bubble.append(photoOf(photo));
    const body = element("div", "text");
    body.append(
      renderText(
        message.text ?? message.caption ?? locationOf(message) ?? (message.document ? "" : "(not shown in the demo)"),
        message.entities ?? message.caption_entities,
        message.from?.is_bot ? this.onCommand : null,
      ),
    );
    bubble.append(...documentOf(message), body, this.#meta(message));
    return bubble;
  }

  #quote(replied) {
    const line = (replied.text ?? "").split("\n", 1)[0];
    const quote = element("button", "reply", line);
    quote.type = "button";
    quote.setAttribute("aria-label", `In reply to: ${line}`);
    quote.addEventListener("click", () => {
      this.rows.get(replied.message_id)?.scrollIntoView({ block: "center" });
    });
    return quote;
  }

  #meta(message) {
    const meta = element("p", "meta");
    if (message.disable_notification) {
      const badge = element("span", "badge", "silent");
      badge.title = "Sent without a sound";
      meta.append(badge);
    }
    if (message.edit_date) meta.append(element("span", "edited", "edited"));
    meta.append(timeOf(message.date));
    return meta;
  }

  #keyboard(message) {
    const rows = message.reply_markup?.inline_keyboard ?? [];
    if (rows.length === 0) return [];
    const keyboard = element("div", "keyboard");
    for (const row of rows) {
      keyboard.append(element("div", "keys", ...row.map((key) => this.#key(message, key))));
    }
    return [keyboard];
  }

  #key(message, key) {
    if (key.url && safeUrl(key.url)) {
      const anchor = link(key.url);
      anchor.className = "key to-page";
      anchor.textContent = key.text;
      return anchor;
    }
    const button = element("button", "key", key.text);
    button.type = "button";
    button.disabled = key.callback_data === undefined;
    button.addEventListener("click", () => {
      if (button.getAttribute("aria-busy") === "true") return;
      button.setAttribute("aria-busy", "true");
      setTimeout(() => button.setAttribute("aria-busy", "false"), WAIT_FOR_ANSWER);
      this.onPress(message.message_id, key.callback_data);
    });
    return button;
  }
}
