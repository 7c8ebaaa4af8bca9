"use strict";

const byId = (id) => document.getElementById(id);
const mailbox = (m) => (m.Name ? `${m.Name} <${m.Address}>` : m.Address);
let open = null;
let listed = "";

async function refresh() {
  const query = byId("query").value.trim();
  const path = query ? `/api/v1/search?limit=200&query=${encodeURIComponent(query)}` : "/api/v1/messages?limit=200";
  try {
    const page = await (await fetch(path)).json();
    byId("count").textContent = `${page.messages_count} of ${page.total}`;
    const now = page.messages.map((mail) => mail.ID).join();
    if (now !== listed) {
      listed = now;
      byId("list").replaceChildren(...page.messages.map(entry));
    }
    byId("nothing").hidden = open !== null || page.messages.length > 0;
  } catch {
    byId("count").textContent = "the inbox does not answer";
  }
}

function entry(mail) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.id = mail.ID;
  button.setAttribute("aria-current", String(mail.ID === open));
  const subject = document.createElement("strong");
  subject.textContent = mail.Subject || "(no subject)";
  const people = document.createElement("span");
  people.textContent = `to ${mail.To.concat(mail.Bcc).map(mailbox).join(", ")}`;
  const snippet = document.createElement("span");
  snippet.textContent = `${new Date(mail.Created).toLocaleTimeString()} · ${mail.Snippet}`;
  button.append(subject, people, snippet);
  button.addEventListener("click", () => show(mail.ID));
  const item = document.createElement("li");
  item.append(button);
  return item;
}

async function show(id) {
  const [mail, headers] = await Promise.all(
    ["", "/headers"].map(async (part) => (await fetch(`/api/v1/message/${id}${part}`)).json()));
  open = id;
  document.querySelectorAll("li button").forEach((b) => b.setAttribute("aria-current", String(b.dataset.id === id)));
  byId("subject").textContent = mail.Subject || "(no subject)";
  byId("envelope").replaceChildren(
    ...row("From", mail.From ? mailbox(mail.From) : ""),
    ...row("To", mail.To.map(mailbox).join(", ")),
    ...row("Date", new Date(mail.Date).toLocaleString()));
  byId("html").src = `/view/${id}.html`;
  byId("text").textContent = mail.Text;
  byId("headers").textContent = Object.entries(headers)
    .flatMap(([name, values]) => values.map((value) => `${name}: ${value}`)).join("\n");
  byId("raw").href = `/api/v1/message/${id}/raw`;
  byId("mail").hidden = false;
  byId("nothing").hidden = true;
  view(mail.HTML ? "html" : "text");
}

function row(name, value) {
  const term = document.createElement("dt");
  term.textContent = name;
  const detail = document.createElement("dd");
  detail.textContent = value;
  return [term, detail];
}

function view(name) {
  for (const button of document.querySelectorAll("[data-view]")) {
    button.setAttribute("aria-pressed", String(button.dataset.view === name));
    byId(button.dataset.view).hidden = button.dataset.view !== name;
  }
}

document.querySelectorAll("[data-view]").forEach((b) => b.addEventListener("click", () => view(b.dataset.view)));
byId("query").addEventListener("input", refresh);
byId("clear").addEventListener("click", async () => {
  await fetch("/api/v1/messages", { method: "DELETE" });
  open = null;
  byId("mail").hidden = true;
  refresh();
});
setInterval(refresh, 2000);
refresh();
