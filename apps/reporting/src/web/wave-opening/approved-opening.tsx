import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { periodName } from '@wayproof/messages/date-format'
import { queryClient, type ShownApproval, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

/** An opening that another officer has not decided yet, instead of a second plan for the same half-year. */
export function PendingOpening({ opening }: { readonly opening: ShownApproval }) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { approvals, shell, wavePages } = words.reporting
  const { subject, proposedBy, proposedAt, expiresAt, approvers } = opening
  return (
    <Panel title={wavePages.opening.doneTitle(periodName(subject, locale))}>
      <p className={ui.soft}>
        <Verbatim>{approvals.askedBy(proposedBy.name, dayOf(proposedAt))}</Verbatim> {' · '}
        {approvals.until(dayOf(expiresAt))}
      </p>
      <p>
        {approvers.length > 0 ? (
          <Verbatim>{approvals.approvers(approvers.join(shell.listed))}</Verbatim>
        ) : (
          approvals.nobody
        )}
      </p>
      <Link to="/approvals">{wavePages.opening.toApprovals}</Link>
    </Panel>
  )
}

/** An opening that was approved while something prevented it: an officer opens the wave once that is gone. */
export function ApprovedOpening({ period }: { readonly period: PeriodKey }) {
  const { locale, words } = useLanguage()
  const { opening } = words.reporting.wavePages
  const navigate = useNavigate()
  const open = useMutation(
    trpc.wave.open.mutationOptions({
      onSuccess: () => void navigate({ to: '/waves/progress', search: { period } }),
      onSettled: () => queryClient.invalidateQueries(),
    }),
  )
  return (
    <Panel title={opening.approvedTitle(periodName(period, locale))}>
      <p>{opening.approved}</p>
      {open.error ? <ErrorNote error={open.error} /> : null}
      <div className={ui.buttons}>
        <Button loading={open.isPending} onClick={() => open.mutate({ period })}>
          {opening.openNow}
        </Button>
      </div>
    </Panel>
  )
}
