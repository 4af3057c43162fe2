/** The address book: any thing's title and address for whoever asks, without knowing its module. */
import type { Asker } from '../db/database.ts'

/** A thing that something hangs on, opaque to whoever keeps it. */
export interface Subject {
  readonly kind: string
  readonly id: number
}

/** What may be said of a thing to one who may see it. */
export interface Description {
  readonly title: string
  readonly href: string
}

/** Tells titles and addresses of some things of one kind; leaves out what the asker may not see. */
export type Describe = (asker: Asker, ids: readonly number[]) => Promise<Map<number, Description>>

/** Kinds by their describer; each module brings its own, joined in app.ts. */
export class AddressBook {
  readonly #kinds = new Map<string, Describe>()

  register(kind: string, describe: Describe): void {
    this.#kinds.set(kind, describe)
  }

  /** Looks things up; what is not found, or not for the asker, is missing from the answer. */
  async lookUp(asker: Asker, subjects: readonly Subject[]): Promise<Map<string, Description>> {
    const found = new Map<string, Description>()
    const kinds = [...new Set(subjects.map((subject) => subject.kind))]
    await Promise.all(
      kinds.map(async (kind) => {
        const ids = [...new Set(subjects.filter((subject) => subject.kind === kind).map((subject) => subject.id))]
        const described = await this.#kinds.get(kind)?.(asker, ids)
        for (const [id, description] of described ?? []) found.set(`${kind} ${id}`, description)
      }),
    )
    return found
  }
}
