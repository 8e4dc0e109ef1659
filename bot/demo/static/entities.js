// Text with entities as DOM nodes. Nothing is ever parsed as HTML here.
// Offsets are UTF-16 units (Bot API, MessageEntity), as JavaScript's own.

const TAGS = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/** Return the address if it is http or https, else null. */
export function safeUrl(raw) {
  try {
    const url = new URL(raw);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : null;
  } catch {
    return null;
  }
}

/** Make a link that opens beside the page, or a plain span if the address is not safe. */
export function link(raw) {
  const href = safeUrl(raw);
  if (href === null) return document.createElement("span");
  const anchor = document.createElement("a");
  anchor.href = href;
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  return anchor;
}

function spoiler() {
  const node = document.createElement("span");
  node.className = "spoiler";
  node.tabIndex = 0;
  node.setAttribute("role", "button");
  node.setAttribute("aria-label", "Hidden text: show it");
  const show = () => {
    node.classList.add("shown");
    node.removeAttribute("role");
    node.removeAttribute("aria-label");
    node.removeAttribute("tabindex");
  };
  node.addEventListener("click", show);
  node.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") show();
  });
  return node;
}

/** Add the button that opens a long quote; it shows itself only if something is hidden. */
function foldable(quote) {
  const inner = document.createElement("span");
  inner.className = "folded";
  const more = document.createElement("button");
  more.type = "button";
  more.className = "more";
  more.textContent = "Show more";
  more.setAttribute("aria-expanded", "false");
  more.addEventListener("click", () => {
    const folded = inner.classList.toggle("folded");
    more.textContent = folded ? "Show more" : "Show less";
    more.setAttribute("aria-expanded", String(!folded));
  });
  quote.append(inner, more);
  requestAnimationFrame(() => {
    more.hidden = inner.scrollHeight <= inner.clientHeight + 1;
  });
  return inner;
}

/** Return the node of an entity and the node that takes its text. */
function nodeOf(entity, text, onCommand) {
  if (entity.type === "bot_command" && onCommand) return pair(command(text, onCommand));
  if (entity.type === "text_link") return pair(link(entity.url));
  if (entity.type === "url") return pair(link(/^[a-z]+:/i.test(text) ? text : `https://${text}`));
  if (entity.type === "spoiler") return pair(spoiler());
  const node = document.createElement(TAGS[entity.type] ?? "span");
  if (entity.type === "expandable_blockquote") return { node, inside: foldable(node) };
  return pair(node);
}

const pair = (node) => ({ node, inside: node });

/** A command of the bot's text, which the reader sends by tapping it. */
function command(text, onCommand) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "command";
  button.addEventListener("click", () => onCommand(text));
  return button;
}

/**
 * Return a fragment that shows `text` with its entities.
 * `onCommand` is called with a command that the reader taps; null: they stay text.
 */
export function renderText(text, entities, onCommand) {
  const waiting = [...(entities ?? [])].sort(
    (a, b) => a.offset - b.offset || b.length - a.length,
  );

  function fill(parent, start, end) {
    let cursor = start;
    while (waiting.length > 0 && waiting[0].offset < end) {
      const entity = waiting.shift();
      const from = Math.max(entity.offset, cursor);
      const to = Math.min(entity.offset + entity.length, end);
      const block = BLOCKS.has(entity.type);
      const before = text.slice(cursor, from);
      // A block stands apart by its margin: line breaks beside it would show as blank lines.
      parent.append(block ? before.replace(/\n{1,2}$/, "") : before);
      const { node, inside } = nodeOf(entity, text.slice(from, to), onCommand);
      fill(inside, from, to);
      parent.append(node);
      const breaks = block ? text.slice(to, end).match(/^\n{0,2}/)[0].length : 0;
      cursor = to + breaks;
    }
    parent.append(text.slice(cursor, end));
  }

  const fragment = document.createDocumentFragment();
  fill(fragment, 0, text.length);
  return fragment;
}
