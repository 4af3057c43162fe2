/** Puts people's own words beside what came of them: what was said in the voices is asked of dialogue. */
import type { House } from '../../../platform/house.ts'
import { excerptsOf } from '../../dialogue/public.ts'
import type { MemberScope } from '../../people/contract.ts'
import type { CardQuote } from './pages/cards-page.tsx'
import type { ToldLine } from './pages/told-list.tsx'
import { quotesOf, type ToldMe } from './store/told.ts'

/** What was told, each with the reader's own words. */
export const withQuotes = async (house: House, scope: MemberScope, told: readonly ToldMe[]): Promise<ToldLine[]> => {
  const voices = told.flatMap((one) => (one.said_kind === 'contribution' ? [one.said_id] : []))
  const excerpts = voices.length > 0 ? (await house.db.read(scope, excerptsOf(scope, voices)))[0] : []
  const byVoice = new Map(excerpts.map((one) => [one.id, one]))
  return told.map(({ said, said_language, ...one }) => {
    const voice = one.said_kind === 'contribution' ? byVoice.get(one.said_id) : undefined
    const quote = said ? { text: said, language: said_language ?? '' } : voice
    return { ...one, quote: quote ? { text: quote.text, language: quote.language } : undefined }
  })
}

/** The words of those of an ending, by the number of the word that answers them; only what the asking person hears. */
export const cardQuotes = async (
  house: House,
  scope: MemberScope,
  ending: number,
  told: readonly {
    readonly id: number
    readonly name: string | null
    readonly said_kind: string
    readonly said_id: number
  }[],
): Promise<Map<number, CardQuote>> => {
  const spoken = told.filter((one) => one.said_kind === 'contribution' && one.name !== null)
  const [quotes, excerpts] = await house.db.read(
    scope,
    quotesOf(scope, ending),
    excerptsOf(
      scope,
      spoken.map((one) => one.said_id),
    ),
  )
  const byVoice = new Map(excerpts.map((one) => [one.id, one]))
  return new Map([
    ...quotes.map((one) => [one.id, { text: one.said, language: one.said_language }] as const),
    ...spoken.flatMap((one) => {
      const voice = byVoice.get(one.said_id)
      return voice ? [[one.id, { text: voice.text, language: voice.language }] as const] : []
    }),
  ])
}
