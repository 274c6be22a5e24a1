import { inflateSync } from 'node:zlib'
import { LOCALES } from '@wayproof/kernel'
import { messages } from '@wayproof/messages'
import type { GoalId, SealedReport } from '@wayproof/scorecard'
import { expect, test } from 'vitest'
import { reportPdf } from './report-pdf.ts'
import { sealedReportContent } from './sealed-report-content.ts'
import { summary } from './testing/sample-summary.ts'

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
  changes: [{ goal: 'staff-training', figure: 'value', from: 0.925, to: 0.931 }],
  earlier: [{ period: '2025-H1', verdicts: summary.scorecard.verdicts }],
  improvements: [{ id: 'i', text: { 'zh-CN': '表格更短', en: 'A shorter form' }, owner: 'customer-service' }],
  remedies: {
    red: { goals: ['staff-training'], bare: [], remedies: [remedy('staff-training', 'Start in May.')] },
    noWave: { goals: [], bare: [], remedies: [] },
    past: [],
  },
  cameOf: [
    {
      ...{ action: { 'zh-CN': '三步', en: 'Three steps' }, owner: 'customer-service', remedy: null },
      ...{ state: 'done', outcome: 'since May' },
    },
    {
      ...{
        action: { 'zh-CN': '补考', en: 'Resits' },
        owner: 'human-resources',
        state: 'under-way',
        outcome: 'half of them',
      },
      remedy: { goal: 'staff-training', dueOn: '2025-09-30', effect: '95 %' },
    },
  ],
}

/** The texts that a PDF draws, glyphs turned back into letters by the maps it carries for readers who cannot see. */
function textOf(pdf: Uint8Array): string {
  const bytes = Buffer.from(pdf)
  const objects = new Map<number, string>()
  const raw = bytes.toString('latin1')
  for (const found of raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)endobj/g)) {
    const body = found[2] ?? ''
    const at = body.indexOf('stream\n')
    const packed = Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1')
    objects.set(Number(found[1]), at < 0 ? body : body.slice(0, at) + inflated(packed))
  }
  const all = [...objects.values()]
  const fonts = new Map<string, Map<string, string>>()
  for (const body of all)
    for (const [, name = '', ref] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(ref)) ?? '')?.[1]
      if (map) fonts.set(name, glyphs(objects.get(Number(map)) ?? ''))
    }
  return all
    .filter((body) => body.includes('BT\n'))
    .map((page) => {
      let font = new Map<string, string>()
      let text = ''
      for (const [, name, shown] of page.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
        if (name) font = fonts.get(name) ?? font
        for (const [, hex = ''] of (shown ?? '').matchAll(/<([0-9a-f]+)>/g))
          text += (hex.match(/.{4}/g) ?? []).map((glyph) => font.get(glyph) ?? '?').join('')
      }
      return text
    })
    .join('\n')
}

function inflated(packed: Buffer): string {
  try {
    return inflateSync(packed).toString('latin1')
  } catch {
    return ''
  }
}

function glyphs(cmap: string): Map<string, string> {
  const map = new Map<string, string>()
  const letters = (hex: string) =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)))
  for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)) {
    const first = Number.parseInt(from, 16)
    for (const [at, hex] of [...list.matchAll(/<([0-9a-f ]+)>/g)].entries())
      map.set((first + at).toString(16).padStart(4, '0'), letters((hex[1] ?? '').replaceAll(' ', '')))
  }
  return map
}

test.each(['zh-CN', 'en'] as const)(
  'the report in %s says the head and how to verify it, on a light PDF',
  async (locale) => {
    const pdf = await reportPdf(sealedReportContent(report, { locale, organisation, publicly: false }), locale)
    const text = textOf(pdf).replaceAll(/\s/g, '')
    expect(text).toContain(code)
    expect(text).toContain(`npx-ypnpm@12verify--seal${code}`)
    expect(text).toContain(locale === 'en' ? 'expected:20morepasses' : '预期：20morepasses')
    expect(text).toContain(
      locale === 'en' ? 'Threesteps(Customerservice):done,sinceMay' : '三步（客户服务部）：已完成，sinceMay',
    )
    expect(text).toContain(locale === 'en' ? 'due30September2025;expected:95%):underway' : '预期：95%）：进行中')
    expect(text).toContain('lateexams')
    expect(text).toContain(locale === 'en' ? 'fewerthan8people' : '不足8人')
    expect(text).toContain('92.5%→93.1%')
    expect(text).not.toContain('?')
    expect(text).toContain('1/2')
    expect(text).toContain('2/2')
    expect(pdf.length).toBeLessThan(64_000)
    expect(
      (
        Buffer.from(pdf)
          .toString('latin1')
          .match(/\/Type \/Page\n/g) ?? []
      ).length,
    ).toBeLessThanOrEqual(2)
  },
)

test.each(LOCALES)('what the code of the seal is for stands right under it in %s', (locale) => {
  const words = messages(locale).report
  for (const publicly of [true, false]) {
    const { blocks } = sealedReportContent(report, { locale, organisation, publicly })
    const texts = blocks.map((block) => ('text' in block ? block.text : ''))
    const explained = publicly ? words.compare : words.verify(code)
    expect(texts.slice(texts.indexOf(words.head(code)))[1]).toBe(explained)
    expect(texts.filter((text) => text === explained)).toHaveLength(1)
  }
})

test.each(LOCALES)('a sheet of sample data says so in %s before its figures, once', (locale) => {
  const said = messages(locale).report.sample
  const { blocks, foot } = sealedReportContent(report, { locale, organisation, publicly: false })
  expect(blocks.slice(0, 2)).toMatchObject([{ kind: 'paragraph', text: said }, { kind: 'goals' }])
  expect(foot.map(({ text }) => text)).not.toContain(said)
})

test('what is published leaves the actions on red goals to the house', () => {
  const said = JSON.stringify(sealedReportContent(report, { locale: 'en', organisation, publicly: true }))
  expect(said).not.toMatch(/Start in May|Resits/)
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
  const headings = (publicly: boolean) =>
    sealedReportContent({ ...report, remedies }, { locale: 'en', organisation, publicly }).blocks.flatMap((block) =>
      block.kind === 'heading' ? [block.text] : [],
    )
  const words = messages('en').report
  expect(headings(false)).toEqual(expect.arrayContaining([words.noWaveHeading, words.pastHeading]))
  expect(headings(false)).not.toContain(words.actionsHeading)
  expect(headings(true)).not.toContain(words.pastHeading)
})

test('the course of leaks is their count against the cap of each year, and no reduction', () => {
  const verdicts = (currentCount: number, cap: number) =>
    summary.scorecard.verdicts.map((verdict) =>
      verdict.goal === 'incident-reduction'
        ? { ...verdict, figures: { ...verdict.figures, currentCount, cap } }
        : verdict,
    )
  const scorecard = { ...summary.scorecard, verdicts: verdicts(3, 4) }
  const of = { ...report, scorecard, earlier: [{ period: '2024-H2', verdicts: verdicts(8, 9) }] }
  const said = (locale: 'en' | 'zh-CN') =>
    JSON.stringify(sealedReportContent(of, { locale, organisation, publicly: true }))
  expect(said('en')).toContain('second half of 2024 8 of at most 9 → second half of 2025 3 of at most 4')
  expect(said('zh-CN')).toContain('8 起，上限 9 起 → ')
})

test.each([
  ['en', 'Figures through 31 December 2025, as recorded on 11 February 2026.'],
  ['zh-CN', '数字截至2025年12月31日，依据2026年2月11日的记录。'],
] as const)(
  'the report says in %s through which day its figures count, and when the registers said so',
  (locale, said) => {
    for (const publicly of [true, false]) {
      const { foot } = sealedReportContent(report, { locale, organisation, publicly })
      expect(foot.map(({ text }) => text)).toContain(said)
    }
  },
)
