import { expect, test } from 'vitest'
import { judgeResults } from './check-letter.ts'

test.each([
  ['mx.example; spf=pass smtp.mailfrom=a@b.example; dkim=pass header.d=b.example; dmarc=pass', 'passed', ''],
  ['mx.example;\r\n spf=pass;\r\n dkim=none', 'passed', ''],
  ['mx.example; dkim=fail (other key); dkim=pass header.d=b.example', 'passed', ''],
  ['mx.example; spf=softfail; dkim=pass; dmarc=FAIL (p=reject)', 'failed', 'spf=softfail, dmarc=fail'],
  ['mx.example; dkim=permerror', 'failed', 'dkim=permerror'],
  ['mx.example; auth=pass', 'not-checked', ''],
])('%s', (header, state, detail) => {
  expect(judgeResults(header)).toMatchObject({ state, detail })
})

test('a message without results says nothing', () => {
  expect(judgeResults(null)).toMatchObject({ state: 'not-checked', reason: 'no-results' })
})
