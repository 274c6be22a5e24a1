import { LOCALES } from '@wayproof/kernel/people/locale'
import { openReportSetter } from '@wayproof/letters/pdf/report-pdf'
import { sealedReportPdf } from '@wayproof/letters/pdf/sealed-report-pdf'
import { summary } from '@wayproof/letters/testing/sample-summary'
import type { SealedReport } from '@wayproof/scorecard/closing/seals/sealed-report'
import { quantile } from '../measuring/figures.ts'

// Renders the report of a closed half-year repeatedly, in both languages in turn. Figures differ each time, because the
// compiler caches its results.

const WARM_UP = 4
const REPORTS = 40

const organisation = { nameZh: 'Faraway', nameEn: 'Faraway', contactEmail: 'privacy@faraway.example', sample: false }
const code = '7K2M-0QXW-93HD-5TEB-J8RN-4VCA-ZP61'
const links = { sealCheck: `https://privacy.faraway.example/check-seal?code=${code}` }
const noActions = { goals: [], bare: [], remedies: [] }

/** The sample half-year with other figures. */
function report(nth: number): SealedReport {
  const verdicts = (less: number) =>
    summary.scorecard.verdicts.map((verdict) => ({ ...verdict, value: (verdict.value ?? 1) - less - nth / 1_000 }))
  const earlier = ['2022-H2', '2023-H2', '2024-H2'].map((period, n) => ({ period, verdicts: verdicts(0.06 - n / 50) }))
  const seal = { number: nth + 1, version: 1, code, frozenOn: '2026-02-11', sealedOn: '2026-02-20', people: 6 }
  return {
    scorecard: { ...summary.scorecard, verdicts: verdicts(0) },
    seal: { ...seal, reason: `a late audit, report ${nth}` },
    smallestGroup: 10,
    corrections: [],
    asked: null,
    earlier,
    agreed: [],
    cameOf: [],
    improvements: [{ id: `${nth}`, text: { 'zh-CN': `${nth}`, en: `${nth}` }, owner: 'customer-service' }],
    remedies: { red: noActions, noWave: noActions, past: [] },
  }
}

const startedAt = performance.now()
const set = openReportSetter()
const renderReport = (nth: number) => {
  const from = performance.now()
  const locale = LOCALES[nth % LOCALES.length] ?? 'en'
  const pdf = set({ content: sealedReportPdf(report(nth), { locale, organisation, published: null }), locale, links })
  return { milliseconds: performance.now() - from, pages: pagesOf(pdf) }
}

const pagesOf = (pdf: Uint8Array) => Number(/\/Count (\d+)/.exec(Buffer.from(pdf).toString('latin1'))?.[1] ?? 0)

const { pages } = renderReport(0)
const first = performance.now() - startedAt
if (pages === 0) throw new Error('the report has no page')
for (let nth = 1; nth <= WARM_UP; nth += 1) renderReport(nth)
const times: number[] = []
for (let nth = 0; nth < REPORTS; nth += 1) {
  const timing = renderReport(WARM_UP + 1 + nth)
  times.push(timing.milliseconds / timing.pages)
}
process.stdout.write(`took ${pages} ${quantile(times, 0.5)} ${first}\n`)
process.on('SIGTERM', () => process.exit(0))
setInterval(() => {}, 1_000)
