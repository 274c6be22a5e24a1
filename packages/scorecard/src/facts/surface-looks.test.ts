import { randomUUID } from 'node:crypto'
import { openTestDatabase } from '@wayproof/database/testing/engines'
import { saveRegister } from '@wayproof/evidence/testing/save-register'
import { addDays } from '@wayproof/kernel/calendar/calendar-date'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { RULES } from '../rules.ts'
import { publicationFacts } from './publication-facts.ts'

const day = (n: number) => addDays('2026-01-01', n)
/** Version 1 is in force from day 0, 2 from day 40; 3 is approved on day 60 and in force from day 100. */
const inForceOn = (asOf: number) => (asOf >= 100 ? '3' : asOf >= 40 ? '2' : '1')

const look = fc.record({
  on: fc.nat(130),
  hour: fc.nat(23),
  by: fc.constantFrom<'hand' | 'watcher'>('hand', 'watcher', 'watcher'),
  /** Null: the watcher read another text, or none. */
  version: fc.constantFrom('1', '2', '3', null),
  unread: fc.boolean(),
})

/**
 * The rule in plain code: the last day with a check decides; on that day, the watcher's last reading or any manual
 * check.
 */
function plainly(looks: readonly (typeof look extends fc.Arbitrary<infer T> ? T : never)[], asOf: number): boolean {
  const accepted = (version: string | null): boolean =>
    version === inForceOn(asOf) ||
    (version === '1' && asOf >= 40 && asOf <= 54) ||
    (version === '2' && asOf >= 100 && asOf <= 114) ||
    (version === '3' && asOf >= 60 && asOf < 100)
  const seen = looks.filter(
    ({ on, by, version, unread }) => on <= asOf && (version !== null || (by === 'watcher' && !unread)),
  )
  const last = Math.max(...seen.map(({ on }) => on))
  const ofDay = seen.filter(({ on }) => on === last)
  const byHand = ofDay.filter(({ by }) => by === 'hand')
  const read = ofDay.filter(({ by }) => by === 'watcher').toSorted((a, b) => b.hour - a.hour)[0]
  return asOf - last <= 30 && [...byHand, ...(read ? [read] : [])].some(({ version }) => accepted(version))
}

const CHECK = `INSERT INTO policy_check (surface_id, language, version, published_on, checked_on, import_id, row_number)
  VALUES ('web', 'en', @version, @day, @day, 'i', 2) ON CONFLICT DO NOTHING`

const PROOF = `INSERT INTO policy_proof (id, surface_id, language, at, checked_on, outcome, url, version, keeps_bytes)
  VALUES (@id, 'web', 'en', @at, @day, @outcome, 'https://x.example/', @version, false)`

it('counts a surface by its last check, of a person or the watcher', async () => {
  const database = await openTestDatabase()
  await saveRegister(database, 'policy-versions', [
    { version: '1', approvedOn: '2025-01-01', effectiveOn: null },
    { version: '2', approvedOn: day(40), effectiveOn: null },
    { version: '3', approvedOn: day(60), effectiveOn: day(100) },
  ])
  await saveRegister(database, 'policy-surfaces', [
    {
      ...{ id: 'web', name: 'Website', kind: 'website', url: null, languages: ['en'] },
      ...{ collectsPersonalData: true, activeFrom: '2020-01-01', activeTo: null },
    },
  ])
  const key = ({ on, hour }: { on: number; hour: number }) => on * 24 + hour
  const looks = fc.uniqueArray(look, { maxLength: 14, selector: key })
  const published: boolean[] = []
  await fc.assert(
    fc.asyncProperty(looks, fc.nat(140), async (drawn, asOf) => {
      await database.write(async (query) => {
        await query.run('DELETE FROM policy_check')
        await query.run('DELETE FROM policy_proof')
        for (const { by, on, hour, version, unread } of drawn) {
          if (by === 'hand' && version !== null) await query.run(CHECK, { version, day: day(on) })
          const outcome = version !== null ? 'found' : unread ? 'timed-out' : 'other-text'
          const at = new Date(on * 24 + hour)
          if (by === 'watcher') await query.run(PROOF, { id: randomUUID(), at, day: day(on), outcome, version })
        }
      })
      const expected = plainly(drawn, asOf)
      published.push(expected)
      expect(
        await publicationFacts(database.query, day(asOf), { rules: RULES, timeZone: 'Asia/Shanghai' }),
      ).toMatchObject({
        inScope: 1,
        published: expected ? 1 : 0,
      })
    }),
    { numRuns: 300 },
  )
  expect(new Set(published).size).toBe(2)
})
