import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { HandChannel } from '@wayproof/evidence/rights-case'
import { messageFault } from '@wayproof/evidence/written-message'
import { LOCALES } from '@wayproof/kernel'
import { type FormEvent, useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { FaultNote, Note } from '../surface/note.tsx'
import { PageHead } from '../surface/page-head.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'
import { FactFields, type TypedFacts } from './fact-fields.tsx'

/** Records what came by telephone, letter or e-mail, or in a branch office. */
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
  const [tried, setTried] = useState(false)
  // The same form sent twice is one case; the next one gets a code of its own.
  const form = useQuery({ ...trpc.rights.form.queryOptions(), staleTime: Number.POSITIVE_INFINITY, gcTime: 0 })
  const record = useMutation(
    trpc.rights.record.mutationOptions({
      onSuccess: () => {
        setWritten('')
        setContact('')
        setIdentityChecked(false)
        setTried(false)
        void queryClient.invalidateQueries()
      },
    }),
  )
  const fault = messageFault(written)
  const said = fault === 'required' ? text.textEmpty : words.reporting.faults.codes['text-invalid']
  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (fault !== null || form.data === undefined) return
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
        <form className={surface.form} onSubmit={submit}>
          <FactFields facts={facts} onChange={setFacts} />
          <Textarea
            label={text.text}
            description={text.textHint}
            value={written}
            rows={6}
            error={tried && fault !== null ? said : null}
            onChange={({ currentTarget: { value } }) => setWritten(value)}
          />
          <TextInput
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
          {record.data && !tried ? <Note>{text.done(record.data.caseCode)}</Note> : null}
        </form>
      </Panel>
    </>
  )
}
