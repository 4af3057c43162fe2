/** Makes the reference corpus, byte for byte the same each time: `node bench/corpus.ts FOLDER [--times 25] [--seed 1]`. */
import { parseArgs } from 'node:util'
import { writeCorpus } from './corpus/written.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { times: { type: 'string', default: '1' }, seed: { type: 'string', default: '20260923' } },
})
const times = Number(values.times)
const [folder] = positionals
if (!folder || !(times > 0 && times <= 100) || !Number.isInteger(Number(values.seed))) {
  process.stderr.write('node bench/corpus.ts FOLDER [--times NUMBER, 0.01 to 100] [--seed WHOLE NUMBER]\n')
  process.exitCode = 2
} else process.stdout.write(`${JSON.stringify(writeCorpus(folder, times, Number(values.seed)))}\n`)
