/** The verb `load` brings the reference corpus in, to measure a site that is as full as a real one. */
import { resolve } from 'node:path'
import { bringCorpus } from './corpus/bring.ts'
import { tableOf } from './corpus/report.ts'
import { filesIn } from './corpus/rows.ts'
import { withDatabase } from './database.ts'
import { progressTo } from './import/progress.ts'
import { typed } from './typed.ts'
import { Misused, type Verb } from './verb.ts'

const options = {
  corpus: { type: 'string' },
  yes: { type: 'boolean' },
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const

export const loadVerb: Verb = {
  name: 'load',
  help: `ciranda load --corpus DIR [options]

Fills a site with invented people, communities, threads, contributions and entries of the library, all of them found by
search. DIR holds users, communities, topics, posts and pages (.jsonl); node bench/corpus.ts DIR makes them. All of it is
read before anything is written. Safe to repeat, and to run again after it was stopped or killed; works while the server
runs, too.

A site with a corpus is a test. Everybody who knows the corpus can sign in, its communities can be read by every visitor,
and a new site is begun without the demonstration. Therefore:
- Addresses of mail must be such as nobody can have (RFC 2606: .example, .test, .invalid), so that no letter leaves.
- A site on which somebody has another address is refused, unless --yes is said.
- Communities and entries that did not come with a corpus are never touched.
Passwords are hashed as everywhere, but each once: people with the same password share a hash, which only a test may do.
Perspectives are dealt out in turn, and the first who wrote in a community facilitates it, for a corpus says neither.

  --corpus DIR       the folder of the corpus
  --yes              also where people live who were not invented
  --json             the report as one JSON object
  --data FOLDER      where everything is kept (the folder data beside README.md)

  DATABASE_URL       a PostgreSQL of your own, instead of the one in the data folder
`,
  run: async (args, terminal) => {
    const { values, positionals } = typed('load', args, options)
    if (positionals.length > 0)
      throw new Misused(`ciranda load does not know ${positionals[0]}: it takes options only, such as --corpus DIR.`)
    if (!values.corpus) throw new Misused('Say what to load: --corpus DIR. ciranda load --help shows how.')
    const files = await filesIn(resolve(values.corpus))
    const tell = (line: string) => terminal.tell(`${line}\n`)
    const watch = {
      heard: progressTo(terminal, 'contributions and entries'),
      stop: terminal.stop,
      time: () => performance.now(),
    }
    const report = await withDatabase(values.data, tell, ({ db }) => {
      tell('Reading the corpus to its end')
      return bringCorpus(db, files, values.yes === true, watch)
    })
    terminal.out(values.json ? `${JSON.stringify(report)}\n` : tableOf(report))
  },
}
