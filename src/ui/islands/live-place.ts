/** A place of a page that lives: what is new waits in one line, what changed is changed where it stands; nothing moves by itself. */
import { announce } from './announcer.ts'
import { addPart, holdStill, isBusy, type Part, removePart, replacePart } from './live-parts.ts'
import { joinLive, leaveLive } from './live-tabs.ts'
import type { Heard } from './live-wire.ts'

/** One's own words come with the page that follows the form; only if they do not, they are news. */
const OWN_MS = 4_000
const ANNOUNCE_EVERY_MS = 30_000

interface News {
  readonly place: string
  readonly parts?: readonly Part[]
  readonly gone?: readonly string[]
  readonly again?: boolean
}

/** `<live-place name="thread:12:1" last says="…|…">` */
export class LivePlace extends HTMLElement {
  #pending = new Map<string, Part>()
  /** What may only be changed when nobody writes or stands in it. */
  #held = new Map<string, Part | undefined>()
  #load: 'again' | 'rested' | undefined
  #announced = 0

  connectedCallback(): void {
    this.#pending.clear()
    this.#load = undefined
    this.#line()
    this.addEventListener('focusout', this.#later)
    joinLive(this)
  }

  disconnectedCallback(): void {
    this.removeEventListener('focusout', this.#later)
    leaveLive(this)
  }

  wants() {
    // A part that stands in another one comes and goes with it; what stands in a place inside this one is that place's.
    const parts = [...this.querySelectorAll<HTMLElement>('[data-mark]')].filter(
      (part) => part.closest('live-place') === this && !part.parentElement?.closest('[data-mark]'),
    )
    // What waits in the line is asked for again: it may have changed or gone meanwhile.
    return { name: this.getAttribute('name') ?? '', has: parts.map(({ id, dataset }) => `${id}.${dataset.mark}`) }
  }

  hear({ event, data }: Heard): void {
    if (event !== 'news' && event !== 'closed') return
    const news = JSON.parse(data) as News
    if (news.place !== this.getAttribute('name')) return
    if (event === 'closed') this.#load = 'rested'
    if (news.again) this.#load = 'again'
    for (const part of news.parts ?? []) this.#take(part)
    for (const id of news.gone ?? []) this.#drop(id)
    this.#line()
  }

  turnedAway(): void {
    this.#load = 'rested'
    this.#line()
  }

  #take(part: Part): void {
    const stands = this.#find(part.id)
    if (!stands) {
      if (part.href && !this.hasAttribute('last')) return
      if (part.mine) window.setTimeout(() => this.#take({ ...part, mine: false }), OWN_MS)
      else this.#pending.set(part.id, part)
    } else if (part.html && stands.dataset.mark !== part.mark) this.#change(part.id, part)
    this.#line()
  }

  #drop(id: string): void {
    this.#pending.delete(id)
    if (this.#find(id)) this.#change(id, undefined)
  }

  #change(id: string, part: Part | undefined): void {
    const stands = this.#find(id)
    if (!stands) return
    this.#held.delete(id)
    if (isBusy(stands, part)) this.#held.set(id, part)
    else if (part) this.#replace(stands, part)
    else removePart(stands)
  }

  /** A part that says in words how it stands has that said once, when it stands otherwise. */
  #replace(stands: HTMLElement, part: Part): void {
    const before = stands.dataset.says
    holdStill(stands, () => replacePart(stands, part))
    const next = this.#find(part.id)
    const says = next?.dataset.says
    if (!says || says === before) return
    next?.classList.add('fresh')
    announce(says)
  }

  #find(id: string): HTMLElement | null {
    const found = document.getElementById(id)
    return found?.closest('live-place') === this ? found : null
  }

  #later = (): void => {
    if (this.#held.size === 0) return
    window.setTimeout(() => {
      for (const [id, part] of [...this.#held]) this.#change(id, part)
    })
  }

  get #says(): string[] {
    return (this.getAttribute('says') ?? '').split('|')
  }

  /** The one line: how much is new, where it is, or that the page should be loaded again. */
  #line(): void {
    const line = this.querySelector<HTMLElement>(':scope > .live-line')
    if (!line) return
    const says = this.#says
    const [many, elsewhere, again, rested] = says.slice(9)
    const here = [...this.#pending.values()].filter(({ html }) => html)
    const away = [...this.#pending.values()].find(({ href }) => href)
    if (this.#load) this.#link(line, (this.#load === 'again' ? again : rested) ?? '', location.href)
    else if (here.length > 0) this.#button(line, (here.length < 10 ? says[here.length - 1] : many) ?? '')
    else if (away?.href) this.#link(line, elsewhere ?? '', away.href)
    else line.replaceChildren()
  }

  #link(line: HTMLElement, words: string, href: string): void {
    const link = document.createElement('a')
    link.className = 'btn quiet'
    link.href = href
    this.#put(line, link, words)
  }

  #button(line: HTMLElement, words: string): void {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'btn quiet'
    button.addEventListener('click', () => this.#show())
    this.#put(line, button, words)
  }

  #put(line: HTMLElement, element: HTMLElement, words: string): void {
    const before = line.firstElementChild
    if (before?.textContent === words && before.tagName === element.tagName) return
    if (before instanceof HTMLElement && before.tagName === element.tagName && !(before instanceof HTMLAnchorElement))
      before.textContent = words
    else {
      element.textContent = words
      line.replaceChildren(element)
    }
    const now = Date.now()
    if (before && now - this.#announced < ANNOUNCE_EVERY_MS) return
    this.#announced = now
    announce(words)
  }

  #show(): void {
    const added = [...this.#pending.values()]
      .filter(({ html }) => html)
      .flatMap((part) => {
        this.#pending.delete(part.id)
        return this.#find(part.id) ? [] : (addPart(this, part) ?? [])
      })
    this.#line()
    const [first] = added.sort((one, other) =>
      one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    )
    if (!first) return
    first.tabIndex = -1
    first.focus()
  }
}
