import { day, periodName } from '@wayproof/messages/date-format'
import type { CheckedSeal } from '@wayproof/scorecard/closing/seals/check-seal'
import { Note } from '../components/note.tsx'
import { useLanguage } from '../language.tsx'

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
