/** The site's own key for signing the return addresses of letters: made once, out of reach of the web's role, shown nowhere. */
import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'

const KEY = 'mail-return'

/** The key, where one was made. As the owner only. */
export const returnKey = async (tx: Tx): Promise<string | undefined> =>
  (await tx.one(sql<{ value: string }>`select value from platform.secret where name = ${KEY}`))?.value

/** The key; made from `secret` the first time, also by two servers at once. As the owner only. */
export const ensureReturnKey = async (tx: Tx, secret: string): Promise<string> => {
  await tx.rows(sql`insert into platform.secret (name, value) values (${KEY}, ${secret}) on conflict (name) do nothing`)
  return (await returnKey(tx)) ?? secret
}
