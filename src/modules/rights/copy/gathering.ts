/** Gathers what belongs to a person, part by part, as it stands at one moment. */
import type { House } from '../../../platform/house.ts'
import type { OwnDataPart, OwnFile, OwnTable } from '../../../platform/own-data/part.ts'
import type { Language } from '../../../platform/words/words.ts'
import { atOneMoment } from '../store/own-data.ts'

/** One module's share of a copy. */
export interface GatheredPart {
  readonly name: string
  readonly title: (lang: Language) => string
  readonly tables: readonly OwnTable[]
}

/** A whole copy, before it is written. */
export interface Gathered {
  readonly at: Date
  readonly parts: readonly GatheredPart[]
  readonly files: readonly OwnFile[]
}

/** Reads all of it. */
export const gather = (house: House, parts: readonly OwnDataPart[], person: number): Promise<Gathered> =>
  house.db.asSystem('own-data', async (tx) => {
    await tx.rows(atOneMoment())
    const gathered: GatheredPart[] = []
    const files: OwnFile[] = []
    // Who one is comes first.
    for (const part of [...parts].reverse()) {
      gathered.push({ name: part.name, title: part.title, tables: await part.copy(tx, person) })
      files.push(...((await part.files?.(tx, person)) ?? []))
    }
    return { at: tx.now, parts: gathered, files }
  })
