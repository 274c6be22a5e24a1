import { USER_ROLES } from '@wayproof/accounts/accounts/person'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnswerWorld } from '../src/server/testing/answer-app.ts'
import { acts, seenDifferences, worlds } from '../src/server/testing/answer-worlds.ts'
import { LONG } from '../src/server/testing/unseen-answers.ts'

const NOBODY: AnswerWorld = { answered: [], drafts: [], isCountedBefore: true }
const FIRST: AnswerWorld = { ...NOBODY, answered: [1] }

test('two worlds that differ in who answered look the same to every role within an hour, whatever officers do', {
  timeout: 5 * LONG,
}, async () => {
  await fc.assert(
    fc.asyncProperty(worlds, acts, fc.constantFrom(...USER_ROLES), async (pair, names, role) => {
      expect(await seenDifferences(pair, names, role)).toEqual([])
    }),
    { numRuns: 5, endOnFailure: true },
  )
})

// Each of these once told whether traveler 1 had answered.
test.each([
  [
    'the reminders in the audit log',
    ['imports everybody but traveler 1 as no adult', 'reminds by hand', 'previews the next wave'],
  ],
  [
    'the invitation that came back after its reminder',
    ['waits for the planned reminders', 'has reminders come back', 'has the invitation of traveler 1 come back'],
  ],
  [
    'the planned reminders in the audit log',
    ['imports everybody but traveler 1 as no adult', 'waits for the planned reminders'],
  ],
  [
    'the mail server that accepted a reminder',
    [
      'has letters written to a folder',
      'imports everybody but traveler 1 as no adult',
      'reminds by hand',
      'has mail accepted',
    ],
  ],
  [
    'the budgets of the next wave',
    [
      'imports everybody but traveler 1 as no adult',
      'reminds by hand',
      'has mail accepted',
      'waits for the planned reminders',
      'waits for the planned reminders',
      'has mail accepted',
    ],
  ],
  ['the refusals of later erasures', ['erases traveler 3', 'erases traveler 3']],
  [
    'the addresses of the next wave',
    [
      'imports everybody but traveler 1 as no adult',
      'reminds by hand',
      'has reminders come back',
      'previews the next wave',
    ],
  ],
] as const)(
  '%s look the same whether or not the only one who could be reminded has answered',
  {
    timeout: LONG,
  },
  async (_, names) => {
    expect(await seenDifferences([NOBODY, FIRST], names, 'auditor')).toEqual([])
  },
)
