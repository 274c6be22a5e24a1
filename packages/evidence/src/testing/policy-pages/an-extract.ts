import type { Policy, PolicyPart } from './a-policy.ts'

/** Ways in which another program or a clipboard writes a page as text. */
export const EXTRACTS = [
  'copied',
  'copied-with-numbers',
  'markdown',
  'markdown-with-numbers',
  'wrapped',
  'one-line',
  'hyphenated',
  'full-width',
  'letters-for-numbers',
] as const
export type Extract = (typeof EXTRACTS)[number]

const HAN = [...'一二三四五六七八九十']
const CIRCLED = [...'①②③④⑤⑥⑦⑧⑨⑩']

interface Writing {
  readonly heading: (text: string, number: number, level: 1 | 2) => string
  readonly item: (text: string, number: number, isNumbered: boolean) => string
  readonly paragraph: (text: string, part: PolicyPart & { readonly kind: 'paragraph' }) => string
  readonly cells: (row: readonly string[]) => string
  readonly between: string
}

const PLAIN: Writing = {
  heading: (text) => text,
  item: (text) => text,
  paragraph: (text) => text,
  cells: (row) => row.join('\t'),
  between: '\n',
}
const MARKDOWN: Writing = {
  heading: (text, _, level) => `${'#'.repeat(level + 1)} ${text}`,
  item: (text) => `  * ${text}`,
  paragraph: (text, { bold, linked }) =>
    `${bold ? `**${text}**` : text.replaceAll('"', '\\"').replaceAll('"', '"')}${linked ? ' [](#top)' : ''}`.replaceAll(
      '\\"',
      '"',
    ),
  cells: (row) => `| ${row.join(' | ')} |`,
  between: '\n\n',
}

const WRITINGS: Readonly<Record<Extract, Writing>> = {
  copied: PLAIN,
  'copied-with-numbers': {
    ...PLAIN,
    item: (text, number, isNumbered) => (isNumbered ? `${number}. ${text}` : `• ${text}`),
  },
  markdown: MARKDOWN,
  'markdown-with-numbers': {
    ...MARKDOWN,
    item: (text, number, isNumbered) => (isNumbered ? `  ${number}. ${text}` : `  * ${text}`),
  },
  wrapped: { ...PLAIN, between: '\n\n', paragraph: (text) => text.replace(/(.{30,60})(\s)/gu, '$1\n') },
  'one-line': {
    ...PLAIN,
    between: ' ',
    item: (text, number, isNumbered) => (isNumbered ? `${number}. ${text}` : text),
  },
  hyphenated: {
    ...PLAIN,
    paragraph: (text) => text.replace(/(\p{L}{4})(?=\p{L}{3})/gu, '$1\u00ad').replaceAll(' ', '\u00a0'),
  },
  'full-width': {
    ...PLAIN,
    paragraph: (text) => text.replace(/[0-9A-Za-z]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0xfee0)),
  },
  'letters-for-numbers': {
    ...PLAIN,
    item: (text, number, isNumbered) => (isNumbered ? `${CIRCLED[number - 1]} ${text}` : `o\t${text}`),
    heading: (text, number, level) => (level === 1 && number <= 10 ? `${HAN[number - 1]}、${text}` : text),
  },
}

/** Text of a policy as such a program writes it. */
export function anExtract({ title, parts }: Policy, extract: Extract): string {
  const { heading, item, paragraph, cells, between } = WRITINGS[extract]
  let headings = 0
  const lines = parts.flatMap((part): readonly string[] => {
    switch (part.kind) {
      case 'heading':
        if (part.level === 1) headings += 1
        return [heading(part.text, headings, part.level)]
      case 'paragraph':
        return [paragraph(part.text, part)]
      case 'list':
        return part.items.map((text, i) => item(text, i + 1, part.numbered))
      case 'table':
        return part.rows.map(cells)
      default:
        return []
    }
  })
  return [title, ...lines].join(between)
}
