import { createRequire } from 'node:module'
import type { Locale } from '@wayproof/kernel'
import type { Content, createPdf } from 'pdfmake'
import type { Block, GoalRow, LetterContent } from './letter-content.ts'
import { faint, ink, line, soft } from './letter-theme.ts'
import { shapeSvg } from './shape-svg.ts'
import { colourOf } from './status-colour.ts'

const { resolve } = createRequire(import.meta.url)
const FONT = 'NotoSansSC'
const face = (weight: string) => resolve(`@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`)

/** A4, its margins and what is left between them, in points. */
const MARGIN = 48
const WIDTH = 595.28 - 2 * MARGIN

const gap = (points: number): [number, number, number, number] => [0, points, 0, 0]

function block(of: Block): Content[] {
  switch (of.kind) {
    case 'paragraph':
      return [{ text: of.text, margin: gap(4) }]
    case 'heading':
      return [{ text: of.text, bold: true, fontSize: 11, margin: gap(14), headlineLevel: 1 }]
    case 'caption':
      return [{ text: of.text, color: faint, margin: gap(4) }]
    case 'decisions':
      return [
        {
          ol: of.items.map(({ title, detail, due }) => ({
            text: [{ text: title, bold: true }, `  ${detail}`, due ? `  ${due.join('')}` : ''],
          })),
          margin: gap(4),
        },
      ]
    case 'changes':
      return [{ ul: of.items.map(({ text }) => text), margin: gap(4) }]
    case 'goals':
      return [goals(of.rows)]
    case 'numbered':
      return [
        { ol: of.items.map(({ lead, text }) => ({ text: [{ text: `${lead}  `, bold: true }, text] })), margin: gap(4) },
      ]
    case 'list':
      return [{ ul: [...of.items], margin: gap(4) }]
    case 'button':
      return []
  }
}

const goals = (rows: readonly GoalRow[]): Content => ({
  margin: gap(12),
  layout: { hLineWidth: () => 0.6, vLineWidth: () => 0, hLineColor: () => line, paddingLeft: () => 0 },
  table: {
    widths: [20, '*', 'auto'],
    dontBreakRows: true,
    body: rows.map(({ shape, name, word, detail, beside, note, value, target }) => [
      { svg: shapeSvg(shape), width: 13, margin: gap(2) },
      [
        {
          text: [
            { text: `${name}  `, bold: true },
            { text: word, color: colourOf[shape].colour },
          ],
        },
        ...[detail, ...beside].map((text) => ({ text, color: soft })),
        ...(note ? [{ text: `${note.text}${note.own}`, color: soft }] : []),
      ],
      [
        { text: value, bold: true, alignment: 'right', fontSize: 12, noWrap: true },
        { text: target, color: faint, alignment: 'right', noWrap: true },
      ],
    ]),
  },
})

function definition(content: LetterContent, locale: Locale): Parameters<typeof createPdf>[0] {
  return {
    pageSize: 'A4',
    pageMargins: [MARGIN, MARGIN, MARGIN, MARGIN],
    info: { title: content.subject },
    language: locale,
    defaultStyle: { font: FONT, fontSize: 9.5, lineHeight: 1.05, color: ink },
    content: [
      { text: content.kicker, color: soft },
      { text: content.headline, bold: true, fontSize: 16, margin: gap(2) },
      ...content.blocks.flatMap(block),
      {
        margin: gap(14),
        canvas: [{ type: 'line', x1: 0, y1: 0, x2: WIDTH, y2: 0, lineWidth: 0.6, lineColor: line }],
      },
      ...content.foot.map(({ text }) => ({ text, color: faint, fontSize: 8.5, margin: gap(4) })),
    ],
    footer: (page, pages) => ({
      text: `${page} / ${pages}`,
      color: faint,
      fontSize: 8.5,
      alignment: 'right',
      margin: [MARGIN, MARGIN / 3, MARGIN, 0],
    }),
    // A heading is not left alone at the foot of a page.
    pageBreakBefore: (node, { getFollowingNodesOnPage }) =>
      node.headlineLevel === 1 && getFollowingNodesOnPage().length === 0,
  }
}

/** Quotation marks of a Chinese font are as wide as a character: English gets the narrow ones. */
const inLatin = (content: LetterContent): LetterContent =>
  JSON.parse(JSON.stringify(content).replaceAll(/[‘’]/g, "'").replaceAll(/[“”]/g, '\\"')) as LetterContent

/**
 * A report as PDF, with the letters it uses of its font inside. Library and font (10 MB a weight) are read when the first
 * report is set.
 */
export async function reportPdf(content: LetterContent, locale: Locale): Promise<Uint8Array> {
  const { default: pdfmake } = await import('pdfmake')
  pdfmake.setFonts({ [FONT]: { normal: face('400Regular'), bold: face('600SemiBold') } })
  // Nothing is fetched, and of the disk only the two fonts are read.
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => path === face('400Regular') || path === face('600SemiBold'))
  return pdfmake.createPdf(definition(locale === 'en' ? inLatin(content) : content, locale)).getBuffer()
}
