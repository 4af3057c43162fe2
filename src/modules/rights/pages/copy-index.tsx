/** The page of a copy: a person's own words with their place and date, readable from disk. */
import type { OwnRow, OwnTable } from '../../../platform/own-data/part.ts'
import { dayOf, momentOf } from '../../../platform/words/dates.ts'
import type { Reader } from '../../people/contract.ts'
import type { Gathered } from '../copy/gathering.ts'
import { words } from '../words.ts'

const textsOf = ({ words: columns = [] }: OwnTable, row: OwnRow): string[] =>
  columns.map((column) => row[column]).filter((text): text is string => typeof text === 'string' && text !== '')

const Row = ({ row, texts, reader }: { row: OwnRow; texts: readonly string[]; reader: Reader }) => {
  const about = [row.at instanceof Date ? dayOf(row.at, reader.lang, reader.zone) : '', row.place ?? '']
  return (
    <article>
      <p class="when">{about.filter(Boolean).join(' · ')}</p>
      {texts.map((text) => (
        <p key={text} dir="auto" lang={typeof row.language === 'string' ? row.language : undefined}>
          {text}
        </p>
      ))}
    </article>
  )
}

export const CopyIndex = (props: {
  gathered: Gathered
  reader: Reader
  siteName: string
  names: readonly string[]
}) => {
  const { gathered, reader, siteName, names } = props
  const t = words(reader.lang)
  const title = t('copy.pageTitle', { site: siteName })
  const parts = gathered.parts
    .map(({ name, title: heading, tables }) => ({
      name,
      heading: heading(reader.lang),
      told: tables.flatMap((table) =>
        table.rows.map((row) => ({ row, texts: textsOf(table, row) })).filter(({ texts }) => texts.length > 0),
      ),
    }))
    .filter(({ told }) => told.length > 0)
  return (
    <html lang={reader.lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title}</title>
        <link rel="stylesheet" href="look.css" />
      </head>
      <body>
        <h1>{title}</h1>
        <p>{t('copy.pageLead', { when: momentOf(gathered.at, reader.lang, reader.zone) })}</p>
        {parts.map(({ name, heading, told }) => (
          <section key={name}>
            <h2>{heading}</h2>
            {told.map(({ row, texts }, i) => (
              <Row key={i} row={row} texts={texts} reader={reader} />
            ))}
          </section>
        ))}
        <section>
          <h2>{t('copy.files')}</h2>
          <p>{t('copy.filesText')}</p>
          <ul>
            {names.map((name) => (
              <li key={name}>
                <a href={name}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      </body>
    </html>
  )
}
