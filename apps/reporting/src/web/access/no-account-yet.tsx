import { useLanguage } from '../language.tsx'
import { Note } from '../surface/note.tsx'
import { PageHead } from '../surface/page-head.tsx'

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
