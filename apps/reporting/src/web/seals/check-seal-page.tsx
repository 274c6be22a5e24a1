import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { day, periodName } from '@wayproof/messages/date-format'
import type { CheckedSeal } from '@wayproof/scorecard/closing/seals/check-seal'
import { useState } from 'react'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Form } from '../forms/form.tsx'
import { TextField } from '../forms/text-field.tsx'
import { FileField } from '../import/file-field.tsx'
import { useLanguage } from '../language.tsx'
import { PlainPage } from '../shell/plain-page.tsx'

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

export function CheckedSealNote({ checked }: { readonly checked: CheckedSeal | null }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.seals
  if (checked === null) return <Note tone="caution">{text.unknown}</Note>
  const period = periodName(checked.period, locale)
  if (checked.kind === 'edition') {
    const edition = words.editions.letter.of(checked.edition, checked.occasion)
    return <Note>{text.edition(edition, period, day(checked.sentOn, locale))}</Note>
  }
  return (
    <>
      <Note>{text.seal(period, checked.version, day(checked.sealedOn, locale))}</Note>
      {checked.replaced ? <Note tone="caution">{text.replaced}</Note> : null}
    </>
  )
}

/** A summary's PDF has about 100 KB. */
const MAX_BYTES = 5_000_000

interface PdfPickerProps {
  readonly onDigest: (digest: string) => void
}

/** Computes a PDF's SHA-256 in the browser; the file is not uploaded. */
export function PdfPicker({ onDigest }: PdfPickerProps) {
  const text = useLanguage().words.reporting.seals
  const [file, setFile] = useState<File | null>(null)
  const [fault, setFault] = useState<'large' | 'unread' | null>(null)
  const read = async (pdf: File) => {
    if (pdf.size > MAX_BYTES) return setFault('large')
    try {
      const digest = await crypto.subtle.digest('SHA-256', await pdf.arrayBuffer())
      onDigest(Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join(''))
    } catch {
      // Browsers offer no digest on pages without TLS.
      setFault('unread')
    }
  }
  const choose = (pdf: File | null) => {
    setFile(pdf)
    setFault(null)
    if (pdf) void read(pdf)
  }
  return (
    <div>
      <FileField
        label={text.file}
        accept="application/pdf"
        file={file}
        fault={fault && text.faults[fault]}
        onChoose={choose}
      />
      <p className={ui.soft}>{text.fileHint}</p>
    </div>
  )
}
