// Keys: j and k go from line to line, o or Enter opens one, / goes to the search
// field, g and a letter to a page, ? to the page that explains; y and n accept
// and reject a line of the review.
const pages = { f: "/", t: "/timeline", p: "/positions", m: "/meetings", o: "/proposals", s: "/statements", a: "/actors", d: "/disputes", b: "/brief" }

export function keys(root) {
  let gone = -Infinity // when g was pressed
  root.addEventListener("keydown", event => {
    if (event.metaKey || event.ctrlKey || event.altKey || typing(event.target)) return
    if (event.timeStamp - gone < 1500 && pages[event.key]) {
      gone = -Infinity
      return go(pages[event.key])
    }
    gone = event.key === "g" ? event.timeStamp : -Infinity
    if (event.key === "j" || event.key === "k") step(root, event.key === "j" ? 1 : -1)
    else if (event.key === "o") root.activeElement?.closest("a[data-evidence]")?.click()
    else if (event.key === "y" || event.key === "n") judge(root, event.key === "y" ? "accept" : "reject")
    else if (event.key === "/") focus(event, root.querySelector("main input[type=search]"))
    else if (event.key === "?") go("/help")
    else if (event.key === "Escape") root.querySelectorAll("details.menu[open]").forEach(menu => { menu.open = false })
  })
}

const typing = target => target.closest("input, select, textarea, [contenteditable]")

// go leads to a page in the same dossier and at the same day.
function go(path) {
  const link = [...document.querySelectorAll("header nav a, footer a")].find(a => new URL(a.href).pathname === path)
  if (link) location.href = link.href
}

function step(root, by) {
  const lines = [...root.querySelectorAll("a[data-evidence]")]
  const at = lines.indexOf(root.activeElement)
  lines[at < 0 ? (by > 0 ? 0 : lines.length - 1) : Math.min(Math.max(at + by, 0), lines.length - 1)]?.focus()
}

function judge(root, verdict) {
  root.activeElement?.closest(".review .row")?.querySelector(`.verdict button[value=${verdict}]`)?.click()
}

function focus(event, field) {
  if (!field) return
  event.preventDefault()
  field.focus()
  field.select()
}
