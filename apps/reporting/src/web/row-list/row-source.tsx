import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'

interface RowSourceProps {
  readonly fileName: string
  /** Whether an outside system sent the rows; `by` is then the name of its API key. */
  readonly byKey: boolean
  readonly by: string
}

/** Names the file or the API key that rows came from. */
export function RowSource({ fileName, byKey, by }: RowSourceProps) {
  const { byApi } = useLanguage().words.reporting.rows
  if (!byKey) return <Verbatim>{fileName}</Verbatim>
  return (
    <>
      {byApi} <Verbatim>{by}</Verbatim>
    </>
  )
}
