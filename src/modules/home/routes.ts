/** The doors of home: Today, a community's home, search. */
import { h } from 'preact'
import { seeOther } from '../../platform/http/render.ts'
import { RouteTable } from '../../platform/http/routes.ts'
import { dayIn, monthOf } from '../../platform/words/dates.ts'
import {
  challengeUrls,
  myReflections,
  runningTryouts,
  toldMeSince,
  withQuotes,
  wordsAwaited,
} from '../challenge/public.ts'
import {
  belongsTo,
  communityUrls,
  facilitates,
  heldStore,
  myCommunities,
  myWaits,
  placesOfMine,
  readers,
} from '../community/public.ts'
import {
  asksForMe,
  askUrl,
  latestContributions,
  myContributions,
  roundsForMe,
  roundUrl,
  voiceUrl,
} from '../dialogue/public.ts'
import { storiesAwaiting, storyUrl } from '../library/public.ts'
import { myNextSteps, nextMeeting } from '../meeting/public.ts'
import type { Visit } from '../people/contract.ts'
import { anyone, notFound, show, signedIn } from '../people/public.ts'
import { searchAsked } from './asked-for.ts'
import { communityHome, stepsHere } from './community-home.ts'
import { mountDesk } from './desk/routes.ts'
import { findEverything } from './finding.ts'
import { CommunityHomePage } from './pages/community-home.tsx'
import { MyWordsPage } from './pages/my-words.tsx'
import { SearchPage } from './pages/search.tsx'
import { TodayPage } from './pages/today.tsx'
import { WorkingOn } from './pages/working-on.tsx'
import { saidFrom } from './said.ts'
import { urls } from './urls.ts'
import { askedFrom, dueFor, type Ways, wordsFor } from './waiting.ts'
import { words } from './words.ts'

const ways: Ways = {
  ask: (slug, id) => askUrl({ slug, id }),
  round: (slug, id) => roundUrl({ slug, id }),
  story: storyUrl,
  tryout: ({ slug, challenge_id: id, id: tryout }) => challengeUrls.tryout({ slug, id, tryout }),
  word: ({ slug, challenge_id: id, id: ending }) => challengeUrls.word({ slug, id, ending }),
  desk: (slug) => urls.desk({ slug }),
}

/** What came of one's words stands on Today for a month. */
const CAME_DAYS = 30
const LATEST = 5

/** A page's number; anything odd is the first. */
const pageOf = (asked: string | undefined): number => {
  const page = Number(asked ?? 1)
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}

export const routes = new RouteTable<Visit>()
  .get(urls.today, signedIn, async (c) => {
    const { house, scope, reader, addressBook } = c.var
    const now = house.clock.now()
    const today = dayIn(now, reader.zone)
    const since = new Date(now.getTime() - CAME_DAYS * 24 * 3600 * 1000)
    const communities = placesOfMine(scope)
    const [mine, stories, running, latest, asks, rounds, awaited, told, [meeting], steps, waits, held] =
      await house.db.read(
        scope,
        myCommunities(scope),
        storiesAwaiting(scope),
        runningTryouts(scope, communities),
        latestContributions(scope, communities, LATEST),
        asksForMe(scope, now),
        roundsForMe(scope, now),
        wordsAwaited(scope, communities),
        toldMeSince(scope, since, 3),
        nextMeeting(scope, communities, today),
        myNextSteps(scope),
        myWaits(),
        heldStore.whereMineWaits(scope),
      )
    // Whoever belongs nowhere yet and waits to be let in sees how that stands.
    if (mine.length === 0 && waits.length > 0) return seeOther(c, communityUrls.waiting())
    const due = dueFor(scope.personId, today, running)
    const said = await saidFrom(addressBook, scope, latest)
    return show(c, {
      title: words(reader.lang)('today.title'),
      current: 'today',
      noindex: true,
      body: h(TodayPage, {
        reader,
        mine,
        meeting,
        steps,
        held,
        said,
        came: await withQuotes(house, scope, told),
        asked: askedFrom({ asks, rounds, stories, due, words: wordsFor(scope, awaited) }, ways),
      }),
    })
  })
  .get(urls.community, readers, async (c) => {
    const { house, scope, reader, place, addressBook } = c.var
    const { id, slug } = place
    const {
      community,
      latest,
      people,
      current,
      stories,
      running,
      asks,
      rounds,
      awaited,
      came,
      first,
      meeting,
      rhythm,
      needs,
      things,
    } = await communityHome(c)
    if (!community) return notFound(c)
    const here = (one: { slug: string }) => one.slug === slug
    const due = dueFor(scope.personId, dayIn(house.clock.now(), reader.zone), running)
    const tryouts = running.filter((tryout) => tryout.challenge_id === current?.id)
    const steps = await stepsHere(c, community, meeting !== undefined)
    return show(c, {
      title: place.name,
      current: 'home',
      body: h(CommunityHomePage, {
        reader,
        place,
        purpose: community.purpose,
        since: monthOf(community.began_at, reader.lang, reader.zone),
        meets: community,
        meeting,
        rhythm,
        needs,
        things,
        people,
        members: community.members,
        member: belongsTo(scope, id),
        tends: facilitates(scope, id),
        asked: askedFrom(
          { asks, rounds, stories: stories.filter(here), due, words: wordsFor(scope, awaited), first },
          ways,
        ),
        came,
        working: current ? h(WorkingOn, { reader, challenge: current, tryouts }) : null,
        raiseHref: challengeUrls.raise({ slug }),
        said: await saidFrom(addressBook, scope, latest),
        steps,
      }),
    })
  })
  .get(urls.myWords, signedIn, async (c) => {
    const { house, scope, reader } = c.var
    const page = pageOf(c.req.query('page'))
    const [said] = await house.db.read(scope, myContributions(scope, page))
    const lines = said.map(({ id, slug, text, language, said_at: at, withdrawn }) => {
      return { key: id, text: withdrawn ? undefined : text, language, at, href: voiceUrl({ slug, id }) }
    })
    return show(c, {
      title: words(reader.lang)('mine.title'),
      noindex: true,
      body: h(MyWordsPage, { reader, of: 'said', lines, page, total: said[0]?.total ?? 0 }),
    })
  })
  .get(urls.myReflections, signedIn, async (c) => {
    const { house, scope, reader } = c.var
    const page = pageOf(c.req.query('page'))
    const [written] = await house.db.read(scope, myReflections(scope, page))
    const lines = written.map(({ slug, challenge_id: id, ...one }) => ({
      key: one.id,
      text: [one.provisional, one.meeting, one.together, one.change, one.dare].filter(Boolean).join(' · '),
      language: one.language,
      at: one.at,
      about: one.question,
      href: challengeUrls.reflections({ slug, id }),
    }))
    return show(c, {
      title: words(reader.lang)('mine.reflections'),
      noindex: true,
      body: h(MyWordsPage, { reader, of: 'reflections', lines, page, total: written[0]?.total ?? 0 }),
    })
  })
  .get(urls.search, anyone, async (c) => {
    const { house, scope, reader, addressBook } = c.var
    const asked = searchAsked(new URL(c.req.url).searchParams)
    const page =
      asked.q === ''
        ? { total: 0, pages: 0, found: [] }
        : await findEverything(house, addressBook, scope, reader.lang, asked)
    return show(c, {
      title: words(reader.lang)('search.title'),
      current: 'search',
      noindex: true,
      body: h(SearchPage, { lang: reader.lang, asked, ...page }),
    })
  })

mountDesk(routes)
