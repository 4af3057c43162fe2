/** Puts words begun back into their form, in the text of a page that our own renderer made. */
import { type BegunField, PAGE_FIELDS, textsIn } from './begun.ts'

/** What came of it: the page, and what found no place there. Nothing when the page has no such form. */
export interface Filled {
  readonly html: string
  readonly homeless: readonly BegunField[]
}

interface Tag {
  readonly name: string
  /** Whether it ends what another began. */
  readonly ends: boolean
  readonly marks: Readonly<Record<string, string>>
  readonly from: number
  readonly to: number
}

// Our renderer writes every value between double quotes and escapes what would end it.
const TAG = /<(\/?)(form|input|textarea|select|option)\b((?:[^">]|"[^"]*")*)>/g
const MARK = /([^\s="]+)(?:="([^"]*)")?/g

const plain = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** A text as it may stand in a page, between tags and between quotes. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const marksOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(MARK)].map(([, name = '', value = '']) => [name, plain(value)]))

const tagsIn = (html: string): Tag[] =>
  [...html.matchAll(TAG)].map((found) => ({
    name: found[2] ?? '',
    ends: found[1] !== '',
    marks: marksOf(found[3] ?? ''),
    from: found.index,
    to: found.index + found[0].length,
  }))

/** The tags of each form that is sent, its own first and its end last. */
const formsIn = (tags: readonly Tag[]): Tag[][] =>
  tags.flatMap((tag, at) => {
    if (tag.name !== 'form' || tag.ends || tag.marks.method !== 'post') return []
    const end = tags.findIndex((other, i) => i > at && other.name === 'form' && other.ends)
    return end < 0 ? [] : [tags.slice(at, end + 1)]
  })

/** Whether a form has a place for all words: that of a button which sends it elsewhere, or of an address that moved. */
const hasPlaces = (form: readonly Tag[], fields: readonly BegunField[]): boolean => {
  const texts = textsIn(fields)
  return texts.length > 0 && texts.every(({ name }) => form.some((tag) => tag.marks.name === name && !isHidden(tag)))
}

const isHidden = ({ name, marks }: Tag) => name === 'input' && marks.type === 'hidden'

/** Whether a form is about the same: what it hides is what was hidden when the words were begun. */
const sameAbout = (form: readonly Tag[], fields: readonly BegunField[]): boolean =>
  form.every((tag) => {
    const name = tag.marks.name ?? ''
    const field = isHidden(tag) && !PAGE_FIELDS.has(name) ? fields.find((one) => one.name === name) : undefined
    return !field || field.values.includes(tag.marks.value ?? '')
  })

const without = (html: string, mark: string) => html.replace(new RegExp(`\\s${mark}(="[^"]*")?(?=[\\s/>])`), '')

const marked = (html: string, mark: string, value?: string): string =>
  without(html, mark).replace(/\s*\/?>$/, value === undefined ? ` ${mark}>` : ` ${mark}="${escaped(value)}">`)

const UNTYPED = new Set(['hidden', 'password', 'file', 'submit', 'button', 'checkbox', 'radio'])

/**
 * Fills the form that goes to `action` with `fields`; `inside` stands first in it. Passwords, files and what a page hides
 * for itself stay as they are. A choice that is offered no more is left as the page presets it, and told as homeless.
 */
export const fill = (
  html: string,
  action: string,
  fields: readonly BegunField[],
  inside: (homeless: readonly BegunField[]) => string,
): Filled | undefined => {
  const forms = formsIn(tagsIn(html)).filter((tags) => sameAbout(tags, fields))
  const form = forms.find(([own]) => own?.marks.action === action) ?? forms.find((tags) => hasPlaces(tags, fields))
  if (!form) return undefined
  const known = new Map(fields.map((field) => [field.name, field]))
  const placed = new Set<string>()
  const edits: { from: number; to: number; with: string }[] = []
  const edit = (tag: Tag, made: string, to = tag.to) => edits.push({ from: tag.from, to, with: made })
  const offers = (name: string, values: readonly string[]) =>
    form.some(({ marks }) => marks.name === name && values.includes(marks.value ?? 'on') && !('disabled' in marks))
  const taken = new Map<string, number>()
  const nextOf = ({ name, values }: BegunField): string | undefined => {
    const at = taken.get(name) ?? 0
    taken.set(name, at + 1)
    return values[at]
  }
  let list: BegunField | undefined
  form.forEach((tag, i) => {
    const text = html.slice(tag.from, tag.to)
    const type = tag.marks.type ?? 'text'
    const field = known.get(tag.marks.name ?? '')
    if (tag.name === 'select') list = tag.ends ? undefined : field
    else if (tag.name === 'option' && list) {
      const own = form.slice(form.findLastIndex((one, at) => at < i && one.name === 'select') + 1)
      const among = own.slice(
        0,
        own.findIndex((one) => one.name === 'select'),
      )
      if (!among.some(({ marks }) => list?.values.includes(marks.value ?? ''))) return
      placed.add(list.name)
      edit(tag, list.values.includes(tag.marks.value ?? '') ? marked(text, 'selected') : without(text, 'selected'))
    } else if (!field) return
    else if (isHidden(tag)) placed.add(field.name)
    else if (tag.name === 'textarea') {
      const end = html.indexOf('</textarea', tag.to)
      const value = nextOf(field)
      if (value === undefined || end < 0) return
      placed.add(field.name)
      edit(tag, `${text}\n${escaped(value)}`, end)
    } else if (tag.name === 'input' && (type === 'checkbox' || type === 'radio')) {
      const none = type === 'checkbox' && field.values.length === 0
      if (!none && !offers(field.name, field.values)) return
      placed.add(field.name)
      edit(tag, field.values.includes(tag.marks.value ?? 'on') ? marked(text, 'checked') : without(text, 'checked'))
    } else if (tag.name === 'input' && !UNTYPED.has(type)) {
      const value = nextOf(field)
      if (value === undefined) return
      placed.add(field.name)
      edit(tag, marked(text, 'value', value))
    }
  })
  const homeless = fields.filter(({ name, values }) => !placed.has(name) && values.some((one) => one.trim() !== ''))
  const begin = form[0] as Tag
  edits.push({ from: begin.to, to: begin.to, with: inside(homeless) })
  const sorted = edits.sort((one, other) => one.from - other.from)
  let at = 0
  const pieces = sorted.map(({ from, to, with: made }) => {
    const piece = html.slice(at, from) + made
    at = to
    return piece
  })
  return { html: pieces.join('') + html.slice(at), homeless }
}

/** Puts `inside` first into every form that goes to `action`; the page as it is when there is none. */
export const mark = (html: string, action: string, inside: string): string =>
  formsIn(tagsIn(html))
    .flatMap(([own]) => (own?.marks.action === action ? [own.to] : []))
    .reduceRight((page, at) => page.slice(0, at) + inside + page.slice(at), html)
