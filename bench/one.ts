/** Measures one scenario of a running site, and beside it what it could be at best. */
import type { OwnSite } from '../tests/strength/own-site.ts'
import { withBare } from './bare.ts'
import type { Measured } from './judging.ts'
import { type Figures, type Measuring, measure } from './measure.ts'
import type { Places } from './places.ts'
import type { Scenario } from './scenarios.ts'

/** Where it is measured. */
export interface Stage {
  readonly site: OwnSite
  readonly databaseUrl: string
  readonly places: Places
  readonly seconds: number
  /** Whether what it could be at best is measured too. */
  readonly beside: boolean
}

/** The whole answer, unpacked. Also proves that it is what it should be before anybody asks it a thousand times. */
const lookAt = async (site: OwnSite, { ask, status, name }: Scenario): Promise<number> => {
  const { path, headers, body } = ask(0)
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await fetch(site.url + path, {
    redirect: 'manual',
    headers: body === undefined ? headers : { ...headers, ...form },
    ...(body === undefined ? {} : { method: 'POST', body }),
  })
  const text = await answer.text()
  if (answer.status !== status) throw new Error(`${path} answered ${answer.status}: ${text.slice(0, 400)}`)
  const voices = text.match(/id="voice-\d+"/g)?.length
  if (['thread', 'visitor', 'page20', 'question'].includes(name) && voices !== 50)
    throw new Error(`${path} shows ${voices} contributions instead of 50`)
  return Buffer.byteLength(text)
}

/** @throws when an answer is not what it should be */
export const measureScenario = async (stage: Stage, scenario: Scenario): Promise<Measured> => {
  const { site, seconds, databaseUrl, places } = stage
  const { name, title, ask, status, callers } = scenario
  const beside = stage.beside ? scenario.beside : []
  const raw = await lookAt(site, scenario)
  const same = { ask, status, callers, seconds }
  const figures = await measure({ ...same, url: site.url, pids: site.processes })
  const alone = (bare: Parameters<typeof withBare>[0], args: readonly string[], what: Partial<Measuring>) =>
    withBare(bare, args, (url, pid) =>
      measure({ ...same, url, pids: () => [pid, ...(bare === 'bytes-alone' ? [] : site.processes())], ...what }),
    )
  const { path, headers } = ask(0)
  const result: { reads?: Figures; act?: Figures; bytes?: Figures } = {}
  if (beside.includes('reads'))
    result.reads = await alone('sql-alone', [databaseUrl, site.url, path, headers.cookie ?? ''], {})
  if (beside.includes('act')) {
    const community = String(places.community)
    result.act = await alone('act-alone', [databaseUrl, community, places.writing.join(), places.members.join()], {})
  }
  if (beside.includes('bytes')) result.bytes = await alone('bytes-alone', [String(figures.bytes)], {})
  return { name, title, figures, raw, ...result }
}
