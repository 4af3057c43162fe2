/** Titles and addresses of shared things, for the address book. */
import type { House } from '../../../platform/house.ts'
import type { Describe } from '../../../platform/http/address-book.ts'
import { thingsById } from './store.ts'
import { urls } from './urls.ts'

/** Those that were taken down are not found. */
export const describeThings =
  (house: Pick<House, 'db'>): Describe =>
  async (asker, ids) => {
    const [rows] = await house.db.read(asker, thingsById(ids))
    return new Map(
      rows
        .filter((thing) => thing.taken_down_at === null)
        .map(({ id, slug, title }) => [id, { title, href: urls.thing({ slug, id }) }]),
    )
  }
