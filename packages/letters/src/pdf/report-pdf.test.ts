import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import { verdictTarget, verdictValue } from '@wayproof/messages/goal-value'
import { messages } from '@wayproof/messages/messages'
import type { SealedReport } from '@wayproof/scorecard/closing/seals/sealed-report'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { expect, test } from 'vitest'
import { summary } from '../testing/sample-summary.ts'
import { openReportSetter } from './report-pdf.ts'
import { sealedReportContent } from './sealed-report-content.ts'
import { sealedReportPdf } from './sealed-report-pdf.ts'
import { nodesOf, readPdf } from './testing/read-pdf.ts'

const code = '7K2M-4PQR-8STV-0WXY-Z123-4567-89AB'
const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example', sample: true }
const remedy = (goal: GoalId, action: string) => ({
  ...{ id: 'r', period: '2025-H2', goal, note: 'Too late.', action, owner: 'human-resources' as const },
  ...{ dueOn: '2026-06-30', effect: '20 more passes', decidedAt: 1, decidedBy: 'Lin' },
})
const report: SealedReport = {
  scorecard: summary.scorecard,
  seal: {
    number: 3,
    version: 2,
    code,
    frozenOn: '2026-02-11',
    sealedOn: '2026-02-20',
    people: 6,
    reason: 'late exams',
  },
  smallestGroup: 8,
  corrections: [
    {
      ...{ version: 2, sealedOn: '2026-02-20', reason: 'late exams' },
      changes: [{ goal: 'staff-training', figure: 'value', from: 0.925, to: 0.931 }],
    },
  ],
  asked: {
    question: {
      text: { 'zh-CN': '总体而言，您满意吗？', en: 'Overall, how satisfied are you?' },
      points: [
        { text: { 'zh-CN': '非常不满意', en: 'Very dissatisfied' }, isSatisfied: false },
        { text: { 'zh-CN': '满意', en: 'Satisfied' }, isSatisfied: true },
        { text: { 'zh-CN': '非常满意', en: 'Very satisfied' }, isSatisfied: true },
      ],
    },
    ...{ openedOn: '2026-01-06', closedOn: '2026-01-24', travelers: 1_000, eligible: 912 },
  },
  earlier: [{ period: '2024-H2', verdicts: summary.scorecard.verdicts }],
  improvements: [{ id: 'i', text: { 'zh-CN': '表格更短', en: 'A shorter form' }, owner: 'customer-service' }],
  remedies: {
    red: { goals: ['staff-training'], bare: [], remedies: [remedy('staff-training', 'Start in May.')] },
    noWave: { goals: [], bare: [], remedies: [] },
    past: [],
  },
  agreed: [
    {
      ...{ id: 'g', origin: 'meeting', text: 'Read the logs', owner: 'it-security' },
      ...{ dueOn: '2026-03-31', effect: 'no leak unseen' },
    },
  ],
  cameOf: [
    {
      ...{ action: { 'zh-CN': '三步', en: 'Three steps' }, owner: 'customer-service', internal: null },
      ...{ state: 'done', outcome: 'since May' },
    },
    {
      ...{
        action: { 'zh-CN': '补考', en: 'Resits' },
        owner: 'human-resources',
        state: 'under-way',
        outcome: 'half of them',
      },
      internal: { dueOn: '2025-09-30', effect: '95 %' },
    },
  ],
}

const published = { on: '2026-02-27', address: 'https://survey.faraway.example/report/2025-H2' }
const links = { sealCheck: `https://privacy.faraway.example/check-seal?code=${code}` }
const set = openReportSetter()

test.each(LOCALES)('the report in %s says its seal and where to check it, on at most two pages', async (locale) => {
  const pdf = set({ content: sealedReportPdf(report, { locale, organisation, published: null }), locale, links })
  const { text, addresses, pages } = await readPdf(pdf)
  const english = locale === 'en'
  expect(text).toContain(code)
  expect(addresses).toContain(links.sealCheck)
  expect(text).toContain(links.sealCheck)
  expect(text).not.toContain('pnpm')
  expect(text).toContain(english ? 'Expectedeffect:20morepasses' : '预期效果：20morepasses')
  expect(text).toContain(english ? 'Threesteps(Customerservice):done.sinceMay' : '三步（客服部门）：已完成。sinceMay')
  expect(text).toContain(english ? 'Due:30September2025·Expectedeffect:95%):underway' : '预期效果：95%）：进行中')
  expect(text).toContain(
    english ? 'Readthelogs(Owner:ITsecurity·Due:31March2026' : 'Readthelogs（责任部门：IT安全团队·期限：2026年3月31日',
  )
  expect(text).toContain('lateexams')
  expect(text).toContain(english ? 'fewerthan8people' : '不足8人')
  expect(text).toContain('92.5%→93.1%')
  expect(text).not.toContain('□')
  expect(pages).toHaveLength(2)
  expect(pdf.length).toBeLessThan(128_000)
})

test.each(LOCALES)(
  'a voice reads the report in %s: language, title, headings, header cells, charts in words',
  async (locale) => {
    const content = sealedReportPdf(report, { locale, organisation, published: null })
    const { marked, accessible, language, title, pages } = await readPdf(set({ content, locale, links }))
    expect({ marked, accessible, language, title }).toEqual({
      ...{ marked: true, accessible: '1' },
      language: locale === 'en' ? 'en-US' : 'zh-CN',
      title: content.subject,
    })
    const nodes = pages.flatMap((page) => nodesOf(page))
    const count = (role: string) => nodes.filter((node) => node.role === role).length
    expect(count('H1')).toBe(1)
    expect(count('H2')).toBe(content.blocks.filter(({ kind }) => kind === 'heading').length)
    expect(count('TH')).toBe(3)
    const alts = nodes.flatMap(({ role, alt }) => (role === 'Figure' ? [alt] : []))
    expect(alts).toHaveLength(2 * 5)
    const { bullet, sparkline } = messages(locale).reporting.scorecard
    const satisfaction = summary.scorecard.verdicts[3] as Verdict
    const value = verdictValue(satisfaction, locale) ?? ''
    const interval = messages(locale).scorecard.interval(satisfaction)
    expect(alts).toContain(bullet(value, verdictTarget(satisfaction), interval))
    expect(alts.filter((alt) => alt?.startsWith(sparkline('')))).toHaveLength(5)
  },
)

test.each(LOCALES)('the method in %s is on the second page, which has its own number', async (locale) => {
  const content = sealedReportPdf(report, { locale, organisation, published })
  const { text, pages } = await readPdf(set({ content, locale, links }))
  expect(pages).toHaveLength(2)
  const method = messages(locale).report.method.heading.replaceAll(' ', '')
  expect(text.indexOf('1/2')).toBeGreaterThan(0)
  expect(text.indexOf('1/2')).toBeLessThan(text.indexOf(method))
  expect(text.endsWith('2/2')).toBe(true)
})

test.each(LOCALES)('the sealed report in %s names the organization first', async (locale) => {
  const content = sealedReportPdf(report, { locale, organisation, published: null })
  const { text } = await readPdf(set({ content, locale, links }))
  expect(text.startsWith(locale === 'en' ? 'Faraway·' : '远行·')).toBe(true)
})

test('the same report makes the same bytes, whatever was made before', () => {
  const print = {
    content: sealedReportPdf(report, { locale: 'en', organisation, published: null }),
    locale: 'en',
    links,
  } as const
  const first = set(print)
  set({ ...print, locale: 'zh-CN' })
  expect(Buffer.compare(set(print), first)).toBe(0)
  expect(Buffer.compare(openReportSetter()(print), first)).toBe(0)
})

test('words of people are text, whatever they look like', async () => {
  const hostile = '#import "@preview/x:1.0.0" #panic() $x^2$ `raw` \\u{41} *b* _i_ <label> @ref // c /* d */ = h'
  const action = `${hostile} ${'W'.repeat(200)} שלום \u202eabc\u0007\u0000😀`
  const remedies = { ...report.remedies, red: { ...report.remedies.red, remedies: [remedy('staff-training', action)] } }
  const content = sealedReportPdf(
    { ...report, remedies },
    { locale: 'en', organisation: { ...organisation, nameEn: hostile }, published: null },
  )
  const { text, marked, widest } = await readPdf(set({ content, locale: 'en', links }))
  expect(text.split(hostile.replaceAll(' ', ''))).toHaveLength(4)
  expect(text).toContain('W'.repeat(200))
  expect(text).toContain('□□□□abc□')
  expect(marked).toBe(true)
  expect(widest).toBeLessThanOrEqual(595.28 - 48)
})

test.each(LOCALES)("the explanation of the seal's code is directly below it in %s", (locale) => {
  const words = messages(locale).report
  for (const where of [published, null]) {
    const { aside } = sealedReportContent(report, { locale, organisation, published: where })
    const texts = aside.map((block) => ('text' in block ? block.text : ''))
    expect(texts.slice(texts.indexOf(words.head(code)))[1]).toBe(words.check)
    expect(texts.filter((text) => text === words.check)).toHaveLength(1)
  }
})

test.each(LOCALES)('a sheet of sample data says so in %s before its figures, once', (locale) => {
  const said = messages(locale).report.sample
  const { blocks, foot } = sealedReportContent(report, { locale, organisation, published: null })
  expect(blocks[0]).toMatchObject({ kind: 'paragraph', text: said })
  expect(foot.map(({ text }) => text)).not.toContain(said)
})

test.each(LOCALES)(
  'the report in %s says how each denominator came about; that of an older seal says nothing',
  (locale) => {
    const lines = {
      en: [
        'Partner audit, 2025: 41 at the start, −1 excluded by two people = 40 partners due. 9 records taken out by one person still counted. 4 records out of scope.',
      ],
      'zh-CN': [
        '合作伙伴年度审核（2025年）：期初 41，经两人批准不计入 −1，合计应审合作伙伴 40。由一人移出但仍计入的记录 9 条。不在范围内的记录 4 条。',
      ],
    }[locale]
    const listed = (of: SealedReport) =>
      sealedReportContent(of, { locale, organisation, published: null }).blocks.flatMap((block) =>
        block.kind === 'list' ? block.items : [],
      )
    expect(listed(report)).toEqual(expect.arrayContaining(lines))
    const { bridges: _, ...scorecard } = report.scorecard
    expect(listed({ ...report, scorecard })).not.toEqual(expect.arrayContaining(lines))
    const headings = sealedReportContent({ ...report, scorecard }, { locale, organisation, published: null }).blocks
    expect(JSON.stringify(headings)).not.toContain(messages(locale).bridge.heading)
  },
)

test('the public version has no actions on red goals', () => {
  const said = JSON.stringify(sealedReportContent(report, { locale: 'en', organisation, published }))
  expect(said).toContain(messages('en').report.agreedCount(1))
  expect(said).not.toContain('Read the logs')
  expect(said).not.toMatch(/Start in May|Resits|Read the logs/)
  expect(said).toContain('A shorter form')
  expect(said).toContain(code)
  expect(said).not.toContain('pnpm')
})

test('under the red goals stand actions on red goals alone; others under what they are', () => {
  const none = { goals: [], bare: [], remedies: [] }
  const remedies = {
    red: none,
    noWave: { ...none, remedies: [remedy('customer-satisfaction', 'Ask in July.')] },
    past: [remedy('staff-training', 'Start in May.')],
  }
  const headings = (where: typeof published | null) =>
    sealedReportContent({ ...report, remedies }, { locale: 'en', organisation, published: where }).blocks.flatMap(
      (block) => (block.kind === 'heading' ? [block.text] : []),
    )
  const words = messages('en').report
  expect(headings(null)).toEqual(expect.arrayContaining([words.noWaveHeading, words.pastHeading]))
  expect(headings(null)).not.toContain(words.actionsHeading)
  expect(headings(published)).not.toContain(words.pastHeading)
})

const withLeaks = (currentCount: number, cap: number, asOf: string) =>
  summary.scorecard.verdicts.map((verdict) =>
    verdict.goal === 'incident-reduction'
      ? { ...verdict, asOf, figures: { ...verdict.figures, currentCount, cap } }
      : verdict,
  )

const trendsOf = (of: SealedReport, locale: Locale) =>
  sealedReportContent(of, { locale, organisation, published }).blocks.flatMap((block) =>
    block.kind === 'trends' ? block.items : [],
  )

test('the trend of leaks is their count against the limit of each year, and no reduction', () => {
  const scorecard = { ...summary.scorecard, verdicts: withLeaks(3, 4, '2025-12-31') }
  const of = { ...report, scorecard, earlier: [{ period: '2024-H2', verdicts: withLeaks(8, 9, '2024-12-31') }] }
  const alt = (locale: Locale) => trendsOf(of, locale)[2]?.drawing.alt
  expect(alt('en')).toContain('2024 8 (limit 9), 2025 3 (limit 4)')
  expect(alt('zh-CN')).toContain('2024 8 起，上限 9 起')
})

test('a first half stands beside first halves: no trend shows a whole year, nor the limit of one', () => {
  const scorecard = { ...summary.scorecard, period: '2026-H1', verdicts: withLeaks(4, 8, '2026-06-30') }
  const earlier = [
    { period: '2025-H1', verdicts: withLeaks(9, 12, '2025-06-30') },
    { period: '2025-H2', verdicts: withLeaks(17, 12, '2025-12-31') },
  ]
  for (const locale of LOCALES) {
    const trends = trendsOf({ ...report, scorecard, earlier }, locale)
    const leaks = trends[2]?.drawing
    expect(leaks?.alt).toBe(
      messages(locale).reporting.scorecard.sparkline(locale === 'en' ? '2025 9, 2026 4' : '2025 9、2026 4'),
    )
    expect(leaks?.svg).not.toContain('17')
    const { blocks } = sealedReportContent({ ...report, scorecard, earlier }, { locale, organisation, published })
    const texts = blocks.map((block) => ('text' in block ? block.text : ''))
    expect(texts).toContain(messages(locale).report.trends.heading.first)
  }
})

test.each([
  ['en', 'Figures through 31 December 2025, as recorded on 11 February 2026.'],
  ['zh-CN', '数据截至2025年12月31日，依据2026年2月11日的记录。'],
] as const)(
  'the report says in %s through which day its figures count, and when the registers said so',
  (locale, said) => {
    for (const where of [published, null]) {
      const { foot } = sealedReportContent(report, { locale, organisation, published: where })
      expect(foot.map(({ text }) => text)).toContain(said)
    }
  },
)
