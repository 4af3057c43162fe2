/** Seats that a school's own groups give: as a member, where there is none yet. */
import { record } from '../../../platform/facts/record.ts'
import type { Seating } from '../../people/contract.ts'
import { type Perspective, perspectives } from '../contract.ts'
import { openPlaces } from '../store/seats.ts'
import { insertMembership } from '../store.ts'
import { words } from '../words.ts'

const isPerspective = (text: string): text is Perspective => perspectives.some((one) => one === text)

/** How people gives seats without knowing communities. Closed communities give none. */
export const seating: Seating = {
  perspectives,
  calls: (lang, perspective) => words(lang).maybe(`perspective.${perspective}`),
  known: async (tx, slugs) => (await tx.rows(openPlaces(slugs))).map(({ slug }) => slug),
  seat: async (tx, personId, { slug, perspectives: theirs }) => {
    const [place] = await tx.rows(openPlaces([slug]))
    if (!place) return
    const seat = {
      communityId: place.id,
      personId,
      role: 'member',
      perspectives: theirs.filter(isPerspective),
    } as const
    if (!(await tx.one(insertMembership({ ...seat, at: tx.now })))) return
    await record(tx, {
      kind: 'community.joined',
      actor: personId,
      subject: { kind: 'person', id: personId },
      community: place.id,
    })
  },
}
