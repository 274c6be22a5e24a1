import { type CheckResult, failed, PASSED, unchecked } from './check-list.ts'

const METHODS = ['spf', 'dkim', 'dmarc'] as const
const BAD = /^(fail|softfail|permerror|policy)$/i

/** Judges the results that a receiver's server wrote into a message (RFC 8601); null if it wrote none. */
export function judgeResults(header: string | null): CheckResult {
  if (header === null) return unchecked('no-results')
  const results = METHODS.flatMap((method) => {
    const methodResults = [...header.matchAll(new RegExp(`(?:^|[;\\s])${method}\\s*=\\s*([a-z]+)`, 'gi'))].map(
      ([, result = '']) => result.toLowerCase(),
    )
    // A list may have signed with a key of its own: one signature that holds is enough.
    const result = methodResults.includes('pass') ? 'pass' : methodResults[0]
    return result === undefined ? [] : [{ method, result }]
  })
  if (results.length === 0) return unchecked('no-results')
  const bad = results.filter(({ result }) => BAD.test(result))
  if (bad.length === 0) return PASSED
  return failed('not-authentic', bad.map(({ method, result }) => `${method}=${result}`).join(', '))
}
