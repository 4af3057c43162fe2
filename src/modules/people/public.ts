/** What other modules may use of people. */
export { administrators, anyone, onOwnDevice, signedIn } from './access.ts'
export { createPerson, endSomebodysToken, resetPerson } from './account/actions.ts'
export { eyesOf } from './account/eyes.ts'
export { type Recipient, recipientOf } from './account/recipient.ts'
export { everybody, everyToken, type OwnedToken, peopleAmong, type Somebody } from './account/store.ts'
export { welcome } from './actions.ts'
export { forgetBegun } from './begun/store.ts'
export { callerAddress } from './caller.ts'
export { cameBefore, comeByCode, newCardSecret } from './card/arriving.ts'
export { inFours, newSigns, signsTyped } from './card/letters.ts'
export { cardUrls } from './card/urls.ts'
export { words as cardWords } from './card/words.ts'
export { lookUp } from './card/wrong-tries.ts'
export { carrySession, dropSession, readingOf } from './cookies.ts'
export { listeningCaller, listeningPeople } from './listening.ts'
export { type ProofAsked, proofAsked, proveMyself } from './own-data/proof.ts'
export { formerPerson, holdPerson, isLastAdministrator, ownSessions, quietSince, signInsOf } from './own-data/store.ts'
export { notFound } from './pages/not-found.tsx'
export { show } from './pages/show.tsx'
export { arrivalForm, newPersonForm } from './schemas.ts'
export { visitorScope } from './scope.ts'
export { passwordHash } from './secret.ts'
export { insertPerson } from './store.ts'
export { createToken, type MadeToken } from './token/actions.ts'
export { type NewToken, type Right, rights as tokenRights } from './token/token.ts'
export { within } from './tries.ts'
export { words as arrivalWords } from './words.ts'

import { urls } from './urls.ts'

/** The address behind a sign-in link's token, without the site's own address. */
export const signInLink = (token: string): string => urls.openLetter({ token })

/** Where those who look after the site find what they keep. */
export const administrationHref = (): string => urls.administration()

/** Where one signs in and comes back from. */
export const signInHref = (next: string): string => urls.signIn({}, { next })

/** Where one makes keys for programs. */
export const keysHref = (): string => urls.programs()
