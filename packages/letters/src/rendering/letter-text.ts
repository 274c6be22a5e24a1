import { CHANGE_MARKS } from '../contents/change-marks.ts'
import type { Block, LetterContent, LinkName } from '../letter/letter-content.ts'

/** Renders the letter as plain text: the same sentences in the same order, one link per line. */
export function letterText(content: LetterContent, addressOf: (link: LinkName) => string): string {
  const foot = content.foot.map(({ text, code, link }) => {
    const line = code ? `${text} · ${code}` : text
    return link ? `${line}\n${addressOf(link.name)}` : line
  })
  return [
    content.kicker,
    content.headline,
    ...content.blocks.map((block) => blockText(block, addressOf)),
    `-- \n${foot.join('\n')}`,
  ]
    .join('\n\n')
    .concat('\n')
}

function blockText(block: Block, addressOf: (link: LinkName) => string): string {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'caption':
      return block.text
    case 'decisions':
      return block.items
        .map(
          ({ title, detail, due }, index) => `${index + 1}. ${title}${due ? ` (${due.join('')})` : ''}\n   ${detail}`,
        )
        .join('\n')
    case 'changes':
      return block.items.map(({ direction, text }) => `${CHANGE_MARKS[direction]} ${text}`).join('\n')
    case 'goals':
      return block.rows
        .map(({ name, word, detail, beside: furtherLines, note, value, target }) => {
          const own = note ? [`${note.text}${note.own}`] : []
          return [`${name} · ${word} · ${value} · ${target}`, detail, ...furtherLines, ...own].join('\n  ')
        })
        .join('\n')
    case 'numbered':
      return block.items.map(({ lead, text }, index) => `${index + 1}. ${lead}${text}`).join('\n')
    case 'list':
      return block.items.map((item) => `· ${item}`).join('\n')
    case 'links':
      return block.items
        .map(({ text, path }) => (path === null ? `· ${text}` : `· ${text}\n  ${addressOf('dashboard')}${path}`))
        .join('\n')
    case 'options':
      return block.items.map(({ label, link }) => `· ${label}\n  ${addressOf(link)}`).join('\n')
    case 'button':
      return `${block.label}\n${addressOf(block.link)}`
  }
}
