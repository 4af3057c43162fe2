/** What a mail server's no means: this address does not work, try again later, or nobody knows whether it went out. */

/** Later: nothing was sent. Address: nothing ever will be. Unknown: the words were on the wire when it broke. */
export type Outlook = 'later' | 'address' | 'unknown'

/** What was in the way, as a key of words. */
export type MailTrouble =
  | 'name'
  | 'connection'
  | 'secure'
  | 'slow'
  | 'password'
  | 'sender'
  | 'busy'
  | 'refused'
  | 'address'
  | 'other'

/** A letter that was not sent, as far as we know. */
export class NotSent extends Error {
  readonly outlook: Outlook
  readonly trouble: MailTrouble
  /** The numbers of the server's answer, such as `550 5.1.1`; never its words, for they quote the address. */
  readonly answer: string
  // For the report of faults, which shows codes and no messages.
  readonly code: string

  constructor(outlook: Outlook, trouble: MailTrouble, answer: string) {
    super(`Letter not sent: ${trouble} ${answer}`)
    this.outlook = outlook
    this.trouble = trouble
    this.answer = answer
    this.code = `MAIL-${trouble}`
  }
}

interface Fault {
  readonly code?: string
  readonly command?: string
  readonly responseCode?: number
  readonly response?: string
}

const byCode: Readonly<Record<string, MailTrouble>> = {
  EDNS: 'name',
  ENOTFOUND: 'name',
  ECONNECTION: 'connection',
  ESOCKET: 'connection',
  ECONNREFUSED: 'connection',
  ECONNRESET: 'connection',
  ETLS: 'secure',
  ETIMEDOUT: 'slow',
  EAUTH: 'password',
  ENOAUTH: 'password',
}

// Enhanced codes (RFC 3463): X.1 is the address, X.2.1 a mailbox switched off; X.7 is policy, the sender's own trouble.
const namesAddress = (enhanced: string | undefined): boolean =>
  enhanced !== undefined && /^5\.(1\.[0-6]|1\.10|2\.1)$/.test(enhanced)

/** Reads what nodemailer threw. `handing` when the words of the letter were already on the wire. */
export const readFault = (thrown: unknown, handing: boolean): NotSent => {
  if (thrown instanceof NotSent) return thrown
  const { code = '', command = '', responseCode, response = '' } = (thrown ?? {}) as Fault
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(response)?.[1]
  const answer = [responseCode, enhanced].filter(Boolean).join(' ') || code.slice(0, 40)
  const says = (outlook: Outlook, trouble: MailTrouble) => new NotSent(outlook, trouble, answer)
  // Whoever answers with a number has decided; a line that breaks after the words were sent leaves it open.
  if (handing && !responseCode) return says('unknown', byCode[code] ?? 'other')
  if (code === 'EAUTH' || code === 'ENOAUTH') return says('later', 'password')
  if (!responseCode) return says('later', byCode[code] ?? 'other')
  if (responseCode < 500) return says('later', 'busy')
  if (namesAddress(enhanced)) return says('address', 'address')
  if (command === 'RCPT TO' && !enhanced && [550, 551, 553].includes(responseCode)) return says('address', 'address')
  return says('later', command === 'MAIL FROM' ? 'sender' : 'refused')
}
