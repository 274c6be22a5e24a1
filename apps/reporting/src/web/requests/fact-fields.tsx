import { NativeSelect } from '@mantine/core'
import {
  type CaseChannel,
  type CaseKind,
  HAND_CHANNELS,
  RIGHTS_KINDS,
  type RightsCase,
} from '@wayproof/evidence/rights/rights-case'
import { RIGHTS_REGIMES, type RightsRegime } from '@wayproof/evidence/rights/rights-clock'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

export type TypedFacts = Pick<RightsCase, 'kind' | 'regime' | 'channel' | 'receivedOn'>

const KINDS: readonly CaseKind[] = [...RIGHTS_KINDS, 'enquiry']

interface FactFieldsProps {
  readonly facts: TypedFacts
  readonly onChange: (facts: TypedFacts) => void
}

/** Edits kind, law, channel and day of a case. A case from the public page keeps its channel and day. */
export function FactFields({ facts, onChange }: FactFieldsProps) {
  const { words } = useLanguage()
  const { today } = useOrganisationDays()
  const text = words.reporting.byHand
  const { requests } = words.reporting
  const change = (changes: Partial<TypedFacts>) => onChange({ ...facts, ...changes })
  const changeKind = (kind: CaseKind) =>
    change({ kind, regime: kind === 'enquiry' ? null : (facts.regime ?? 'china-and-eu') })
  return (
    <>
      <NativeSelect
        label={text.kind}
        value={facts.kind}
        data={KINDS.map((value) => ({ value, label: words.rights.kinds[value] }))}
        onChange={({ currentTarget: { selectedIndex } }) => changeKind(KINDS[selectedIndex] ?? 'complaint')}
      />
      {facts.regime === null ? null : (
        <NativeSelect
          label={text.law}
          description={text.lawHint}
          value={facts.regime}
          data={RIGHTS_REGIMES.map((value: RightsRegime) => ({ value, label: words.rights.form.places[value] }))}
          onChange={({ currentTarget: { selectedIndex } }) =>
            change({ regime: RIGHTS_REGIMES[selectedIndex] ?? 'china-and-eu' })
          }
        />
      )}
      {facts.channel === 'page' ? null : (
        <>
          <NativeSelect
            label={requests.channel}
            value={facts.channel}
            data={HAND_CHANNELS.map((value: CaseChannel) => ({ value, label: requests.channels[value] }))}
            onChange={({ currentTarget: { selectedIndex } }) =>
              change({ channel: HAND_CHANNELS[selectedIndex] ?? 'telephone' })
            }
          />
          <TextField
            type="date"
            required
            label={text.received}
            description={text.receivedHint}
            value={facts.receivedOn}
            max={today}
            onChange={({ currentTarget: { value } }) => change({ receivedOn: value })}
          />
        </>
      )}
    </>
  )
}
