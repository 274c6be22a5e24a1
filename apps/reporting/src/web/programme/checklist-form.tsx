import { Button, Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { BACKUP_DAYS_AT_MOST } from '@wayproof/survey/opening/checklist'
import type { ProgrammeState } from '@wayproof/survey/programme/read-programme'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { useBackToGuide } from '../first-run/use-back-to-guide.ts'
import { Form } from '../forms/form.tsx'
import { NewerNote } from '../forms/newer-note.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useSeen } from '../forms/use-seen.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { numberIn, type Range } from './programme-plan.ts'

const FIELDS = ['notice', 'assessment', 'backups', 'persons-abroad'] as const
type Field = (typeof FIELDS)[number]

const RANGES: Partial<Record<Field, Range>> = { backups: [0, BACKUP_DAYS_AT_MOST], 'persons-abroad': [0, 999_999_999] }

const textOf = (value: string | number | null | undefined) => (value === null || value === undefined ? '' : `${value}`)

/** Edits the declarations that a wave requires, and marks each one that is still open. */
export function ChecklistForm({
  state: { checklist, lacking: missingRequirements, basisProfiles },
}: {
  readonly state: ProgrammeState
}) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.programme.checklist
  const { seen: seenChecklist, isNewer, setSeen } = useSeen(pointsOf(checklist))
  const [inputs, setInputs] = useState(() => inputsOf(checklist))
  const [areProfilesConfirmed, setAreProfilesConfirmed] = useState(checklist?.basisProfiles === basisProfiles.version)
  const backToGuide = useBackToGuide()
  const confirm = useMutation(
    trpc.programme.confirm.mutationOptions({
      onSuccess: async ({ lacking }) => {
        await queryClient.invalidateQueries()
        setSeen(pointsOf(queryClient.getQueryData(trpc.programme.get.queryKey())?.checklist ?? null))
        if (lacking.every((gap) => gap === 'mail-server')) await backToGuide()
      },
      onError: () => void queryClient.invalidateQueries(),
    }),
  )
  const number = (field: Field) => {
    const range = RANGES[field]
    return range ? numberIn(inputs[field], range) : null
  }
  /** An empty field is not declared yet, which is no error. */
  function faultOf(field: Field): string | null {
    const range = RANGES[field]
    if (!range || inputs[field].trim() === '' || numberIn(inputs[field], range) !== null) return null
    return words.reporting.programme.range(...range)
  }
  function submit() {
    confirm.mutate({
      basisProfiles: areProfilesConfirmed ? basisProfiles.version : null,
      noticeVersion: inputs.notice.trim() || null,
      assessedOn: inputs.assessment || null,
      backupDays: number('backups'),
      personsAbroad: number('persons-abroad'),
      ...(seenChecklist && { seen: seenChecklist }),
    })
  }
  const labels: Record<Field, readonly [label: string, hint?: string]> = {
    notice: [text.notice],
    assessment: [text.assessment],
    backups: [text.backups, text.backupsHint],
    'persons-abroad': [text.abroad, text.abroadHint],
  }
  const theirs = inputsOf(checklist)
  return (
    <Panel title={text.title}>
      <Form className={ui.form} onSubmit={submit}>
        {checklist && missingRequirements.length === 0 ? (
          <p className={ui.soft}>
            {text.confirmed(dayOf(checklist.confirmedAt))} <span translate="no">{checklist.confirmedBy}</span>
          </p>
        ) : null}
        <Checkbox
          label={text.basisProfiles(basisProfiles.version)}
          description={text.basisProfilesHint(basisProfiles.profiles)}
          checked={areProfilesConfirmed}
          error={checklist && missingRequirements.includes('basis-profiles') ? text.lacking['basis-profiles'] : null}
          onChange={({ currentTarget: { checked } }) => setAreProfilesConfirmed(checked)}
        />
        {FIELDS.map((field) => (
          <TextField
            key={field}
            type={field === 'assessment' ? 'date' : 'text'}
            label={labels[field][0]}
            description={labels[field][1]}
            value={inputs[field]}
            maxLength={40}
            fault={faultOf(field)}
            serverFault={checklist && missingRequirements.includes(field) ? text.lacking[field] : null}
            onChange={({ currentTarget: { value } }) => setInputs({ ...inputs, [field]: value })}
          />
        ))}
        <div>
          <Button type="submit" loading={confirm.isPending}>
            {text.confirm}
          </Button>
        </div>
        {confirm.error && !isNewer ? <ErrorNote error={confirm.error} /> : null}
        {isNewer ? (
          <NewerNote
            theirs={FIELDS.filter((field) => theirs[field] !== inputs[field]).map((field) => [
              labels[field][0],
              theirs[field],
            ])}
            onTake={() => {
              setInputs(theirs)
              setAreProfilesConfirmed(checklist?.basisProfiles === basisProfiles.version)
              setSeen(pointsOf(checklist))
            }}
            onKeep={() => {
              confirm.reset()
              setSeen(pointsOf(checklist))
            }}
          />
        ) : null}
        {confirm.data ? (
          <Note {...(confirm.data.lacking.length > 0 && { tone: 'caution' })}>
            {confirm.data.lacking.length > 0
              ? text.doesNotHold(confirm.data.lacking.length)
              : words.reporting.shell.saved}
          </Note>
        ) : null}
      </Form>
    </Panel>
  )
}

const inputsOf = (checklist: ProgrammeState['checklist']): Record<Field, string> => ({
  notice: textOf(checklist?.noticeVersion),
  assessment: textOf(checklist?.assessedOn),
  backups: textOf(checklist?.backupDays),
  'persons-abroad': textOf(checklist?.personsAbroad),
})

const pointsOf = (checklist: ProgrammeState['checklist']) => {
  if (!checklist) return null
  const { confirmedAt: _, confirmedBy: __, ...points } = checklist
  return points
}
