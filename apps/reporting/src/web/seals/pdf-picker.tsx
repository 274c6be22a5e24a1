import { useState } from 'react'
import ui from '../components/components.module.css'
import { FileField } from '../import/file-field.tsx'
import { useLanguage } from '../language.tsx'

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
