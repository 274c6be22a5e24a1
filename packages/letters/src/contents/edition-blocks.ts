import type { Locale } from '@wayproof/kernel/people/locale'
import { day } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import type { FigureChange } from '@wayproof/scorecard/closing/figure-change'
import type { EditionHeading } from '@wayproof/scorecard/editions/edition'
import type { Block, ChangeItem } from '../letter/letter-content.ts'

/** Text about the edition above its figures: a comment, the reason for a delay, the gaps. */
export function aboutEdition(edition: EditionHeading, locale: Locale): readonly Block[] {
  const { letter } = messages(locale).editions
  const { kind, comment, lateDays, dueOn, dueBecause } = edition
  const notes = [
    ...(lateDays > 0 ? [letter.late(day(dueOn, locale), lateDays)] : []),
    ...(dueBecause === 'wave-never-opened' ? [letter.noWave] : []),
    ...(kind === 'preliminary' ? [letter.preliminary] : []),
    ...(kind === 'monthly' || kind === 'quarterly' ? [letter.running] : []),
  ]
  return [
    ...notes.map((text) => ({ kind: 'paragraph', text }) as const),
    ...(comment
      ? ([
          { kind: 'heading', text: letter.commentHeading(comment.by) },
          { kind: 'list', items: [comment.text], own: true },
        ] as const)
      : []),
    ...gapsOf(edition, locale),
  ]
}

function gapsOf({ release, gaps }: EditionHeading, locale: Locale): readonly Block[] {
  if (gaps.length === 0) return []
  const { letter, reason } = messages(locale).editions
  return [
    { kind: 'heading', text: letter.gapsHeading },
    { kind: 'paragraph', text: letter.gaps[release === 'automatic' ? 'automatic' : 'as-is'] },
    { kind: 'list', items: gaps.map(reason) },
  ]
}

/** Lists every figure that changed since the previous edition. */
export function changesSince(
  { kind, issuedOn, changes }: NonNullable<EditionHeading['since']>,
  locale: Locale,
): readonly Block[] {
  const { editions, closing } = messages(locale)
  // The status follows from verdict and figure.
  const figureChanges = changes.filter(({ figure }) => figure !== 'status')
  return [
    { kind: 'heading', text: editions.letter.since(kind, issuedOn) },
    figureChanges.length === 0
      ? { kind: 'paragraph', text: editions.letter.unchanged }
      : {
          kind: 'changes',
          items: figureChanges.map((change) => ({ direction: directionOf(change), text: closing.change(change) })),
        },
  ]
}

const RANKS: Readonly<Record<string, number>> = { missed: 0, unknown: 1, met: 2 }

function directionOf({ figure, from, to }: FigureChange): ChangeItem['direction'] {
  const rank = (value: FigureChange['from']) => (figure === 'verdict' ? RANKS[String(value)] : Number(value))
  if ((figure !== 'verdict' && figure !== 'value') || from === null || to === null) return 'other'
  return (rank(to) ?? 0) > (rank(from) ?? 0) ? 'better' : 'worse'
}
