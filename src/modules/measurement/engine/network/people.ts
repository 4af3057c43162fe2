/** Reads the file of people: their ids, and the group each belongs to. */
import { counted, type Note, note } from '../note.ts'
import { textAt } from '../reading/column.ts'
import { columnOf } from '../reading/header.ts'
import type { OpenTable } from '../reading/open-table.ts'
import { readTable } from '../reading/read-table.ts'
import type { Watch } from '../reading/records.ts'

/** People in the order of their file. */
export interface People {
  readonly ids: readonly string[]
  readonly group: readonly (string | null)[] | null
  readonly notes: readonly Note[]
}

const ID = ['id', 'uid', 'node', 'user', 'user id', 'name', 'person', 'member', 'vertex', 'label']

/** @throws Unreadable when a column is not there */
export const readPeople = async (
  nodes: OpenTable,
  { id, group }: { id?: string | undefined; group?: string | undefined },
  watch: Watch,
): Promise<People> => {
  const { header, file } = nodes
  const usual = ID.find((name) => columnOf(header, { header: name }, file))
  const name = id ?? usual ?? header[0] ?? ''
  const table = await readTable(nodes, {
    ...watch,
    file,
    columns: {
      id: { kind: 'text', header: name },
      ...(group === undefined ? {} : { group: { kind: 'text', header: group } as const }),
    },
  })
  const [ids, groups]: [string[], (string | null)[]] = [[], []]
  const seen = new Set<string>()
  let [twice, nameless] = [0, 0]
  for (let row = 0; row < table.rows; row += 1) {
    const own = textAt(table.text('id'), row)
    if (own === null) nameless += 1
    else if (seen.has(own)) twice += 1
    else {
      seen.add(own)
      ids.push(own)
      groups.push(group === undefined ? null : textAt(table.text('group'), row))
    }
  }
  const notes = [...table.notes]
  if (id === undefined && usual === undefined)
    notes.push(note('reading', `${file}: the first column is taken for ids.`))
  if (twice > 0) notes.push(note('nodes', `${counted(twice, 'row')} repeat an id; the first of each was kept.`))
  if (nameless > 0) notes.push(note('nodes', `${counted(nameless, 'row')} of people without an id left out.`))
  return { ids, group: group === undefined ? null : groups, notes }
}
