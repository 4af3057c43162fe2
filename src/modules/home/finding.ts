/** Finds things of every kind at once, as far as the asking person hears them. */
import type { RawBuilder } from 'kysely'
import type { House } from '../../platform/house.ts'
import type { AddressBook } from '../../platform/http/address-book.ts'
import { excerpt } from '../../platform/search/excerpt.ts'
import { buildQuery } from '../../platform/search/question.ts'
import { search } from '../../platform/search/search.ts'
import type { Language } from '../../platform/words/words.ts'
import { challengeWalls } from '../challenge/public.ts'
import { contributionWalls } from '../dialogue/public.ts'
import { exchangeWalls } from '../exchange/public.ts'
import { entryWalls } from '../library/public.ts'
import type { MemberScope } from '../people/contract.ts'
import type { SearchAsked, SearchKind } from './asked-for.ts'
import type { FoundThing } from './pages/search.tsx'
import { everythingFound } from './store.ts'

const A_PAGE = 20

/** One page of what was found. */
export interface FoundPage {
  readonly total: number
  readonly pages: number
  readonly found: FoundThing[]
}

/** The part of all that was found that is wanted; usually a page. */
export interface Part {
  readonly limit: number
  readonly offset: number
}

/** The kinds that modules know, under each kind that a reader may choose. */
const kindsOf: Record<SearchKind, readonly string[]> = {
  story: ['story'],
  entry: ['concept', 'reference', 'entry'],
  challenge: ['challenge', 'tryout'],
  contribution: ['contribution', 'thread'],
  lent: ['need', 'thing'],
}

const chosenKind = (kind: string): SearchKind =>
  (Object.entries(kindsOf).find(([, kinds]) => kinds.includes(kind))?.[0] as SearchKind | undefined) ?? 'entry'

/** The address book knows all that the library keeps as entries. */
const subjectOf = ({ kind, id }: { kind: string; id: number }) => ({
  kind: ['story', 'entry'].includes(chosenKind(kind)) ? 'entry' : kind,
  id,
})

/** Searches over everything; nothing is counted that may not be shown. */
export const findEverything = async (
  house: House,
  addressBook: AddressBook,
  scope: MemberScope,
  lang: Language,
  asked: SearchAsked,
  part: Part = { limit: A_PAGE, offset: (asked.page - 1) * A_PAGE },
): Promise<FoundPage> => {
  const walls = { ...entryWalls(scope), ...challengeWalls(scope), ...contributionWalls(scope), ...exchangeWalls(scope) }
  const wanted = {
    kinds: asked.kinds.flatMap((kind) => kindsOf[kind]),
    language: asked.language,
    ...part,
  }
  const ask = {
    rows: async <Row>(question: RawBuilder<Row>): Promise<Row[]> => (await house.db.read(scope, question))[0] as Row[],
  }
  const { rows, query } = await search(ask, buildQuery(asked.q, lang), walls, (hit) =>
    everythingFound(scope, hit, wanted),
  )
  const addresses = await addressBook.lookUp(scope, rows.map(subjectOf))
  const total = rows[0]?.total ?? 0
  return {
    total,
    pages: Math.ceil(total / A_PAGE),
    found: rows.flatMap((row) => {
      const subject = subjectOf(row)
      const address = addresses.get(`${subject.kind} ${subject.id}`)
      if (!address) return []
      return [
        {
          key: `${row.kind}-${row.id}-${row.language}`,
          title: row.title,
          href: address.href,
          language: row.language,
          kind: chosenKind(row.kind),
          excerpt: row.text ? excerpt(row.text, query, row.language) : [],
        },
      ]
    }),
  }
}
