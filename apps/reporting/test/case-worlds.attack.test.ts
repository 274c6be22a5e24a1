import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CaseRoom, caseActs, caseDifferences, caseWorlds, READERS } from '../src/server/testing/case-worlds.ts'
import { LONG } from '../src/server/testing/unseen-answers.ts'

test.each<CaseRoom>(['reports', 'requests'])(
  'two worlds that differ in who wrote %s look the same to every role that does not handle them, whatever happens',
  { timeout: 5 * LONG },
  async (room) => {
    await fc.assert(
      fc.asyncProperty(caseWorlds, caseActs, async (worlds, names) => {
        expect(await caseDifferences(room, worlds, names, READERS[room])).toEqual([])
      }),
      { numRuns: 3, endOnFailure: true },
    )
  },
)
