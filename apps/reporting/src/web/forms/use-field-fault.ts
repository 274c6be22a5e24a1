import { day } from '@wayproof/messages/date-format'
import { use, useLayoutEffect, useState } from 'react'
import { useLanguage } from '../language.tsx'
import { type FormField, fieldFault, Refusals } from './checked-form.tsx'

/**
 * Gives the error that a field shows after a refused submit. Its own fault or the browser's keeps the form from being
 * sent; `serverFault` does not, and shows at once.
 */
export function useFieldFault(inputFault: string | null, serverFault: string | null = null) {
  const refusals = use(Refusals)
  const { locale, words } = useLanguage()
  const [field, setField] = useState<FormField | null>(null)
  const [sentence, setSentence] = useState<string | null>(null)
  // The field holds the typed value only after rendering.
  useLayoutEffect(() => {
    field?.setCustomValidity(inputFault ?? '')
    const fault = field && fieldFault(field)
    const text = words.reporting.fields
    const sentences = {
      own: inputFault,
      empty: text.empty,
      unfinished: text.unfinished,
      'not-email': words.reporting.faults.codes['email-invalid'] ?? null,
      late: field && 'max' in field && field.max ? text.late(day(field.max, locale)) : null,
    }
    setSentence(fault && sentences[fault])
  })
  return { ref: setField, error: (refusals === 0 ? null : sentence) ?? serverFault }
}
