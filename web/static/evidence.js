// Opens the sentences behind a line below it, without leaving the page. The link
// itself leads to the same page with the line opened by the server.
export function openInPlace(root) {
  root.addEventListener("click", event => {
    const link = event.target.closest("a[data-evidence]")
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    toggle(link)
  })
}

export async function toggle(link) {
  const row = link.closest(".row, .proposal")
  const open = row.querySelector(".evidence")
  if (open) {
    open.remove()
    return show(row, link, false)
  }
  if (link.ariaBusy === "true") return
  link.ariaBusy = "true"
  try {
    const answer = await fetch(link.dataset.evidence)
    if (!answer.ok) throw new Error(answer.statusText)
    const piece = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".evidence")
    piece.classList.add("came")
    row.querySelector(".what").append(document.adoptNode(piece))
    show(row, link, true)
  } catch {
    location.href = link.href
  } finally {
    link.ariaBusy = "false"
  }
}

function show(row, link, open) {
  row.classList.toggle("opened", open)
  link.ariaExpanded = String(open)
}
