/** `question 3`, or `questions 1, 3–9`. */
export const questionsOf = (numbers: string): string => `${/[,–]/.test(numbers) ? 'questions' : 'question'} ${numbers}`
