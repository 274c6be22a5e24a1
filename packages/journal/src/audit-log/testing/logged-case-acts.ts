import type { StoreDatabase } from '@wayproof/database/store-database'
import type { CaseFacts, NewRightsCase } from '@wayproof/evidence/rights/ports'
import { rightsStore } from '@wayproof/evidence/rights/rights-store'
import { whistleStore } from '@wayproof/evidence/whistle-blowing/whistle-store'
import { systemIds } from '@wayproof/kernel/system'
import { at, type LoggedAct } from './logged-act.ts'

const cases = (database: StoreDatabase) => rightsStore(database, systemIds)
const day = '2026-07-01'
const textSealed = new Uint8Array(4)
const facts: CaseFacts = { kind: 'access', regime: 'china', channel: 'telephone', receivedOn: day }
const newCase: NewRightsCase = {
  ...{ id: 'case', ...facts, dueOn: '2026-07-22', status: 'received', outcome: null, anonymous: true, locale: 'en' },
  ...{
    identityCheckedOn: null,
    answeredOn: null,
    extendedOn: null,
    closedOn: null,
    recordedOn: day,
    addressDroppedOn: null,
    contactSealed: null,
    code: null,
  },
  codeHash: new Uint8Array(32),
  message: { author: 'person', purpose: 'message', day, textSealed },
}
const openCase = (database: StoreDatabase) => cases(database).openCase(newCase)

const openFromPage = (database: StoreDatabase) =>
  cases(database).openCase({ ...newCase, channel: 'page', recordedOn: null })
const closeCases = (database: StoreDatabase) => cases(database).closeFlood(['case'], day)

const reports = (database: StoreDatabase) => whistleStore(database)
const openReport = async (database: StoreDatabase) => {
  const { whistleReport } = await database.records()
  const state = { status: 'received', anonymous: true, concernsOfficer: false, feedbackOn: day }
  await whistleReport.create({
    data: { id: 'report', codeHash: new Uint8Array(32), reporter: 'staff', locale: 'en', receivedOn: day, ...state },
  })
}
const message = (purpose: 'feedback') => ({ author: 'handler', purpose, day, textSealed }) as const

/** Acts on requests, complaints and reports. */
export const CASE_ACTS: readonly LoggedAct[] = [
  { act: 'case-recorded', of: 'a request made by telephone', carryOut: openCase },
  {
    act: 'case-corrected',
    of: 'a request',
    first: openCase,
    carryOut: (database) => {
      const after: CaseFacts = { ...facts, kind: 'deletion' }
      return cases(database).correctCase('case', { day, by: 'Lin', reason: 'r', before: facts, after }, null)
    },
  },
  {
    act: 'case-answered',
    of: 'a request',
    first: openCase,
    carryOut: (database) => {
      const answer = { author: 'officer', purpose: 'answer', day, textSealed } as const
      return cases(database).addOfficerMessage('case', { message: answer, at, dueOn: null })
    },
  },
  {
    act: 'case-closed',
    of: 'a request',
    first: openCase,
    carryOut: (database) => cases(database).closeCase('case', 'withdrawn', day),
  },
  { act: 'flood-closed', of: 'requests', first: openFromPage, carryOut: closeCases },
  {
    act: 'flood-reopened',
    of: 'requests',
    first: async (database) => {
      await openFromPage(database)
      await closeCases(database)
    },
    carryOut: (database) => cases(database).reopenFlood(day),
  },
  {
    act: 'report-handled',
    of: 'a flood of reports',
    first: openReport,
    carryOut: (database) => reports(database).closeFlood(['report'], day),
  },
  {
    act: 'report-handled',
    of: 'the reopening of a flood',
    first: async (database) => {
      await openReport(database)
      const { whistleReport } = await database.records()
      await whistleReport.updateMany({ data: { status: 'closed', outcome: 'flood', closedOn: day } })
    },
    carryOut: (database) => reports(database).reopenFlood(day),
  },
  {
    act: 'report-handled',
    of: 'a message to the reporter',
    first: openReport,
    carryOut: (database) => reports(database).addHandlerMessage('report', message('feedback')),
  },
  {
    act: 'report-handled',
    of: 'a step',
    first: openReport,
    carryOut: (database) => reports(database).recordStep('report', 'in-examination', day),
  },
  {
    act: 'report-handled',
    of: 'a concern',
    first: openReport,
    carryOut: (database) => reports(database).recordConcern('report', true),
  },
  {
    act: 'report-handled',
    of: 'the end of a report',
    first: openReport,
    carryOut: (database) => reports(database).closeReport('report', 'other', day),
  },
]
