// What the pages do better with a little JavaScript. Everything works without.
import { openInPlace } from "./evidence.js"
import { keys } from "./keys.js"
import { copying } from "./copy.js"

openInPlace(document)
keys(document)
copying(document)

// A menu closes when the reader turns to something else.
document.addEventListener("click", event => {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(event.target)) menu.open = false
  }
})

// A form that asks says only what it asks for, so that the address stays short.
document.addEventListener("submit", event => {
  if (event.target.method !== "get") return
  for (const field of event.target.elements) field.disabled = field.value === ""
  setTimeout(() => { for (const field of event.target.elements) field.disabled = false })
})
