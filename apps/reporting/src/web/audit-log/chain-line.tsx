import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { moment } from '@wayproof/messages/date-format'
import { trpc } from '../api.ts'
import { LinkButton } from '../components/link-button.tsx'
import { ErrorNote } from '../components/note.tsx'
import { StateMark } from '../components/state-mark.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

/** The last verification of the chain. Its length, its head and the place of a fault would count hidden entries. */
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
  const verified = state.verifiedAt === null ? null : moment(state.verifiedAt, timeZone, locale)
  return (
    <>
      <p>
        {state.isBroken ? (
          <StateMark shape="missed" label={`${text.changed} ${text.broken}`} />
        ) : verified === null ? (
          <StateMark shape="unknown" label={text.unverified} />
        ) : (
          <StateMark shape="demonstrated" label={text.holds(verified)} />
        )}{' '}
        <LinkButton disabled={verify.isPending} onClick={() => verify.mutate()}>
          {text.verify}
        </LinkButton>
      </p>
      {verify.error ? <ErrorNote error={verify.error} /> : null}
    </>
  )
}
