/** What other modules may use of a community. */
export { facilitators, members, readers } from './access.ts'
export { audienceOf, belongsTo, circleOf, facilitates, heardBy, hears, narrows } from './audience.ts'
export { communityById, membersOf, myCommunities, myMembership } from './store.ts'
