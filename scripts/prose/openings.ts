import type { Sentence } from './sentence.ts'

const OPENING = /^["“(*_]*(Of|That|Those|Who|Whose|Whoever|Whatever|What)\b/
const QUESTION = /\?["”)*_]*$/

/** Returns the word with which a sentence hides its subject, such as `What` or `Those`. Questions may begin with it. */
export function hiddenSubject({ text }: Sentence): string | undefined {
  return QUESTION.test(text) ? undefined : OPENING.exec(text)?.[1]
}
