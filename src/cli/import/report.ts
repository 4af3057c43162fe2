/** What an import says when it is over: what came in, and what was left out and why. */

/** How much of each there is; the same whenever an archive is brought in again. */
export interface Brought {
  readonly people: number
  readonly threads: number
  readonly contributions: number
  readonly comments: number
}

/** Counts by name: `leftOut` rows of the archive, `dropped` elements of HTML whose words mostly stayed. */
export interface Report {
  readonly community: string
  /** What of the archive stands in the community now. */
  readonly brought: Brought
  /** What of it was not there before this run. */
  readonly fresh: Brought
  readonly leftOut: Readonly<Record<string, number>>
  readonly dropped: Readonly<Record<string, number>>
  readonly seconds: number
  /** Contributions and comments a second, of those that were written or looked at. */
  readonly rate: number
}

const NAMES: Record<keyof Brought, string> = {
  people: 'people',
  threads: 'threads',
  contributions: 'questions and answers',
  comments: 'comments',
}

/** The report as a table to read. */
export const tableOf = (report: Report): string => {
  const kinds = Object.keys(NAMES) as (keyof Brought)[]
  const lines = [
    row('', 'there now', 'new'),
    ...kinds.map((kind) => row(NAMES[kind], report.brought[kind], report.fresh[kind])),
    ...part('Left out', report.leftOut),
    ...part('Of the HTML, not kept as it was (the words mostly were)', report.dropped),
    '',
    'Votes, scores, tags, badges, links between posts and edit history are no words and were not read.',
    `${report.seconds.toFixed(1)} seconds, ${report.rate} contributions and comments a second. To read at /c/${report.community}/threads`,
  ]
  return `${lines.join('\n')}\n`
}

const row = (name: string, ...cells: (string | number)[]): string =>
  `${name.padEnd(52)}${cells.map((cell) => String(cell).padStart(10)).join('')}`

const part = (title: string, counts: Readonly<Record<string, number>>): string[] => {
  const rows = Object.entries(counts)
  return rows.length === 0 ? [] : ['', title, ...rows.map(([name, count]) => row(`  ${name}`, count))]
}
