/** The doors of jumping in a conversation: to what is new to whoever asks, to today, to the latest. */
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import { members, readers } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import { backTo, type Here, roomHere } from '../door.ts'
import { urls as dialogueUrls } from '../urls.ts'
import { firstNew, firstOfToday, latestOf, visitTo } from './store.ts'
import { urls } from './urls.ts'
import { visitNow } from './visiting.ts'

type Found = readonly { readonly id: number }[]

/** To what was found; otherwise to what was said last, and where nothing was said to the conversation. */
const jump = async (c: Here, find: (thread: number) => Promise<Found>): Promise<Response> => {
  const { house, scope, place } = c.var
  const room = await roomHere(c)
  if (!room) return notFound(c)
  const [there] = await find(room.id)
  if (there) return backTo(c, there.id)
  const [[latest]] = await house.db.read(scope, latestOf(scope, room.id))
  return latest ? backTo(c, latest.id) : seeOther(c, dialogueUrls.say({ slug: place.slug, id: room.id }))
}

/** Mounts them. */
export const mountVisiting = (routes: RouteTable<Visit>): void => {
  routes
    .get(urls.unread, members, (c) =>
      jump(c, async (thread) => {
        const { house, scope } = c.var
        const [[here]] = await house.db.read(scope, visitTo(scope, thread))
        if (!here) return []
        const { before } = visitNow(here.visit, here.newest, house.clock.now())
        return (await house.db.read(scope, firstNew(scope, thread, before)))[0]
      }),
    )
    .get(urls.today, readers, (c) =>
      jump(c, async (thread) => {
        const { house, scope, reader } = c.var
        return (await house.db.read(scope, firstOfToday(scope, thread, house.clock.now(), reader.zone)))[0]
      }),
    )
    .get(urls.latest, readers, (c) => jump(c, async () => []))
}
