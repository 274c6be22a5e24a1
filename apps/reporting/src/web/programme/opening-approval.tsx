import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { queryClient, trpc } from '../api.ts'
import { useApprovals } from '../approvals/use-approvals.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'

/** Says whether two officers approved the next automatic opening; an officer asks for it here. */
export function OpeningApproval({ period }: { readonly period: PeriodKey }) {
  const text = useLanguage().words.reporting.programme.approval
  const isOfficer = useMe().user?.role === 'officer'
  const { data } = useApprovals()
  const ask = useMutation(
    trpc.programme.askOpening.mutationOptions({ onSettled: () => queryClient.invalidateQueries() }),
  )
  if (!data || !isOfficer) return null
  const isThis = ({ kind, subject }: (typeof data)['decided'][number]) =>
    kind === 'automatic-opening' && subject === period
  if ([...data.waiting, ...data.others].some(isThis))
    return (
      <p className={ui.soft}>
        {text.waits} <Link to="/approvals">{text.show}</Link>
      </p>
    )
  const [last] = data.decided.filter(isThis)
  if (last?.state === 'approved') return <p className={ui.soft}>{text.approved}</p>
  return (
    <>
      <p>
        {text.needed}{' '}
        <LinkButton disabled={ask.isPending} onClick={() => ask.mutate()}>
          {text.ask}
        </LinkButton>
      </p>
      {ask.error ? <ErrorNote error={ask.error} /> : null}
    </>
  )
}
