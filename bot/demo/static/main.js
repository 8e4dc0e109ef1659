// The page: puts the parts together and keeps them in step with the server.

import * as api from "./api.js";
import { Composer } from "./composer.js";
import { addToWire, setUpDesk } from "./desk.js";
import { setUpDrawers } from "./drawers.js";
import { MessageLog } from "./messages.js";
import { People } from "./people.js";

const TOAST_SHOWN = 3500;
const TYPING_SHOWN = 5000;
const byId = (id) => document.getElementById(id);

let people;
let blocked = false;
let unread = 0;
let statusTimer;
let toastTimer;

const log = new MessageLog({
  list: byId("log"),
  newer: byId("newer"),
  onPress: (message, data) => attempt(api.press(people.seat.key, message, data)),
  onCommand: (text) => say(text),
});
const composer = new Composer({
  form: byId("composer"),
  menu: byId("menu"),
  list: byId("commands"),
  tries: byId("tries"),
  say: (text) => say(text),
});
const drawers = setUpDrawers(document);

function toast(text) {
  const node = byId("toast");
  node.textContent = text;
  node.hidden = false;
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => {
    node.hidden = true;
  }, TOAST_SHOWN);
}

async function attempt(request) {
  try {
    return await request;
  } catch (error) {
    toast(error.message);
    log.answered();
    return null;
  }
}

function say(text) {
  return attempt(api.say(people.seat.key, text));
}

function setStatus(text = null) {
  clearTimeout(statusTimer);
  const { title, detail, kind } = people.seat;
  byId("chat-status").textContent =
    text ?? (kind === "private" ? `you are ${title} · ${detail}` : detail);
}

function showStart() {
  const fresh = log.empty && people.seat.kind === "private";
  byId("start").hidden = !fresh;
  byId("composer").hidden = fresh;
  byId("tries").hidden = fresh;
}

function showBlocked() {
  const button = byId("block");
  button.hidden = people.seat.kind !== "private";
  button.setAttribute("aria-pressed", String(blocked));
  button.textContent = blocked ? "Unblock the bot" : "Block the bot";
}

/** Fetch the chosen chat anew; also after a lost connection. */
async function refresh() {
  const { seat } = people;
  const chat = await attempt(api.chat(seat.key));
  if (chat === null || seat !== people.seat) return;
  blocked = chat.blocked;
  byId("chat-title").textContent = chat.title;
  byId("log").lang = seat.language; // the page around it speaks English
  log.reset(chat.messages, seat.person);
  composer.setCommands(chat.commands);
  composer.setTries(seat.tries);
  showStart();
  showBlocked();
  setStatus();
}

function onMessage(event) {
  if (event.chat_id !== people.seat.chat) {
    if (event.type === "message") people.missed(event.chat_id);
    return;
  }
  log.put(event.message);
  showStart();
  setStatus();
  if (document.hidden && event.type === "message") {
    unread += 1;
    document.title = `(${unread}) Tocsin demo`;
  }
}

const HANDLERS = {
  message: onMessage,
  edit: onMessage,
  delete: (event) => event.chat_id === people.seat.chat && log.remove(event.message_id),
  callback_answer: (event) => {
    if (event.chat_id !== people.seat.chat || event.person_id !== people.seat.person) return;
    log.answered();
    if (event.answer?.text) toast(event.answer.text);
  },
  typing: (event) => {
    if (event.chat_id !== people.seat.chat) return;
    setStatus("typing…");
    statusTimer = setTimeout(setStatus, TYPING_SHOWN);
  },
  commands: async () => {
    const chat = await attempt(api.chat(people.seat.key));
    if (chat !== null) composer.setCommands(chat.commands);
  },
  chat_member: (event) => event.chat_id === people.seat.chat && refresh(),
  published: (event) => addToWire(byId("wire"), event),
};

async function main() {
  const { seats, outlets, ready, wire } = await api.state();
  people = new People({
    list: byId("seats"),
    me: byId("me"),
    seats,
    onChoose: () => {
      drawers.close();
      refresh();
    },
  });
  setUpDesk({
    form: byId("publish"),
    status: byId("published"),
    ready,
    outlets,
    publish: async (draft) => {
      await api.publish(draft);
      drawers.close();
    },
  });
  for (const entry of wire) addToWire(byId("wire"), entry);
  byId("start-button").addEventListener("click", () => say("/start"));
  byId("block").addEventListener("click", async () => {
    await attempt(api.block(people.seat.key, !blocked));
    refresh();
  });
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) return;
    unread = 0;
    document.title = "Tocsin demo";
  });
  api.follow({
    onOpen: refresh,
    onLost: () => setStatus("connecting…"),
    onEvent: (event) => HANDLERS[event.type]?.(event),
  });
}

main();
