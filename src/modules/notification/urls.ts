/** The paths of notices and letters. */
import { path } from '../../platform/http/path.ts'

export const urls = {
  forYou: path('/for-you'),
  letters: path('/me/letters'),
  addressAgain: path('/me/letters/address'),
  mail: path('/administration/mail'),
  trials: path('/administration/mail/trials'),
  holidays: path('/administration/mail/holidays'),
  holidayRemoval: path('/administration/mail/holidays/:id/removal'),
}
