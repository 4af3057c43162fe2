/** What cannot be read is refused, with the file, the line and the column where it stands. */

/** Where something stands in a file. Lines and columns count from 1; a column may have a name. */
export interface Place {
  readonly file: string
  readonly line?: number | undefined
  readonly column?: number | undefined
  readonly header?: string | undefined
}

/** A file cannot be read. `reason` is one sentence that says what would help; `message` names the place, too. */
export class Unreadable extends Error {
  override name = 'Unreadable'
  readonly place: Place
  readonly reason: string

  constructor(place: Place, reason: string) {
    super(`${told(place)}: ${reason}`)
    this.place = place
    this.reason = reason
  }
}

const told = ({ file, line, column, header }: Place): string => {
  const name = header === undefined ? '' : ` (${header})`
  return [file, line && `line ${line}`, column && `column ${column}${name}`].filter(Boolean).join(', ')
}
