import { Button } from '@mantine/core'
import type { RegisterId } from '@wayproof/evidence/register'
import type { WriteFault } from '@wayproof/evidence/rows/write-fault'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'

interface WriteRefusalProps {
  readonly register: RegisterId
  readonly fault: WriteFault | { readonly code: 'not-the-keeper' }
  /** Continues with the changed record; in fields that both changed, with their text or the user's own. */
  readonly onContinue?: (whose: 'theirs' | 'mine') => void
}

/** Explains a refused write; errors of single cells stand beside their fields. */
export function WriteRefusal({ register, fault, onContinue }: WriteRefusalProps) {
  const { words } = useLanguage()
  const text = words.reporting.rows
  const names: Readonly<Record<string, string>> = words.registers.fields[register]
  if (fault.code === 'bad-cells') return null
  if (fault.code === 'row-changed')
    return (
      <div className={ui.note} data-tone="fault" role="alert">
        <div>
          <p>{text.changedMeanwhile}</p>
          <ul>
            {fault.changes.map(({ field, seen: seenText, now }) => (
              <li key={field}>
                {text.fromTo(
                  names[field] ?? field,
                  seenText || words.reporting.shell.none,
                  now || words.reporting.shell.none,
                )}
              </li>
            ))}
          </ul>
          {onContinue ? (
            <>
              <Button variant="default" size="compact-sm" mr={8} onClick={() => onContinue('theirs')}>
                {words.reporting.fields.newer.take}
              </Button>
              <Button variant="default" size="compact-sm" onClick={() => onContinue('mine')}>
                {words.reporting.fields.newer.keep}
              </Button>
            </>
          ) : null}
        </div>
      </div>
    )
  const registerNames = (ids: readonly RegisterId[]) =>
    ids.map((id) => words.registers.names[id]).join(words.reporting.shell.listed)
  return (
    <p className={ui.note} data-tone="fault" role="alert">
      {fault.code === 'row-referred-to' ? text.referredTo(registerNames(fault.registers)) : text.faults[fault.code]}
    </p>
  )
}
