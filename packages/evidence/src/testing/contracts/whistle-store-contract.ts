import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { describe, expect, test } from 'vitest'
import type { NewWhistleReport, SealedReportMessage, WhistleStore } from '../../whistle-blowing/ports.ts'
import type { HandlerPurpose, WhistleReport } from '../../whistle-blowing/whistle-report.ts'

/** The storage under test, empty and without users. */
export interface WhistleContractFixture {
  readonly reports: WhistleStore
  /** Adds a user with a role, appointed at a moment. */
  appoint(userId: Id, role: 'case-handler' | 'officer', at: Instant): Promise<void> | void
}

const DAY = '2026-03-02'
const sealed = (text: string) => new Uint8Array(Buffer.from(text))
const codeHashOf = (id: Id) => new Uint8Array(32).fill(id.charCodeAt(id.length - 1))

const received = (id: Id, receivedOn: CalendarDate = DAY): WhistleReport => ({
  ...{ id, reporter: 'staff', locale: 'en', receivedOn, status: 'received', outcome: null, anonymous: false },
  ...{ concernsOfficer: false, acknowledgedOn: null, examinedOn: null, feedbackOn: null, closedOn: null },
})
const words = (day: CalendarDate, text: string): SealedReportMessage<'message'> => {
  return { author: 'reporter', purpose: 'message', day, textSealed: sealed(text) }
}
const reply = (purpose: HandlerPurpose, day: CalendarDate): SealedReportMessage<HandlerPurpose> => {
  return { author: 'handler', purpose, day, textSealed: sealed(purpose) }
}
const newReport = (id: Id, receivedOn?: CalendarDate): NewWhistleReport => {
  const report = received(id, receivedOn)
  const message = words(report.receivedOn, 'first')
  return { ...report, codeHash: codeHashOf(id), contactSealed: sealed('contact'), message }
}

/** The behavior that every storage of whistle-blowing reports has. */
export function whistleStoreContract(engine: string, open: () => Promise<WhistleContractFixture>): void {
  const filled = async (id = 'report-1') => {
    const { reports } = await open()
    expect(await reports.takeReport(newReport(id))).toBe(true)
    const stateOf = async () => (await reports.report({ id }))?.report
    return { reports, id, stateOf }
  }

  describe(`whistle-blowing reports in ${engine}`, () => {
    test('only a case handler counts as one, from the moment of the appointment', async () => {
      const { reports, appoint } = await open()
      await appoint('officer-1', 'officer', 5)
      expect([await reports.hasHandler(), await reports.handlerSince('officer-1')]).toEqual([false, null])
      await appoint('handler-1', 'case-handler', 7)
      expect([await reports.hasHandler(), await reports.handlerSince('handler-1')]).toEqual([true, 7])
      expect(await reports.handlerSince('nobody')).toBeNull()
    })

    test('a report is found by ID and by code, and its code is stored once', async () => {
      const { reports, id } = await filled()
      const messages = [words(DAY, 'first')]
      const stored = { report: received(id), contactSealed: sealed('contact'), messages }
      const sealedReports = [await reports.report({ id }), await reports.report({ codeHash: codeHashOf(id) })]
      // A clone of a driver's buffer is a plain byte array.
      for (const each of sealedReports) expect(structuredClone(each)).toEqual(stored)
      expect(await reports.takeReport({ ...newReport('report-2'), codeHash: codeHashOf(id) })).toBe(false)
      expect(await reports.report({ id: 'report-2' })).toBeNull()
      expect(await reports.report({ codeHash: codeHashOf('report-9') })).toBeNull()
    })

    test('a form that arrives several times at once is one report', async () => {
      const { reports } = await open()
      const ids = ['report-1', 'report-2', 'report-3', 'report-4', 'report-5']
      const forms = ids.map((id) => ({ ...newReport(id), codeHash: codeHashOf('report-1') }))
      const taken = await Promise.all(forms.map((form) => reports.takeReport(form)))
      expect(taken.filter(Boolean)).toHaveLength(1)
      expect(await reports.openReports()).toHaveLength(1)
    })

    test('messages keep their order, and a reporter writes at most as many as allowed', async () => {
      const { reports, id } = await filled()
      expect(await reports.addMessage(id, words('2026-03-03', 'second'), 2)).toBe(true)
      expect(await reports.addHandlerMessage(id, reply('question', '2026-03-04'))).toBe(true)
      expect(await reports.addMessage(id, words('2026-03-05', 'third'), 2)).toBe(false)
      expect(await reports.addMessage('report-9', words('2026-03-05', 'third'), 2)).toBe(false)
      const days = (await reports.report({ id }))?.messages.map(({ author, day }) => [author, day])
      expect(days).toEqual([
        ['reporter', DAY],
        ['reporter', '2026-03-03'],
        ['handler', '2026-03-04'],
      ])
    })

    test('a handler’s message acknowledges the report, and the first feedback counts', async () => {
      const { reports, id, stateOf } = await filled()
      await reports.addHandlerMessage(id, reply('question', '2026-03-03'))
      expect(await stateOf()).toEqual({ ...received(id), status: 'acknowledged', acknowledgedOn: '2026-03-03' })
      await reports.addHandlerMessage(id, reply('feedback', '2026-03-04'))
      await reports.addHandlerMessage(id, reply('feedback', '2026-03-05'))
      expect(await stateOf()).toMatchObject({ acknowledgedOn: '2026-03-03', feedbackOn: '2026-03-04' })
    })

    test('each step is recorded once, in order, and an examination acknowledges the report', async () => {
      const { reports, id, stateOf } = await filled()
      expect(await reports.recordStep(id, 'in-examination', '2026-03-03')).toBe(true)
      const examined = { status: 'in-examination', acknowledgedOn: '2026-03-03', examinedOn: '2026-03-03' } as const
      expect(await stateOf()).toEqual({ ...received(id), ...examined })
      expect(await reports.recordStep(id, 'acknowledged', '2026-03-04')).toBe(false)
      expect(await reports.recordStep(id, 'in-examination', '2026-03-04')).toBe(false)
      await reports.addHandlerMessage(id, reply('question', '2026-03-05'))
      expect(await stateOf()).toEqual({ ...received(id), ...examined })
    })

    test('a report is closed once, after feedback, and then nothing changes', async () => {
      const { reports, id, stateOf } = await filled()
      expect(await reports.closeReport(id, 'other', '2026-03-03')).toBe(false)
      await reports.addHandlerMessage(id, reply('feedback', '2026-03-04'))
      expect(await reports.recordConcern(id, true)).toBe(true)
      const closing = [1, 2].map(() => reports.closeReport(id, 'substantiated', '2026-03-05'))
      expect((await Promise.all(closing)).toSorted()).toEqual([false, true])
      const whistleReport = await stateOf()
      expect(whistleReport).toMatchObject({ status: 'closed', outcome: 'substantiated', closedOn: '2026-03-05' })
      const refused = [
        await reports.addMessage(id, words('2026-03-06', 'late'), 30),
        await reports.addHandlerMessage(id, reply('question', '2026-03-06')),
        await reports.recordStep(id, 'in-examination', '2026-03-06'),
        await reports.recordConcern(id, false),
      ]
      expect(refused).toEqual([false, false, false, false])
      expect(await stateOf()).toEqual({ ...whistleReport, concernsOfficer: true })
    })

    test('open reports are listed oldest first with the last author, closed ones latest first', async () => {
      const { reports } = await open()
      const days = ['2026-03-04', '2026-03-02', '2026-03-03', '2026-03-03']
      for (const [index, day] of days.entries()) await reports.takeReport(newReport(`report-${index}`, day))
      await reports.addHandlerMessage('report-2', reply('question', '2026-03-05'))
      const listed = (await reports.openReports()).map(({ id, lastAuthor }) => [id, lastAuthor])
      expect(listed).toEqual([
        ['report-1', 'reporter'],
        ['report-2', 'handler'],
        ['report-3', 'reporter'],
        ['report-0', 'reporter'],
      ])
      for (const [id, day] of [
        ['report-3', '2026-03-06'],
        ['report-0', '2026-03-07'],
        ['report-1', '2026-03-06'],
      ] as const) {
        await reports.addHandlerMessage(id, reply('feedback', day))
        await reports.closeReport(id, 'other', day)
      }
      expect((await reports.closedReports(9)).map(({ id }) => id)).toEqual(['report-0', 'report-1', 'report-3'])
      expect((await reports.closedReports(2)).map(({ id }) => id)).toEqual(['report-0', 'report-1'])
      expect((await reports.openReports()).map(({ id }) => id)).toEqual(['report-2'])
    })

    test('days with a message of a reporter in an open report are listed once, from a day on', async () => {
      const { reports, id } = await filled()
      await reports.takeReport(newReport('report-2', '2026-03-04'))
      for (const day of ['2026-03-04', '2026-03-03']) await reports.addMessage(id, words(day, 'more'), 30)
      await reports.addHandlerMessage(id, reply('feedback', '2026-03-09'))
      expect(await reports.daysWritten('2026-03-03')).toEqual(['2026-03-03', '2026-03-04'])
      await reports.closeReport(id, 'other', '2026-03-09')
      expect(await reports.daysWritten('2026-03-03')).toEqual(['2026-03-04'])
    })

    test('a flood closes untouched reports only, and all of them can be opened again', async () => {
      const { reports } = await open()
      const ids = ['report-0', 'report-1', 'report-2', 'report-3', 'report-4', 'report-5', 'report-6']
      for (const id of ids) await reports.takeReport(newReport(id, id === 'report-6' ? '2026-03-03' : DAY))
      await reports.recordStep('report-1', 'acknowledged', '2026-03-03')
      await reports.addMessage('report-2', words('2026-03-03', 'more'), 30)
      await reports.recordConcern('report-3', true)
      await reports.addHandlerMessage('report-4', reply('feedback', '2026-03-03'))
      const untouched = (await reports.openReports()).filter(({ isUntouched }) => isUntouched).map(({ id }) => id)
      expect(untouched).toEqual(['report-0', 'report-5', 'report-6'])
      // Not listed before the confirmation: it stays open.
      expect(await reports.closeFlood([...ids.slice(0, 5), 'report-6', 'report-9'], '2026-03-04')).toBe(2)
      expect((await reports.report({ id: 'report-0' }))?.report).toMatchObject({
        ...{ status: 'closed', outcome: 'flood', closedOn: '2026-03-04' },
      })
      expect(await reports.closeFlood(['report-0'], '2026-03-05')).toBe(0)
      expect(await reports.closeFlood(['report-5'], '2026-03-05')).toBe(1)
      expect(await reports.closedReports(9)).toEqual([])
      const later = { closedOn: '2026-03-05', from: DAY, to: DAY, entries: 1 }
      expect(await reports.floods()).toEqual([
        later,
        { closedOn: '2026-03-04', from: DAY, to: '2026-03-03', entries: 2 },
      ])
      expect([await reports.reopenFlood('2026-03-04'), await reports.reopenFlood('2026-03-04')]).toEqual([2, 0])
      expect((await reports.report({ id: 'report-6' }))?.report).toEqual(received('report-6', '2026-03-03'))
      expect(await reports.floods()).toEqual([later])
    })

    test('a reporter whose report was closed with a flood opens it again by writing', async () => {
      const { reports, id, stateOf } = await filled()
      await reports.closeFlood([id], '2026-03-04')
      expect(await reports.addHandlerMessage(id, reply('question', '2026-03-05'))).toBe(false)
      expect(await reports.addMessage(id, words('2026-03-05', 'it is real'), 1)).toBe(false)
      expect((await stateOf())?.status).toBe('closed')
      expect(await reports.addMessage(id, words('2026-03-05', 'it is real'), 30)).toBe(true)
      expect(await stateOf()).toEqual(received(id))
      expect(await reports.closeFlood([id], '2026-03-06')).toBe(0)
    })
  })
}
