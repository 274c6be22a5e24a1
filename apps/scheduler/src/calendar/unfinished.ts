/** Result of a calendar check that must be repeated at the next run. */
export const UNFINISHED = 'unfinished'
