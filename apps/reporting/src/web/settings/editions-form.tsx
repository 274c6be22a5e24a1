import { Button, Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { EditionSettings } from '@wayproof/scorecard/editions/edition-settings'
import { FEWEST_WORKING_DAYS, MOST_WORKING_DAYS } from '@wayproof/scorecard/editions/edition-settings'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Form } from '../forms/form.tsx'
import { NewerNote } from '../forms/newer-note.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useSeen } from '../forms/use-seen.ts'
import { useLanguage } from '../language.tsx'
import { numberIn } from '../programme/programme-plan.ts'
import { ComingEditions } from './coming-editions.tsx'

const SWITCHES = ['approval', 'preliminary', 'quarterly', 'monthly'] as const

/** Edits the settings of editions and previews their dates. */
export function EditionsForm({ saved }: { readonly saved: EditionSettings }) {
  const { words } = useLanguage()
  const text = words.reporting.summaries.settings
  const { seen: seenSettings, isNewer, setSeen } = useSeen(saved)
  const [choices, setChoices] = useState(saved)
  const [typedDays, setTypedDays] = useState(String(saved.workingDays))
  const workingDays = numberIn(typedDays, [FEWEST_WORKING_DAYS, MOST_WORKING_DAYS])
  const save = useMutation(
    trpc.edition.saveSettings.mutationOptions({
      onSuccess: (_, { seen: __, ...typed }) => {
        setSeen(typed)
        void queryClient.invalidateQueries()
      },
      onError: () => void queryClient.invalidateQueries(),
    }),
  )
  const settings = workingDays === null ? null : { ...choices, workingDays }
  return (
    <div className={ui.stack}>
      <Form className={ui.form} onSubmit={() => settings && save.mutate({ ...settings, seen: seenSettings })}>
        <p className={ui.soft}>{text.lead}</p>
        <TextField
          inputMode="numeric"
          label={text.workingDays}
          description={text.workingDaysHint}
          value={typedDays}
          maxLength={3}
          fault={workingDays === null ? words.reporting.faults.codes['working-days-invalid'] : null}
          onChange={({ currentTarget: { value } }) => setTypedDays(value)}
        />
        {SWITCHES.map((field) => (
          <Checkbox
            key={field}
            label={text[field]}
            description={field === 'approval' ? text.approvalHint : undefined}
            checked={choices[field]}
            onChange={({ currentTarget: { checked } }) => setChoices({ ...choices, [field]: checked })}
          />
        ))}
        <div>
          <Button type="submit" loading={save.isPending}>
            {words.reporting.shell.save}
          </Button>
        </div>
        {save.error && !isNewer ? <ErrorNote error={save.error} /> : null}
        {isNewer && !save.isSuccess ? (
          <NewerNote
            theirs={[]}
            onTake={() => {
              setChoices(saved)
              setTypedDays(String(saved.workingDays))
              setSeen(saved)
            }}
            onKeep={() => {
              save.reset()
              setSeen(saved)
            }}
          />
        ) : null}
        {save.isSuccess ? <Note>{words.reporting.shell.saved}</Note> : null}
      </Form>
      {settings ? <ComingEditions settings={settings} /> : null}
    </div>
  )
}
