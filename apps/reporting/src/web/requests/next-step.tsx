import { Link } from '@tanstack/react-router'
import type { CaseKind } from '@wayproof/evidence/rights-case'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'

/** Links the page where the officer carries out a request, because an answer alone changes no register. */
export function NextStep({ kind }: { readonly kind: CaseKind }) {
  const { requests: text, shell } = useLanguage().words.reporting
  const [title, lead] =
    kind === 'deletion'
      ? [text.deletionTitle, text.deletion]
      : kind === 'objection' || kind === 'consent-withdrawal'
        ? [text.suppressionTitle, text.suppression]
        : [null, null]
  if (title === null) return null
  return (
    <Panel title={title}>
      <p>
        {lead} <Link to="/privacy">{shell.privacy}</Link>
      </p>
    </Panel>
  )
}
