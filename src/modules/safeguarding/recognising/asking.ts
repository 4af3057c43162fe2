/** Whether somebody is asked about names before their words go out: which words, and what they may answer. Pure. */
import { fold, wordsIn } from '../../../platform/search/folding.ts'
import { type FoundName, namesFound, nameWords } from './recognisable.ts'

/**
 * What somebody answers: others stand there now, it is nobody's name, the child and the family agree, it is one's own name
 * or one's own child's. Without an answer they are asked.
 */
export const nameAnswers = ['others', 'nobody', 'agreed', 'own'] as const
/** An answer. */
export type NameAnswer = (typeof nameAnswers)[number]

/** Somebody of the community, as far as names go. */
export interface Named {
  readonly name: string
  readonly student: boolean
  readonly me: boolean
}

/** The names to ask about: students' of the community, and common first names that are no grown-up member's and not one's own. */
export const namesToAsk = (texts: readonly string[], people: readonly Named[], language: string): FoundName[] => {
  const of = (some: readonly Named[]) => nameWords(some.map((one) => one.name))
  const mine = of(people.filter((one) => one.me))
  const grown = of(people.filter((one) => !one.student))
  const students = people.filter((one) => one.student && !one.me).map((one) => one.name)
  const children = nameWords(students)
  return namesFound(texts, students, language).filter(
    ({ name }) => !mine.has(name) && (children.has(name) || !grown.has(name)),
  )
}

/** A piece of a text: a name that was found, with its other name, or what stands between. */
export interface Piece {
  readonly text: string
  readonly instead?: string
}

/** A text in pieces, the names set apart. All pieces together are the text, letter by letter. */
export const piecesOf = (text: string, found: readonly FoundName[]): Piece[] => {
  const others = new Map(found.map((one) => [fold(one.word), one.instead]))
  const pieces: Piece[] = []
  let from = 0
  for (const word of wordsIn(text)) {
    // “Tomás’s” is Tomás.
    const shown = text.slice(word.start, word.end).replace(/['’ʼ]s$/u, '')
    const instead = others.get(fold(shown).replace(/[^\p{L}\p{N}]/gu, ''))
    if (!instead) continue
    if (word.start > from) pieces.push({ text: text.slice(from, word.start) })
    from = word.start + shown.length
    pieces.push({ text: shown, instead })
  }
  return from < text.length ? [...pieces, { text: text.slice(from) }] : pieces
}

/** The text with other names, and otherwise unchanged. */
export const withOthers = (text: string, found: readonly FoundName[]): string =>
  piecesOf(text, found)
    .map((piece) => piece.instead ?? piece.text)
    .join('')
