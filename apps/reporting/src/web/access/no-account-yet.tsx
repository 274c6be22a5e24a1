import { Note } from '../components/note.tsx'
import { PageHead } from '../components/page-head.tsx'
import { useLanguage } from '../language.tsx'

/** No account exists: where the link stands by which the first officer makes one. */
export function NoAccountYet() {
  const text = useLanguage().words.reporting.access
  return (
    <>
      <PageHead title={text.nobodyYet} lead={text.firstLinkPlace} />
      <Note>{text.firstLinkAgain}</Note>
    </>
  )
}
