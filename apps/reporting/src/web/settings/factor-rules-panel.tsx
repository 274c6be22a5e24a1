import { Checkbox } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { queryClient, trpc, type User } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'

/** Chooses the roles that require a second factor. */
export function FactorRulesPanel() {
  const { account, approvals, people } = useLanguage().words.reporting
  const text = account.factor.rules
  const rules = useQuery(trpc.secondFactor.rules.queryOptions())
  const require = useMutation(
    trpc.secondFactor.require.mutationOptions({ onSettled: () => queryClient.invalidateQueries() }),
  )
  if (!rules.data) return null
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <p className={ui.soft}>{text.lead}</p>
        {(Object.keys(people.roles) as User['role'][]).map((role) => (
          <Checkbox
            key={role}
            label={people.roles[role]}
            checked={rules.data.roles.includes(role)}
            disabled={require.isPending}
            onChange={({ currentTarget: { checked } }) => require.mutate({ role, required: checked })}
          />
        ))}
        {require.data?.waits ? <Note>{approvals.asked}</Note> : null}
        {require.error ? <ErrorNote error={require.error} /> : null}
      </div>
    </Panel>
  )
}
