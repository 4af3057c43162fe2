/** What others know of what a community lends and finds. */
export type { Need, NeedId, NeedLine } from './needs/contract.ts'
export type { Thing, ThingId } from './things/contract.ts'
