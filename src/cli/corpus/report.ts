/** What a load says when it is over. */

/** How many there are of something, and how many were not there before this run. */
export interface Part {
  readonly there: number
  readonly fresh: number
}

/** The counts are the same whenever the same corpus is loaded again. */
export interface Report {
  readonly people: Part
  readonly communities: Part
  readonly memberships: Part
  readonly threads: Part
  readonly contributions: Part
  readonly entries: Part
  /** Topics in which nothing was said, left out. */
  readonly emptyTopics: number
  readonly seconds: {
    readonly all: number
    readonly proving: number
    readonly contributions: number
    readonly entries: number
  }
  /** Contributions a second while they were written, their search index included. */
  readonly rate: number
}

const names = {
  people: 'people',
  communities: 'communities',
  memberships: 'memberships',
  threads: 'threads',
  contributions: 'contributions',
  entries: 'entries of the library',
} as const

/** The report as a table to read. */
export const tableOf = (report: Report): string => {
  const row = (name: string, ...cells: (string | number)[]) =>
    `${name.padEnd(28)}${cells.map((cell) => String(cell).padStart(10)).join('')}`
  const { all, proving, contributions, entries } = report.seconds
  const lines = [
    row('', 'there now', 'new'),
    ...Object.entries(names).map(([key, name]) => {
      const { there, fresh } = report[key as keyof typeof names]
      return row(name, there, fresh)
    }),
    ...(report.emptyTopics > 0 ? ['', `Left out: ${report.emptyTopics} topics in which nothing was said.`] : []),
    '',
    'Biographies and tags have no place and were not read. This site is a test now: the passwords of the corpus are known.',
    `${all.toFixed(1)} seconds: reading it to its end ${proving.toFixed(1)}, contributions ${contributions.toFixed(1)} (${report.rate} a second), entries ${entries.toFixed(1)}.`,
  ]
  return `${lines.join('\n')}\n`
}
