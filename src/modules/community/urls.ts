/** The paths of a community: beginning, joining, people, who we are, how we treat each other; and those for programs. */
import { path } from '../../platform/http/path.ts'

export const urls = {
  begin: path('/communities/new'),
  join: path('/join/:token'),
  invite: path('/c/:slug/invite'),
  renewInvitation: path('/c/:slug/invite/renewals'),
  poster: path('/c/:slug/poster'),
  meeting: path('/c/:slug/first-meeting'),
  people: path('/c/:slug/people'),
  perspectives: path('/c/:slug/people/me'),
  role: path('/c/:slug/people/:person/role'),
  leave: path('/c/:slug/people/me/departure'),
  charter: path('/c/:slug/who-we-are'),
  agreement: path('/c/:slug/how-we-treat-each-other'),
  lines: path('/c/:slug/lines'),
  line: path('/c/:slug/lines/:line'),
  versions: path('/c/:slug/versions'),
  in: path('/c/:slug/how-we-treat-each-other/in'),
  tend: path('/c/:slug/name'),
}

export const apiUrls = {
  communities: path('/api/v1/communities'),
  community: path('/api/v1/communities/:slug'),
  people: path('/api/v1/communities/:slug/people'),
  lines: path('/api/v1/communities/:slug/lines'),
  line: path('/api/v1/communities/:slug/lines/:line'),
  versions: path('/api/v1/communities/:slug/versions/:document'),
  version: path('/api/v1/communities/:slug/versions/:document/:version'),
  in: path('/api/v1/communities/:slug/agreement/in'),
  memberships: path('/api/v1/memberships'),
  groups: path('/api/v1/communities/:slug/groups'),
}
