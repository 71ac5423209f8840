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
