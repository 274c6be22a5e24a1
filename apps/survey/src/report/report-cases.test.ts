import { messages } from '@wayproof/messages/messages'
import { expect, onTestFinished, test } from 'vitest'
import { sealHalfYear } from '../testing/sealed-half-year.ts'
import { type SurveyAtWork, surveyAtWork } from '../testing/survey-at-work.ts'

const PERIOD = '2025-H2'
const en = messages('en').report
const judged = {
  satisfaction: {
    ...{ verdict: 'met', status: 'green', demonstrated: false, reason: 'target-reached', value: 0.889 },
    interval: { lower: 0.849, upper: 0.919, level: 0.95 },
  },
  figures: {
    ...{ invited: 632, delivered: 632, answered: 341, n: 317, step: 0.1, changedClose: null },
    estimate: { weighted: true, raw: 0.889, designEffect: 1, effective: 317 },
  },
}
const text = (zh: string, english: string) => ({ 'zh-CN': zh, en: english })
const asked = {
  question: {
    text: text('您满意吗？', 'How satisfied are you?'),
    points: [
      { text: text('不满意', 'Dissatisfied'), isSatisfied: false },
      { text: text('满意', 'Satisfied'), isSatisfied: true },
    ],
  },
  openedAt: Date.parse('2026-01-09T01:00:00Z'),
  closesAt: Date.parse('2026-02-02T16:00:00Z'),
  ...{ travelers: 1_000, eligible: 891 },
}

/** The public page of a half-year, and the texts that a reader sees of it. */
async function published(
  seals: readonly Parameters<typeof sealHalfYear>[1][],
  overrides: Parameters<typeof surveyAtWork>[0] = {},
) {
  const work: SurveyAtWork = await surveyAtWork(overrides)
  onTestFinished(work.close)
  for (const seal of seals) await sealHalfYear(work.database, seal)
  await work.store.publicReports.publish({ id: 'p', period: PERIOD, at: Date.parse('2026-02-25T04:00:00Z'), by: 'Lin' })
  const see = (path = '', language = 'en') => work.app.request(`/report/${PERIOD}${path}?lang=${language}`)
  return { work, see, html: async (language = 'en') => unescaped(await (await see('', language)).text()) }
}

const unescaped = (html: string) => html.replaceAll('&quot;', '"').replaceAll('&#x27;', "'")
const term = (name: string, words: string) => `<dt>${name}</dt><dd>${words}</dd>`

test('the method stands in six lines, from the seal alone', async () => {
  const { html } = await published([{ ...judged, asked }])
  const page = await html()
  const { method } = en
  const lines = [
    [method.question, '“How satisfied are you?” 2 points from “Dissatisfied” to “Satisfied”; satisfied: “Satisfied”.'],
    [method.field, 'By email, 9 January 2026 to 2 February 2026.'],
    [method.answers, '632 invited, 341 answered (54%), 317 with an opinion.'],
    [method.margin, '±3.5 points at 95% (84.9 to 91.9%), weighted to all who could be invited.'],
    [method.notCovered, expect.stringMatching(/^11% of the half-year’s travelers/)],
    [method.corrections, method.noCorrections],
  ] as const
  const found = [...page.matchAll(/<dt>([^<]*)<\/dt><dd>([^<]*)<\/dd>/g)].map(([, name, words]) => [name, words])
  expect(found.slice(0, 6)).toEqual(lines)
  // Neither count of travelers is published exactly.
  expect(page.slice(page.indexOf('<main>'))).not.toMatch(/891|1,000|1000/)
  expect(page).toContain('could be chance')
  expect(await html('zh-CN')).toContain('邀请 632 人，341 人作答（54%），317 人表态。')
})

test('fewer people than a shown group are not counted as left out', async () => {
  const { html } = await published([{ ...judged, asked: { ...asked, eligible: 993 } }])
  expect(await html()).toContain('Less than 1% of the half-year’s travelers')
})

test('an unsealed half-year has no page, PDF or file, even if it was published', async () => {
  const { see } = await published([])
  for (const path of ['', '/pdf', '/csv']) expect((await see(path)).status).toBe(404)
})

test('a restated half-year shows its newest version, each reason, and the figures that changed', async () => {
  const restated = { ...judged, number: 2, version: 2, reason: 'An answer was counted twice.' }
  const { html } = await published([{ ...judged, satisfaction: { ...judged.satisfaction, value: 0.892 } }, restated])
  const page = await html()
  expect(page).toContain(term(en.method.corrections, en.method.correctionsBelow(1)))
  expect(page).toContain('<dt>Version 2, 12 January 2026</dt><dd><p translate="no">An answer was counted twice.</p>')
  expect(page).toContain('Customer satisfaction, figure: 89.2% → 88.9%')
  expect(page).toContain('Published 25 February 2026, version 2.')
})

test('a withheld wave says that it is hidden, and no count of it', async () => {
  const { html, see } = await published([{ asked }])
  for (const language of ['en', 'zh-CN'] as const) {
    const { method } = messages(language).report
    const page = await html(language)
    expect(page).toContain(term(method.answers, method.answersHidden))
    expect(page).toContain(term(method.margin, method.noMargin))
    const file = await (await see('/csv', language)).text()
    for (const output of [page, file]) expect(output).not.toMatch(/7[,]?777|7[,]?776|3[,]?333/)
  }
})

test('a wave whose share is hidden has answers and no margin', async () => {
  const hidden = { ...judged.satisfaction, value: null, interval: null }
  const figures = { ...judged.figures, step: 'verdict', estimate: null }
  const { html } = await published([{ satisfaction: hidden, figures, asked }])
  const page = await html()
  expect(page).toContain('317 with an opinion.')
  expect(page).toContain(term(en.method.margin, en.method.noMargin))
  expect(page).not.toContain('88.9')
})

test('a half-year without a survey says so in place of the method', async () => {
  const { html } = await published([{ satisfaction: { reason: 'no-wave', status: 'no-data' } }])
  const page = await html()
  expect(page).toContain(term(en.method.noSurvey, 'No survey was held for this half-year.'))
  expect(page).not.toContain(`<dt>${en.method.answers}</dt>`)
})

test('a reworded question breaks the line of its trend, and the method says so', async () => {
  const reworded = { ...judged, number: 2, figures: { ...judged.figures, trendBreak: 'wording' }, asked }
  const earlier = { ...judged, period: '2024-H2', asked }
  const drawn = async (seals: Parameters<typeof published>[0]) => {
    const page = await (await published(seals)).html()
    return {
      page,
      line: /d="M[\d.]+ [\d.]+([ML])[\d.]+ [\d.]+" fill="none"[^>]*>(?:(?!<\/li>).)*88\.9/.exec(page)?.[1],
    }
  }
  const broken = await drawn([earlier, reworded])
  expect(broken.line).toBe('M')
  expect(broken.page).toContain('Asked differently than before')
  expect((await drawn([earlier, { ...judged, number: 2, asked }])).line).toBe('L')
})

test('a company that joined in the half-year says from which day it counts', async () => {
  const { work, see } = await published([{ ...judged, asked }])
  const organisation = await work.store.organisation.get()
  if (!organisation) throw new Error('there is no organization')
  const page = async () => unescaped(await (await see()).text())
  expect(await page()).not.toContain(`<dt>${en.method.partial}</dt>`)
  await work.store.organisation.save({ ...organisation, programmeStart: '2025-11-03' })
  work.setTime(Date.parse('2026-03-01T00:00:00Z'))
  expect(await page()).toContain(
    term(en.method.partial, 'The program began on 3 November 2025, within this half-year.'),
  )
})

test('PDF and CSV have the figures of the page; the PDF is made once', async () => {
  const made: string[] = []
  const { see } = await published(
    [
      { ...judged, period: '2024-H2' },
      { ...judged, number: 2, asked },
    ],
    {
      reportPdfs: {
        pdf: async (key, print) => {
          made.push(key)
          return new Uint8Array(Buffer.from(JSON.stringify(print().content)))
        },
      },
    },
  )
  const csv = await see('/csv')
  expect(csv.headers.get('content-disposition')).toContain('privacy-report-2025-H2.csv')
  const lines = (await csv.text()).trim().split('\r\n')
  expect(lines).toHaveLength(1 + 2 * 2)
  expect(lines[2]).toContain('second half of 2024,Customer satisfaction,"met, could be chance",88.9%,85%,84.9,91.9%')
  const pdf = await see('/pdf')
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  const content = await pdf.text()
  for (const part of ['88.9%', 'Cite as', 'published 25 February 2026']) expect(content).toContain(part)
  await see('/pdf')
  await see('/pdf', 'zh-CN')
  expect(new Set(made).size).toBe(2)
})

test('search engines list the reports only if the company says so, and no other page', async () => {
  const robots = async ({ work }: Awaited<ReturnType<typeof published>>, path: string) =>
    (await work.app.request(path)).headers.get('x-robots-tag')
  const pages = ['/report', `/report/${PERIOD}`]
  const quiet = await published([{ ...judged, asked }])
  for (const path of [...pages, '/']) expect(await robots(quiet, path)).toBe('noindex, nofollow')
  const listed = await published([{ ...judged, asked }], { reportsIndexed: true })
  for (const path of pages) expect(await robots(listed, path)).toBeNull()
  for (const path of ['/', '/report/check', '/report/2024-H1', '/rights', '/s/x'])
    expect(await robots(listed, path)).toBe('noindex, nofollow')
  const sample = await surveyAtWork({ reportsIndexed: true }, true)
  onTestFinished(sample.close)
  expect((await sample.app.request('/report')).headers.get('x-robots-tag')).toBe('noindex, nofollow')
})

test.each(['en', 'zh-CN'] as const)('a reader checks a seal code in %s without a script', async (language) => {
  const { sealCheck: words } = messages(language).report
  const { work } = await published([{ ...judged, asked }])
  const code = (await work.store.publicReports.sealed(PERIOD))?.seal.code
  const check = async (typed: string) =>
    (await work.app.request(`/report/check?lang=${language}&code=${encodeURIComponent(typed)}`)).text()
  expect(await check('')).toContain(`<form action="/report/check">`)
  expect(await check('abc')).toContain(words.mistyped)
  // The head of this seal is made up, so its parts do not match.
  expect(await check(`${code}`)).toContain(words.altered)
  expect(await check(`${code}`)).not.toContain('<script')
})
