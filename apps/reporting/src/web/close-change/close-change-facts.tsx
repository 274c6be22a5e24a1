import { day } from '@wayproof/messages/date-format'
import type { CloseChange } from '@wayproof/survey/waves/close-change'
import type { ReactNode } from 'react'
import { Facts } from '../components/facts.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

/** Shows officers the proposed closing day, the reason, and who proposed and decided it. */
export function CloseChangeFacts({ change }: { readonly change: CloseChange }) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.waves.closing
  const { closesOn, reason, proposedBy, proposedAt, decided } = change
  const isOwnProposal = decided?.by.id === proposedBy.id
  const rows: readonly (readonly [string, ReactNode])[] = [
    [text.when, closesOn === null ? text.atOnce : text.onThatDay(day(closesOn, locale))],
    [text.why, <Own key="why" text={reason} />],
    [text.proposedBy, <Own key="proposed" text={proposedBy.name} after={dayOf(proposedAt)} />],
    ...(decided
      ? [
          [
            decided.approved ? text.approvedBy : isOwnProposal ? text.takenBackBy : text.declinedBy,
            <Own key="decided" text={decided.by.name} after={dayOf(decided.at)} />,
          ] as const,
        ]
      : []),
  ]
  return <Facts facts={rows} />
}

function Own({ text, after }: { readonly text: string; readonly after?: string }) {
  const { listed } = useLanguage().words.reporting.shell
  return (
    <>
      <span translate="no">{text}</span>
      {after === undefined ? null : `${listed}${after}`}
    </>
  )
}
