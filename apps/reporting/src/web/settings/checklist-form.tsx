import { Button, Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ProgrammeState } from '@wayproof/survey'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { Form } from '../surface/form.tsx'
import { FaultNote, Note } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'
import { TextField } from '../surface/text-field.tsx'
import { wholeNumber } from './programme-plan.ts'

const FIELDS = ['notice', 'assessment', 'backups', 'persons-abroad'] as const
type Field = (typeof FIELDS)[number]

const isCount = (field: Field) => field === 'backups' || field === 'persons-abroad'

const shown = (value: string | number | null | undefined) => (value === null || value === undefined ? '' : `${value}`)

/** What the officer states before a wave opens; each point that does not hold says so. */
export function ChecklistForm({ state: { checklist, lacking, basisProfiles } }: { readonly state: ProgrammeState }) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.programme.checklist
  const [typed, setTyped] = useState<Record<Field, string>>({
    notice: shown(checklist?.noticeVersion),
    assessment: shown(checklist?.assessedOn),
    backups: shown(checklist?.backupDays),
    'persons-abroad': shown(checklist?.personsAbroad),
  })
  const [right, setRight] = useState(checklist?.basisProfiles === basisProfiles.version)
  const confirm = useMutation(
    trpc.programme.confirm.mutationOptions({ onSuccess: () => void queryClient.invalidateQueries() }),
  )
  function submit() {
    confirm.mutate({
      basisProfiles: right ? basisProfiles.version : null,
      noticeVersion: typed.notice.trim() || null,
      assessedOn: typed.assessment || null,
      backupDays: wholeNumber(typed.backups),
      personsAbroad: wholeNumber(typed['persons-abroad']),
    })
  }
  const labels: Record<Field, readonly [label: string, hint?: string]> = {
    notice: [text.notice],
    assessment: [text.assessment],
    backups: [text.backups, text.backupsHint],
    'persons-abroad': [text.abroad, text.abroadHint],
  }
  return (
    <Panel title={text.title}>
      <Form className={surface.form} onSubmit={submit}>
        {checklist ? (
          <p className={surface.soft}>
            {text.confirmed(dayOf(checklist.confirmedAt))} <span translate="no">{checklist.confirmedBy}</span>
          </p>
        ) : null}
        <Checkbox
          label={text.basisProfiles(basisProfiles.version)}
          description={text.basisProfilesHint(basisProfiles.profiles)}
          checked={right}
          error={checklist && lacking.includes('basis-profiles') ? text.lacking['basis-profiles'] : null}
          onChange={({ currentTarget: { checked } }) => setRight(checked)}
        />
        {FIELDS.map((field) => (
          <TextField
            key={field}
            type={field === 'assessment' ? 'date' : 'text'}
            label={labels[field][0]}
            description={labels[field][1]}
            value={typed[field]}
            maxLength={40}
            fault={
              isCount(field) && typed[field].trim() !== '' && wholeNumber(typed[field]) === null
                ? words.reporting.programme.numberWrong
                : null
            }
            found={checklist && lacking.includes(field) ? text.lacking[field] : null}
            onChange={({ currentTarget: { value } }) => setTyped({ ...typed, [field]: value })}
          />
        ))}
        <div>
          <Button type="submit" loading={confirm.isPending}>
            {text.confirm}
          </Button>
        </div>
        {confirm.error ? <FaultNote error={confirm.error} /> : null}
        {confirm.isSuccess ? <Note>{words.reporting.shell.saved}</Note> : null}
      </Form>
    </Panel>
  )
}
