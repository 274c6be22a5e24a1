import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { PlainPage } from '../shell/plain-page.tsx'
import { CheckedSealNote } from './checked-seal-note.tsx'
import { PdfPicker } from './pdf-picker.tsx'

const route = getRouteApi('/check-seal')

/** Tells anyone whether a printed code is a seal of this organization. Shows no figure. */
export function CheckSealPage() {
  const text = useLanguage().words.reporting.seals
  const { code = '' } = route.useSearch()
  const navigate = route.useNavigate()
  const [typedCode, setTypedCode] = useState(code)
  const check = useQuery(trpc.seal.check.queryOptions({ code }, { enabled: code !== '', retry: false }))
  const ask = (next: string) => {
    setTypedCode(next)
    if (next === code) void check.refetch()
    else void navigate({ search: { code: next } })
  }
  return (
    <PlainPage>
      <PageHead title={text.title} lead={text.lead} />
      <Form isPassing className={ui.form} onSubmit={() => ask(typedCode.trim())}>
        <TextField
          required
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          label={text.code}
          description={text.hint}
          value={typedCode}
          onChange={({ currentTarget: { value } }) => setTypedCode(value)}
        />
        <Button type="submit" fullWidth loading={check.isFetching}>
          {text.check}
        </Button>
        <PdfPicker onDigest={ask} />
        {check.error && !check.isFetching ? <ErrorNote error={check.error} /> : null}
        {check.data === undefined || check.error ? null : <CheckedSealNote checked={check.data} />}
      </Form>
    </PlainPage>
  )
}
