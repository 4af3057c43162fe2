/** The paths of cards, and of adding an address. */
import { path } from '../../../platform/http/path.ts'

export const cardUrls = {
  type: path('/card'),
  ended: path('/card/ended'),
  ownDevice: path('/card/own-device'),
  card: path('/card/:secret'),
  address: path('/me/address'),
  addressSent: path('/me/address/sent'),
  proveAddress: path('/me/address/:token'),
  endCard: path('/me/card/end'),
}
