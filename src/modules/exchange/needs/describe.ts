/** Titles and addresses of needs and of answers to them, for the address book. */
import type { House } from '../../../platform/house.ts'
import type { Describe } from '../../../platform/http/address-book.ts'
import { needsById } from './store/need.ts'
import { urls } from './urls.ts'

/** Those that are withdrawn have no title any more and are not found. */
export const describeNeeds =
  (house: Pick<House, 'db'>): Describe =>
  async (asker, ids) => {
    const [rows] = await house.db.read(asker, needsById(ids))
    return new Map(
      rows
        .filter(({ state }) => state !== 'withdrawn')
        .map(({ id, slug, words }) => [id, { title: words, href: urls.need({ slug, id }) }]),
    )
  }
