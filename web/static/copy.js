// Copies a citation. Without JavaScript it stands there to be selected.
export function copying(root) {
  for (const button of root.querySelectorAll("button[data-copies]")) button.hidden = !navigator.clipboard
  root.addEventListener("click", async event => {
    const button = event.target.closest("button[data-copies]")
    if (!button) return
    await navigator.clipboard.writeText(root.getElementById(button.dataset.copies).textContent.trim())
    const label = button.textContent
    button.textContent = "Copied"
    setTimeout(() => { button.textContent = label }, 1500)
  })
}
