// The review of candidates: shows `view`, sends back what the reviewer did. All text goes in as text, never as HTML.

const WORDS = {
  kind: "kind", access: "access", date: "date", partner: "partner", program: "program", category: "data", speaker: "speaker",
  about: "about", quantifier: "how many", extent: "extent", reading: "reading",
};
const KEYS = { a: "save", r: "reject", j: "next", k: "previous", u: "undo", c: "correct" };
let count = 0;

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === undefined || value === null) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

function render({ model, el }) {
  const name = `overstay-review-${(count += 1)}`;
  const typed = new Map(); // card id: values that are typed but not saved
  let sent = null; // what the last message was about
  let shown = ""; // the card that is drawn
  let acted = false; // whether focus belongs here after the next drawing

  const root = make("section", {
    class: "overstay-review", tabindex: "0", role: "region", "aria-label": "Review of candidate statements",
    "aria-describedby": `${name}-keys`, "data-lm-suppress-shortcuts": "true", onkeydown,
  });
  const status = make("div", { class: "or-status", role: "status", "aria-live": "polite" });
  const body = make("div", {});
  const lists = model.get("lists");
  root.append(status, body, ...Object.entries(lists).map(([field, entries]) => make("datalist", { id: `${name}-${field}-list` },
    ...entries.map((entry) => make("option", { value: entry.value, label: entry.label })))));
  el.append(root);

  function send(what, extra = {}) {
    const card = model.get("view").card;
    sent = { what, id: card.id };
    acted = true;
    model.send({ do: what, about: card.id || "", ...extra });
  }

  function values() {
    const card = model.get("view").card;
    const given = Object.fromEntries((card.fields || []).map((field) => [field.name, field.value]));
    for (const field of body.querySelectorAll("[data-field]")) given[field.dataset.field] = field.value;
    return given; // what is not shown stays as it is
  }

  function hidden(field, kind) {
    return !field.shown || (field.only !== "" && (field.only === "observed") !== (kind === "observed"));
  }

  function why() {
    return body.querySelector("[data-why]")?.value || "";
  }

  function act(what) {
    const view = model.get("view");
    if (what === "correct") return focusFirst();
    if (what === "save" || what === "reject") {
      if (!view.card.id || !view.can_save || sent) return; // what is under way answers first
      if (!view.who) return body.querySelector("[data-who]")?.focus();
      return send(what, { text: why(), ...(what === "save" ? { fields: values() } : {}) });
    }
    send(what);
  }

  function focusFirst() {
    body.querySelector("[data-field]")?.focus();
  }

  function onkeydown(event) {
    const inField = event.target.matches?.("input, textarea, select");
    const done = () => { event.preventDefault(); event.stopPropagation(); };
    if (event.isComposing) return;
    if (event.key === "Escape" && inField) { done(); root.focus(); return; }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { done(); act("save"); return; }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (inField) {
      if (event.key === "Enter" && !event.shiftKey && !event.target.matches("select")) {
        done();
        if (event.target.matches("[data-who]")) send("who", { text: event.target.value });
        else act("save");
      } else if (event.key !== "Tab") event.stopPropagation();
      return;
    }
    const what = KEYS[event.key.toLowerCase()];
    if (what && !event.repeat) { done(); act(what); }
  }

  function draw() {
    const view = model.get("view");
    const notice = view.notice || {};
    if (sent && notice.kind !== "error" && ["save", "reject"].includes(sent.what)) typed.delete(sent.id);
    const had = acted || root.contains(document.activeElement);
    const wasField = view.card.id === shown ? document.activeElement?.dataset?.field : "";
    shown = view.card.id;
    body.replaceChildren(...[head(view), note(notice), view.who ? null : askName(view), main(view)].filter(Boolean));
    if (notice.kind === "error") markWrong(notice);
    else if (sent && sent.what === "who" && view.who) root.focus();
    else if (had) (wasField && !acted ? body.querySelector(`[data-field="${wasField}"]`) : root)?.focus();
    say(view, notice);
    sent = null;
    acted = false;
  }

  function markWrong(notice) {
    const place = notice.field === "who" ? body.querySelector("[data-who]")
      : body.querySelector(`[data-field="${CSS.escape(notice.field)}"]`);
    if (!place) return root.focus();
    place.setAttribute("aria-invalid", "true");
    place.setAttribute("aria-errormessage", `${name}-notice`);
    place.focus();
  }

  function say(view, notice) {
    const card = view.card;
    const first = (card.fields || []).filter((f) => ["kind", "partner_ids", "stated_date"].includes(f.name));
    const words = first.map((f) => f.value).filter(Boolean).join(", ");
    const place = card.id ? `${view.number} of ${view.of}: ${words}` : "No candidate is left.";
    status.textContent = notice.kind === "error" ? "" : `${notice.text ? `${notice.text} ` : ""}${place}`;
  }

  function head(view) {
    const decided = view.of - view.left;
    const bar = make("progress", { max: Math.max(view.of, 1), value: decided, "aria-label": "Decided" });
    return make("header", {},
      make("p", { class: "or-place" }, make("strong", {}, view.card.id ? `${view.number} of ${view.of}` : "Done"),
        make("span", {}, `${view.left} open, ${view.accepted} accepted`)),
      bar,
      make("p", { class: "or-who" }, view.who ? `Reviewer: ${view.who}` : ""));
  }

  function note(notice) {
    if (!notice.text) return null;
    const wrong = notice.kind === "error";
    return make("p", { class: `or-notice ${wrong ? "or-wrong" : ""}`, id: `${name}-notice`, role: wrong ? "alert" : null },
      notice.text);
  }

  function askName(view) {
    if (!view.can_save) return null;
    const field = make("input", { id: `${name}-who`, "data-who": "", autocomplete: "name", required: true });
    return make("div", { class: "or-ask" },
      make("label", { for: `${name}-who` }, "Your name, to stand beside your decisions"),
      field,
      make("button", { type: "button", onclick: () => send("who", { text: field.value }) }, "Begin"));
  }

  function main(view) {
    if (!view.card.id) return ending(view);
    return make("div", {},
      make("div", { class: "or-columns" }, reading(view.card), form(view)),
      buttons(view));
  }

  function reading(card) {
    const text = make("blockquote", {});
    for (const piece of card.context) {
      const box = make(piece.evidence ? "span" : "small", { class: piece.evidence ? "or-evidence" : "or-around" });
      if (piece.fields.length) {
        box.append(make("mark", { class: `or-mark or-${CSS.escape(piece.fields[0])}` }, piece.text,
          make("span", { class: "or-tag" }, piece.fields.map((field) => WORDS[field] || field).join(", "))));
      } else box.append(piece.text);
      text.append(box);
    }
    const said = [card.speaker, card.said_on].filter(Boolean).join(", ");
    return make("article", { "aria-label": "The words in their context" },
      make("p", { class: "or-from" }, make("strong", {}, said || "Speaker and day not known"),
        make("span", {}, [card.document, card.locator].filter(Boolean).join(", ")),
        card.fields.some((field) => field.name === "source_id" && !field.value)
          ? make("span", { class: "or-missing" }, "no source names this document") : null),
      text,
      make("p", { class: "or-small" }, `Confidence ${card.confidence}. Rule: ${card.rule}.`),
      card.decision ? make("p", { class: "or-small" }, make("strong", {}, `Decided: ${card.decision}`),
        ` (${card.decided_by})${card.why ? `: ${card.why}` : ""}`) : null);
  }

  function form(view) {
    const card = view.card;
    const kept = typed.get(card.id) || {};
    const rows = make("div", { class: "or-fields", role: "group", "aria-label": "Proposed fields" });
    const kind = kept.kind ?? card.fields.find((field) => field.name === "kind").value;
    for (const field of card.fields) {
      if (hidden(field, kind)) continue;
      const id = `${name}-${field.name}`;
      const value = kept[field.name] ?? field.value;
      const shared = { id, "data-field": field.name, disabled: !view.can_save };
      let input;
      if (field.choices.length) {
        input = make("select", shared, ...field.choices.map((choice) => make("option", { value: choice }, choice || "–")));
        input.value = value;
      } else if (field.name === "paraphrase") {
        input = make("textarea", { ...shared, rows: 3, placeholder: field.hint });
        input.value = value;
      } else {
        const list = field.name in lists ? `${id}-list` : null;
        input = make("input", { ...shared, list, placeholder: field.hint, spellcheck: "false", autocomplete: "off" });
        input.value = value;
      }
      const changed = () => input.classList.toggle("or-changed", field.name !== "paraphrase" && input.value !== field.proposed);
      changed();
      input.addEventListener("input", () => {
        typed.set(card.id, { ...typed.get(card.id), [field.name]: input.value });
        changed();
        if (field.name === "kind") { draw(); body.querySelector('[data-field="kind"]')?.focus(); }
      });
      rows.append(make("label", { for: id }, field.label), input);
    }
    rows.append(make("label", { for: `${name}-why` }, "Why"),
      make("input", { id: `${name}-why`, "data-why": "", disabled: !view.can_save, placeholder: "reason, if one is needed" }));
    return rows;
  }

  function buttons(view) {
    const off = !view.can_save || !view.who;
    const button = (key, label, what, disabled, kind = "") => make("button", {
      type: "button", class: kind, disabled, "aria-keyshortcuts": key, onclick: () => act(what),
    }, make("kbd", { "aria-hidden": "true" }, key), label);
    return make("footer", {},
      button("a", "Accept", "save", off, "or-yes"), button("r", "Reject", "reject", off, "or-no"),
      button("c", "Correct", "correct", !view.can_save), make("span", { class: "or-gap" }),
      button("k", "Previous", "previous", view.number <= 1), button("j", "Next", "next", view.number >= view.of),
      button("u", "Undo", "undo", !view.can_undo),
      make("p", { class: "or-small", id: `${name}-keys` },
        "One key decides while no field has the focus. In a field: Enter accepts what is written, Escape leaves it."));
  }

  function ending(view) {
    const words = view.of ? "Nothing is left open." : "There is nothing to review: no candidate is open.";
    return make("div", { class: "or-end" }, make("p", {}, words),
      view.accepted && view.can_save ? make("button", { type: "button", class: "or-yes", onclick: () => send("add") },
        `Add the accepted to the tables of the case`) : null,
      view.of ? make("button", { type: "button", onclick: () => act("previous") }, "Look at the last one") : null,
      make("button", { type: "button", disabled: !view.can_undo, onclick: () => act("undo") },
        make("kbd", { "aria-hidden": "true" }, "u"), "Undo"));
  }

  model.on("change:view", draw);
  draw();
  return () => model.off("change:view", draw);
}

export default { render };
