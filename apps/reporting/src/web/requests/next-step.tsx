import type { ShownCase } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { EraseForm } from '../privacy/erase-form.tsx'
import { SuppressForm } from '../privacy/suppress-form.tsx'

const SUPPRESSING: readonly string[] = ['objection', 'consent-withdrawal']

/** Carries out a request beside its case, because an answer alone changes no register; only officers may. */
export function NextStep({ view: { case: request, contact } }: { readonly view: ShownCase }) {
  const text = useLanguage().words.reporting.requests
  const isOfficer = useMe().user?.role === 'officer'
  const isErasure = request.kind === 'deletion'
  if (!isErasure && !SUPPRESSING.includes(request.kind)) return null
  const title = isErasure ? text.deletionTitle : text.suppressionTitle
  if (!isOfficer) {
    return (
      <Panel title={title}>
        <p className={ui.soft}>{text.officerActs}</p>
      </Panel>
    )
  }
  // Anyone can type an address; only a confirmed one is proposed.
  const knownEmail = request.identityCheckedOn !== null && contact ? contact : ''
  return isErasure ? (
    <EraseForm title={title} knownEmail={knownEmail} />
  ) : (
    <SuppressForm title={title} knownEmail={knownEmail} />
  )
}
