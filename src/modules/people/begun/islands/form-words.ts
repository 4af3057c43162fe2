/** The words of a form: whether they may be kept, what they are, and putting them back. */
import { type BegunField, MOST_FIELDS, PAGE_FIELDS } from '../begun.ts'

type Box = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const WRITTEN = new Set(['text', 'search', 'url', 'tel'])
const CHOSEN = new Set(['number', 'date', 'time', 'radio', 'checkbox'])

const boxesOf = (form: HTMLFormElement): Box[] =>
  [...form.elements].filter(
    (one): one is Box =>
      (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement) &&
      one.name !== '' &&
      !one.disabled,
  )

const isWritten = (box: Box): box is HTMLInputElement | HTMLTextAreaElement =>
  box instanceof HTMLTextAreaElement ||
  (box instanceof HTMLInputElement && WRITTEN.has(box.type) && !box.classList.contains('code') && !box.autocomplete)

const isHidden = (box: Box) => box.type === 'hidden'
const isTicked = (box: Box): box is HTMLInputElement => box.type === 'radio' || box.type === 'checkbox'

/** Whether the browser itself loads the page that answers. */
export const isWhole = (form: HTMLFormElement): boolean => form.dataset.turbo === 'false'

/** A form in which one writes. Those that load a whole page ask for names and addresses, unless they have room for more. */
export const isWriting = (form: HTMLFormElement): boolean =>
  form.getAttribute('method') === 'post' &&
  (isWhole(form) ? form.querySelector('textarea') !== null : boxesOf(form).some(isWritten))

/** Whether it may be kept while one types: not where somebody's safety or a password is at stake. */
export const mayKeep = (form: HTMLFormElement): boolean => form.querySelector('[name=unkept]') === null

/** Whether it may also lie on the server: not while it is to be said without a name. */
export const mayTravel = (form: HTMLFormElement): boolean => form.querySelector('[name=nameless]:checked') === null

/** Whether somebody has written something that the page did not bring. */
export const isChanged = (form: HTMLFormElement): boolean =>
  boxesOf(form).some((box) => isWritten(box) && box.value !== box.defaultValue)

/** Where it goes, as its address inside this site. */
export const addressOf = (form: HTMLFormElement, submitter?: HTMLElement | null): string => {
  const asked = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? ''
  const { pathname, search } = new URL(asked, location.href)
  return pathname + search
}

/** This page, without what only brought words back. */
export const pageAddress = (): string => {
  const here = new URL(location.href)
  here.searchParams.delete('begun')
  return here.pathname + here.search
}

const labelOf = (box: Box): string => (box.labels?.[0]?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 200)

/** What stands in it now. */
export const wordsOf = (form: HTMLFormElement): BegunField[] => {
  const fields = new Map<string, { kind: BegunField['kind']; label: string; values: string[] }>()
  for (const box of boxesOf(form)) {
    if (PAGE_FIELDS.has(box.name)) continue
    const written = isWritten(box)
    const chosen = box instanceof HTMLSelectElement || CHOSEN.has(box.type) || isHidden(box)
    if (!written && !chosen) continue
    const field = fields.get(box.name) ?? { kind: written ? 'text' : 'choice', label: labelOf(box), values: [] }
    fields.set(box.name, field)
    if (!isTicked(box) || box.checked) field.values.push(box.value)
  }
  return [...fields].slice(0, MOST_FIELDS).map(([name, field]) => ({ name, ...field }))
}

/** Whether the form is about the same: what it hides is what was hidden when the words were begun. */
export const isAbout = (form: HTMLFormElement, fields: readonly BegunField[]): boolean =>
  boxesOf(form).every((box) => {
    const field = isHidden(box) && !PAGE_FIELDS.has(box.name) ? fields.find(({ name }) => name === box.name) : undefined
    return !field || field.values.includes(box.value)
  })

/** Puts words back; what the form does not offer any more stays as the page presets it. */
export const putBack = (form: HTMLFormElement, fields: readonly BegunField[]): void => {
  const boxes = boxesOf(form).filter((box) => !isHidden(box) && !PAGE_FIELDS.has(box.name))
  for (const { name, values } of fields) {
    const own = boxes.filter((box) => box.name === name)
    const offered = own.some((box) => values.includes(box.value))
    own
      .filter((box) => !isTicked(box) && !(box instanceof HTMLSelectElement))
      .forEach((box, i) => {
        if (values[i] !== undefined && box.type !== 'password' && box.type !== 'file') box.value = values[i]
      })
    for (const box of own) {
      if (box instanceof HTMLSelectElement) {
        if ([...box.options].some((option) => values.includes(option.value))) box.value = values[0] ?? box.value
      } else if (isTicked(box) && (offered || (box.type === 'checkbox' && values.length === 0)))
        box.checked = values.includes(box.value)
    }
  }
  // What stands folded away and was chosen is shown.
  for (const box of boxes) {
    const folded = box.closest('details')
    if (folded && isTicked(box) && box.checked && !box.defaultChecked) folded.open = true
  }
}
