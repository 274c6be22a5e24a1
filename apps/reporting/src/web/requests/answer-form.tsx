import { NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { messageFault } from '@wayproof/evidence/conversation/written-message'
import { answerFault } from '@wayproof/evidence/rights/rights-case'
import { UNCONFIRMED_DAYS } from '@wayproof/journal/deletion-proofs/retention-days'
import { addDays } from '@wayproof/kernel/calendar/calendar-date'
import { day } from '@wayproof/messages/date-format'
import { useState } from 'react'
import { queryClient, type ShownCase, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { ConfirmForm } from '../forms/confirm-form.tsx'
import { TextAreaField } from '../forms/text-area-field.tsx'
import { useFieldFault } from '../forms/use-field-fault.ts'
import { useLanguage } from '../language.tsx'

const PURPOSES = ['answer', 'question'] as const

/** Writes an answer or a question to the person. Without a confirmed address there is only an explanation. */
export function AnswerForm({ request }: { readonly request: ShownCase['case'] }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.requests.answer
  const { codes } = words.reporting.faults
  const [purpose, setPurpose] = useState<(typeof PURPOSES)[number] | null>(null)
  const [draft, setDraft] = useState('')
  const answer = useMutation(
    trpc.rights.answer.mutationOptions({
      onSuccess: () => {
        setDraft('')
        setPurpose(null)
        void queryClient.invalidateQueries()
      },
    }),
  )
  const fault = messageFault(draft)
  if (answerFault(request) !== null)
    return (
      <Panel title={text.title}>
        <p className={ui.soft}>{text.unchecked(day(addDays(request.receivedOn, UNCONFIRMED_DAYS), locale))}</p>
      </Panel>
    )
  const answerPurpose = purpose ?? 'answer'
  const reach = request.anonymous ? text.confirm.kept : text.confirm.mailed
  return (
    <Panel title={text.title}>
      <ConfirmForm
        text={{
          lead: request.anonymous ? text.kept : text.mailed,
          action: purpose === null ? text.send : answerPurpose === 'answer' ? text.action : text.askAction,
          confirmTitle: text.confirmTitle[answerPurpose],
          confirm: request.dueOn === null ? reach : `${reach} ${text.confirm.clock[answerPurpose]}`,
        }}
        summary={text.purposes[answerPurpose]}
        command={answer}
        onConfirm={(callbacks) => answer.mutate({ id: request.id, text: draft, purpose: answerPurpose }, callbacks)}
        doneText={answer.isSuccess ? (answer.variables.purpose === 'question' ? text.asked : text.done) : null}
      >
        <PurposeField purpose={purpose} onChange={setPurpose} />
        <TextAreaField
          label={text.text}
          description={text.hint}
          value={draft}
          rows={8}
          fault={fault === null ? null : fault === 'required' ? text.empty : codes['text-invalid']}
          onChange={({ currentTarget: { value } }) => setDraft(value)}
        />
      </ConfirmForm>
    </Panel>
  )
}

interface PurposeFieldProps {
  readonly purpose: (typeof PURPOSES)[number] | null
  readonly onChange: (purpose: (typeof PURPOSES)[number] | null) => void
}

/** No option is preselected, because a final answer stops a legal deadline. */
function PurposeField({ purpose, onChange }: PurposeFieldProps) {
  const text = useLanguage().words.reporting.requests.answer
  return (
    <NativeSelect
      label={text.purpose}
      description={text.purposeHint}
      {...useFieldFault(purpose === null ? text.choosePurpose : null)}
      value={purpose ?? ''}
      data={[{ value: '', label: text.choose }, ...PURPOSES.map((value) => ({ value, label: text.purposes[value] }))]}
      onChange={({ currentTarget: { value } }) => onChange(PURPOSES.find((candidate) => candidate === value) ?? null)}
    />
  )
}
