import type { StoreDatabase } from '@wayproof/database/store-database'
import { mappingStore } from '@wayproof/evidence/imports/mapping-store'
import type { ColumnMapping } from '@wayproof/evidence/mapping/column-mapping'
import { policyWatchStore } from '@wayproof/evidence/policy-watch/policy-watch-store'
import { attachmentStore } from '@wayproof/evidence/registers/attachment-store'
import { importText } from '@wayproof/evidence/testing/import-ports'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { sampleDataStore } from '@wayproof/operations/sample-data/sample-data-store'
import { closingStore } from '@wayproof/scorecard/closing/closing-store'
import { sampleStore } from '@wayproof/scorecard/closing/sample-store'
import { ruleChangeStore } from '@wayproof/scorecard/rules/rule-change-store'
import { at, by, type LoggedAct, mailbox, who } from './logged-act.ts'

const period = '2026-H1'
const closing = (database: StoreDatabase) => closingStore(database, { ids: systemIds, timeZone: 'UTC' })
const reopen = (database: StoreDatabase) =>
  closing(database).reopen({ id: 'r', period, version: 2, reason: 'r', by: who, at }, mailbox)

const mapping: ColumnMapping = {
  ...{ encoding: 'utf-8', delimiter: ',', dayFormat: null, columns: [], constants: {} },
  words: {},
}
const importBookings = (database: StoreDatabase) =>
  importText(database, 'bookings', 'month,channel,count\n2025-01,web,1200\n')
const file = { register: 'bookings', key: '["2025-01","web"]', fileName: 'a.pdf', type: 'pdf', source: '' } as const
const attach = (database: StoreDatabase) =>
  attachmentStore(database).attach({ id: 'e', ...file, bytes: new Uint8Array(3), at, by: 'lin' })
const approve = async (database: StoreDatabase) => {
  const { policyVersion } = await database.records()
  await policyVersion.create({ data: { version: '6', approvedOn: '2026-01-01', importId: 'i', rowNumber: 2 } })
}
const sampleData = (database: StoreDatabase) => sampleDataStore(database, { tokens: systemTokens })
const company = { nameZh: '一', nameEn: 'One', contactEmail: 'p@x.example', programmeStart: '2026-01-01' }
const organisation = { ...company, baselineYear: null, sample: true }
const beginSample = (database: StoreDatabase) =>
  sampleData(database).begin({ loadId: 'l', stepsAll: 1, organisation, now: at, leaseUntil: at + 1 })
const finishSample = (database: StoreDatabase) => sampleData(database).finish('l')
const drawSample = async (database: StoreDatabase) => {
  const { auditSample, auditSampleRow } = await database.records()
  const drawn = { drawnAt: new Date(at), drawnById: 'lin', drawnBy: 'Lin' }
  const frame = { seed: '00', frameDigest: 'd', frameSize: 1, frame: '[]', total: '{}' }
  await auditSample.create({
    data: { id: 's', period, figure: 'staff-training', side: 'numerator', ...frame, ...drawn },
  })
  await auditSampleRow.create({ data: { sampleId: 's', number: 1, key: 'k', label: 'l', places: '[]', salt: '0' } })
}

/** Acts on registers, policy texts, goals and closing. */
export const EVIDENCE_ACTS: readonly LoggedAct[] = [
  {
    act: 'rule-withdrawn',
    of: 'a proposal',
    first: (database) =>
      ruleChangeStore(database).propose(
        {
          id: 'c',
          what: { kind: 'setting', setting: 'smallest-group', value: 12, appliesFrom: '2027-H1' },
          ...{ reason: 'r', document: null, proposedBy: by, proposedAt: at, decided: null, number: null },
        },
        mailbox,
      ),
    carryOut: (database) =>
      ruleChangeStore(database).decide('c', { outcome: 'withdrawn', by, at, number: null, until: period }),
  },
  {
    act: 'setting-changed',
    of: 'the columns of a file',
    carryOut: (database) =>
      mappingStore(database).save({ id: 'm', register: 'bookings', headingSet: 'h', mapping, at, by: 'lin' }),
  },
  { act: 'evidence-attached', of: 'a record', first: importBookings, carryOut: attach },
  {
    act: 'evidence-withdrawn',
    of: 'a record',
    first: async (database) => {
      await importBookings(database)
      await attach(database)
    },
    carryOut: (database) => attachmentStore(database).withdraw('e', { at, by: 'lin', reason: 'r' }),
  },
  {
    act: 'policy-check-ordered',
    of: 'a surface',
    carryOut: (database) =>
      policyWatchStore(database, { timeZone: 'Asia/Shanghai' }).plan(
        [{ surfaceId: 'web', language: 'en', url: 'https://x.example' }],
        at,
      ),
  },
  {
    act: 'policy-text-added',
    of: 'a version',
    first: approve,
    carryOut: (database) =>
      policyWatchStore(database, { timeZone: 'Asia/Shanghai' }).addText({
        version: '6',
        language: 'en',
        text: 'text',
        at,
        by: 'Lin',
      }),
  },
  { act: 'reopened', of: 'a half-year', carryOut: reopen },
  {
    act: 'reopening-withdrawn',
    of: 'a half-year',
    first: reopen,
    carryOut: (database) => closing(database).takeBackReopening(period, by, at),
  },
  {
    act: 'finding-recorded',
    of: 'a row of a sample',
    first: drawSample,
    carryOut: (database) => {
      const finding = { by, at, result: 'agrees', note: '', documents: [] } as const
      return sampleStore(database).record('s', { number: 1, seen: 0, finding })
    },
  },
  { act: 'sample-data-loaded', of: 'an empty installation', first: beginSample, carryOut: finishSample },
  {
    act: 'sample-data-removed',
    of: 'an installation with sample data',
    first: async (database) => {
      await beginSample(database)
      await finishSample(database)
    },
    carryOut: (database) => sampleData(database).remove(at),
  },
]
