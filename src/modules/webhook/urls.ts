/** The paths of webhooks, among what those who look after the site keep. */
import { path } from '../../platform/http/path.ts'

export const urls = {
  hooks: path('/administration/webhooks'),
  add: path('/administration/webhooks/new'),
  hook: path('/administration/webhooks/:id'),
  trials: path('/administration/webhooks/:id/trials'),
  secrets: path('/administration/webhooks/:id/secrets'),
  removal: path('/administration/webhooks/:id/removal'),
  replays: path('/administration/webhooks/:id/deliveries/:delivery/replays'),
}
