import { day } from '@wayproof/messages/date-format'
import type { ShownCase } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'

type Change = ShownCase['changes'][number]
type Facts = Change['after']

/** Lists who recorded and corrected a case, why, and the earlier values. */
export function CaseHistory({ changes }: { readonly changes: ShownCase['changes'] }) {
  const { locale, words } = useLanguage()
  const { requests, byHand } = words.reporting
  const text = byHand.history
  const show: Readonly<Record<keyof Facts, (facts: Facts) => string>> = {
    kind: ({ kind }) => words.rights.kinds[kind],
    regime: ({ regime }) => (regime === null ? words.reporting.shell.none : requests.laws[regime]),
    channel: ({ channel }) => requests.channels[channel],
    receivedOn: ({ receivedOn }) => day(receivedOn, locale),
  }
  const names: Readonly<Record<keyof Facts, string>> = {
    kind: byHand.kind,
    regime: requests.law,
    channel: requests.channel,
    receivedOn: byHand.received,
  }
  const differences = ({ before, after }: Change) =>
    before === null
      ? []
      : (['kind', 'regime', 'channel', 'receivedOn'] as const)
          .filter((fact) => before[fact] !== after[fact])
          .map((fact) => text.changed(names[fact], show[fact](before), show[fact](after)))
  if (changes.length === 0) return null
  return (
    <Panel title={text.title}>
      <ul>
        {changes.map((change, index) => (
          <li key={index}>
            {change.reason === null
              ? text.recorded(change.by, day(change.day, locale))
              : text.corrected(change.by, day(change.day, locale), change.reason)}
            {differences(change).map((difference) => (
              <p key={difference} className={ui.soft}>
                {difference}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
