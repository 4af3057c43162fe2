/** Whose page this is, and what it says: read from the one `<kept-words>` that every page has. */
import { BETWEEN, type Saying, sayings } from '../says.ts'

const here = (): HTMLElement | null => document.querySelector('kept-words')

/** The number of whoever is signed in; empty for a visitor. */
export const person = (): string => here()?.dataset.person ?? ''

/** Whether many use this device: then nothing is left on it. */
export const isShared = (): boolean => here()?.dataset.shared !== undefined

/** A sentence in the reader's language. */
export const say = (what: Saying): string => here()?.dataset.says?.split(BETWEEN)[sayings.indexOf(what)] ?? ''

const HOUR: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

/** “14:05”, and the day where it is not today. */
export const moment = (at: number): string => {
  const then = new Date(at)
  const today = then.toDateString() === new Date().toDateString()
  const day: Intl.DateTimeFormatOptions = today ? {} : { day: 'numeric', month: 'long' }
  return new Intl.DateTimeFormat(document.documentElement.lang, { ...HOUR, ...day }).format(then)
}

/** A number that nobody guesses. Without https a browser has no `randomUUID`. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(15))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
