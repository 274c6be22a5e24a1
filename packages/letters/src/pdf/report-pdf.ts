import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import type { Links } from '../rendering/letter-template.tsx'
import { shapeSvg } from '../rendering/shape-svg.ts'
import { colourOf } from '../rendering/status-colour.ts'
import { coveredText } from './covered-text.ts'
import type { PdfBlock, PdfContent, PdfGoalRow } from './pdf-content.ts'
import { REPORT_TYP } from './report-typ.ts'

/** A compiled file behind CommonJS, which bundlers and loaders read differently: Node.js itself loads it from beside this source. */
const requireHere = createRequire(import.meta.url)
const face = (weight: string) =>
  requireHere.resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`)

/** The compiler caches its work over this many reports. */
const MOST_AGE = 4

const goalRow = ({ shape, name, word, detail, beside: furtherLines, note, value, target, chart }: PdfGoalRow) => ({
  ...{ name, word, value, target, chart },
  colour: colourOf[shape].colour,
  shape: shapeSvg(shape),
  lines: [detail, ...furtherLines, ...(note ? [`${note.text}${note.own}`] : [])],
})

function block(pdfBlock: PdfBlock, links: Links): object {
  switch (pdfBlock.kind) {
    case 'goals':
      return { kind: 'goals', rows: pdfBlock.rows.map(goalRow) }
    case 'decisions':
      return {
        kind: 'decisions',
        items: pdfBlock.items.map(({ due, ...item }) => ({ ...item, due: due?.join('') ?? null })),
      }
    case 'button': {
      const address = links[pdfBlock.link]
      // A link that paper does not need.
      return address === undefined ? {} : { kind: 'link', label: pdfBlock.label, address, shown: address }
    }
    default:
      return pdfBlock
  }
}

/** Fields without readable text. */
const AS_THEY_ARE: ReadonlySet<string> = new Set(['address', 'shape', 'svg', 'axis', 'kind', 'direction', 'colour'])

/** The value with each of its texts changed. */
function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((each) => withTexts(each, change))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([key, member]) =>
    AS_THEY_ARE.has(key) && typeof member === 'string' ? [key, member] : [key, withTexts(member, change)],
  )
  return Object.fromEntries(members)
}

/** Quotation marks of a Chinese font are as wide as a character: English gets the narrow ones. */
const inLatin = (text: string) => text.replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '"')

export interface ReportPrint {
  readonly content: PdfContent
  readonly locale: Locale
  /** The addresses of its links; a link without one is left out. */
  readonly links: Links
}

export type ReportSetter = (print: ReportPrint) => Uint8Array

/**
 * Sets reports as tagged PDFs (PDF/UA-1), with the letters used of the font inside. The same content makes the same bytes.
 * Compiler and font (10 MB a weight) are read here, once.
 */
export function openReportSetter(): ReportSetter {
  const typst: typeof import('@myriaddreamin/typst-ts-node-compiler') = requireHere(
    '@myriaddreamin/typst-ts-node-compiler',
  )
  const faces = [face('400Regular'), face('600SemiBold')]
  const covered = coveredText(faces)
  const compiler = typst.NodeCompiler.create({
    // The source reads no file; a folder that is not there leaves it none to read.
    workspace: join(import.meta.dirname, 'no-such-folder'),
    fontArgs: [{ fontPaths: faces.map((path) => dirname(path)) }],
  })
  return ({ content, locale, links }) => {
    const { columns } = messages(locale).reporting.scorecard
    const report = {
      ...{ title: content.subject, kicker: content.kicker, headline: content.headline },
      columns: [columns.goal, columns.against, columns.now],
      blocks: content.blocks.map((each) => block(each, links)).filter((each) => 'kind' in each),
      foot: content.foot.map(({ text, code }) => (code ? `${text} · ${code}` : text)),
    }
    const [lang, region] = locale === 'en' ? ['en', 'US'] : ['zh', 'CN']
    const texts = withTexts(report, (text) => covered(locale === 'en' ? inLatin(text) : text))
    const data = { ...(texts as object), lang, region, date: content.issuedOn.split('-').map(Number) }
    const compiled = compiler.compile({ mainFileContent: REPORT_TYP, inputs: { data: JSON.stringify(data) } })
    if (!compiled.result) {
      const error = compiled.takeError()
      throw new Error(`typst: ${JSON.stringify(error ? compiler.fetchDiagnostics(error) : null)}`)
    }
    const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1' })
    compiler.evictCache(MOST_AGE)
    return pdf
  }
}
