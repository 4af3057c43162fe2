// Networks as people send them: lists under many names, matrices with and without names, people beside them.
import { describe, expect, test } from 'vitest'
import { openTable } from '../reading/open-table.ts'
import { measureNetwork } from './measure.ts'
import { readNetwork } from './network.ts'
import { lengthOf, seriesOf } from './series.ts'

const open = (content: string, file = 'ties.csv') => openTable([content], { file })
const read = async (edges: string, nodes?: string, told: Partial<Parameters<typeof readNetwork>[2]> = {}) => {
  const people = nodes === undefined ? undefined : await open(nodes, 'people.csv')
  const network = await readNetwork(await open(edges), people, { directed: true, ...told })
  const ties = Array.from(network.from, (v, row) => `${network.ids[v]}-${network.ids[network.to[row] ?? 0]}`)
  return { network, ties, says: network.notes.map(({ says }) => says).join(' ') }
}

describe('Lists of ties', () => {
  test.each([
    ['from,to\n1,2\n2,3\n'],
    ['Source;Target;Weight\n1;2;5\n2;3;1\n'],
    ['when,Sender,Reciever\nmonday,1,2\ntuesday,2,3\n'],
    ['whoever,whomever\n1,2\n2,3\n'],
    ['1,2\n2,3\n'],
    ['from,to\n1,2\n2,3\n,3\n1,NA\n'],
  ])('%j', async (edges) => {
    expect((await read(edges)).ties).toEqual(['1-2', '2-3'])
  })

  test('People who are not in ties are kept, people who are not in the file are added, groups may be open', async () => {
    const { network, says } = await read('from,to\n7,08\n7,9\n', 'Role,uid\nparent,08\nNULL,7\nteacher,5\nx,5\n', {
      group: 'role',
    })
    expect(network.ids).toEqual(['08', '7', '5', '9'])
    expect(network.group).toEqual(['parent', null, 'teacher', null])
    expect(says).toMatch(/1 person named in ties but not in the file/)
    expect(says).toMatch(/1 row repeat an id/)
  })

  test('A weight below the least is no tie', async () => {
    expect((await read('from,to,w\n1,2,0\n2,3,2\n3,1,3\n', undefined, { weight: 'w' })).ties).toEqual(['2-3', '3-1'])
    expect((await read('from,to,w\n1,2,0\n2,3,2\n3,1,3\n', undefined, { weight: 'w', atLeast: 3 })).ties).toEqual([
      '3-1',
    ])
  })

  test('One column is no tie, and both ends cannot be one', async () => {
    await expect(read('from\n1\n')).rejects.toThrow('two columns at least')
    await expect(read('to,x\n1,2\n')).rejects.toThrow('say --from and --to')
  })
})

describe('Matrices: the row names the column', () => {
  const matrix = '0,1,0,0\n0,0,2,0\n0,0,0,1\n3,0,0,0\n'
  test('without names, with people in the same order, with names at its edges', async () => {
    expect((await read(matrix)).ties).toEqual(['1-2', '2-3', '3-4', '4-1'])
    expect((await read(matrix, 'id\na\nb\nc\nd\n')).ties).toEqual(['a-b', 'b-c', 'c-d', 'd-a'])
    const named = ';Ann;Ben;Cem;Dee\nAnn;0;1;0;0\nBen;0;0;2;0\nCem;0;0;0;NA\nDee;3;0;0;0\n'
    expect((await read(named)).ties).toEqual(['Ann-Ben', 'Ben-Cem', 'Dee-Ann'])
  })
  test('from a value on', async () => {
    expect((await read(matrix, undefined, { atLeast: 2 })).ties).toEqual(['2-3', '4-1'])
  })
})

describe('Windows of time', () => {
  test.each([
    ['30d', 2_592_000_000],
    ['4w', 2_419_200_000],
    ['12h', 43_200_000],
    ['0d', undefined],
    ['month', undefined],
  ])('%s', (every, length) => {
    expect(lengthOf(every)).toBe(length)
  })

  test('Each tie is in the window of its day, all people in each', async () => {
    const edges = 'from,to,day\n1,2,2024-01-01\n2,1,2024-01-30\n2,3,2024-01-31\n3,1,\n1,3,2024-04-15\n'
    const { network } = await read(edges, undefined, { window: 'day' })
    const { times } = network
    if (!times) throw new Error('no times')
    const { series, notes } = await seriesOf({ ...network, times }, 30 * 86_400_000, { seed: 1 })
    expect(series.map(({ from, to, edges: ties, nodes }) => [from, to, ties, nodes])).toEqual([
      ['2024-01-01', '2024-01-31', 2, 3],
      ['2024-01-31', '2024-03-01', 1, 3],
      ['2024-03-01', '2024-03-31', 0, 3],
      ['2024-03-31', '2024-04-30', 1, 3],
    ])
    expect(notes[0]?.says).toBe('1 tie without a date in no window.')
    await expect(seriesOf({ ...network, times }, 1000, { seed: 1 })).rejects.toThrow(RangeError)
  })
})

test('The same seed gives the same communities', async () => {
  const { network } = await read('from,to\n1,2\n2,3\n3,1\n4,5\n5,6\n6,4\n1,4\n')
  const once = await measureNetwork(network, { seed: 3 })
  expect(once).toEqual(await measureNetwork(network, { seed: 3 }))
  expect(once.modularity).toMatchObject({ communities: 2 })
  expect(once.modularity.q).toBeCloseTo(2 * (3 / 7 - 0.25), 12)
})
