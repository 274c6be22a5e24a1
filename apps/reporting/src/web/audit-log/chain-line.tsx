import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { moment } from '@wayproof/messages'
import { type AuditState, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

/** Digits of the head that a person compares with a note. */
const HEAD_DIGITS = 8

/** The length of the chain and its last verification, or what was changed in it. */
export function ChainLine() {
  const { locale, words } = useLanguage()
  const { timeZone } = useOrganisationDays()
  const text = words.reporting.auditLog.chain
  const queryClient = useQueryClient()
  const { data: state } = useQuery(trpc.auditLog.state.queryOptions())
  const verify = useMutation(
    trpc.auditLog.verify.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.auditLog.pathFilter()),
    }),
  )
  if (!state) return null
  if (state.head.number === 0) return <p className={ui.soft}>{text.empty}</p>
  const head = state.head.hash.slice(0, HEAD_DIGITS)
  const verified = state.verifiedAt === null ? null : moment(state.verifiedAt, timeZone, locale)
  return (
    <>
      <p>
        {state.fault ? (
          <StateMark shape="missed" label={`${faultText(state.fault, text.faults)} ${text.broken}`} />
        ) : verified === null ? (
          <StateMark shape="unknown" label={text.unverified(state.entries)} />
        ) : (
          <StateMark shape="demonstrated" label={text.holds(state.entries, verified)} />
        )}{' '}
        <span className={ui.soft}>
          · {text.headName} <Verbatim>{head}</Verbatim>
        </span>{' '}
        <LinkButton disabled={verify.isPending} onClick={() => verify.mutate()}>
          {text.verify}
        </LinkButton>
      </p>
      {verify.error ? <ErrorNote error={verify.error} /> : null}
    </>
  )
}

type Faults = ReturnType<typeof useLanguage>['words']['reporting']['auditLog']['chain']['faults']

const faultText = (fault: NonNullable<AuditState['fault']>, texts: Faults): string =>
  fault.code === 'removed' ? texts.removed(fault.from, fault.to) : texts[fault.code](fault.number)
