/** What is wrong with a field of a form, beside it. */
export const fields = {
  empty: 'Fill this in.',
  unfinished: 'Give the whole date.',
  late: (last: string) => `Choose a day no later than ${last}.`,
}
