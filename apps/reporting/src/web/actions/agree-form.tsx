import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import styles from '../closing/closing.module.css'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { ActionFields, NO_ACTION, trimmedAction } from './action-fields.tsx'

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
