import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { expect, test } from 'vitest'
import { previewedItems } from './phone-preview.tsx'

const shown = (selected: string | null) => previewedItems(DEFAULT_QUESTIONNAIRE, selected).map(({ id }) => id)

test('a selected question is shown with the next one, and after the question that its condition names', () => {
  expect(shown('trust')).toEqual(['trust', 'notice'])
  expect(shown('improve')).toEqual(['improve'])
  expect(shown('complaint')).toEqual(['contacted', 'complaint', 'signal'])
})

test('the lead-in is shown with the first questions under it', () => {
  expect(shown(null)).toEqual(['notice', 'consent'])
  expect(previewedItems({ ...DEFAULT_QUESTIONNAIRE, items: [] }, null)).toEqual([])
})
