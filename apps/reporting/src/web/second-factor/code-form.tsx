import { Button } from '@mantine/core'
import { useState } from 'react'
import ui from '../components/components.module.css'
import { Form } from '../forms/form.tsx'
import { CodeField } from './code-field.tsx'
import { FactorFault } from './factor-fault.tsx'
import { type CodeFault, giveCode } from './second-factor.ts'

interface CodeFormProps {
  readonly action: string
  readonly hint: string
  readonly onRight: () => void
}

export function CodeForm({ action, hint, onRight }: CodeFormProps) {
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<CodeFault | null>(null)
  async function submit() {
    setBusy(true)
    const result = await giveCode(code)
    setBusy(false)
    setFault(result)
    if (result === null) onRight()
  }
  return (
    <Form isPassing className={ui.form} onSubmit={() => void submit()} onRefused={() => setFault(null)}>
      <CodeField hint={hint} code={code} onCode={setCode} />
      <Button type="submit" fullWidth loading={busy}>
        {action}
      </Button>
      {fault ? <FactorFault fault={fault} /> : null}
    </Form>
  )
}
