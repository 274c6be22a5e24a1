import { useClipboard } from '@mantine/hooks'
import { useLanguage } from '../language.tsx'
import { LinkButton } from './link-button.tsx'
import { tsv } from './tsv.ts'

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
