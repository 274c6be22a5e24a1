import { useQuery } from '@tanstack/react-query'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { periodName } from '@wayproof/messages/date-format'
import { type ShownDraft, trpc } from '../api.ts'
import { PageHead } from '../components/page-head.tsx'
import { SlotSentence } from '../components/slot-sentence.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
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
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { title, lead, crumb, crumbVersion } = words.reporting.questionnaire
  const next = useQuery(trpc.programme.get.queryOptions()).data?.next
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
      lead={
        !waits ? (
          lead.draft(next ? { period: periodName(next.period, locale), day: dayOf(next.at) } : null)
        ) : proposed.isMine ? (
          lead.mine
        ) : (
          <SlotSentence sentence={lead.theirs}>
            <Verbatim>{proposed.by}</Verbatim>
          </SlotSentence>
        )
      }
      trail={[crumb, crumbVersion(version)]}
    >
      <DraftActions {...props} canPropose={faults === 0} />
    </PageHead>
  )
}
