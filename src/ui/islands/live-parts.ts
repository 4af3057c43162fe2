/** Parts of a page that come, change and go: made of what the server rendered, put where a page loaded again has them. */

/** A part as the stream brings it. */
export interface Part {
  readonly id: string
  readonly mark: string
  readonly html?: string
  readonly under?: string
  readonly href?: string
  readonly mine?: boolean
}

const made = (html: string): HTMLElement | undefined => {
  const template = document.createElement('template')
  template.innerHTML = html
  const first = template.content.firstElementChild
  return first instanceof HTMLElement ? first : undefined
}

const isTyped = (field: Element): boolean =>
  (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement) && field.value !== field.defaultValue

/** Whether somebody writes in it, or stands in it and would lose their place. What is taken away goes all the same. */
export const isBusy = (element: HTMLElement, next: Part | undefined): boolean => {
  if ([...element.querySelectorAll('textarea, input')].some(isTyped)) return true
  return next !== undefined && element.contains(document.activeElement) && !made(next.html ?? '')?.matches('.gone')
}

/** Where the reader's eyes are: the field they type in, else what stands in the middle of the window. */
const eyeOn = (besides: HTMLElement): Element | undefined => {
  const middle = document.elementFromPoint(window.innerWidth / 2, window.innerHeight / 2)
  const focused = document.activeElement
  return (
    [focused, middle].find((one) => {
      if (!one || one === document.body || one === document.documentElement) return false
      const { top, bottom } = one.getBoundingClientRect()
      return bottom > 0 && top < window.innerHeight && !besides.contains(one) && !one.contains(besides)
    }) ?? undefined
  )
}

/** Changes something so that what one reads or types stays where it is in the window. */
export const holdStill = (element: HTMLElement, change: () => void): void => {
  const eye = eyeOn(element)
  const before = eye?.getBoundingClientRect().top ?? 0
  change()
  if (!eye?.isConnected) return
  const moved = eye.getBoundingClientRect().top - before
  if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' })
}

/** Changes it where it stands; whoever stood in it stands before what is there now. */
export const replacePart = (element: HTMLElement, part: Part): void => {
  const next = made(part.html ?? '')
  if (!next) return
  const stood = element.contains(document.activeElement)
  element.replaceWith(next)
  if (!stood) return
  next.tabIndex = -1
  next.focus({ preventScroll: true })
}

/** Takes it away; what was answered to it stays. */
export const removePart = (element: HTMLElement): void => {
  const item = element.closest('li')
  const stood = element.contains(document.activeElement)
  const place = element.closest<HTMLElement>('live-place')
  element.remove()
  if (item && !item.querySelector('[data-mark]')) item.remove()
  if (!stood || !place) return
  place.tabIndex = -1
  place.focus({ preventScroll: true })
}

const numberOf = (id: string): number => Number(/\d+$/.exec(id)?.[0] ?? 0)

const list = (): HTMLOListElement => {
  const voices = document.createElement('ol')
  voices.className = 'voices'
  return voices
}

/** The list it belongs into; made where there was nothing yet. */
const listFor = (place: HTMLElement, part: Part): HTMLElement | undefined => {
  const above = part.under ? document.getElementById(part.under) : null
  if (above) {
    const item = above.closest('li')
    const there = item?.querySelector<HTMLElement>(':scope > .answers > .voices')
    if (there) return there
    const answers = document.createElement('div')
    answers.className = 'answers'
    const voices = list()
    answers.append(voices)
    item?.append(answers)
    return voices
  }
  const there = place.querySelector<HTMLElement>(':scope > .voices')
  if (there) return there
  place.querySelector(':scope > .empty')?.remove()
  const voices = list()
  place.prepend(voices)
  return voices
}

/** Puts a new part where it belongs: in the order of numbers, which is that of time. */
export const addPart = (place: HTMLElement, part: Part): HTMLElement | undefined => {
  const element = made(part.html ?? '')
  const voices = listFor(place, part)
  if (!element || !voices) return undefined
  const item = document.createElement('li')
  element.classList.add('fresh')
  item.append(element)
  const after = [...voices.children].find(
    (other) => numberOf(other.querySelector('[data-mark]')?.id ?? '') > numberOf(part.id),
  )
  voices.insertBefore(item, after ?? null)
  return element
}
