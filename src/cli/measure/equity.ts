/** The verb `ciranda measure equity`: how fairly the word is shared, from counts of turns or from the order of the speakers. */
import { equityDefinitions } from '../../modules/measurement/engine/equity/definitions.ts'
import { equityOf } from '../../modules/measurement/engine/equity/equity.ts'
import type { TurnCount } from '../../modules/measurement/engine/equity/turn.ts'
import { counted, type Note, note } from '../../modules/measurement/engine/note.ts'
import { isRefused } from '../../modules/measurement/engine/refused.ts'
import { Misused } from '../verb.ts'
import { type Desk, measuring, type Typed } from './measuring.ts'
import { type Picked, type Picking, picked } from './picked.ts'

const options = {
  value: { type: 'string' },
  id: { type: 'string' },
  group: { type: 'string' },
  members: { type: 'string' },
  offered: { type: 'string' },
  passed: { type: 'string' },
  attendance: { type: 'string' },
  sequence: { type: 'string' },
  where: { type: 'string', multiple: true },
  na: { type: 'string', multiple: true },
} as const

const IDS = ['id', 'name', 'member', 'person', 'user', 'node']

export const measureEquityVerb = measuring({
  name: 'measure equity',
  help: `ciranda measure equity COUNTS.csv --value V [--id ID] [--group COL] [--members FILE] [--json]
ciranda measure equity TALK.csv --sequence SPEAKER [--members FILE] [--json]

One row is one person; or, with --sequence, one contribution in the order in which they were made.

  --value V          turns taken, by speaking or in all
  --id ID            the column that names the person; its rows are added up
  --members FILE     everybody who belongs (a column called as --id says): silent members count as 0
  --group COL        groups, for their voice; looked for in the file of members, too
  --offered COL      turns offered: who was offered none holds no seat
  --passed COL       passes: each is a turn taken
  --attendance COL   "observer" and "absent" hold no seat
  --sequence COL     the speaker of each contribution, for the turn-taking index
  --na CODE          a further code for a missing number (may be repeated)
  --where COL=VALUE  only rows where the column holds the value (may be repeated)`,
  options,
  definitions: equityDefinitions,
  measure: async (typed, desk) => {
    const { values, positionals } = typed
    const [file, ...more] = positionals
    if (file === undefined || more.length > 0) throw new Misused('ciranda measure equity reads one file: COUNTS.csv.')
    if ((values.value === undefined) === (values.sequence === undefined))
      throw new Misused('ciranda measure equity needs either --value V or --sequence SPEAKER.')
    const read = await picked(file, pickingOf(values), desk)
    const members = values.members === undefined ? undefined : await membersIn(values.members, values, desk)
    const { counts, sequence, notes } = countsIn(read, values)
    const equity = equityOf(counts, { members: members?.people, sequence })
    if (isRefused(equity)) throw new Misused(equity.refused)
    const before = [...read.notes, ...(members?.notes ?? []), ...notes]
    return { title: `Shares of the word, ${read.file}`, measured: { ...equity, notes: [...before, ...equity.notes] } }
  },
})

type Values = Typed<typeof options>['values']

const pickingOf = (values: Values): Picking => {
  const { value, id, group, offered, passed, attendance, sequence, members } = values
  const needsId = id !== undefined || (members !== undefined && sequence === undefined)
  const texts: Record<string, { header: string; aliases?: readonly string[]; optional?: boolean }> = {}
  if (sequence !== undefined) texts.id = { header: sequence }
  else if (needsId) texts.id = { header: id ?? 'id', aliases: IDS }
  if (group !== undefined) texts.group = { header: group, optional: members !== undefined }
  if (attendance !== undefined) texts.attendance = { header: attendance }
  const numbers: Record<string, { header: string; min: number }> = {}
  for (const [name, header] of Object.entries({ value, offered, passed }))
    if (header !== undefined) numbers[name] = { header, min: 0 }
  return { texts, numbers, ...(values.where && { where: values.where }), ...(values.na && { missing: values.na }) }
}

const membersIn = async (file: string, { id, group, na }: Values, desk: Desk) => {
  const texts = {
    id: { header: id ?? 'id', aliases: IDS },
    ...(group !== undefined && { group: { header: group, optional: true } }),
  }
  const read = await picked(file, { texts, ...(na && { missing: na }) }, desk)
  const groups = read.text('group')
  const people = (read.text('id') ?? []).flatMap((name, row) =>
    name === null ? [] : [{ id: name, group: groups?.[row] ?? null }],
  )
  return { people, notes: read.notes.map(({ about, says }) => note(about, `${read.file}: ${says}`)) }
}

const countsIn = (read: Picked, { sequence }: Values): { counts: TurnCount[]; sequence?: string[]; notes: Note[] } => {
  const ids = read.text('id')
  const groups = read.text('group')
  if (sequence !== undefined) {
    const speakers = (ids ?? []).filter((name) => name !== null)
    const counts = (ids ?? []).flatMap((id, row) =>
      id === null ? [] : [{ id, taken: 1, group: groups?.[row] ?? null }],
    )
    const says = 'Each contribution is counted as one turn taken; turns in a row count once in turnTaking only.'
    return { counts: added(counts), sequence: speakers, notes: [note('turns', says)] }
  }
  const columns = { taken: read.numbers('value'), offered: read.numbers('offered'), passed: read.numbers('passed') }
  const numberIn = (name: keyof typeof columns, row: number) => {
    const number = columns[name]?.[row]
    return number === undefined || Number.isNaN(number) ? null : number
  }
  const attendance = read.text('attendance')
  const rows = Array.from({ length: read.rows }, (_, row): TurnCount & { known: boolean } => ({
    id: ids ? (ids[row] ?? `row ${row + 1}`) : `row ${row + 1}`,
    offered: numberIn('offered', row),
    taken: numberIn('taken', row),
    passed: numberIn('passed', row),
    attendance: attendanceOf(attendance?.[row] ?? null),
    group: groups?.[row] ?? null,
    // Nothing written is no turn only where turns were offered; elsewhere nobody counted.
    known: numberIn('taken', row) !== null || numberIn('offered', row) !== null,
  }))
  const unknown = rows.filter((row) => !row.known && row.attendance === 'present').length
  const notes =
    unknown > 0 ? [note('n', `${counted(unknown, 'row')} without a number, left out: not counted is not 0.`)] : []
  return { counts: rows.filter((row) => row.known || row.attendance !== 'present'), notes }
}

const added = (counts: readonly { id: string; taken: number; group: string | null }[]): TurnCount[] => {
  const people = new Map<string, { id: string; taken: number; group: string | null }>()
  for (const { id, taken, group } of counts) {
    const known = people.get(id)
    if (known) known.taken += taken
    else people.set(id, { id, taken, group })
  }
  return [...people.values()]
}

const attendanceOf = (word: string | null): TurnCount['attendance'] =>
  /^obs/i.test(word ?? '') ? 'observer' : /^abs/i.test(word ?? '') ? 'absent' : 'present'
