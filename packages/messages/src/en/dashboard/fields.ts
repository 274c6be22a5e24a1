/** What is wrong with a field of a form, beside it. */
export const fields = {
  empty: 'Fill this in.',
  unfinished: 'Fill this in completely.',
  late: (last: string) => `Choose a day no later than ${last}.`,
}
