import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLanguage } from '../language.tsx'
import { Form } from '../surface/form.tsx'
import { PasswordField } from '../surface/password-field.tsx'
import surface from '../surface/surface.module.css'
import { FactorFault } from './factor-fault.tsx'
import type { CodeFault } from './second-factor.ts'

interface FactorPasswordFormProps {
  readonly action: string
  /** Null: done. */
  readonly act: (password: string) => Promise<CodeFault | null>
}

/** Asks for the password again before the second factor changes. */
export function FactorPasswordForm({ action, act }: FactorPasswordFormProps) {
  const { password: text } = useLanguage().words.reporting.account
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<CodeFault | null>(null)
  async function submit() {
    setBusy(true)
    setFault(await act(password))
    setBusy(false)
  }
  return (
    <Form className={surface.form} onSubmit={() => void submit()} onRefused={() => setFault(null)}>
      <PasswordField
        autoComplete="current-password"
        label={text.current}
        value={password}
        onChange={({ currentTarget: { value } }) => setPassword(value)}
      />
      <div>
        <Button type="submit" loading={busy}>
          {action}
        </Button>
      </div>
      {fault ? <FactorFault fault={fault} wrong={text.wrong} /> : null}
    </Form>
  )
}
