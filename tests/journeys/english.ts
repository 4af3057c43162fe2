/** All English words of the interface, to find what was left untranslated; words that are the same elsewhere left out. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/root.ts'

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory()
      ? filesBelow(join(folder, entry.name))
      : entry.name === 'words.en.json'
        ? [join(folder, entry.name)]
        : [],
  )

const read = (file: string): Record<string, string> => JSON.parse(readFileSync(file, 'utf8'))

const same = new Set<string>()
const english = new Set<string>()
for (const file of filesBelow(join(projectRoot, 'src'))) {
  const words = read(file)
  for (const word of Object.values(words)) if (!word.includes('{')) english.add(word)
  for (const lang of ['pt', 'nl', 'de', 'sk'])
    for (const word of Object.values(read(file.replace('.en.', `.${lang}.`)))) same.add(word)
}

/** English words that no other language says in the same way. */
export const words = new Set([...english].filter((word) => !same.has(word)))
