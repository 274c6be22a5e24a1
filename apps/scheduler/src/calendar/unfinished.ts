/** What a check of the calendar gives that wants to be asked again at the next look. */
export const UNFINISHED = 'unfinished'
