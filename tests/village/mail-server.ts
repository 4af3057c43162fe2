/** A mail server of a test's own, on this computer: it takes letters, refuses some addresses, and can be away. */
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

/** The server and what it was given. */
export interface MailServer {
  readonly url: string
  /** What arrived, read by a program that reads mail. */
  readonly letters: ParsedMail[]
  /** From whom the envelopes came. */
  readonly senders: string[]
  /** Addresses that it says do not exist. */
  readonly unknown: Set<string>
  /** Set to true, it asks to come again later. */
  busy: boolean
  close(): Promise<void>
}

const no = (code: number, says: string) => Object.assign(new Error(says), { responseCode: code })

/** Opens it on a free port. */
export const openMailServer = async (): Promise<MailServer> => {
  const letters: ParsedMail[] = []
  const senders: string[] = []
  const unknown = new Set<string>()
  const state = { busy: false }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: ({ address }, _session, answer) => {
      senders.push(address)
      answer()
    },
    onRcptTo: ({ address }, _session, answer) =>
      answer(state.busy ? no(451, '4.3.2 later') : unknown.has(address) ? no(550, '5.1.1 nobody of that name') : null),
    onData: (stream, _session, answer) => {
      simpleParser(stream).then(
        (letter) => {
          letters.push(letter)
          answer()
        },
        (fault) => answer(fault),
      )
    },
  })
  await new Promise<void>((open) => void server.listen(0, '127.0.0.1', open))
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    letters,
    senders,
    unknown,
    get busy() {
      return state.busy
    },
    set busy(busy) {
      state.busy = busy
    },
    close: () => new Promise((done) => server.close(() => done())),
  }
}
