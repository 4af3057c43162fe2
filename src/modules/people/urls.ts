/** The paths of people: coming in, going out, Me, reading and display. */
import { path } from '../../platform/http/path.ts'

export const urls = {
  front: path('/'),
  signIn: path('/sign-in'),
  signInLetter: path('/sign-in/letter'),
  openLetter: path('/sign-in/letter/:token'),
  enter: path('/sign-in/demonstration'),
  signInPasskey: path('/sign-in/passkey'),
  goToSchool: path('/sign-in/school'),
  comeFromSchool: path('/sign-in/school/back'),
  linkSchool: path('/sign-in/school/link'),
  passkeyChallenge: path('/sign-in/passkey/challenge'),
  signOut: path('/sign-out'),
  signOutEverywhere: path('/sign-out/everywhere'),
  me: path('/me'),
  programs: path('/me/programs'),
  endProgram: path('/me/programs/:id/end'),
  waysIn: path('/me/ways-in'),
  unlinkSchool: path('/me/ways-in/school/removal'),
  newPasskeyChallenge: path('/me/ways-in/passkey-challenge'),
  addPasskey: path('/me/ways-in/passkeys'),
  removePasskey: path('/me/ways-in/passkeys/:id/removal'),
  administration: path('/administration'),
  schoolSignIn: path('/administration/school-sign-in'),
  trySchool: path('/administration/school-sign-in/trial'),
  endSchool: path('/administration/school-sign-in/removal'),
  password: path('/me/password'),
  reading: path('/reading'),
  language: path('/language'),
  help: path('/help'),
  mailbox: path('/mailbox'),
  mailboxLook: path('/mailbox/:id/look'),
  beginSite: path('/begin'),
  accessibility: path('/accessibility'),
}

export const apiUrls = {
  me: path('/api/v1/me'),
}
