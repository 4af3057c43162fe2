/** Browser entry: pages in place, focus that follows, one quiet announcer, and the islands. */
import '@hotwired/turbo'
import { NamePicker } from './modules/dialogue/mentioning/islands/name-picker.ts'
import { CoverFaces } from './modules/exchange/things/islands/cover-faces.ts'
import { KeptWords } from './modules/people/begun/islands/kept-words.ts'
import { PassKey } from './modules/people/passkey/islands/pass-key.ts'
import { CopyText } from './ui/islands/copy-text.ts'
import { type Arrival, focusArrival, focusMistakes } from './ui/islands/focus.ts'
import { LivePlace } from './ui/islands/live-place.ts'
import { watchMenus } from './ui/islands/menus.ts'
import { PrintPage } from './ui/islands/print-page.ts'

customElements.define('copy-text', CopyText)
customElements.define('cover-faces', CoverFaces)
customElements.define('kept-words', KeptWords)
customElements.define('live-place', LivePlace)
customElements.define('name-picker', NamePicker)
customElements.define('pass-key', PassKey)
customElements.define('print-page', PrintPage)
watchMenus()

let arrival: Arrival | undefined

document.addEventListener('turbo:visit', (event) => {
  arrival = (event as CustomEvent<{ action: Arrival }>).detail.action
})

// Turbo changes the body only; what a reader chose about colours, size and language stands on the root.
document.addEventListener('turbo:before-render', (event) => {
  const next = (event as CustomEvent<{ newBody: HTMLElement }>).detail.newBody.ownerDocument.documentElement
  for (const name of ['lang', 'data-theme', 'data-size', 'data-spacing']) {
    const value = next.getAttribute(name)
    if (value !== null) document.documentElement.setAttribute(name, value)
  }
})

// A form that came back with mistakes is rendered without a visit.
document.addEventListener('turbo:render', () => void focusMistakes())

document.addEventListener('turbo:load', () => {
  if (arrival) focusArrival(arrival)
  else focusMistakes()
  arrival = undefined
})
