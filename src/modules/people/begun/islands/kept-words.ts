/** Stands once on every page: says when the network is away, keeps what is typed, and lets nothing stay when somebody goes out. */
import { tellNeeds, tellNetwork } from './bar.ts'
// Not fetched when it is needed: then the network may be away already.
import { forgetAll, lookAround } from './keeping.ts'

/** `<kept-words data-person="12" data-shared data-says="…|…">` */
export class KeptWords extends HTMLElement {
  connectedCallback(): void {
    tellNetwork()
    lookAround()
    if (document.querySelector('begun-here')) void import('./begun-here.ts')
  }
}

window.addEventListener('offline', tellNetwork)
window.addEventListener('online', tellNetwork)

// Without network a visit would end on the browser's own page, and with it what one has in hand.
document.addEventListener('turbo:before-visit', (event) => {
  if (navigator.onLine !== false) return
  event.preventDefault()
  tellNeeds()
})

const goes = new WeakSet<HTMLFormElement>()

document.addEventListener('submit', (event) => {
  const { target } = event
  if (!(target instanceof HTMLFormElement) || !target.matches('[data-forgets]') || goes.has(target)) return
  event.preventDefault()
  void forgetAll()
    .catch(() => true)
    .then((may) => {
      if (!may) return
      goes.add(target)
      target.requestSubmit()
    })
})
