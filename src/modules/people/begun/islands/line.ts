/** The quiet line that stands first in a form: since when its words are kept, and what one may do about it. */

/** Something to press in a line: a link, or a button that does something. */
export interface Press {
  readonly says: string
  readonly href?: string
  readonly does?: () => void
}

const pressOf = ({ says, href, does }: Press): HTMLElement => {
  if (href) return Object.assign(document.createElement('a'), { textContent: says, href })
  const button = Object.assign(document.createElement('button'), {
    textContent: says,
    type: 'button',
    className: 'plain',
  })
  button.addEventListener('click', () => does?.())
  return button
}

/** Writes a line into `line`: words, then what may be pressed. */
export const writeLine = (line: HTMLElement, words: string, presses: readonly Press[] = []): void => {
  line.replaceChildren(words, ...presses.flatMap((press) => [' ', pressOf(press)]))
}

/** The line of a form, made where there is none. */
export const lineOf = (form: HTMLFormElement): HTMLElement => {
  const there = form.querySelector<HTMLElement>('.begun-line')
  if (there) return there
  const line = document.createElement('p')
  line.className = 'begun-line'
  form.prepend(line)
  return line
}
