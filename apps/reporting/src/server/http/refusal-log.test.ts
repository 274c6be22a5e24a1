import type { LogEntry } from '@wayproof/kernel/operation-log'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Refusal, refusalLog } from './refusal-log.ts'

const refusal = (fields: Partial<Refusal> = {}): Refusal => ({
  event: 'refused',
  code: 'FORBIDDEN',
  at: 'people.invite',
  errorId: 'e1',
  userId: 'u1',
  ...fields,
})

function logging() {
  let now = 0
  const lines: LogEntry[] = []
  const write = refusalLog({ now: () => now }, (entry) => lines.push(entry))
  return { lines, write, to: (moment: number) => (now = moment) }
}

test('fifty thousand refusals of one kind are logged as five lines and one with the count of the others', () => {
  const { lines, write, to } = logging()
  for (let n = 0; n < 50_000; n += 1) write(refusal({ errorId: `e${n}` }))
  expect(lines).toHaveLength(5)
  expect(lines[0]).toMatchObject({ code: 'FORBIDDEN', userId: 'u1', errorId: 'e0' })
  to(60_000)
  write(refusal({ code: 'UNAUTHORIZED' }))
  expect(lines.slice(5)).toEqual([
    { level: 'info', event: 'refused', code: 'FORBIDDEN', at: 'people.invite', more: 49_995 },
    { level: 'info', ...refusal({ code: 'UNAUTHORIZED' }) },
  ])
})

test('with many kinds, a minute has a limited number of lines, and every refusal is counted', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(3_000), { maxLength: 5_000 }), (kinds) => {
      const { lines, write, to } = logging()
      for (const kind of kinds) write(refusal({ at: `procedure${kind}` }))
      to(60_000)
      const linesBefore = lines.length
      write(refusal({ at: 'last' }))
      const repeated = lines.slice(linesBefore, -1).map((entry) => Number(entry.more))
      expect(linesBefore).toBeLessThanOrEqual(501 * 5)
      expect(linesBefore + repeated.reduce((sum, times) => sum + times, 0)).toBe(kinds.length)
    }),
    { numRuns: 20 },
  )
})
