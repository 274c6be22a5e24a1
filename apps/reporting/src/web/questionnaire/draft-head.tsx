import type { Questionnaire } from '@wayproof/survey'
import type { ShownDraft } from '../api.ts'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'
import { DraftActions } from './draft-actions.tsx'
import type { Finding } from './findings.ts'

interface DraftHeadProps {
  readonly stored: ShownDraft
  readonly typed: Questionnaire
  readonly findings: readonly Finding[]
  readonly isDirty: boolean
  readonly onStored: (draft: ShownDraft) => void
}

/** The sentence that says what is left before publishing, and the next act. */
export function DraftHead(props: DraftHeadProps) {
  const { stored, findings, isDirty } = props
  const { title, lead, crumb, crumbVersion } = useLanguage().words.reporting.questionnaire
  const { version, proposed } = stored
  const faults = findings.filter(({ isFault }) => isFault).length
  const waits = proposed !== null && !isDirty
  const sentence = waits
    ? title.waits(version)
    : findings.length === 0
      ? title.ready(version)
      : title.remain(version, faults, findings.length - faults)
  return (
    <PageHead
      title={sentence}
      lead={!waits ? lead.draft : proposed.isMine ? lead.mine : lead.theirs(proposed.by)}
      trail={[crumb, crumbVersion(version)]}
    >
      <DraftActions {...props} canPropose={faults === 0} />
    </PageHead>
  )
}
