// Builds a small house in a temporary folder, so that a law can be seen to fail on what it forbids.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Judgement, judge, type Law } from './law.ts'
import { readTree } from './tree.ts'

/** Judges a house made of `files` (path to text) with one law; the folder is gone afterwards. */
export function judged(law: Law, files: Readonly<Record<string, string>>): Judgement {
  const root = mkdtempSync(join(tmpdir(), 'house-'))
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true })
      writeFileSync(join(root, path), text)
    }
    return judge(law, readTree(root))
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

/** What a law says about a house, one text per finding: `file says`. */
export function says(law: Law, files: Readonly<Record<string, string>>): string[] {
  return judged(law, files).findings.map((finding) => `${finding.file} ${finding.says}`)
}
