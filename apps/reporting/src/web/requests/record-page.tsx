import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { HandChannel } from '@wayproof/evidence/rights-case'
import { messageFault } from '@wayproof/evidence/written-message'
import { LOCALES } from '@wayproof/kernel'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultNote, Note } from '../components/note.tsx'
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
  const { locale: own, words } = useLanguage()
  const { today } = useOrganisationDays()
  const text = words.reporting.byHand
  const fresh: TypedFacts = { kind: 'complaint', regime: 'china', channel: 'telephone', receivedOn: today }
  const [facts, setFacts] = useState(fresh)
  const [written, setWritten] = useState('')
  const [contact, setContact] = useState('')
  const [identityChecked, setIdentityChecked] = useState(false)
  const [locale, setLocale] = useState(own)
  // Sending the same form twice records one case; the next case gets a new code.
  const form = useQuery({ ...trpc.rights.form.queryOptions(), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })
  const record = useMutation(
    trpc.rights.record.mutationOptions({
      onSuccess: () => {
        setWritten('')
        setContact('')
        setIdentityChecked(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  const fault = messageFault(written)
  const sentence = fault === 'required' ? text.textEmpty : words.reporting.faults.codes['text-invalid']
  function submit() {
    if (form.data === undefined) return
    const channel = facts.channel as HandChannel
    record.mutate({
      ...facts,
      channel,
      formCode: form.data,
      text: written,
      contact: contact.trim() || null,
      identityChecked,
      locale,
    })
  }
  return (
    <>
      <PageHead
        title={text.title}
        lead={text.lead}
        above={
          <Link to="/requests" search={{}}>
            {text.back}
          </Link>
        }
      />
      <Panel title={text.open}>
        <Form className={ui.form} onSubmit={submit}>
          <FactFields facts={facts} onChange={setFacts} />
          <TextAreaField
            label={text.text}
            description={text.textHint}
            value={written}
            rows={6}
            fault={fault === null ? null : sentence}
            onChange={({ currentTarget: { value } }) => setWritten(value)}
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
              checked={identityChecked}
              onChange={({ currentTarget: { checked } }) => setIdentityChecked(checked)}
            />
          )}
          <NativeSelect
            label={text.language}
            value={locale}
            data={LOCALES.map((value) => ({ value, label: words.reporting.requests.languages[value] }))}
            onChange={({ currentTarget: { selectedIndex } }) => setLocale(LOCALES[selectedIndex] ?? own)}
          />
          <div>
            <Button type="submit" loading={record.isPending}>
              {text.action}
            </Button>
          </div>
          {record.error ? <FaultNote error={record.error} /> : null}
          {record.data ? <Note>{text.done(record.data.caseCode)}</Note> : null}
        </Form>
      </Panel>
    </>
  )
}
