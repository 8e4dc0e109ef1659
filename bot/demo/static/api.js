// What the page asks of the server. The cookie that the page came with is its key.

async function answer(response) {
  if (response.status === 403) {
    // The demo was started anew and does not know this page: take a fresh one.
    location.reload();
    throw new Error("The demo was restarted.");
  }
  const body = await response.json();
  if (!response.ok) throw new Error(body.error ?? `The demo answered ${response.status}.`);
  return body;
}

async function get(path) {
  return answer(await fetch(path, { cache: "no-store" }));
}

async function post(path, body) {
  return answer(
    await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
}

export const state = () => get("/page/state");
export const chat = (seat) => get(`/page/chat?seat=${encodeURIComponent(seat)}`);
export const say = (seat, text) => post("/page/say", { seat, text });
export const press = (seat, message, data) => post("/page/press", { seat, message, data });
export const block = (seat, blocked) => post("/page/block", { seat, blocked });
export const publish = (draft) => post("/page/publish", draft);

const FIRST_RETRY = 500;
const LONGEST_RETRY = 5000;

/**
 * Follow the server's events for ever: `onOpen` runs at each (re)connection, before any
 * event of it; `onLost` when the connection broke.
 */
export function follow({ onOpen, onEvent, onLost }) {
  let pause = FIRST_RETRY;
  function connect() {
    const stream = new EventSource("/page/events");
    stream.addEventListener("open", () => {
      pause = FIRST_RETRY;
      onOpen();
    });
    stream.addEventListener("message", (event) => onEvent(JSON.parse(event.data)));
    stream.addEventListener("error", () => {
      stream.close();
      onLost();
      // An event stream does not tell why it failed; this request finds a restarted demo.
      state().catch(() => {});
      setTimeout(connect, pause);
      pause = Math.min(pause * 2, LONGEST_RETRY);
    });
  }
  connect();
}
