import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { ACTION_ORIGINS, ACTION_OWNERS } from '@wayproof/oversight/actions/action'
import type { ListedAction } from '@wayproof/oversight/actions/list-actions'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import styles from '../closing/closing.module.css'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { useLanguage } from '../language.tsx'
import { useMe } from '../me.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import people from '../people/people.module.css'
import { ActionFields, NO_ACTION, trimmedAction } from './action-fields.tsx'
import { type ActionSearch, actionSearch, isShown, SHOWN } from './action-search.ts'
import { ActionTable } from './action-table.tsx'

const route = getRouteApi('/inside/actions')

/** Lists actions of all origins with their owners, due days and outcomes. */
export function ActionsPage() {
  const text = useLanguage().words.reporting.actions
  const isOfficer = useMe().user?.role === 'officer'
  const search = route.useSearch()
  const list = useQuery(trpc.action.list.queryOptions())
  if (list.isLoadingError) return <FaultPanel error={list.error} onAgain={() => void list.refetch()} />
  if (!list.data) return <Loading heights={[56, 480]} />
  const { actions, today } = list.data
  const numberOf = (show: 'open' | 'overdue') => actions.filter((action) => isShown(show, action, today)).length
  const { show = 'open', origin, owner } = search
  const matching = actions.filter(
    (action) => (!origin || action.origin === origin) && (!owner || action.owner === owner),
  )
  const visibleActions = matching.filter((action) => isShown(show, action, today))
  return (
    <>
      <PageHead title={text.title(numberOf('open'), numberOf('overdue'))} lead={text.lead} />
      <div className={ui.stack}>
        <Panel title={text.caption}>
          <ActionFilter search={search} actions={matching} today={today} />
          <ActionTable actions={visibleActions} today={today} isOfficer={isOfficer} />
        </Panel>
        {isOfficer ? <AgreeForm /> : null}
      </div>
    </>
  )
}

interface ActionFilterProps {
  readonly search: ActionSearch
  /** Actions that match origin and owner. */
  readonly actions: readonly ListedAction[]
  readonly today: string
}

/** Filters by state, origin and owner; the address holds them. */
export function ActionFilter({ search, actions, today }: ActionFilterProps) {
  const { words } = useLanguage()
  const text = words.reporting.actions
  const navigate = useNavigate()
  const navigateTo = (next: Readonly<Record<string, unknown>>) =>
    void navigate({ to: '/actions', search: actionSearch({ ...search, ...next }) })
  return (
    <div className={people.filter}>
      <fieldset className={people.choices} aria-label={text.show}>
        {SHOWN.map((show) => (
          <button
            key={show}
            type="button"
            className={people.choice}
            aria-pressed={show === (search.show ?? 'open')}
            onClick={() => navigateTo({ show })}
          >
            {text.shown[show]} {actions.filter((action) => isShown(show, action, today)).length}
          </button>
        ))}
      </fieldset>
      <NativeSelect
        label={text.origin}
        value={search.origin ?? ''}
        data={[
          { value: '', label: text.anyOrigin },
          ...ACTION_ORIGINS.map((origin) => ({ value: origin, label: text.origins[origin] })),
        ]}
        onChange={({ currentTarget: { value } }) => navigateTo({ origin: value })}
      />
      <NativeSelect
        label={text.columns.owner}
        value={search.owner ?? ''}
        data={[
          { value: '', label: text.anyOwner },
          ...ACTION_OWNERS.map((owner) => ({ value: owner, label: words.goals.owners[owner] })),
        ]}
        onChange={({ currentTarget: { value } }) => navigateTo({ owner: value })}
      />
    </div>
  )
}

/** Agrees an action because of an open finding. */
export function AgreeForm() {
  const { words } = useLanguage()
  const { add: text, origins } = words.reporting.actions
  const { today } = useOrganisationDays()
  const { data: findings = [] } = useQuery(trpc.action.findings.queryOptions())
  const [place, setPlace] = useState(0)
  const [inputs, setInputs] = useState(NO_ACTION)
  const agree = useMutation(
    trpc.action.agree.mutationOptions({
      onSuccess: async () => {
        setInputs(NO_ACTION)
        await queryClient.invalidateQueries()
      },
    }),
  )
  const finding = findings[place]
  function submit() {
    if (finding) agree.mutate({ ...trimmedAction(inputs), origin: finding.kind, originId: finding.id })
  }
  return (
    <Panel title={text.title}>
      <div className={ui.stack}>
        <p className={ui.soft}>{text.lead}</p>
        {findings.length === 0 ? (
          <p className={ui.soft}>{text.noFinding}</p>
        ) : (
          <Form className={styles.form} onSubmit={submit}>
            <NativeSelect
              className={styles.wide}
              label={text.finding}
              value={place}
              onChange={({ currentTarget: { value } }) => setPlace(Number(value))}
            >
              {findings.map(({ kind, id, finding: findingText }, index) => (
                <option key={`${kind} ${id}`} value={index} translate="no">
                  {`${origins[kind]} ${id} · ${findingText}`}
                </option>
              ))}
            </NativeSelect>
            <ActionFields inputs={inputs} isDayWrong={inputs.dueOn <= today} onChange={setInputs} />
            {agree.error ? <ErrorNote error={agree.error} /> : null}
            {agree.isSuccess ? <Note>{text.saved}</Note> : null}
            <div className={styles.wide}>
              <Button type="submit" variant="default" loading={agree.isPending}>
                {text.save}
              </Button>
            </div>
          </Form>
        )}
      </div>
    </Panel>
  )
}
