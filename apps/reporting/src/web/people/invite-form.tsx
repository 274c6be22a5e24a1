import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { LOCALES, nearestLocale } from '@wayproof/kernel'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { Form } from '../surface/form.tsx'
import { FaultNote, Note } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import surface from '../surface/surface.module.css'
import { TextField } from '../surface/text-field.tsx'

const ROLES = [
  'executive',
  'officer',
  'human-resources',
  'it-security',
  'customer-service',
  'procurement',
  'case-handler',
  'auditor',
] as const

/** A letter with a way in for one person. */
export function InviteForm() {
  const { locale: own, words } = useLanguage()
  const text = words.reporting.people
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<(typeof ROLES)[number]>('executive')
  const [locale, setLocale] = useState(own)
  const invite = useMutation(
    trpc.people.invite.mutationOptions({
      onSuccess: () => {
        setEmail('')
        void queryClient.invalidateQueries()
      },
    }),
  )
  function submit() {
    invite.mutate({ email: email.trim(), role, locale })
  }
  return (
    <Panel title={text.invite.title}>
      <Form className={surface.form} onSubmit={submit}>
        <TextField
          type="email"
          required
          label={text.invite.email}
          value={email}
          maxLength={254}
          onChange={({ currentTarget: { value } }) => setEmail(value)}
        />
        <NativeSelect
          label={text.invite.role}
          value={role}
          data={ROLES.map((value) => ({ value, label: text.roles[value] }))}
          onChange={({ currentTarget: { value } }) => setRole(ROLES.find((each) => each === value) ?? 'executive')}
        />
        <NativeSelect
          translate="no"
          label={text.invite.language}
          value={locale}
          data={LOCALES.map((value) => ({ value, label: text.languages[value] }))}
          onChange={({ currentTarget: { value } }) => setLocale(nearestLocale(value))}
        />
        <div>
          <Button type="submit" loading={invite.isPending}>
            {text.invite.action}
          </Button>
        </div>
        {invite.error ? <FaultNote error={invite.error} /> : null}
        {invite.isSuccess ? (
          <Note>
            {text.invite.sent(invite.variables.email)}
            {['officer', 'case-handler'].includes(invite.variables.role) ? ` ${text.invite.appointed}` : null}
          </Note>
        ) : null}
      </Form>
    </Panel>
  )
}
