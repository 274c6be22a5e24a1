import { gzipSync } from 'node:zlib'
import { publicReport } from '@wayproof/letters/pdf/sealed-report-pdf'
import { wholeSvg } from '@wayproof/letters/pdf/svg-text'
import { messages } from '@wayproof/messages/messages'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { REPORT_STYLE, sourceOf } from '../components/brand-style.ts'
import { sealHalfYear } from '../testing/sealed-half-year.ts'
import { type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'

let work: SurveyAtWork
beforeAll(async () => {
  work = await surveyAtWork()
})
afterAll(() => work.close())

test('a report is available in both languages once published, and gone once withdrawn', async () => {
  const { app, store, database } = work
  const see = (path: string) => app.request(path)
  await sealHalfYear(database)
  expect((await see('/report/2025-H2')).status).toBe(404)
  for (const locale of ['en', 'zh-CN'] as const)
    expect(await (await see(`/report?lang=${locale}`)).text()).toContain(messages(locale).report.list.none)

  await store.publicReports.publish({ id: 'p', period: '2025-H2', at: 1, by: 'Lin' })
  expect(await (await see('/report?lang=en')).text()).toContain('href="/report/2025-H2?lang=en"')
  const report = await store.publicReports.sealed('2025-H2')
  for (const locale of ['en', 'zh-CN'] as const) {
    const answer = await see(`/report/2025-H2?lang=${locale}`)
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html).toContain(report?.seal.code)
    expect(html).not.toContain('pnpm')
    // Beside the result, as on paper.
    expect(html).toContain(locale === 'en' ? 'Closed early' : '提前截止')
    expect(html).toContain('<span translate="no">Too few came.</span>')
    expect(html).toContain(locale === 'en' ? 'A shorter form' : '表格更短')
    expect(html).toContain(messages(locale).goals.names['policy-publication'])
    expect(answer.headers.get('content-security-policy')).toContain(sourceOf(REPORT_STYLE))
    const { organisation } = work.surveyApp
    const details = await organisation.get()
    if (!report || !details) throw new Error('nothing is sealed')
    const published = { on: '1970-01-01', address: `${work.surveyApp.surveyUrl}/report/2025-H2` }
    const { blocks, aside } = publicReport(report, { locale, organisation: details, published })
    const rows = blocks.flatMap((block) => (block.kind === 'goals' ? block.rows : []))
    expect(rows).toHaveLength(2)
    for (const { name, value, target, chart } of rows) {
      for (const part of [name, value, target]) expect(html).toContain(part)
      expect(html).toContain(chart && wholeSvg(chart))
      expect(html).toContain(`role="img" aria-label="${chart?.alt}"`)
    }
    const cited = aside.find((block) => block.kind === 'citation')?.text ?? ''
    expect(cited).toContain(published.address)
    expect(html).toContain(cited)
    expect(html).toContain(
      `href="${work.surveyApp.surveyUrl}/report/check?code=${report.seal.code}&amp;lang=${locale}"`,
    )
    // The page loads and runs nothing.
    expect(html).not.toMatch(/<script|<img|<link|url\(|src=/)
    expect(gzipSync(html).length).toBeLessThan(6_000)
  }
  expect((await app.request('/report/2025-H2', { method: 'POST' })).status).toBe(405)
  expect((await see('/report/2025-H1')).status).toBe(404)

  await store.publicReports.withdraw({ period: '2025-H2', at: 2, by: 'Ma' })
  expect((await see('/report/2025-H2')).status).toBe(404)
})

test.each([
  ['en', /sample data/gi],
  ['zh-CN', /示例数据/g],
] as const)('a page of sample data says so in %s once, at the top', async (locale, sentence) => {
  const sample = await surveyAtWork({}, true)
  onTestFinished(sample.close)
  const { app, store, database } = sample
  await sealHalfYear(database)
  await store.publicReports.publish({ id: 'p', period: '2025-H2', at: 1, by: 'Lin' })
  const html = await (await app.request(`/report/2025-H2?lang=${locale}`)).text()
  expect(html.match(sentence)).toHaveLength(1)
  expect(html.search(sentence)).toBeLessThan(html.indexOf('<h1>'))
})

test('the page contains no part of a suppressed figure, and none of the actions on missed goals', async () => {
  const { app, store } = work
  await store.publicReports.publish({ id: 'q', period: '2025-H2', at: 3, by: 'Lin' })
  const html = await (await app.request('/report/2025-H2?lang=en')).text()
  expect(html).toContain(messages('en').letters.summary.noValue)
  expect(html).not.toMatch(/7[,]?777|7[,]?776|3[,]?333|Ask more people/)
})
