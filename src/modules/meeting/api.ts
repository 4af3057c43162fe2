/** For programs: the meetings of a community, what was said and decided in one, and what people do about them. */
import { found, page } from '../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../platform/api/cursor.ts'
import { ApiTable } from '../../platform/api/table.ts'
import { members } from '../community/public.ts'
import type { Visit } from '../people/contract.ts'
import { notFound } from '../people/public.ts'
import { here, line, lineShown, meetingOf, one, whole } from './api/as-told.ts'
import { withPlanning } from './api/planning.ts'
import { withRunning } from './api/running.ts'
import { reasonSaid } from './running/words.ts'
import { meetingsBelow } from './store.ts'
import { apiUrls } from './urls.ts'

const meetingApi = new ApiTable<Visit>({
  noun: 'meetings',
  about: 'When and where a community meets, what was said there round by round, and what comes next.',
  words: (lang) => ({ maybe: (key) => reasonSaid(lang, key) }),
})
  .get(
    apiUrls.meetings,
    members,
    'read',
    {
      id: 'listMeetings',
      says: 'Lists the meetings of a community, the one planned last first.',
      params: here,
      query: paged(byNumber),
      answer: pageOf(line),
    },
    async (c, { query: { limit, cursor } }) => {
      const { house, scope, place } = c.var
      const below = cursor?.[0] ?? Number.MAX_SAFE_INTEGER
      const [rows] = await house.db.read(scope, meetingsBelow(scope, place.id, below, limit + 1))
      return page(
        c,
        rows,
        limit,
        (row) => lineShown(c, row),
        (row) => [row.id],
      )
    },
  )
  .get(
    apiUrls.meeting,
    members,
    'read',
    {
      id: 'readMeeting',
      says: 'Reads a meeting with who was there, what they said, the next steps, and what it moved.',
      params: one,
      answer: whole,
    },
    async (c, { params }) => {
      const meeting = await meetingOf(c, params.meeting)
      return meeting ? found(meeting) : notFound(c)
    },
  )

/** Every door of meetings for programs. */
export const api = [withRunning(withPlanning(meetingApi))]
