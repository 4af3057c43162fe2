/** The wording of a question: whether it asks, in whichever script it is written. */

const closers = /[\s"'“”‘’„‚«»‹›)\]}）」』】…]+$/u
// Latin and most others, full width, Arabic, Ethiopic, the mirrored and the doubled ones.
const asks = /[?？؟⸮፧⁇⁈⁉][!！]*$/u
const greek = /\p{Script=Greek}/u

/** Whether a text is a question: it ends with the question mark of its script, whatever quotes close it. Total. */
export const isQuestion = (text: string): boolean => {
  const end = text.normalize('NFC').replace(closers, '')
  if (!/\p{L}|\p{N}/u.test(end)) return false
  if (asks.test(end)) return true
  // Greek asks with a semicolon; Armenian sets its mark above the word that asks.
  if (/[;\u037e]$/u.test(end)) return greek.test(end)
  return /\u055e/u.test(end)
}
