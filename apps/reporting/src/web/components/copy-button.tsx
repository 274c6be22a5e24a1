import { useClipboard } from '@mantine/hooks'
import { markText } from '@wayproof/evidence/import/marked-text'
import { useLanguage } from '../language.tsx'
import { LinkButton } from './link-button.tsx'

/** Copies a table to the clipboard in a form that spreadsheets paste. */
export function CopyButton({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  const text = useLanguage().words.reporting.goal.trend
  const clipboard = useClipboard()
  return (
    <LinkButton onClick={() => clipboard.copy(tsv(rows))}>
      <span aria-live="polite">{clipboard.copied ? text.copied : text.copy}</span>
    </LinkButton>
  )
}

const NUMBER = /^[-+]?\d+([.,]\d+)*\s?%?$/

/** Makes a cell safe for spreadsheets: no tab or line break, no formula, no unbalanced quote. */
function cell(text: string): string {
  const singleLine = text.replace(/[\t\r\n]+/g, ' ')
  const safe = NUMBER.test(singleLine) ? singleLine : markText(singleLine)
  return safe.startsWith('"') ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Writes rows as tab-separated text, which Excel and WPS paste as cells. */
export const tsv = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map(cell).join('\t')).join('\r\n')
