/** A village of a test's own behind a real address, so that a real browser can walk in it while the test moves its clock. */
import { serve } from '@hono/node-server'
import { createApp } from '../../src/app.ts'
import { ask } from '../../src/modules/dialogue/asking/actions.ts'
import { notices } from '../../src/modules/dialogue/asking/notices.ts'
import { openThread } from '../../src/modules/dialogue/public.ts'
import { readAssets } from '../../src/platform/http/assets.ts'
import { openVillage, type Village } from '../village/village.ts'

export interface Served {
  readonly village: Village
  readonly url: string
  close(): Promise<void>
}

/** Opens it; `close` drops it. */
export const serveVillage = async (): Promise<Served> => {
  const village = await openVillage()
  const app = createApp({ ...village.house, assets: readAssets() })
  return new Promise((open) => {
    const server = serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) =>
      open({
        village,
        url: `http://127.0.0.1:${port}`,
        close: async () => {
          await new Promise((closed) => server.close(closed))
          await village.close()
        },
      }),
    )
  })
}

/** What Marta's letter says when Rita asked her something, and where its one button leads. */
export const letterToMarta = async ({ house, people, communities, scope }: Village) => {
  const community = communities.reading.id
  const rita = scope('rita')
  const thread = await house.db.write(rita, (tx) =>
    openThread(tx, rita, {
      community,
      subject: null,
      audience: `community:${community}`,
      language: 'en',
      title: 'At home',
    }),
  )
  const asking = { thread, community, to: [people.marta], question: 'How does he read at home?', language: 'en' }
  const asked = await ask(house, rita, asking)
  if (!asked.ok) throw new Error(asked.reason)
  const fact = { kind: 'ask.made', subject: { kind: 'ask', id: asked.value.ids[0] ?? 0 }, community }
  const [source] = notices(house)
  const to = { scope: scope('marta'), lang: 'pt', zone: 'Europe/Lisbon', on: 'letter' } as const
  return { thread, notice: await source?.say(to, fact) }
}
