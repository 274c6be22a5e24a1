import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { messageFault } from '@wayproof/evidence/conversation/written-message'
import type { HandChannel } from '@wayproof/evidence/rights/rights-case'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { TextAreaField } from '../forms/text-area-field.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { FactFields, type TypedFacts } from './fact-fields.tsx'

/** Records a request that came by telephone, letter or email, or in a branch office. */
export function RecordPage() {
  const { locale: ownLocale, words } = useLanguage()
  const { today } = useOrganisationDays()
  const text = words.reporting.byHand
  const initialFacts: TypedFacts = { kind: 'complaint', regime: 'china', channel: 'telephone', receivedOn: today }
  const [facts, setFacts] = useState(initialFacts)
  const [draft, setDraft] = useState('')
  const [contact, setContact] = useState('')
  const [isIdentityChecked, setIsIdentityChecked] = useState(false)
  const [locale, setLocale] = useState(ownLocale)
  // Sending the same form twice records one case; the next case gets a new code.
  const form = useQuery({ ...trpc.rights.form.queryOptions(), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })
  const record = useMutation(
    trpc.rights.record.mutationOptions({
      onSuccess: () => {
        setDraft('')
        setContact('')
        setIsIdentityChecked(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  const fault = messageFault(draft)
  const sentence = fault === 'required' ? text.textEmpty : words.reporting.faults.codes['text-invalid']
  function submit() {
    if (form.data === undefined) return
    const channel = facts.channel as HandChannel
    record.mutate({
      ...facts,
      channel,
      formCode: form.data,
      text: draft,
      contact: contact.trim() || null,
      identityChecked: isIdentityChecked,
      locale,
    })
  }
  return (
    <>
      <PageHead title={text.title} lead={text.lead} trail={[text.title]} />
      <Panel title={text.open}>
        <Form className={ui.form} onSubmit={submit}>
          <FactFields facts={facts} onChange={setFacts} />
          <TextAreaField
            label={text.text}
            description={text.textHint}
            value={draft}
            rows={6}
            fault={fault === null ? null : sentence}
            onChange={({ currentTarget: { value } }) => setDraft(value)}
          />
          <TextField
            type="email"
            label={text.contact}
            description={text.contactHint}
            value={contact}
            maxLength={254}
            onChange={({ currentTarget: { value } }) => setContact(value)}
          />
          {contact.trim() === '' ? null : (
            <Checkbox
              label={text.checked}
              description={text.checkedHint}
              checked={isIdentityChecked}
              onChange={({ currentTarget: { checked } }) => setIsIdentityChecked(checked)}
            />
          )}
          <NativeSelect
            label={text.language}
            value={locale}
            data={LOCALES.map((value) => ({ value, label: words.reporting.requests.languages[value] }))}
            onChange={({ currentTarget: { selectedIndex } }) => setLocale(LOCALES[selectedIndex] ?? ownLocale)}
          />
          <div>
            <Button type="submit" loading={record.isPending}>
              {text.action}
            </Button>
          </div>
          {record.error ? <ErrorNote error={record.error} /> : null}
          {record.data ? <Note>{text.done(record.data.caseCode)}</Note> : null}
        </Form>
      </Panel>
    </>
  )
}
