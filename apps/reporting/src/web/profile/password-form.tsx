import { Button } from '@mantine/core'
import { useState } from 'react'
import { isShort } from '../access/password-length.ts'
import { queryClient } from '../api.ts'
import ui from '../components/components.module.css'
import { Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Form } from '../forms/form.tsx'
import { PasswordField } from '../forms/password-field.tsx'
import { useLanguage } from '../language.tsx'
import { changePassword } from '../session.ts'

type Result = Awaited<ReturnType<typeof changePassword>>

/** `email` is in the form so that password managers know the account. */
export function PasswordForm({ email }: { readonly email: string }) {
  const { access, account, faults } = useLanguage().words.reporting
  const text = account.password
  const [passwords, setPasswords] = useState({ current: '', next: '' })
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<Result | null>(null)
  async function submit() {
    setBusy(true)
    const outcome = await changePassword(passwords.current, passwords.next)
    setBusy(false)
    setResult(outcome)
    if (outcome !== 'changed') return
    setPasswords({ current: '', next: '' })
    await queryClient.invalidateQueries()
  }
  const sentences: Readonly<Record<Exclude<Result, 'changed'>, string>> = {
    wrong: text.wrong,
    tooEasy: faults.codes['password-too-easy'] ?? faults.failed,
    tooMany: text.tooMany,
    offline: faults.offline,
    failed: faults.failed,
    signedOut: faults.signedOut,
  }
  return (
    <Panel title={text.title}>
      <Form isPassing className={ui.form} onSubmit={() => void submit()} onRefused={() => setResult(null)}>
        <p className={ui.soft}>{text.lead}</p>
        <input hidden readOnly type="email" autoComplete="username" value={email} />
        <PasswordField
          autoComplete="current-password"
          label={text.current}
          value={passwords.current}
          onChange={({ currentTarget: { value } }) => setPasswords({ ...passwords, current: value })}
        />
        <PasswordField
          autoComplete="new-password"
          label={text.next}
          description={access.passwordHint}
          fault={isShort(passwords.next) ? access.passwordShort : null}
          value={passwords.next}
          onChange={({ currentTarget: { value } }) => setPasswords({ ...passwords, next: value })}
        />
        <div>
          <Button type="submit" loading={busy}>
            {text.action}
          </Button>
        </div>
        {result === 'changed' ? <Note>{text.done}</Note> : null}
        {result !== null && result !== 'changed' ? (
          <p className={ui.note} data-tone="fault" role="alert">
            {sentences[result]}
          </p>
        ) : null}
      </Form>
    </Panel>
  )
}
