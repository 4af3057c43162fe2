/** Releasing: how one is named, going out, a new version, taking down. */
import type { Tx } from '../../../../platform/db/database.ts'
import type { House } from '../../../../platform/house.ts'
import { done, type Outcome, refuse } from '../../../../platform/outcome.ts'
import { forgetText, indexText } from '../../../../platform/search/store.ts'
import type { MemberScope, Place } from '../../../people/contract.ts'
import type { EntryId, Licence, StoryId } from '../../contract.ts'
import * as library from '../../store.ts'
import { isAuthor, mayTend } from '../access.ts'
import { storySlug } from '../address.ts'
import { gateOf, gateOpen } from '../gate.ts'
import { hold, storyFact } from '../holding.ts'
import { makersOf, plainStory, storyTextOf } from '../publishing.ts'
import * as store from '../store.ts'
import { takeDown } from '../taking-down.ts'
import { gateViewOf, isOut } from '../workshop.ts'

/** Chooses how one is named below the story; what is published follows at once. */
export const chooseNaming = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: StoryId,
  naming: 'name' | 'perspective' | 'none',
  once?: string,
): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      const held = await hold(tx, scope, place, id)
      const chosen = held && (await tx.one(store.setNaming(scope, id, naming)))
      if (!held || !chosen) return refuse('naming.notThere')
      if (isOut(held.story) && held.story.entry_id !== null)
        await putMakers(tx, scope, held.story, held.story.entry_audience)
      return done(null)
    },
    { once },
  )

const putMakers = async (
  tx: Tx,
  scope: MemberScope,
  story: store.StoryRow,
  audience: string | null,
  entry = story.entry_id,
): Promise<void> => {
  if (entry === null || audience === null) return
  await tx.rows(library.deleteMakers(entry))
  const makers = makersOf(await tx.rows(store.peopleOf(scope, story.id)))
  await tx.rows(library.insertMakers(entry, makers, story.community_id, audience))
}

/** How a story goes out. */
export interface Release {
  readonly to: 'public' | 'community'
  readonly licence: Licence
}

const putEntry = async (
  tx: Tx,
  place: Place,
  story: store.StoryRow,
  release: Release,
  audience: string,
): Promise<EntryId> => {
  const { language, dimensions } = story
  const shared = { language, dimensions, licence: release.licence, communityName: place.name, audience, at: tx.now }
  if (story.entry_id !== null) {
    await tx.rows(library.renewStoryEntry(story.entry_id, shared))
    await tx.rows(library.deleteTexts(story.entry_id))
    await forgetText(tx, 'entry', story.entry_id)
    return story.entry_id
  }
  const about = {
    slug: storySlug(story.title, story.id),
    invented: place.invented,
    community: place.id,
    authorId: story.author_id,
  }
  const row = await tx.one(library.insertStoryEntry({ ...shared, ...about }))
  if (!row) throw new Error('An entry could not be made')
  return row.id
}

/** Publishes a story whose gate is open. A second time does nothing: it is out already. */
export const publishStory = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: StoryId,
  release: Release,
  once?: string,
): Promise<Outcome<{ slug: string }>> =>
  house.db.write(
    scope,
    async (tx) => {
      const held = await hold(tx, scope, place, id)
      if (!held || !mayTend(scope, held.story, held.people)) return refuse('story.notYours')
      const { story } = held
      if (story.state === 'published' && story.entry_slug) return done({ slug: story.entry_slug })
      if (story.state !== 'circle') return refuse('publish.held')
      const unmet = gateOf(gateViewOf(held, release.licence), tx.now).filter((one) => !one.met)
      if (unmet.some((one) => one.name === 'licence'))
        return refuse(unmet.find((one) => one.name === 'licence')?.why ?? '', 'licence')
      if (!gateOpen(unmet)) return refuse('publish.held')
      const audience = release.to === 'public' ? 'public' : `community:${place.id}`
      const entry = await putEntry(tx, place, story, release, audience)
      const { title, summary, language } = story
      const plain = plainStory(story)
      const text = { entryId: entry, language, title, summary, body: '', html: '', plain, story: storyTextOf(story) }
      await tx.rows(library.putText({ ...text, communityId: place.id, authorId: story.author_id, audience }))
      await indexText(tx, { kind: 'entry', id: entry, language, title, summary, body: plain })
      await putMakers(tx, scope, story, audience, entry)
      await tx.rows(store.setPublished(id, entry, tx.now))
      await storyFact(tx, 'story.published', scope, story)
      return done({ slug: story.entry_slug ?? storySlug(title, id) })
    },
    { once },
  )

/** Begins a new version: the published one stays until the new one has passed the gate again. */
export const beginVersion = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: StoryId,
  once?: string,
): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      const held = await hold(tx, scope, place, id)
      if (!held || !isAuthor(scope, held.story, held.people)) return refuse('story.notYours')
      if (held.story.state !== 'published' && held.story.state !== 'withdrawn') return done(null)
      await tx.rows(store.backToDraft(id, tx.now))
      await storyFact(tx, 'story.reopened', scope, held.story)
      return done(null)
    },
    { once },
  )

/** Takes the published story down: one act, no reason asked. */
export const withdrawStory = (
  house: House,
  scope: MemberScope,
  place: Place,
  id: StoryId,
  once?: string,
): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      const held = await hold(tx, scope, place, id)
      if (!held || !mayTend(scope, held.story, held.people)) return refuse('story.notYours')
      if (isOut(held.story)) await takeDown(tx, scope, held.story)
      return done(null)
    },
    { once },
  )
