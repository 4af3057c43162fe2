// Gives folded Portuguese words back the accents of their endings, which the stemmer of PostgreSQL knows them by.

const accented: [RegExp, string][] = [
  [/coes$/, 'ções'],
  [/cao$/, 'ção'],
  [/soes$/, 'sões'],
  [/sao$/, 'são'],
  [/oes$/, 'ões'],
  [/ancia(s?)$/, 'ância$1'],
  [/encia(s?)$/, 'ência$1'],
  [/avel$/, 'ável'],
  [/ivel$/, 'ível'],
  [/aveis$/, 'áveis'],
  [/iveis$/, 'íveis'],
]

/** `informacoes` becomes `informações`, whoever typed it and however; all other words stay folded. Pure. */
export function withPortugueseEndings(word: string): string {
  for (const [ending, written] of accented) if (ending.test(word)) return word.replace(ending, written)
  return word
}
