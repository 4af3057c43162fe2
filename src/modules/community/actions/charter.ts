/** Keeping, changing and striking lines; settling versions; saying “I'm in”. */
import type { Tx } from '../../../platform/db/database.ts'
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { MemberScope, Place } from '../../people/contract.ts'
import { type CharterDocument, type LineState, type Part, sameLines, settledNow } from '../charter.ts'
import { orWait } from '../held/act.ts'
import * as store from '../store/charter.ts'
import { setInVersion } from '../store.ts'

const fact = (tx: Tx, kind: `${string}.${string}`, scope: MemberScope, place: Place, id: number) =>
  record(tx, { kind, actor: scope.personId, subject: { kind: 'charter-line', id }, community: place.id })

/** Adds a line of one's own inside the caller's transaction; answers its number. */
export const addLineIn = async (
  tx: Tx,
  scope: MemberScope,
  place: Place,
  input: { part: Part; words: string },
): Promise<number> => {
  const added = await tx.one(
    store.insertLines({ id: place.id, lines: [input], state: 'kept', authorId: scope.personId, at: tx.now }),
  )
  if (!added) throw new Error('A line could not be added')
  await fact(tx, 'line.added', scope, place, added.id)
  return added.id
}

/** Adds a line of one's own; answers its number. */
export const addLine = (
  house: House,
  scope: MemberScope,
  place: Place,
  input: { part: Part; words: string },
  once?: string,
): Promise<Outcome<{ line: number }>> =>
  orWait(house, scope, { kind: 'charter.line', given: [place, input, once], words: [input.words] }, () =>
    house.db.write(scope, async (tx) => done({ line: await addLineIn(tx, scope, place, input) }), {
      once,
    }),
  )

/** Keeps, changes, strikes or brings back a line. `seen` are the words as the person read them. */
export const changeLine = (
  house: House,
  scope: MemberScope,
  place: Place,
  input: { line: number; words: string; seen: string; state: LineState },
): Promise<Outcome<{ part: Part }>> =>
  orWait(house, scope, { kind: 'charter.changed', given: [place, input], words: [input.words] }, () =>
    house.db.write(scope, async (tx) => {
      if (!(await tx.one(store.lineById(scope, place.id, input.line)))) return refuse('line.gone', 'words')
      const changed = await tx.one(store.changeLine({ ...input, authorId: scope.personId, at: tx.now }))
      if (!changed) return refuse('line.gone', 'words')
      await fact(tx, `line.${input.state}`, scope, place, input.line)
      return done({ part: changed.part })
    }),
  )

/** Settles a version of a document: what changed, and why; answers its number. */
export const settleVersion = (
  house: House,
  scope: MemberScope,
  place: Place,
  input: { document: CharterDocument; changed: string; why: string },
  once?: string,
): Promise<Outcome<{ number: number }>> =>
  orWait(
    house,
    scope,
    { kind: 'charter.version', given: [place, input, once], words: [input.changed, input.why] },
    () =>
      house.db.write(
        scope,
        async (tx) => {
          const lines = settledNow(input.document, await tx.rows(store.linesOf(scope, place.id)))
          const last = (await tx.rows(store.versionsOf(scope, place.id))).find(
            (version) => version.document === input.document,
          )
          if (lines.length === 0 || (last && sameLines(lines, last.lines))) return refuse('version.nothing', 'changed')
          const number = (last?.number ?? 0) + 1
          const settled = await tx.one(
            store.insertVersion({ ...input, id: place.id, number, lines, authorId: scope.personId, at: tx.now }),
          )
          if (!settled) return refuse('version.nothing', 'changed')
          await record(tx, {
            kind: `${input.document}.settled`,
            actor: scope.personId,
            subject: { kind: 'community', id: place.id },
            community: place.id,
          })
          return done({ number })
        },
        { once },
      ),
  )

/** Says “I'm in” to the agreement as it was last settled. */
export const sayIn = (house: House, scope: MemberScope, place: Place): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    const last = (await tx.rows(store.versionsOf(scope, place.id))).find((version) => version.document === 'agreement')
    if (!last) return refuse('version.nothing')
    await tx.rows(setInVersion(scope, place.id, last.number))
    await record(tx, {
      kind: 'agreement.in',
      actor: scope.personId,
      subject: { kind: 'community', id: place.id },
      community: place.id,
    })
    return done(null)
  })
