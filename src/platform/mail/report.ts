/** Reads what a mail server sends back (RFC 3464): whether a letter failed for good, and to which of our addresses it came. */
import { simpleParser } from 'mailparser'

/** A report. */
export interface Report {
  /** Every address that it may have come to. */
  readonly to: readonly string[]
  /** A delivery that failed for good, by its numbers, such as `5.1.1`; nothing when it is no such report, or only late. */
  readonly failed: string | undefined
}

const RECIPIENT = ['to', 'delivered-to', 'x-original-to', 'envelope-to']

/** The fields of a block of a delivery report, by their names in small letters. */
const fieldsIn = (block: string): Map<string, string> =>
  new Map(
    block
      .replace(/\r?\n[ \t]+/g, ' ')
      .split(/\r?\n/)
      .flatMap((line) => {
        const [, name, value] = /^([\w-]+):\s*(.*)$/.exec(line) ?? []
        return name && value !== undefined ? [[name.toLowerCase(), value.trim()] as const] : []
      }),
  )

const failedIn = (status: string): string | undefined => {
  for (const block of status.split(/\r?\n\s*\r?\n/)) {
    const fields = fieldsIn(block)
    const number = /^5\.\d{1,3}\.\d{1,3}/.exec(fields.get('status') ?? '')?.[0]
    if (fields.get('action')?.toLowerCase() === 'failed' && number) return number
  }
  return undefined
}

/** Reads one; never throws for what it holds: whatever is no report has not failed. */
export const readReport = async (message: Buffer): Promise<Report> => {
  const options = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, keepDeliveryStatus: true }
  const letter = await simpleParser(message, options)
  const lines = letter.headerLines.filter(({ key }) => RECIPIENT.includes(key))
  const status = letter.attachments.find(({ contentType }) => contentType === 'message/delivery-status')
  return {
    to: lines.flatMap(({ line }) => line.match(/[^\s<>,;:"]+@[^\s<>,;"]+/g) ?? []),
    failed: status && failedIn(status.content.toString('utf8')),
  }
}
