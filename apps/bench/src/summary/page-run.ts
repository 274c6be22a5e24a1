import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import { openReportSetter } from '@wayproof/letters/pdf/report-pdf'
import { renderLetter } from '@wayproof/letters/rendering/render-letter'
import { organisation } from '@wayproof/letters/testing/sample-letters'
import { quantile } from '../measuring/figures.ts'
import type { PageFigures } from './bench-summary.ts'
import { links, sampleEdition } from './sample-edition.ts'

// Makes the executives' letter and its PDF repeatedly, in both languages in turn. Figures differ each time, because the
// compiler caches its results.

const WARM_UP = 4
const EDITIONS = 40

const set = openReportSetter()

async function makeEdition(nth: number) {
  const locale = LOCALES[nth % LOCALES.length] ?? 'en'
  const startedAt = performance.now()
  const { letter, print } = sampleEdition(nth, locale)
  const { html } = await renderLetter(letter, { organisation, links })
  const renderedAt = performance.now()
  const pdf = Buffer.from(set(print))
  const pdfMilliseconds = performance.now() - renderedAt
  const text = pdf.toString('latin1')
  if (!text.includes('/StructTreeRoot')) throw new Error('the PDF is not tagged')
  return {
    locale,
    letterMilliseconds: renderedAt - startedAt,
    pdfMilliseconds,
    pages: Number(/\/Count (\d+)/.exec(text)?.[1]),
    letterBytes: Buffer.byteLength(html),
    pdfBytes: pdf.length,
  }
}

type MadeEdition = Awaited<ReturnType<typeof makeEdition>>

const editions: MadeEdition[] = []
for (let nth = 0; nth < WARM_UP; nth += 1) await makeEdition(nth)
for (let nth = WARM_UP; nth < WARM_UP + EDITIONS; nth += 1) editions.push(await makeEdition(nth))
const median = (figureOf: (edition: MadeEdition) => number) => quantile(editions.map(figureOf), 0.5)
const largestPdf = (locale: Locale) =>
  Math.max(...editions.flatMap((edition) => (edition.locale === locale ? [edition.pdfBytes] : [])))
const figures: PageFigures = {
  pages: median(({ pages }) => pages),
  letterMilliseconds: median(({ letterMilliseconds }) => letterMilliseconds),
  millisecondsPerPage: median(({ pdfMilliseconds, pages }) => pdfMilliseconds / pages),
  letterBytes: Math.max(...editions.map(({ letterBytes }) => letterBytes)),
  pdfBytes: { 'zh-CN': largestPdf('zh-CN'), en: largestPdf('en') },
}
process.stdout.write(`took ${JSON.stringify(figures)}\n`)
process.on('SIGTERM', () => process.exit(0))
setInterval(() => {}, 1_000)
