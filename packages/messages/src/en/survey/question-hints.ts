/** Hints beside a question on the survey page. */
export const questionHints = {
  /** Values that a questionnaire does not word itself. */
  fixed: { yes: 'Yes', no: 'No', dontKnow: 'Don’t know' },
  chooseAny: 'Choose all that apply.',
  chooseUpTo: (most: number) => (most === 1 ? 'Choose 1.' : `Choose up to ${most}.`),
  ends: (lowest: string, highest: string) => `0: ${lowest}. 10: ${highest}.`,
  onlyIfNot: (option: string, question: number) => `Only if you did not choose “${option}” in question ${question}.`,
  onlyIf: (option: string, question: number) => `Only if you answered “${option}” to question ${question}.`,
  optional: 'Optional',
  longest: (characters: number) => `Up to ${new Intl.NumberFormat('en').format(characters)} characters.`,
}
