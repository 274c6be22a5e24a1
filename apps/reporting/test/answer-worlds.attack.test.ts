import { USER_ROLES } from '@wayproof/store'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acts, seenDifferences, worlds } from '../src/server/testing/answer-worlds.ts'
import { LONG } from '../src/server/testing/unseen-answers.ts'

test('two worlds that differ in who answered look the same to every role within an hour, whatever officers do', {
  timeout: 5 * LONG,
}, async () => {
  await fc.assert(
    fc.asyncProperty(worlds, acts, fc.constantFrom(...USER_ROLES), async (pair, names, role) => {
      expect(await seenDifferences(pair, names, role)).toEqual([])
    }),
    { numRuns: 8, endOnFailure: true },
  )
})
