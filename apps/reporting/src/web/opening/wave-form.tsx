import { NativeSelect } from '@mantine/core'
import { periodName } from '@wayproof/messages/date-format'
import { TextField } from '../forms/text-field.tsx'
import { useLanguage } from '../language.tsx'
import styles from '../waves/waves.module.css'
import type { WavePlan } from './wave-plan.ts'

interface WaveFormProps {
  readonly plan: WavePlan
  readonly periods: readonly string[]
  readonly faults: { readonly size: string | null; readonly closesOn: string | null }
  readonly onChange: (plan: WavePlan) => void
}

const MODES = ['census', 'sample', 'stratified'] as const

export function WaveForm({ plan, periods, faults, onChange }: WaveFormProps) {
  const { locale, words } = useLanguage()
  const text = words.reporting.waves.open
  return (
    <div className={styles.form}>
      <NativeSelect
        label={text.period}
        value={plan.period}
        data={periods.map((value) => ({ value, label: periodName(value, locale) }))}
        onChange={({ currentTarget: { value } }) => onChange({ ...plan, period: value })}
      />
      <TextField
        type="date"
        label={text.closesOn}
        value={plan.closesOn}
        fault={faults.closesOn}
        onChange={({ currentTarget: { value } }) => onChange({ ...plan, closesOn: value })}
      />
      <NativeSelect
        label={text.mode}
        value={plan.mode}
        data={MODES.map((mode) => ({ value: mode, label: text[mode] }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...plan, mode: MODES.find((mode) => mode === value) ?? plan.mode })
        }
      />
      {plan.mode !== 'census' ? (
        <>
          <TextField
            inputMode="numeric"
            label={text.size}
            value={plan.size}
            fault={faults.size}
            onChange={({ currentTarget: { value } }) => onChange({ ...plan, size: value })}
          />
          <TextField
            label={text.seed}
            description={text.seedHint}
            value={plan.seed}
            maxLength={64}
            onChange={({ currentTarget: { value } }) => onChange({ ...plan, seed: value })}
          />
        </>
      ) : null}
    </div>
  )
}
