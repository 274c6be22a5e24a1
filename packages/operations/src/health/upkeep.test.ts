import { testInstallation } from '@wayproof/database/testing/installation-for-tests'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { expect, onTestFinished, test } from 'vitest'
import { openStore } from '../store/open-store.ts'

const DAY = 86_400_000
const SIGNED_UP = Date.parse('2026-01-01T00:00:00Z')

test('backups, proofs, failing PDFs and a doubted clock are warned of in the installation of a real organization', async () => {
  const { databaseUrl, insert, run } = await testInstallation()
  let now = SIGNED_UP
  const clock = { now: () => now }
  const machine = {
    ids: systemIds,
    tokens: systemTokens,
    keyring: keyring(new Uint8Array(32).fill(3)),
    timeZone: 'UTC',
  }
  const store = await openStore({ ...machine, databaseUrl, clock, sleep: async () => {} })
  onTestFinished(() => store.close())
  const names = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'privacy@faraway.example' }
  const organisation = { ...names, programmeStart: '2026-01-01', baselineYear: null, sample: false }
  /** Codes after some days; what was read is kept for a minute. */
  const warnings = async (days: number) => {
    now = Math.max(now + 60_000, SIGNED_UP + days * DAY)
    return (await store.health.read(now)).warnings.map(({ code }) => code).filter((code) => code !== 'scheduler-silent')
  }
  const user = { id: 'u', name: 'Lin', email: 'lin@faraway.example', role: 'officer', locale: 'en' }
  await insert({
    user: [
      {
        ...user,
        ...{ email_verified: true, two_factor_enabled: false, digest_hour: 8 },
        ...{ created_at: new Date(SIGNED_UP), updated_at: new Date(SIGNED_UP) },
      },
    ],
  })
  expect(await warnings(200)).toEqual([])
  await store.organisation.save({ ...organisation, sample: true })
  expect(await warnings(200)).toEqual([])
  await store.organisation.save(organisation)
  expect(await warnings(200)).toEqual(['backup-old', 'restore-unproven'])
  await run('UPDATE installation SET backed_up_at = @at', { at: new Date(SIGNED_UP + 200 * DAY) })
  await store.auditLog.add({ act: 'restore-proven', at: SIGNED_UP + 150 * DAY })
  expect(await warnings(201)).toEqual([])
  expect(await warnings(208)).toEqual(['backup-old'])
  expect(await warnings(251)).toEqual(['backup-old', 'restore-unproven'])
  const failed = { job: 'prove-pdf', outcome: 'failed', count: null, error: 'Cannot find module' } as const
  await store.jobResults.record([failed], [], now, false)
  expect(await warnings(252)).toContain('pdf-failing')
  await store.jobResults.record([{ ...failed, outcome: 'done', count: 1, error: null }], [], now, false)
  expect(await warnings(252)).not.toContain('pdf-failing')
})
