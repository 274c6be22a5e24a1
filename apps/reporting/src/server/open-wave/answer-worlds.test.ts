import { expect, test } from 'vitest'
import type { AnswerWorld } from '../testing/answer-app.ts'
import { seenDifferences } from '../testing/answer-worlds.ts'
import { LONG } from '../testing/unseen-answers.ts'

const NOBODY: AnswerWorld = { answered: [], drafts: [], isCountedBefore: true }
const FIRST: AnswerWorld = { ...NOBODY, answered: [1] }

// `test/answer-worlds.attack.test.ts` tries each way in which this was once told, and worlds and acts at random.
test('everything looks the same whether or not the only traveler who could be reminded has answered', {
  timeout: LONG,
}, async () => {
  const acts = [
    'imports everybody but traveler 1 as no adult',
    'has letters written to a folder',
    'reminds by hand',
    'has mail accepted',
    'waits for the planned reminders',
    'has reminders come back',
  ]
  expect(await seenDifferences([NOBODY, FIRST], acts, 'auditor')).toEqual([])
})
