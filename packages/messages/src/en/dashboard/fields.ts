import { count } from '../../number-format.ts'

const n = (value: number) => count(value, 'en')

/** Faults of a form's field, shown beside it. */
export const fields = {
  empty: 'Fill this in.',
  unfinished: 'Fill this in completely.',
  late: (last: string) => `Choose a date no later than ${last}.`,
  tooLong: (length: number, most: number) => `Shorten this to ${n(most)} characters; it has ${n(length)}.`,
  counter: (length: number, most: number) => `${n(length)} of ${n(most)} characters.`,
  /** Somebody else saved while the user was typing. */
  newer: {
    title: 'Someone else saved a newer version. What you typed is still here.',
    theirs: 'Theirs says:',
    take: 'Use theirs',
    keep: 'Keep mine',
  },
  unsaved: {
    title: 'Leave without saving?',
    text: 'What you typed on this page is not saved.',
    leave: 'Leave',
  },
}
