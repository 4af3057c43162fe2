/** A short stable name for each SQL text, so that PostgreSQL parses and plans it once per connection. */
const names = new Map<string, string>()

/** The prepared-statement name of an SQL text; texts that never repeat should not come through here. */
export const statementName = (text: string): string | undefined => {
  const known = names.get(text)
  if (known) return known
  // An endless variety of texts would fill every connection with plans.
  if (names.size >= 500) return undefined
  const name = `q${names.size}`
  names.set(text, name)
  return name
}
