/** What `npm run bench` was asked for. */
import { parseArgs } from 'node:util'

/** The wishes, with what is usual where nothing was said. */
export interface Flags {
  /** Names of scenarios; empty means all. */
  readonly only: readonly string[]
  /** How long each scenario is measured. */
  readonly seconds: number
  readonly json: boolean
  /** A tenth of the corpus and two seconds a scenario. */
  readonly quick: boolean
  /** How many times the reference corpus. */
  readonly times: number
  /** Measures the reference corpus too, and says how many times as much things cost at `times`. */
  readonly ratio: boolean
  /** The scenario to look into. */
  readonly profile: string | undefined
  /** Beside what was kept of this machine. */
  readonly compare: boolean
  /** Keeps the figures for those who compare. */
  readonly keep: boolean
  /** A data folder that stays, so that the corpus need not be loaded again. */
  readonly data: string | undefined
}

/** Reads the command line; a number alone is the seconds, as it has always been. */
export const readFlags = (args: readonly string[]): Flags => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      only: { type: 'string', multiple: true, default: [] },
      seconds: { type: 'string' },
      json: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      times: { type: 'string' },
      ratio: { type: 'boolean', default: false },
      profile: { type: 'string' },
      compare: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      data: { type: 'string' },
    },
  })
  const { quick, json, compare, keep, profile, data, ratio } = values
  return {
    quick,
    json,
    compare,
    keep,
    profile,
    data,
    ratio,
    only: profile ? [profile] : values.only.flatMap((names) => names.split(',')),
    seconds: Number(values.seconds ?? positionals[0] ?? (quick ? 2 : 5)),
    times: Number(values.times ?? (quick ? 0.1 : 1)),
  }
}
