// Prints each figure of the engine beside the same figure of an independent tool: npm run verify:reference -- DIR.
import { equityRows } from './reference/equity.ts'
import { networkRows } from './reference/network.ts'
import type { ReferenceRow } from './reference/row.ts'
import { surveyRows } from './reference/survey.ts'

const number = (value: number | null): string => (value === null ? 'undefined' : String(Number(value.toPrecision(12))))

const line = ({ figure, ours, reference, within, why }: ReferenceRow): string => {
  const difference = ours === null || reference === null ? '' : (ours - reference).toExponential(1)
  const mark = within ? 'ok  ' : 'OFF '
  return `  ${mark} ${figure.padEnd(58)} ${number(ours).padStart(16)} ${number(reference).padStart(16)} ${difference.padStart(9)}  ${why ?? ''}`.trimEnd()
}

const folder = process.argv[2]
if (!folder) {
  process.stderr.write('Name the folder of the sets: npm run verify:reference -- DIR\n')
  process.exit(2)
}
const rows = [...(await networkRows(folder)), ...(await equityRows(folder)), ...(await surveyRows(folder))]
let set = ''
for (const row of rows) {
  if (row.set !== set) process.stdout.write(`\n${row.set}\n`)
  set = row.set
  process.stdout.write(`${line(row)}\n`)
}
const off = rows.filter(({ within }) => !within)
process.stdout.write(`\n${rows.length} figures, ${off.length} of them off\n`)
process.exitCode = off.length > 0 ? 1 : 0
