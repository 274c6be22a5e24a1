import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'

interface CameWithProps {
  readonly fileName: string
  /** Whether an outside system sent it: `by` is then the name of its key. */
  readonly byKey: boolean
  readonly by: string
}

/** The file that brought rows, or the key of the system that sent them. */
export function CameWith({ fileName, byKey, by }: CameWithProps) {
  const { byApi } = useLanguage().words.reporting.rows
  if (!byKey) return <Verbatim>{fileName}</Verbatim>
  return (
    <>
      {byApi} <Verbatim>{by}</Verbatim>
    </>
  )
}
