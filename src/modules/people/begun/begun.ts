/** Words begun: what somebody typed into a form and has not sent, kept for that person alone. */

/** One field as it stood: words that were typed, or a choice that was made. `label` as the page called it. */
export interface BegunField {
  readonly name: string
  readonly kind: 'text' | 'choice'
  readonly label: string
  readonly values: readonly string[]
}

/** A form that was begun: where it goes, where it stands, how its page is called, and what was typed. */
export interface Begun {
  readonly id: string
  readonly form: string
  readonly page: string
  readonly title: string
  readonly fields: readonly BegunField[]
}

/** The same as it is kept; `version` goes up with every keeping. */
export interface KeptBegun extends Begun {
  readonly version: number
  readonly kept_at: Date
}

/** So many one person may have begun; who has more sends or throws away something first. */
export const MOST_BEGUN = 100

/** So many fields of one form, and so many letters in all of them. */
export const MOST_FIELDS = 80
export const MOST_LETTERS = 200_000

/** Fields that say something of the page and not of its writer: never kept, and no sign of another form. */
export const PAGE_FIELDS: ReadonlySet<string> = new Set([
  'once',
  'next',
  'begun',
  'by',
  'seen',
  'version',
  'revision',
  'sure',
  'undo',
  'unkept',
])

/** How many letters are in it. */
export const lettersIn = (fields: readonly BegunField[]): number =>
  fields.reduce((sum, { values }) => sum + values.reduce((all, value) => all + value.length, 0), 0)

/** What was written in words, without choices and empty fields. */
export const textsIn = (fields: readonly BegunField[]): BegunField[] =>
  fields.filter(({ kind, values }) => kind === 'text' && values.some((value) => value.trim() !== ''))

/**
 * What was sent, as begun: nothing that a page hides for itself, and never a password. What its page called the fields is
 * not known then; whatever has a space or a line in it was written by a person.
 */
export const begunOf = (sent: Readonly<Record<string, string | readonly string[]>>): BegunField[] =>
  Object.entries(sent)
    .filter(([name]) => !PAGE_FIELDS.has(name) && !/password|secret|code/i.test(name))
    .slice(0, MOST_FIELDS)
    .map(([name, value]) => {
      const values = [value].flat()
      return { name, kind: values.some((one) => /\s/.test(one.trim())) ? 'text' : 'choice', label: '', values }
    })
