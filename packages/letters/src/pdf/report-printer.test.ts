import { setImmediate as turn } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { PdfContent } from './pdf-content.ts'
import type { ReportPrint } from './report-pdf.ts'
import { openReportPrinter } from './report-printer.ts'

const content: PdfContent = {
  ...{ subject: 'Report', kicker: 'Faraway', headline: '隐私保护报告' },
  blocks: Array.from({ length: 40 }, (_, n) => ({ kind: 'paragraph', text: `段落 ${n}: what we keep, and why.` })),
  foot: [],
  issuedOn: '2026-02-20',
}
const order: ReportPrint = { content, locale: 'en', links: {} }
const never = () => new AbortController().signal

function printer(deadline: (milliseconds: number) => AbortSignal = never) {
  const reportPrinter = openReportPrinter(deadline)
  onTestFinished(() => reportPrinter.close())
  return reportPrinter
}

const headOf = (pdf: Uint8Array) => Buffer.from(pdf.subarray(0, 5)).toString()

test('the event loop turns while ten reports are made', async () => {
  const { print } = printer()
  let made = 0
  let turns = 0
  const all = Promise.all(
    Array.from({ length: 10 }, async () => {
      expect(headOf(await print(order))).toBe('%PDF-')
      made += 1
    }),
  )
  while (made < 10) {
    turns += 1
    await turn()
  }
  await all
  // Made on this thread, each report would leave room for a turn or two.
  expect(turns).toBeGreaterThan(200)
})

test('a report that cannot be made is refused, and the next one is made', async () => {
  const { print } = printer()
  const broken = { ...content, blocks: [{ kind: 'list', items: null }] } as unknown as PdfContent
  await expect(print({ ...order, content: broken })).rejects.toMatchObject({
    code: 'failed',
    message: expect.stringMatching(/^the PDF of a report was not made: failed: Error: typst: /),
  })
  expect(headOf(await print(order))).toBe('%PDF-')
})

test('a report that takes too long, or ends its thread, is refused, and the next one is made', async () => {
  const signals = [AbortSignal.timeout(1)]
  const { print } = printer(() => signals.pop() ?? never())
  await expect(print(order)).rejects.toMatchObject({ code: 'too-slow' })
  await expect(print(null as unknown as ReportPrint)).rejects.toMatchObject({ code: 'failed' })
  expect(headOf(await print(order))).toBe('%PDF-')
})

test('more than 20 waiting reports are turned away, and a printer that was closed makes none', async () => {
  const reportPrinter = printer()
  const asked = Promise.allSettled(Array.from({ length: 23 }, () => reportPrinter.print(order)))
  await expect(reportPrinter.print(order)).rejects.toMatchObject({ code: 'busy' })
  await reportPrinter.close()
  const codes = (await asked).map((promiseSettledResult) =>
    promiseSettledResult.status === 'rejected' ? promiseSettledResult.reason.code : 'made',
  )
  expect(codes).toEqual([...Array.from({ length: 21 }, () => 'failed'), 'busy', 'busy'])
})
