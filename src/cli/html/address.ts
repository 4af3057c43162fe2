/** Where a link of an archive may lead: to the web and to mail, nowhere else. */

/** The address ready to stand in a Markdown link, or undefined when nothing of ours may lead there. */
export const linkAddress = (typed: string | null): string | undefined => {
  const whole = (typed ?? '').trim().replace(/^\/\//, 'https://')
  if (!/^(https?:\/\/|mailto:)/i.test(whole) || !URL.canParse(whole)) return undefined
  const { href } = new URL(whole)
  return href
    .replace(/[()<>\s"'\\`*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)
    .replace(/&(?=#?\w+;)/g, '\\&')
}
