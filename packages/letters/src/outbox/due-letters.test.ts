import { systemIds } from '@wayproof/kernel/system'
import { openedWave, surveyWorld } from '@wayproof/survey/testing/survey-world'
import { pauseWave } from '@wayproof/survey/waves/pause-wave'
import { expect, it } from 'vitest'
import { anyDue } from './due-letters.ts'
import { outboxStore } from './outbox-rows.ts'

const NOW = Date.parse('2026-07-02T01:00:00Z')

const toOfficer = (n: number) => ({
  letter: {
    kind: 'user-invitation',
    locale: 'en',
    data: { userInvitationId: `u${n}`, role: 'officer' },
  } as const,
  recipient: { kind: 'address', id: `u${n}@faraway.example` } as const,
  dedupeKey: `u${n}`,
})

async function waveOf(count: number) {
  const world = await surveyWorld({ encrypts: false })
  await openedWave(world, count)
  const outbox = outboxStore({ database: world.database, keyring: world.ports.keyring, ids: systemIds })
  return { ...world, outbox }
}

it('claims a code, or another letter without a wave, before a wave that was queued earlier', async () => {
  const { outbox } = await waveOf(30)
  await outbox.post([toOfficer(1), toOfficer(2)], NOW - 1)
  const claimed = await outbox.claim(20, NOW, NOW + 1000)
  expect(claimed.map(({ to }) => to).slice(0, 2)).toEqual(['u1@faraway.example', 'u2@faraway.example'])
  expect(claimed).toHaveLength(20)
  expect(await outbox.claim(20, NOW, NOW + 1000)).toHaveLength(12)
})

it('finds no due letter in a wave that is paused, over, or outside the sending hours', async () => {
  const { database, ports } = await waveOf(3)
  const found = (now: number, surveys = true) => anyDue(database.query, { now, surveys })
  const later = Date.parse('2027-01-01T00:00:00Z')
  expect([await found(NOW), await found(NOW, false), await found(later)]).toEqual([true, false, false])
  await pauseWave(ports, { period: '2026-H1' })
  expect(await found(NOW)).toBe(false)
})
