/** Where the focus goes after a page has changed: to mistakes, to the place named, or to the heading. */
import { announce } from './announcer.ts'

/** How the page came to be shown. */
export type Arrival = 'advance' | 'replace' | 'restore'

const give = (element: HTMLElement, quietly: boolean): void => {
  if (element.tabIndex < 0 && !element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1')
  element.focus({ preventScroll: quietly })
}

/** The fragment of a redirect is lost in a visit, so a place may also be named by `?at=`. */
const named = (): HTMLElement | null => {
  const id = decodeURIComponent(location.hash.slice(1)) || new URLSearchParams(location.search).get('at')
  return id ? document.getElementById(id) : null
}

/** Mistakes come before everything else. Tells whether there were any. */
export const focusMistakes = (): boolean => {
  const mistakes = document.querySelector<HTMLElement>('[data-error-summary]')
  if (mistakes) give(mistakes, false)
  return mistakes !== null
}

/** Gives the focus after an arrival and says what was done, once. */
export const focusArrival = (arrival: Arrival): void => {
  if (focusMistakes()) return
  const active = document.activeElement
  // Who already stands somewhere (autofocus, a kept field) stays there.
  if (active && active !== document.body && active !== document.documentElement && active.isConnected) return
  const place = named()
  const target = place ?? document.querySelector<HTMLElement>('main h1') ?? document.querySelector<HTMLElement>('main')
  if (target) give(target, arrival === 'restore' || place === null)
  const news = document.querySelector('[data-announce]')
  if (news?.textContent && arrival !== 'restore') announce(news.textContent.trim())
}
