/** Sends letters: to the mail server named by SMTP_URL, or into the mailbox page of a demonstration. */
import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import type { Database } from '../db/database.ts'
import type { MailWay } from '../house.ts'
import { readFault } from './fault.ts'
import { forgetBounced, noteBounced, noteFault, noteSent } from './health.ts'

/** A letter: its plain part, and the same words with a look. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html?: string
  /** Whose name stands before the sender's address. */
  readonly sender?: string
  /** What makes a repeat known for one; without it every sending is a letter of its own. Without angle brackets. */
  readonly messageId?: string
  /** The address that ends this kind of letter with one POST (RFC 8058). */
  readonly stop?: string
  /** Called when the server has asked for the words and before the first of them is sent: from here on it may have it. */
  readonly handing?: () => Promise<void>
}

/**
 * Hands letters over; only jobs call it, never an action.
 * @throws NotSent saying whether to try again, and whether the address works at all.
 */
export type Post = (letter: Letter) => Promise<void>

const WAIT = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000 }

const headersOf = (letter: Letter): Record<string, string> => ({
  'Auto-Submitted': 'auto-generated',
  'X-Auto-Response-Suppress': 'All',
  ...(letter.stop
    ? { 'List-Unsubscribe': `<${letter.stop}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
    : {}),
})

/** The address in `Name <address>`, or the text itself. */
const addressIn = (from: string): string => /<([^>]+)>/.exec(from)?.[1] ?? from

/** Reads the letter only after `before` is done; the transport reads first when the server has asked for it. */
async function* after(before: () => Promise<void>, words: () => AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  await before()
  yield* words()
}

/** The way to a server: who sends, and where reports come back to for each recipient, when they are read. */
export interface MailServerWay {
  readonly smtpUrl: string
  readonly from: string
  readonly returnTo?: ((recipient: string) => string) | undefined
}

const serverPost = ({ smtpUrl, from, returnTo }: MailServerWay): Post => {
  const transport = createTransport({ url: smtpUrl, ...WAIT })
  transport.use('stream', (mail, done) => {
    const { handing } = mail.data as unknown as Letter
    const { message } = mail
    const open = message.createReadStream.bind(message)
    if (handing) message.createReadStream = (() => Readable.from(after(handing, open))) as typeof open
    done()
  })
  const address = addressIn(from)
  return async (letter) => {
    let handed = false
    const handing = async () => {
      await letter.handing?.()
      handed = true
    }
    const id = letter.messageId ?? randomBytes(16).toString('hex')
    const mail = {
      from: from === address && letter.sender ? { name: letter.sender, address } : from,
      to: letter.to,
      // Where nobody reads reports they come back to the sender's own address.
      envelope: { from: returnTo?.(letter.to) ?? address, to: letter.to },
      subject: letter.subject,
      text: letter.text,
      ...(letter.html ? { html: letter.html } : {}),
      messageId: `<${id.includes('@') ? id : `${id}@${address.split('@')[1]}`}>`,
      headers: headersOf(letter),
      disableFileAccess: true,
      disableUrlAccess: true,
      handing,
    }
    await transport.sendMail(mail).catch((error) => {
      throw readFault(error, handed)
    })
  }
}

const mailboxPost =
  (db: Database): Post =>
  async (letter) => {
    await letter.handing?.()
    await db.asSystem('job', async (tx) => {
      await tx.rows(sql`
        insert into platform.mailbox (recipient, subject, body, html, message_id, at)
        values (${letter.to}, ${letter.subject}, ${letter.text}, ${letter.html ?? null}, ${letter.messageId ?? null},
          ${tx.now})
        on conflict (message_id) where message_id is not null do nothing`)
    })
  }

/** The post of this site. `from` is the sender's address when a server is used, `returnTo` where a letter's reports go. */
export const openPost = (
  db: Database,
  way: MailWay,
  smtpUrl: string | undefined,
  from: string,
  returnTo?: MailServerWay['returnTo'],
): Post => {
  if (way === 'none') return async () => undefined
  const send = way === 'server' && smtpUrl ? serverPost({ smtpUrl, from, returnTo }) : mailboxPost(db)
  return async (letter) => {
    try {
      await send(letter)
    } catch (thrown) {
      const fault = readFault(thrown, false)
      await db.asSystem('job', async (tx) => {
        await tx.rows(noteFault(tx.now, fault.trouble))
        if (fault.outlook === 'address') await tx.rows(noteBounced(letter.to, tx.now, fault.answer))
      })
      throw fault
    }
    await db.asSystem('job', async (tx) => {
      await tx.rows(noteSent(tx.now))
      await tx.rows(forgetBounced(letter.to))
    })
  }
}

/** A letter that landed in the mailbox page. */
export interface KeptLetter {
  readonly id: number
  readonly recipient: string
  readonly subject: string
  readonly body: string
  readonly dressed: boolean
  readonly at: Date
}

/** The newest letters of the mailbox page. */
export const keptLetters = (db: Database): Promise<KeptLetter[]> =>
  db.asSystem('sign-in', (tx) =>
    tx.rows(sql<KeptLetter>`
      select id, recipient, subject, body, html is not null as dressed, at from platform.mailbox order by id desc limit 30`),
  )

/** One letter of the mailbox as a mail program shows it; nothing when it has no such part. */
export const keptLook = async (db: Database, id: number): Promise<string | undefined> =>
  (
    await db.asSystem('sign-in', (tx) =>
      tx.one(sql<{ html: string | null }>`select html from platform.mailbox where id = ${id}`),
    )
  )?.html ?? undefined
