// Personal data: each table that speaks of a person says how export and erasure cover it; each audience is walled.

import type { Finding, Law } from './law.ts'
import covers from './personal-data.json' with { type: 'json' }
import { type Table, tablesIn } from './tables.ts'

/** How one table is covered; `why` is owed wherever something is withheld or kept. */
export interface Cover {
  readonly export: string
  readonly erasure: string
  readonly why?: string
}

const LIST = 'checks/personal-data.json'
const EXPORT = new Set(['exported', 'withheld'])
const ERASURE = new Set(['erased', 'unlinked', 'kept'])
const PERSON =
  /^(person|author|actor|owner|reader|member|writer|creator|subject_person|depicted|recipient|email|phone)(_id)?$/
const BY = /(^|_)(by|person|person_id|author_id|email|name)$/

export const law: Law = personalData(covers)

/** The law with a list of covers; the house's own list is personal-data.json. */
export function personalData(list: Readonly<Record<string, Cover>>): Law {
  return {
    name: 'personal-data',
    look: (tree) => {
      const tables = tablesIn(tree)
      const personal = [...tables.values()].filter(speaksOfAPerson)
      const walled = [...tables.values()].filter(({ columns }) => columns.has('audience'))
      const findings = [
        ...personal.filter(({ name }) => !(name in list)).map(uncovered),
        ...Object.entries(list).flatMap(([name, cover]) => entry(name, cover, tables)),
        ...walled.flatMap(unwalled),
      ]
      return {
        findings,
        seen: { tables: tables.size, 'about people': personal.length, 'with an audience': walled.length },
      }
    },
  }
}

function speaksOfAPerson({ name, columns }: Table): boolean {
  if (name === 'people.person') return true
  return [...columns].some(([column, rest]) => {
    if (PERSON.test(column) || rest.includes('references people.person')) return true
    // `called_by` holding a number is a person's id; `name` is a person's only beside one.
    return BY.test(column) && column !== 'name' && /^bigint|^int/.test(rest)
  })
}

function uncovered({ name, file }: Table): Finding {
  return { file, says: `${name} speaks of a person: say in ${LIST} how export and erasure cover it` }
}

function entry(name: string, cover: Cover, tables: ReadonlyMap<string, Table>): Finding[] {
  const says = complaint(name, cover, tables)
  return says ? [{ file: LIST, says }] : []
}

function complaint(name: string, cover: Cover, tables: ReadonlyMap<string, Table>): string | undefined {
  if (!tables.has(name)) return `names ${name}, which no migration makes: take it out`
  if (!EXPORT.has(cover.export)) return `${name}: export is "exported" or "withheld"`
  if (!ERASURE.has(cover.erasure)) return `${name}: erasure is "erased", "unlinked" or "kept"`
  const owes = cover.export === 'withheld' || cover.erasure === 'kept'
  return owes && !cover.why ? `${name}: what is withheld or kept owes a why` : undefined
}

// A table that the web's role was never granted needs no second wall: it cannot be read at all.
function unwalled({ name, file, open, walled, policies }: Table): Finding[] {
  if (!open || (walled && policies > 0)) return []
  const lack = walled ? 'has no policy' : 'has no row level security'
  return [{ file, says: `${name} has an audience but ${lack}: audience = any((select platform.reach()))` }]
}
