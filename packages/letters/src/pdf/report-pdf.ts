import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import type { Links } from '../rendering/letter-template.tsx'
import { shapeSvg } from '../rendering/shape-svg.ts'
import { colourOf } from '../rendering/status-colour.ts'
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

const TABLE_ENTRY = 16
const FIRST_ENTRY = 12
const GROUP = 12
const GROUPS_FROM = 16
/** The table of a font that covers all of Unicode. */
const FULL_TABLE = 12

/** Ranges of the characters that a TrueType font draws, in order. */
type Coverage = readonly (readonly [first: number, last: number])[]

/** Replaces characters that the font lacks. */
const NO_GLYPH = '□'
/** Longer than a line of the narrowest column: a place to break is put in. */
const LONG_RUN = /[^\s\p{Script=Han}-]{30}(?=[^\s\p{Script=Han}-])/gu
const BREAK_HERE = '\u200b'

/** Which characters the font of a file draws. */
function readCoverage(path: string): Coverage {
  const font = readFileSync(path)
  const entries = Array.from({ length: font.readUInt16BE(4) }, (_, n) => FIRST_ENTRY + n * TABLE_ENTRY)
  const entry = entries.find((each) => font.toString('latin1', each, each + 4) === 'cmap')
  if (entry === undefined) throw new Error(`${path} maps no characters`)
  const cmap = font.readUInt32BE(entry + 8)
  const tables = Array.from(
    { length: font.readUInt16BE(cmap + 2) },
    (_, n) => cmap + font.readUInt32BE(cmap + 4 + n * 8 + 4),
  )
  const full = tables.find((table) => font.readUInt16BE(table) === FULL_TABLE)
  if (full === undefined) throw new Error(`${path} does not map all of Unicode`)
  return Array.from({ length: font.readUInt32BE(full + 12) }, (_, n) => {
    const group = full + GROUPS_FROM + n * GROUP
    return [font.readUInt32BE(group), font.readUInt32BE(group + 4)]
  })
}

/**
 * Makes any text one that the fonts of these files can draw, since a letter that is not drawn is not tagged either: what
 * breaks or turns a line becomes a space, what no font has a box, and a very long word gets places to break.
 */
function coveredText(paths: readonly string[]): (text: string) => string {
  const coverages = paths.map(readCoverage)
  const isCovered = (mark: string) => {
    const code = mark.codePointAt(0) ?? 0
    return coverages.every((coverage) => coverage.some(([first, last]) => code >= first && code <= last))
  }
  return (text) =>
    text
      .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]+/gu, ' ')
      .replaceAll(/[^ -~]/gu, (mark) => (isCovered(mark) ? mark : NO_GLYPH))
      .replaceAll(LONG_RUN, `$&${BREAK_HERE}`)
}
