/** Hints beside a question on the survey page. */
export const questionHints = {
  onlyIf: (option: string, question: number) => `Only if you answered “${option}” to question ${question}.`,
  optional: 'Optional',
  longest: (characters: number) => `Up to ${new Intl.NumberFormat('en').format(characters)} characters.`,
}
