/** The doors of what was learned: saying it about a thing that has an address, and the way back to where it came from. */
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import { members, readers } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import { numbered, speakPage } from '../door.ts'
import { urls } from '../urls.ts'
import { nameOf, sourceNamed } from './from.ts'
import { sourceById } from './store.ts'

/** Mounts them. */
export const mountLearning = (routes: RouteTable<Visit>): void => {
  routes
    .get(urls.speak, members, async (c) =>
      speakPage(c, numbered(c), { from: await sourceNamed(c.var.addressBook, c.var.scope, c.req.query('from')) }),
    )
    .get(urls.learnedFrom, readers, async (c) => {
      const { house, scope, addressBook } = c.var
      const [[source]] = await house.db.read(scope, sourceById(scope, numbered(c)))
      const found = source && (await sourceNamed(addressBook, scope, nameOf(source)))
      return found ? seeOther(c, found.href) : notFound(c)
    })
}
