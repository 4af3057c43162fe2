/** The verb `import forum` brings a real discussion archive in as public threads. */
import { isLanguage, languages } from '../platform/words/words.ts'
import { withDatabase } from './database.ts'
import type { Wanted } from './import/community.ts'
import { progressTo } from './import/progress.ts'
import { tableOf } from './import/report.ts'
import { bringStackExchange } from './stackexchange/bring.ts'
import { filesIn } from './stackexchange/files.ts'
import { typed } from './typed.ts'
import { Misused, type Verb } from './verb.ts'

const options = {
  format: { type: 'string' },
  community: { type: 'string' },
  name: { type: 'string' },
  language: { type: 'string' },
  source: { type: 'string' },
  data: { type: 'string' },
  json: { type: 'boolean' },
} as const

export const importForumVerb: Verb = {
  name: 'import forum',
  help: `ciranda import forum --format stackexchange --community SLUG [options] DIR

Brings the questions, answers and comments of an archive in as public threads, with their dates and under the names they
had there. DIR holds Posts.xml, Comments.xml and Users.xml as Stack Exchange publishes them. Nothing is written before
all of it could be read. Safe to repeat, and to run again after it was stopped; works while the server runs, too.

  --format NAME      stackexchange is the one that is known
  --community SLUG   the address of the community: small letters, digits and hyphens. A new one is made and is open to
                     every visitor; one that belongs to its members is refused
  --name TEXT        what a new community is called (made of SLUG)
  --language CODE    the language of the archive: ${languages.join(', ')} (en)
  --source TEXT      whose words they are and their licence; every visitor can read it (Stack Exchange, CC BY-SA)
  --json             the report as one JSON object
  --data FOLDER      where everything is kept (the folder data beside README.md)

  DATABASE_URL       a PostgreSQL of your own, instead of the one in the data folder
`,
  run: async (args, terminal) => {
    const { values, positionals } = typed('import forum', args, options)
    const folder = oneFolder(positionals)
    const wanted = wantedBy(values)
    await filesIn(folder)
    const watch = {
      heard: progressTo(terminal, 'contributions and comments'),
      stop: terminal.stop,
      time: () => performance.now(),
    }
    const tell = (line: string) => terminal.tell(`${line}\n`)
    const report = await withDatabase(values.data, tell, ({ db }) => {
      tell('Reading the archive to its end')
      return bringStackExchange(db, folder, wanted, watch)
    })
    terminal.out(values.json ? `${JSON.stringify(report)}\n` : tableOf(report))
  },
}

const oneFolder = (positionals: readonly string[]): string => {
  const [folder, more] = positionals
  if (!folder) throw new Misused('Name the folder of the archive: ciranda import forum --help shows how.')
  if (more !== undefined) throw new Misused(`One folder at a time: ${more} is one too many.`)
  return folder
}

const wantedBy = (values: {
  format?: string
  community?: string
  name?: string
  language?: string
  source?: string
}): Wanted => {
  if (!values.format) throw new Misused('Say which archive it is: --format stackexchange is the one that is known.')
  if (values.format !== 'stackexchange')
    throw new Misused(`The format ${values.format} is not known; stackexchange is.`)
  const { community: slug = '', language = 'en' } = values
  if (slug === '') throw new Misused('Say where it goes: --community and an address such as our-archive.')
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) || slug.length > 60 || slug === 'new')
    throw new Misused(`${slug} cannot be an address: small letters, digits and single hyphens, at most 60 of them.`)
  if (!isLanguage(language)) throw new Misused(`The language ${language} is not one of ${languages.join(', ')}.`)
  const name = line('--name', values.name, 120)
  return { slug, name, language, source: line('--source', values.source, 200) ?? 'Stack Exchange, CC BY-SA' }
}

const line = (option: string, text: string | undefined, most: number): string | undefined => {
  if (text === undefined) return undefined
  const said = text.replace(/[\p{Cc}\s]+/gu, ' ').trim()
  if (said === '' || said.length > most) throw new Misused(`${option} takes between 1 and ${most} characters.`)
  return said
}
