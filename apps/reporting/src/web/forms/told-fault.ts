import { day } from '@wayproof/messages'
import { use, useLayoutEffect, useState } from 'react'
import { useLanguage } from '../language.tsx'
import { type FormField, fieldFault } from './field-fault.ts'
import { Refusals } from './form.tsx'

/**
 * What a field of a refused form says beside itself: its own fault, else what the browser finds. Either keeps the form
 * from being sent; what the server has `found` does not, and stands there without being asked.
 */
export function useToldFault(own: string | null, found: string | null = null) {
  const refusals = use(Refusals)
  const { locale, words } = useLanguage()
  const [field, setField] = useState<FormField | null>(null)
  const [said, setSaid] = useState<string | null>(null)
  // After every rendering: only then the field holds what was typed.
  useLayoutEffect(() => {
    field?.setCustomValidity(own ?? '')
    const fault = field && fieldFault(field)
    const text = words.reporting.fields
    const sentences = {
      own,
      empty: text.empty,
      unfinished: text.unfinished,
      'not-email': words.reporting.faults.codes['email-invalid'] ?? null,
      late: field && 'max' in field && field.max ? text.late(day(field.max, locale)) : null,
    }
    setSaid(fault && sentences[fault])
  })
  return { ref: setField, error: (refusals === 0 ? null : said) ?? found }
}
