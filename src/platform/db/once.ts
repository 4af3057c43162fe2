/** The token by which a thing is done once: what names the sending, and after a dot what was sent, where that is known. */

/** A token, and what was sent with it where that is known. */
export interface Once {
  readonly token: string
  readonly sent: string | null
}

/** The same token came with something else. */
export class SentBefore extends Error {}

/** Takes a token apart. */
export const partsOfOnce = (once: string): Once => {
  const at = once.indexOf('.')
  return at === -1 ? { token: once, sent: null } : { token: once.slice(0, at), sent: once.slice(at + 1) }
}
