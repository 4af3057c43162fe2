/** Putting a content note before words, changing it, and taking it away. */
import { record } from '../../../platform/facts/record.ts'
import type { House } from '../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { MemberScope } from '../../people/contract.ts'
import { type NameAnswer, noteNames } from '../../safeguarding/public.ts'
import type { ContributionId } from '../contract.ts'
import { contribution } from '../contribution.ts'
import { contributionById } from '../store/contributions.ts'
import { LONGEST_NOTE, mayNote, noteOf } from './note.ts'
import { setNote } from './store.ts'

/** Puts or changes the note before a contribution; an empty one takes it away. The author is told of a facilitator's. */
export const putNote = (
  house: House,
  scope: MemberScope,
  id: ContributionId,
  typed: string,
  once?: string,
  names?: NameAnswer,
): Promise<Outcome<{ id: ContributionId }>> =>
  house.db.write(
    scope,
    async (tx) => {
      const said = await tx.one(contributionById(scope, id))
      if (!said) return refuse('change.gone')
      const may = mayNote(scope, said)
      if (!may.ok) return may
      const note = noteOf(typed)
      if (note !== null && note.length > LONGEST_NOTE) return refuse('note.long', 'note')
      if (note === said.note) return done({ id })
      const put = await tx.one(setNote(id, note, tx.now))
      if (put?.state !== 'kept')
        return refuse(
          put?.state === 'gone' ? 'change.gone' : may.value === 'author' ? 'note.facilitators' : 'note.author',
        )
      const fact = {
        actor: said.nameless && may.value === 'author' ? null : scope.personId,
        community: said.community_id,
      }
      await record(tx, { kind: 'contribution.noted', subject: contribution(id), ...fact })
      await noteNames(tx, { subject: contribution(id), ...fact }, names)
      if (put.waits) await record(tx, { kind: 'contribution.waits', subject: contribution(id), ...fact })
      return done({ id })
    },
    { once },
  )
