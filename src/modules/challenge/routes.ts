/** The doors of questions: the list, bringing one in, its page, its words. */
import type { Context } from 'hono'
import { h } from 'preact'
import type { z } from 'zod'
import { readForm, type Typed } from '../../platform/http/form.ts'
import { seeOther } from '../../platform/http/render.ts'
import { RouteTable } from '../../platform/http/routes.ts'
import { members } from '../community/public.ts'
import { pageAsked } from '../dialogue/public.ts'
import type { Visit } from '../people/contract.ts'
import { notFound, show } from '../people/public.ts'
import { askNames, wentBack } from '../safeguarding/public.ts'
import { mayWord } from './access.ts'
import { raise, reword, takeBack } from './actions/raise.ts'
import type { Challenge } from './contract.ts'
import { challengePage, namedChallenge, onceFor, refused, statusOf } from './door.ts'
import { askedOf, listingOf } from './listing.ts'
import { ChallengesPage } from './pages/challenge-list.tsx'
import type { Returned } from './pages/mistake.ts'
import { RaisePage, RewordPage } from './pages/raise-page.tsx'
import { mountReflections } from './reflection/routes.ts'
import { mountCarrying } from './routes/carrying.ts'
import { noForm, wordingForm } from './schemas.ts'
import { challengesOf } from './store/challenge.ts'
import { type Involved, involvedIn } from './store/involved.ts'
import { mountTryouts } from './tryout/routes.ts'
import { urls } from './urls.ts'
import { mountWordsBack } from './word-back/routes.ts'
import { words } from './words.ts'

const namesIn = (challenges: readonly Challenge[], involved: readonly Involved[]): Map<number, string[]> => {
  const byChallenge = Map.groupBy(involved, (one) => one.challenge_id)
  return new Map(
    challenges.map(({ id, author_id, asker }) => {
      const others = (byChallenge.get(id) ?? []).filter((one) => one.person_id !== author_id)
      return [id, [asker, ...others.map((one) => one.name)].flatMap((name) => name ?? [])]
    }),
  )
}

const raisePage = (c: Context<Visit>, returned: Returned = {}) => {
  const { reader, place } = c.var
  return show(c, {
    title: words(reader.lang)('raise.title'),
    current: 'challenges',
    ...statusOf(returned),
    body: h(RaisePage, { lang: reader.lang, slug: place.slug, place: place.name, once: onceFor(c), ...returned }),
  })
}

const rewordPage = (c: Context<Visit>, before: Challenge, returned: Returned = {}) => {
  const { reader, place } = c.var
  return show(c, {
    title: words(reader.lang)('wording.title'),
    current: 'challenges',
    ...statusOf(returned),
    body: h(RewordPage, {
      lang: reader.lang,
      slug: place.slug,
      place: place.name,
      once: onceFor(c),
      before,
      ...returned,
    }),
  })
}

// Until the child knows, a question about one child stays with its writer.
const namesOf = (c: Context<Visit>, { value, typed }: { value: z.output<typeof wordingForm>; typed: Typed }) =>
  askNames(c, {
    typed,
    fields: ['question', 'changed'],
    language: value.language,
    circle: value.child === 'not-yet' ? 'me' : value.circle,
    answer: value.names,
  })

/** Every door of this module. */
export const routes = new RouteTable<Visit>()
  .get(urls.challenges, members, async (c) => {
    const { house, scope, place, reader } = c.var
    const [challenges, involved] = await house.db.read(
      scope,
      challengesOf(scope, place.id),
      involvedIn(scope, place.id),
    )
    const asked = askedOf(c.req.query('step'), c.req.query('whose'))
    const listing = listingOf(
      challenges,
      namesIn(challenges, involved),
      asked,
      scope.personId,
      pageAsked(c.req.query('page')),
    )
    return show(c, {
      title: words(reader.lang)('list.title'),
      current: 'challenges',
      body: h(ChallengesPage, { lang: reader.lang, zone: reader.zone, slug: place.slug, listing }),
    })
  })
  .get(urls.raise, members, (c) => raisePage(c))
  .post(urls.raise, members, async (c) => {
    const { house, scope, place } = c.var
    const form = await readForm(c, wordingForm)
    if (!form.ok) return raisePage(c, form)
    if (wentBack(form.typed)) return raisePage(c, { typed: form.typed, errors: [] })
    const asked = await namesOf(c, form)
    if (asked) return asked
    const { child, ...rest } = form.value
    const outcome = await raise(house, scope, place, { ...rest, aboutChild: child }, form.once)
    if (!outcome.ok) return raisePage(c, refused(outcome, form.typed))
    return seeOther(c, urls.challenge({ slug: place.slug, id: outcome.value.id }))
  })
  .get(urls.challenge, members, (c) => challengePage(c))
  .get(urls.reword, members, async (c) => {
    const before = await namedChallenge(c)
    return before && mayWord(c.var.scope, before) ? rewordPage(c, before) : notFound(c)
  })
  .post(urls.reword, members, async (c) => {
    const { house, scope, place } = c.var
    const before = await namedChallenge(c)
    if (!before) return notFound(c)
    const form = await readForm(c, wordingForm)
    if (!form.ok) return rewordPage(c, before, form)
    if (wentBack(form.typed)) return rewordPage(c, before, { typed: form.typed, errors: [] })
    const asked = mayWord(scope, before) ? await namesOf(c, form) : undefined
    if (asked) return asked
    const { child, ...rest } = form.value
    const outcome = await reword(house, scope, before.id, { ...rest, aboutChild: child }, form.once)
    if (!outcome.ok) return rewordPage(c, before, refused(outcome, form.typed))
    return seeOther(c, urls.challenge({ slug: place.slug, id: before.id }))
  })
  .post(urls.takeBack, members, async (c) => {
    const { house, scope, place } = c.var
    const before = await namedChallenge(c)
    if (!before) return notFound(c)
    const form = await readForm(c, noForm)
    const outcome = await takeBack(house, scope, before.id, form.once)
    return outcome.ok
      ? seeOther(c, urls.challenges({ slug: place.slug }))
      : challengePage(c, refused(outcome, form.typed))
  })

mountCarrying(routes)
mountTryouts(routes)
mountReflections(routes)
mountWordsBack(routes)
