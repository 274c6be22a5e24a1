import { expect, test } from 'vitest'
import { type HealthReading, judgeHealth } from './health.ts'

const now = Date.UTC(2030, 0, 1)
const minutes = (count: number) => count * 60_000
const upkeep = {
  ...{ usedSince: null, backedUpAt: null, restoreProvenAt: null },
  ...{ isPdfFailing: false, isClockDoubted: false, areKeysAmongData: false },
}
const well: HealthReading = { freeShare: 0.5, lastLook: now, oldestDue: null, unwritable: [], upkeep }
const days = (count: number) => count * 86_400_000
const used = (change: Partial<HealthReading['upkeep']>) => ({
  upkeep: { ...upkeep, usedSince: now - days(400), ...change },
})

test.each<[Partial<HealthReading>, readonly string[]]>([
  [{}, []],
  [{ freeShare: 0.05 }, []],
  [{ freeShare: 0.0499 }, ['disk-low']],
  [{ freeShare: null }, []],
  [{ lastLook: now - minutes(5) }, []],
  [{ lastLook: now - minutes(5) - 1 }, ['scheduler-silent']],
  [{ lastLook: null }, ['scheduler-silent']],
  [{ oldestDue: now - minutes(60) }, []],
  [{ oldestDue: now - minutes(60) - 1 }, ['letters-waiting']],
  [{ freeShare: 0, lastLook: null, oldestDue: 0 }, ['disk-low', 'scheduler-silent', 'letters-waiting']],
  [{ unwritable: ['backup-folder-unwritable'] }, ['backup-folder-unwritable']],
  [{ upkeep: { ...upkeep, usedSince: now - days(7) } }, []],
  [{ upkeep: { ...upkeep, usedSince: now - days(8) } }, ['backup-old']],
  [{ upkeep: { ...upkeep, areKeysAmongData: true } }, []],
  [used({ backedUpAt: now, restoreProvenAt: now, areKeysAmongData: true }), ['wave-keys-among-data']],
  [used({}), ['backup-old', 'restore-unproven']],
  [used({ backedUpAt: now - days(7), restoreProvenAt: now - days(100) }), []],
  [used({ backedUpAt: now - days(7) - 1, restoreProvenAt: now }), ['backup-old']],
  [used({ backedUpAt: now, restoreProvenAt: now - days(100) - 1 }), ['restore-unproven']],
  [{ upkeep: { ...upkeep, isPdfFailing: true, isClockDoubted: true } }, ['pdf-failing', 'clock-doubted']],
])('%j gives the warnings %j', (reading, codes) => {
  expect(judgeHealth({ ...well, ...reading }, now).warnings).toEqual(codes.map((code) => ({ code })))
})

test('a calendar that has never run differs from a late one', () => {
  expect(judgeHealth({ ...well, lastLook: null }, now)).toMatchObject({ scheduler: 'never', lastLook: null })
  const lastLook = now - minutes(6)
  expect(judgeHealth({ ...well, lastLook }, now)).toMatchObject({ scheduler: 'late', lastLook })
})
