/** The doors of home: Today, a community's home, search. */
import { h } from 'preact'
import { RouteTable } from '../../platform/http/routes.ts'
import { dayIn, monthOf } from '../../platform/words/dates.ts'
import { challengeUrls, currentChallenge, runningTryouts } from '../challenge/public.ts'
import {
  belongsTo,
  communityById,
  facilitates,
  linesOf,
  membersOf,
  myCommunities,
  readers,
  settledNow,
  versionsOf,
} from '../community/public.ts'
import { storiesAwaiting, storyUrl } from '../library/public.ts'
import type { Visit } from '../people/contract.ts'
import { anyone, notFound, show, signedIn } from '../people/public.ts'
import { searchAsked } from './asked-for.ts'
import { stepsLeft } from './checklist.ts'
import { findEverything } from './finding.ts'
import { CommunityHomePage } from './pages/community-home.tsx'
import { SearchPage } from './pages/search.tsx'
import { TodayPage } from './pages/today.tsx'
import { WorkingOn } from './pages/working-on.tsx'
import { saidLately } from './said.ts'
import { urls } from './urls.ts'
import { askedFrom, dueFor, type Ways } from './waiting.ts'
import { words } from './words.ts'

const ways: Ways = {
  story: storyUrl,
  tryout: ({ slug, challenge_id: id, id: tryout }) => challengeUrls.tryout({ slug, id, tryout }),
}

export const routes = new RouteTable<Visit>()
  .get(urls.today, signedIn, async (c) => {
    const { house, scope, reader, addressBook } = c.var
    const today = dayIn(house.clock.now(), reader.zone)
    const [mine, stories] = await house.db.read(scope, myCommunities(scope), storiesAwaiting(scope))
    const communities = mine.map((community) => community.id)
    const [running] = await house.db.read(scope, runningTryouts(scope, communities))
    const due = dueFor(scope.personId, today, running)
    const said = await saidLately(house, addressBook, scope, communities, 8)
    return show(c, {
      title: words(reader.lang)('today.title'),
      current: 'today',
      noindex: true,
      body: h(TodayPage, { reader, mine, said, asked: askedFrom(stories, due, ways) }),
    })
  })
  .get(urls.community, readers, async (c) => {
    const { house, scope, reader, place, addressBook } = c.var
    const { id, slug } = place
    const [[community], people, [current], stories, running, lines, versions] = await house.db.read(
      scope,
      communityById(scope, id),
      membersOf(scope, id),
      currentChallenge(scope, id),
      storiesAwaiting(scope),
      runningTryouts(scope, [id]),
      linesOf(scope, id),
      versionsOf(scope, id),
    )
    if (!community) return notFound(c)
    const here = (one: { slug: string }) => one.slug === slug
    const due = dueFor(scope.personId, dayIn(house.clock.now(), reader.zone), running)
    const tryouts = running.filter((tryout) => tryout.challenge_id === current?.id)
    const steps = stepsLeft({
      people: people.length,
      facilitators: people.filter((person) => person.role === 'facilitator').length,
      meetingSettled: community.meets_on !== null,
      charterLines: settledNow('charter', lines).length,
      agreementSettled: versions.some((version) => version.document === 'agreement'),
    })
    return show(c, {
      title: place.name,
      current: 'home',
      body: h(CommunityHomePage, {
        reader,
        place,
        purpose: community.purpose,
        since: monthOf(community.began_at, reader.lang, reader.zone),
        meets: community,
        people,
        member: belongsTo(scope, id),
        tends: facilitates(scope, id),
        asked: askedFrom(stories.filter(here), due, ways),
        working: current ? h(WorkingOn, { reader, challenge: current, tryouts }) : null,
        raiseHref: challengeUrls.raise({ slug }),
        said: await saidLately(house, addressBook, scope, [id], 5),
        steps,
      }),
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
