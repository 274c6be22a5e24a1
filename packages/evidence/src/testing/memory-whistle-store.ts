import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import type { SealedReport, SealedReportMessage, WhistleStore } from '../whistle-blowing/ports.ts'
import type { WhistleReport } from '../whistle-blowing/whistle-report.ts'
import { equalHash } from './equal-hash.ts'
import { memoryFloods } from './memory-floods.ts'

interface MemoryReport extends SealedReport {
  /** Null once it is deleted with the texts. */
  readonly codeHash: Uint8Array | null
}

export interface WhistleMemory {
  /** Case handlers by user ID, each with the moment of the appointment. */
  readonly handlers: Map<Id, Instant>
  readonly reports: Map<Id, MemoryReport>
}

export const emptyWhistleMemory = (): WhistleMemory => ({ handlers: new Map(), reports: new Map() })

/** Whistle-blowing reports in memory. */
export function memoryWhistleStore({ handlers, reports }: WhistleMemory): WhistleStore {
  const all = (status: 'open' | 'closed') =>
    [...reports.values()].filter(({ report }) => (report.status === 'closed') === (status === 'closed'))
  const byId = (a: WhistleReport, b: WhistleReport) => (a.id < b.id ? -1 : 1)
  const isFlooded = ({ report, codeHash }: MemoryReport) => report.outcome === 'flood' && codeHash !== null
  const isUntouched = ({ report, messages }: MemoryReport) =>
    report.status === 'received' && !report.concernsOfficer && messages.length === 1
  const openReport = (id: Id) => {
    const memoryReport = reports.get(id)
    return memoryReport && memoryReport.report.status !== 'closed' ? memoryReport : null
  }
  const change = (id: Id, changed: Partial<WhistleReport>, message?: SealedReportMessage) => {
    const memoryReport = reports.get(id)
    if (!memoryReport) return
    const messages = message ? [...memoryReport.messages, message] : memoryReport.messages
    reports.set(id, { ...memoryReport, messages, report: { ...memoryReport.report, ...changed } })
  }
  return {
    ...memoryFloods({
      all: () => [...reports.values()].filter(isFlooded).map(({ report }) => report),
      isUntouched: (id) => {
        const memoryReport = reports.get(id)
        return memoryReport !== undefined && isUntouched(memoryReport)
      },
      change,
    }),
    hasHandler: async () => handlers.size > 0,
    handlerSince: async (userId) => handlers.get(userId) ?? null,
    takeReport: async ({ codeHash, contactSealed, message, ...report }) => {
      if ([...reports.values()].some((memoryReport) => equalHash(memoryReport.codeHash, codeHash))) return false
      reports.set(report.id, { report, codeHash, contactSealed, messages: [message] })
      return true
    },
    report: async (of) => {
      const memoryReport =
        'id' in of ? reports.get(of.id) : [...reports.values()].find(({ codeHash }) => equalHash(codeHash, of.codeHash))
      return memoryReport
        ? { report: memoryReport.report, contactSealed: memoryReport.contactSealed, messages: memoryReport.messages }
        : null
    },
    addMessage: async (id, message, most) => {
      const found = reports.get(id)
      const isReopened = found !== undefined && isFlooded(found)
      const memoryReport = isReopened ? found : openReport(id)
      if (!memoryReport || memoryReport.messages.filter(({ author }) => author === 'reporter').length >= most)
        return false
      change(id, isReopened ? { status: 'received', outcome: null, closedOn: null } : {}, message)
      return true
    },
    addHandlerMessage: async (id, message) => {
      const whistleReport = openReport(id)?.report
      if (!whistleReport) return false
      const changed = {
        status: whistleReport.status === 'received' ? 'acknowledged' : whistleReport.status,
        acknowledgedOn: whistleReport.acknowledgedOn ?? message.day,
        feedbackOn:
          message.purpose === 'feedback' ? (whistleReport.feedbackOn ?? message.day) : whistleReport.feedbackOn,
      } as const
      change(id, changed, message)
      return true
    },
    recordStep: async (id, step, day) => {
      const whistleReport = openReport(id)?.report
      const before = step === 'acknowledged' ? ['received'] : ['received', 'acknowledged']
      if (!whistleReport || !before.includes(whistleReport.status)) return false
      const examinedOn = step === 'in-examination' ? day : null
      change(id, { status: step, acknowledgedOn: whistleReport.acknowledgedOn ?? day, examinedOn })
      return true
    },
    recordConcern: async (id, concernsOfficer) => {
      if (!openReport(id)) return false
      change(id, { concernsOfficer })
      return true
    },
    closeReport: async (id, outcome, closedOn) => {
      if (!openReport(id)?.report.feedbackOn) return false
      change(id, { status: 'closed', outcome, closedOn })
      return true
    },
    openReports: async () =>
      all('open')
        .map((memoryReport) => {
          const lastAuthor = memoryReport.messages.at(-1)?.author ?? null
          return { ...memoryReport.report, lastAuthor, isUntouched: isUntouched(memoryReport) }
        })
        .toSorted((a, b) => a.receivedOn.localeCompare(b.receivedOn) || byId(a, b)),
    closedReports: async (limit) =>
      all('closed')
        .map(({ report }) => report)
        .filter(({ outcome }) => outcome !== 'flood')
        .toSorted((a, b) => (b.closedOn ?? '').localeCompare(a.closedOn ?? '') || byId(a, b))
        .slice(0, limit),
    daysWritten: async (from) => {
      const sealedReportMessages = all('open').flatMap(({ messages }) =>
        messages.filter(({ author }) => author === 'reporter'),
      )
      return [...new Set(sealedReportMessages.map(({ day }) => day))].filter((day) => day >= from).toSorted()
    },
  }
}
