import { expect, test } from 'vitest'
import { type CaseRoom, type CaseWorld, caseDifferences } from '../testing/case-worlds.ts'

const LONG = 120_000
const ONE_MORE: CaseWorld = [{ isHandled: true, isComplaint: true }]

// Each of these once told whether anybody else had written; `test/case-worlds.attack.test.ts` tries worlds, acts and roles at
// random.
test.each<[CaseRoom, readonly string[]]>([
  ['reports', ['has letters refused', 'waits until closed cases lose their texts', 'deletes what is due']],
  ['requests', ['waits for the next day']],
])(
  'with four %s of one’s own, those who do not handle them see the same whether or not there is another (%s)',
  { timeout: LONG },
  async (room, names) => {
    const roles = room === 'reports' ? (['officer', 'auditor'] as const) : (['auditor'] as const)
    expect(await caseDifferences(room, [[], ONE_MORE], names, roles)).toEqual([])
  },
)
