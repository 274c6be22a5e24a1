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

/** The last verification of the chain, or what was changed in it. Officers see neither its length nor its head. */
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
  const { chain, isBroken } = state
  if (chain?.head.number === 0) return <p className={ui.soft}>{text.empty}</p>
  const head = chain?.head.hash.slice(0, HEAD_DIGITS)
  const entries = chain?.entries ?? null
  const verified = state.verifiedAt === null ? null : moment(state.verifiedAt, timeZone, locale)
  return (
    <>
      <p>
        {isBroken ? (
          <StateMark shape="missed" label={`${faultText(chain?.fault ?? null, text)} ${text.broken}`} />
        ) : verified === null ? (
          <StateMark shape="unknown" label={text.unverified(entries)} />
        ) : (
          <StateMark shape="demonstrated" label={text.holds(entries, verified)} />
        )}{' '}
        {head ? (
          <span className={ui.soft}>
            · {text.headName} <Verbatim>{head}</Verbatim>
          </span>
        ) : null}{' '}
        <LinkButton disabled={verify.isPending} onClick={() => verify.mutate()}>
          {text.verify}
        </LinkButton>
      </p>
      {verify.error ? <ErrorNote error={verify.error} /> : null}
    </>
  )
}

type ChainText = ReturnType<typeof useLanguage>['words']['reporting']['auditLog']['chain']
type Fault = NonNullable<AuditState['chain']>['fault']

const faultText = (fault: Fault, { changed, faults }: ChainText): string => {
  if (fault === null) return changed
  return fault.code === 'removed' ? faults.removed(fault.from, fault.to) : faults[fault.code](fault.number)
}
