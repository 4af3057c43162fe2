/** What other modules may use of people. */
export { administrators, anyone, signedIn } from './access.ts'
export { welcome } from './actions.ts'
export { carrySession } from './cookies.ts'
export { notFound } from './pages/not-found.tsx'
export { show } from './pages/show.tsx'
export { arrivalForm } from './schemas.ts'
export { insertPerson } from './store.ts'
export { createToken, type MadeToken } from './token/actions.ts'
export { type NewToken, type Right, rights as tokenRights } from './token/token.ts'
export { words as arrivalWords } from './words.ts'

import { urls } from './urls.ts'

/** Where those who look after the site find what they keep. */
export const administrationHref = (): string => urls.administration()

/** Where one signs in and comes back from. */
export const signInHref = (next: string): string => urls.signIn({}, { next })
