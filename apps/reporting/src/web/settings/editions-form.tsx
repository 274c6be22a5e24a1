import { Button, Checkbox } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { day, periodName } from '@wayproof/messages/date-format'
import {
  type EditionSettings,
  FEWEST_WORKING_DAYS,
  MOST_WORKING_DAYS,
} from '@wayproof/scorecard/editions/edition-settings'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { ColumnHeads } from '../components/column-heads.tsx'
import ui from '../components/components.module.css'
import { Loading } from '../components/loading.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { Form } from '../forms/form.tsx'
import { NewerNote } from '../forms/newer-note.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useSeen } from '../forms/use-seen.ts'
import { useLanguage } from '../language.tsx'
import { numberIn } from '../programme/programme-plan.ts'

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

/** Lists the next editions' dates under the typed settings. */
function ComingEditions({ settings }: { readonly settings: EditionSettings }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.summaries.settings
  const { columns } = text
  const comingQuery = useQuery({ ...trpc.edition.coming.queryOptions({ settings }), placeholderData: keepPreviousData })
  if (comingQuery.error) return <ErrorNote error={comingQuery.error} />
  if (!comingQuery.data) return <Loading heights={[120]} />
  if (comingQuery.data.length === 0) return <p className={ui.soft}>{text.noneComing}</p>
  return (
    <div>
      <p className={ui.soft}>{text.coming}</p>
      <WideTable caption={text.coming} isStacked>
        <ColumnHeads columns={['date', 'edition', 'period', 'because']} names={columns} />
        <tbody>
          {comingQuery.data.map(({ kind, occasion, period, dueOn, because, certain }) => (
            <tr key={`${kind} ${occasion}`}>
              <th scope="row">{day(dueOn, locale)}</th>
              <td data-label={columns.edition}>{words.editions.letter.of(kind, occasion)}</td>
              <td data-label={columns.period}>{periodName(period, locale)}</td>
              <td data-label={columns.because}>
                {words.editions.causes[because]}
                {certain ? null : <span className={ui.below}>{text.moves}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
    </div>
  )
}
