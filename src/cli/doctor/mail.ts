/** Whether letters can go out: the mail server answers and lets us in; nothing is sent. */
import { createTransport } from 'nodemailer'
import { broken, type Finding, fine, look } from './finding.ts'

const PATIENCE_MS = 8_000

/** Asks the mail server, as far as a greeting and the password go. */
export const examineMail = async (
  smtpUrl: string | undefined,
  demonstration: boolean | undefined,
  patience: number = PATIENCE_MS,
): Promise<Finding[]> => {
  if (!smtpUrl)
    return [
      demonstration
        ? fine('mail', 'This is a demonstration: letters land on the page /mailbox')
        : look(
            'mail',
            'SMTP_URL is not set here, so that no letter goes out',
            'Set it, and examine again with the same environment as the server; until then ciranda person reset prints links to hand over.',
          ),
    ]
  const host = new URL(smtpUrl).host
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    dnsTimeout: patience,
  })
  try {
    await transport.verify()
    return [fine('mail', `${host} answers and would take letters`)]
  } catch (error) {
    const { code, responseCode } = error as { code?: string; responseCode?: number }
    return [
      broken('mail', `${host} takes no letters (${[code, responseCode].filter(Boolean).join(' ')})`, adviceFor(code)),
    ]
  } finally {
    transport.close()
  }
}

const adviceFor = (code: string | undefined): string => {
  if (code === 'EAUTH')
    return 'It does not know the name or the password in SMTP_URL: signs such as @ are written %40 there.'
  if (code === 'EDNS' || code === 'ENOTFOUND')
    return 'The name of the server in SMTP_URL is not known: look for a typing mistake.'
  if (code === 'ETLS' || code === 'ESOCKET')
    return 'Look at port and protocol in SMTP_URL: smtps: for port 465, smtp: for 587; and whether a firewall stands between.'
  return 'Look at host and port in SMTP_URL, and whether a firewall stands between: mail goes out by port 465 or 587.'
}
