import { expect, test } from 'vitest'
import { openKey, openName } from '../rows/rows-page.tsx'

test('a key of one text stands in the address as the text, every other key as it is', () => {
  expect(openName('["INC-2026-014"]')).toBe('INC-2026-014')
  expect(openName('["E0001","2026-01-01"]')).toBe('["E0001","2026-01-01"]')
})

test.each(['["INC-2026-014"]', '["E0001","2026-01-01"]', '["[x]"]', '[""]', '[7]', '["张三 \\"A\\""]'])(
  'the address leads back to the key %s',
  (key) => expect(openKey(openName(key))).toBe(key),
)
