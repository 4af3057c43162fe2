/** Sends letters: to the mail server named by SMTP_URL, or into the mailbox page of a demonstration. */
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import type { Database } from '../db/database.ts'
import type { MailWay } from '../house.ts'

/** A letter in plain words. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Hands letters over; only jobs call it, never an action. */
export type Post = (letter: Letter) => Promise<void>

/** The post of this site. `from` is the sender's address when a server is used. */
export const openPost = (db: Database, way: MailWay, smtpUrl: string | undefined, from: string): Post => {
  if (way === 'server') {
    const transport = createTransport(smtpUrl)
    return async (letter) => {
      await transport.sendMail({ from, ...letter })
    }
  }
  if (way === 'none') return async () => undefined
  return (letter) =>
    db.asSystem('job', async (tx) => {
      await tx.rows(sql`
        insert into platform.mailbox (recipient, subject, body, at)
        values (${letter.to}, ${letter.subject}, ${letter.text}, ${tx.now})`)
    })
}

/** A letter that landed in the mailbox page. */
export interface KeptLetter {
  readonly id: number
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly at: Date
}

/** The newest letters of the mailbox page. */
export const keptLetters = (db: Database): Promise<KeptLetter[]> =>
  db.asSystem('sign-in', (tx) =>
    tx.rows(sql<KeptLetter>`select id, recipient, subject, body, at from platform.mailbox order by id desc limit 30`),
  )
